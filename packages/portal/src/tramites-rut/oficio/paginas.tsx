import {
  Boton,
  camposDe,
  CampoTexto,
  Formulario,
  Pagina,
  Radios,
  renderizarPagina,
  type Valores,
} from '../../interfaz/index.ts';
import { MIGA_MESA } from '../../cuentas/index.ts';
import type { ActuacionOfrecida } from './abrir-actuacion.ts';

/** Where an act of the office begins: over whose RUT, and which one. */
export function paginaDeOficio(o: {
  actuaciones: readonly ActuacionOfrecida[];
  valores: Valores;
  errores: Record<string, string>;
}): string {
  const campo = camposDe({ valores: o.valores, errores: o.errores });
  const titulo = 'Actos de oficio sobre un RUT';
  return renderizarPagina(
    <Pagina titulo={titulo} migas={[MIGA_MESA]} errores={o.errores}>
      <p class="govuk-body">
        Cada acto queda radicado como un trámite, con sus razones. La persona recibe la comunicación, lo ve en
        sus trámites y ve que usted miró su RUT.
      </p>
      <Formulario accion="/mesa/rut">
        <CampoTexto
          {...campo.texto('nit')}
          etiqueta="NIT"
          ayuda="Con el dígito de verificación o sin él."
          teclado="numeric"
          autocompletar="off"
          ortografia={false}
          ancho={20}
        />
        <Radios
          {...campo.texto('acto')}
          etiqueta="Qué acto"
          opciones={o.actuaciones.map((a) => ({ valor: a.slug, texto: a.nombre, ayuda: a.ayuda }))}
        />
        <Boton>Abrir</Boton>
      </Formulario>
    </Pagina>,
  );
}
