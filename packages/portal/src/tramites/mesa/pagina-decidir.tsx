import { MIGA_MESA } from '../../cuentas/index.ts';
import {
  Boton,
  Formulario,
  Pagina,
  renderizarPagina,
  TextoInset,
  type Valores,
} from '../../interfaz/index.ts';
import { Preguntar } from '../../interfaz/preguntas/index.ts';
import { impedimentoPara, type Comprobacion } from '../comprobar-solicitud.ts';
import type { Caso } from '../consultas.ts';
import { Condiciones } from '../paginas/condiciones.tsx';
import { Escrito } from '../paginas/escrito.tsx';
import { Impedido } from './impedido.tsx';
import { DECISION } from './preguntas.ts';

/** Writing the decision: the kind's template, to be changed as needed. */
export function paginaDecidir(o: {
  caso: Caso;
  /** A direction of the flow, or `devuelta`. */
  sentido: string;
  comprobacion: Comprobacion;
  valores: Valores;
  /** Somebody wrote what `valores` has: it is given back, whatever stops the decision. */
  seEscribio: boolean;
  errores?: Record<string, string>;
}): string {
  const { caso, sentido } = o;
  const como = caso.tipo.flujo.sentidos[sentido];
  const impide = impedimentoPara(como, o.comprobacion.evaluacion);
  const dosPersonas = caso.cuatroOjos && sentido !== 'devuelta';
  return renderizarPagina(
    <Pagina
      titulo={`${como?.verbo ?? 'Devolver por requisitos'}: ${caso.tipo.nombre}`}
      ancho="ancha"
      migas={[MIGA_MESA, { texto: caso.radicado, href: `/mesa/tramites/${caso.radicado}` }]}
      errores={o.errores}
    >
      <TextoInset>
        {como?.resuelve ??
          'Se devuelve la solicitud porque le faltan requisitos. La persona puede presentarla otra vez.'}{' '}
        {como?.conRecursos ? 'El acto dirá qué recursos tiene y hasta cuándo.' : ''}
      </TextoInset>
      {impide && !o.seEscribio ? (
        <>
          <Impedido impide={impide} />
          <p class="govuk-body">
            <a class="govuk-link" href={`/mesa/tramites/${caso.radicado}#caso-condiciones`}>
              Volver al trámite
            </a>
          </p>
        </>
      ) : (
        <Formulario accion={`/mesa/tramites/${caso.radicado}/decidir/${sentido}`}>
          <Preguntar pregunta={DECISION} valores={o.valores} errores={o.errores ?? {}} />
          <Boton variante={como?.conEfecto ? 'principal' : 'peligro'}>
            {dosPersonas ? 'Pasar a confirmación' : (como?.verbo ?? 'Devolver')}
          </Boton>
        </Formulario>
      )}
      <h2 class="govuk-heading-m">Condiciones, hoy</h2>
      <Condiciones evaluacion={o.comprobacion.evaluacion} />
    </Pagina>,
  );
}

/** The second official reads what the first prepared, and confirms it as it is. */
export function paginaConfirmar(o: {
  caso: Caso;
  comprobacion: Comprobacion;
  errores?: Record<string, string>;
}): string {
  const { caso } = o;
  const { proyecto } = caso.marcha;
  const impide =
    proyecto && impedimentoPara(caso.tipo.flujo.sentidos[proyecto.sentido], o.comprobacion.evaluacion);
  return renderizarPagina(
    <Pagina
      titulo={`Confirmar la decisión: ${caso.tipo.nombre}`}
      ancho="ancha"
      migas={[MIGA_MESA, { texto: caso.radicado, href: `/mesa/tramites/${caso.radicado}` }]}
      errores={o.errores}
    >
      {proyecto ? (
        <>
          <TextoInset>{caso.tipo.flujo.sentidos[proyecto.sentido]?.resuelve}</TextoInset>
          <h2 class="govuk-heading-m">Razones</h2>
          <Escrito texto={proyecto.razones} />
          <h2 class="govuk-heading-m">Fundamento</h2>
          <Escrito texto={proyecto.fundamento} />
          {impide ? (
            <Impedido impide={impide} />
          ) : (
            <Formulario accion={`/mesa/tramites/${caso.radicado}/confirmar`}>
              <Boton>Confirmar la decisión</Boton>
            </Formulario>
          )}
          <h2 class="govuk-heading-m">Condiciones, hoy</h2>
          <Condiciones evaluacion={o.comprobacion.evaluacion} />
        </>
      ) : (
        <p class="govuk-body">No hay una decisión preparada que confirmar.</p>
      )}
    </Pagina>,
  );
}
