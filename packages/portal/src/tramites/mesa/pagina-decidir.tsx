import type { ComponentChildren } from 'preact';
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
import { impedimentoPara } from '../comprobar-solicitud.ts';
import { Condiciones } from '../paginas/condiciones.tsx';
import { Escrito } from '../paginas/escrito.tsx';
import { AlLadoDelCaso } from './al-lado-del-caso.tsx';
import { VerAntes } from './decidir-aqui.tsx';
import { Impedido } from './impedido.tsx';
import type { PropsDeCasoEnMesa } from './lo-del-caso.ts';
import { DECISION } from './preguntas.ts';

/** Writing the decision: the kind's template, to be changed as needed. */
export function paginaDecidir(
  o: PropsDeCasoEnMesa & {
    /** A direction of the flow, or `devuelta`. */
    sentido: string;
    valores: Valores;
    /** Somebody wrote what `valores` has: it is given back, whatever stops the decision. */
    seEscribio: boolean;
  },
): string {
  const { caso, sentido } = o;
  const como = caso.tipo.flujo.sentidos[sentido];
  const impide = impedimentoPara(como, o.comprobacion.evaluacion);
  const dosPersonas = caso.cuatroOjos && sentido !== 'devuelta';
  return renderizarPagina(
    <Pagina
      titulo={`${como?.verbo ?? 'Devolver por requisitos'}: ${caso.tipo.nombre}`}
      ancho="mesa"
      letra="m"
      islas={['mesa']}
      migas={[MIGA_MESA, { texto: caso.radicado, href: `/mesa/tramites/${caso.radicado}` }]}
      errores={o.errores}
    >
      <DosColumnas {...o}>
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
          <Formulario accion={`/mesa/tramites/${caso.radicado}/decidir/${sentido}`} ocultos={{ sentido }}>
            <Preguntar pregunta={DECISION} valores={o.valores} errores={o.errores ?? {}} />
            <div class="govuk-button-group" data-tecla="a">
              <Boton variante={como?.conEfecto ? 'principal' : 'peligro'}>
                {dosPersonas ? 'Pasar a confirmación' : (como?.verbo ?? 'Devolver')}
              </Boton>
              <VerAntes caso={caso} />
            </div>
          </Formulario>
        )}
        <h2 class="govuk-heading-m">Condiciones, hoy</h2>
        <Condiciones evaluacion={o.comprobacion.evaluacion} />
      </DosColumnas>
    </Pagina>,
  );
}

/** The second official reads what the first prepared, and confirms it as it is. */
export function paginaConfirmar(o: PropsDeCasoEnMesa): string {
  const { caso } = o;
  const { proyecto } = caso.marcha;
  const impide =
    proyecto && impedimentoPara(caso.tipo.flujo.sentidos[proyecto.sentido], o.comprobacion.evaluacion);
  return renderizarPagina(
    <Pagina
      titulo={`Confirmar la decisión: ${caso.tipo.nombre}`}
      ancho="mesa"
      letra="m"
      islas={['mesa']}
      migas={[MIGA_MESA, { texto: caso.radicado, href: `/mesa/tramites/${caso.radicado}` }]}
      errores={o.errores}
    >
      <DosColumnas {...o}>
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
      </DosColumnas>
    </Pagina>,
  );
}

/** As the case is resolved: what one writes, and beside it whose it is, what they handed in and what they asked for. */
const DosColumnas = ({ children, ...o }: PropsDeCasoEnMesa & { children: ComponentChildren }) => (
  <div class="a-dos-columnas">
    <div class="caso__decide">{children}</div>
    <AlLadoDelCaso {...o} />
  </div>
);
