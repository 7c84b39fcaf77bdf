import {
  Boton,
  CampoArchivo,
  camposDe,
  Formulario,
  ListaResumen,
  Pagina,
  renderizarPagina,
  type Valores,
} from '../../../interfaz/index.ts';
import { parrafo, Preguntar } from '../../../interfaz/preguntas/index.ts';
import type { Dicho } from '../dicho.ts';
import { filasDeLoDicho } from '../dicho.ts';

export const RELATO = parrafo<unknown>({
  campo: 'relato',
  etiqueta: 'Qué pasó (opcional)',
  ayuda: 'Lo que ayude a hallarlo: en qué banco, en qué sucursal, quién pagó.',
  minimo: 0,
  maximo: 2_000,
  falta: '',
  filas: 4,
});

interface PropsDeAbrirCaso {
  /** Address of the search. */
  camino: string;
  dicho: Dicho;
  deuda?: string;
  valores?: Valores;
  errores?: Record<string, string>;
}

/** What an official needs to look for a payment: nothing but the proof, if there is one. */
export function paginaAbrirCaso(o: PropsDeAbrirCaso): string {
  const { valores = {}, errores = {} } = o;
  return renderizarPagina(
    <Pagina
      titulo="Pedir que miren el pago"
      volver={{ href: o.camino, texto: 'Volver' }}
      {...(o.errores && { errores })}
    >
      <p class="govuk-body">
        Un funcionario lo mira y le responde en 15 días hábiles (Ley 1437 de 2011, art. 14). No hay que
        firmar.
      </p>
      <ListaResumen filas={filasDeLoDicho(o.dicho).map(({ clave, valor }) => ({ rotulo: clave, valor }))} />
      <Formulario
        accion={`${o.camino}/caso`}
        conArchivos
        {...(o.deuda !== undefined && { ocultos: { deuda: o.deuda } })}
      >
        <CampoArchivo
          {...camposDe({ valores, errores }).texto('comprobante')}
          etiqueta="Comprobante del pago"
          ayuda="Una foto o un PDF, de hasta 20 MB."
          acepta="application/pdf,image/jpeg,image/png"
          opcional
        />
        <Preguntar pregunta={RELATO} valores={valores} errores={errores} />
        <Boton>Pedir que lo miren</Boton>
      </Formulario>
    </Pagina>,
  );
}
