import { formatearFecha } from '@autogestion/normas/fechas';
import {
  Aviso,
  Boton,
  EnlaceBoton,
  Formulario,
  Pagina,
  renderizarPagina,
  Tabla,
  type Errores,
  type Valores,
} from '../../../interfaz/index.ts';
import { Preguntar } from '../../../interfaz/preguntas/index.ts';
import type { Reclamo } from '../consultas.ts';
import { puedeResponder } from '../estado.ts';
import { MOTIVOS } from '../motivos.ts';
import { RAZON } from '../preguntas.ts';
import { EstadoDelReclamo, TodoElReclamo } from './piezas.tsx';

const TITULO = 'Dicen que no es así';

const espera = (r: Reclamo): boolean =>
  puedeResponder(r.estado) && !r.sucesos.some((s) => s.hecho === 'corrige');

/** What others say is not so of what one reported: those that wait for an answer first. */
export const paginaRecibidos = ({ reclamos, base }: { reclamos: readonly Reclamo[]; base: string }): string =>
  renderizarPagina(
    <Pagina titulo={TITULO} ancho="ancha" migas={[{ texto: 'Inicio', href: base }]}>
      <p class="govuk-body">
        Personas de las que usted reportó algo dicen que no es así. Si tienen razón, corríjalo con una entrega
        que reemplace la anterior; si no, diga por qué.
      </p>
      <Tabla
        titulo="Primero los que esperan su respuesta"
        vacia="Nadie ha dicho que algo que usted reportó no es así."
        columnas={[
          { titulo: 'Radicado' },
          { titulo: 'De quién' },
          { titulo: 'Formato y año' },
          { titulo: 'Qué está mal' },
          { titulo: 'Estado' },
          { titulo: 'Responda hasta' },
        ]}
        filas={[...reclamos]
          .sort((a, b) => Number(espera(b)) - Number(espera(a)))
          .map((r) => [
            <a class="govuk-link" href={`${base}/reclamos-recibidos/${r.idPublico}`}>
              {r.radicado}
            </a>,
            `Documento ${r.numero}`,
            `${r.reporte.formato}, ${r.anio}`,
            MOTIVOS[r.motivo],
            <EstadoDelReclamo estado={r.estado} />,
            formatearFecha(r.vence),
          ])}
      />
      <EnlaceBoton href={base} variante="secundario">
        Volver al inicio
      </EnlaceBoton>
    </Pagina>,
  );

/** One of them, with its two answers. */
export function paginaRecibido(o: {
  r: Reclamo;
  base: string;
  /** Whether whoever acts may answer for who reported it. */
  responde: boolean;
  valores: Valores;
  errores?: Errores;
}): string {
  const { r, base } = o;
  const aqui = `${base}/reclamos-recibidos/${r.idPublico}`;
  return renderizarPagina(
    <Pagina
      titulo={`Reclamo ${r.radicado}`}
      migas={[
        { texto: 'Inicio', href: base },
        { texto: TITULO, href: `${base}/reclamos-recibidos` },
      ]}
      errores={o.errores}
    >
      <TodoElReclamo
        r={r}
        base={aqui}
        antes={[{ rotulo: 'De quién', valor: `Documento ${r.numero}, como usted lo reportó` }]}
      />
      {r.estado === 'corregida' ? (
        <Aviso tipo="informacion">Ya no está reportado así: no tiene que hacer nada más.</Aviso>
      ) : !puedeResponder(r.estado) || !o.responde ? null : (
        <>
          <h2 class="govuk-heading-m">Su respuesta</h2>
          {espera(r) ? (
            <Formulario accion={`${aqui}/corrige`}>
              <p class="govuk-body">
                Si tiene razón, dígalo y presente una entrega que reemplace la anterior.
              </p>
              <Boton>Lo voy a corregir</Boton>
            </Formulario>
          ) : (
            <p class="govuk-body">
              Dijo que lo va a corregir. Presente una entrega que reemplace la anterior: cuando llegue, el
              reclamo queda corregido solo.
            </p>
          )}
          <Formulario accion={aqui}>
            <Preguntar
              pregunta={RAZON}
              nombre="Lo que reporté es cierto, porque"
              valores={o.valores}
              errores={o.errores ?? {}}
            />
            <Boton variante="secundario">Sostener lo que reporté</Boton>
          </Formulario>
        </>
      )}
      <p class="govuk-body">
        <a class="govuk-link" href={`${base}/reclamos-recibidos`}>
          Ver todos
        </a>
      </p>
    </Pagina>,
  );
}
