import { fraccion } from '@autogestion/normas/dinero';
import { escribirValor, explicar, resumir, type Casilla } from '@autogestion/normas/formularios/motor';
import { ArbolDeExplicacion, EnlaceBoton, Pagina, renderizarPagina } from '../../../interfaz/index.ts';
import type { BorradorCalculado } from '../../cuenta/index.ts';
import { deBorrador } from '../direcciones.ts';
import { seccionesDe } from '../secciones.ts';

/** Where the figure of a box comes from: one sentence, then what it is made of. */
export function paginaPorQue(o: { b: BorradorCalculado; titular: string; casilla: Casilla }): string {
  const { b, casilla } = o;
  const base = deBorrador(o.titular, b.borrador.idPublico);
  const { evaluacion } = b.cuenta;
  const explicacion = evaluacion.ayudaDe(casilla.clave) ?? resumir(explicar(evaluacion, casilla.clave));
  const cuanto = escribirValor(fraccion(evaluacion.valor(casilla.clave), 1n), casilla.clase);
  const seccion = seccionesDe(b.clase.formulario).find((s) => s.seccion.casillas.includes(casilla));
  return renderizarPagina(
    <Pagina
      titulo={`${cuanto}: ${casilla.nombre.charAt(0).toLowerCase()}${casilla.nombre.slice(1)}`}
      parteDe={/^\d+$/.test(casilla.clave) ? `Casilla ${casilla.clave}` : b.clase.formulario.nombre}
      volver={{ href: `${base}/revision`, texto: 'La revisión' }}
    >
      <ArbolDeExplicacion explicacion={explicacion} />
      {casilla.ayuda ? <p class="govuk-body">{casilla.ayuda}</p> : null}
      {seccion ? (
        <EnlaceBoton href={`${base}/formulario/${seccion.slug}`} variante="secundario">
          Ir a «{seccion.seccion.nombre}»
        </EnlaceBoton>
      ) : null}
    </Pagina>,
  );
}
