import type { Condicion, EstadoCondicion, Evaluacion } from '@autogestion/normas/rut';
import type { ComponentChildren, VNode } from 'preact';
import { Aviso, Detalles, Etiqueta, type TonoDeEtiqueta } from '../../interfaz/index.ts';
import { incumplidas } from '../comprobar-solicitud.ts';

const ETIQUETAS: Record<EstadoCondicion, { texto: string; tono: TonoDeEtiqueta }> = {
  'no-cumple': { texto: 'No se cumple', tono: 'mal' },
  'no-se-sabe': { texto: 'Por verificar', tono: 'ojo' },
  cumple: { texto: 'Se cumple', tono: 'bien' },
};

/**
 * Each condition with whether it is met, why, and the article: what stops first. With `plegar`, those that are met wait
 * behind a line: whoever reads wants to know what is missing.
 */
export function Condiciones({ evaluacion, plegar }: { evaluacion: Evaluacion; plegar?: boolean }): VNode {
  const de = (estado: EstadoCondicion) => evaluacion.condiciones.filter((c) => c.estado === estado);
  const cumplidas = de('cumple');
  const abiertas = [...de('no-cumple'), ...de('no-se-sabe')];
  if (!plegar) return <Lista condiciones={[...abiertas, ...cumplidas]} />;
  return (
    <>
      <Lista condiciones={abiertas} />
      {cumplidas.length > 0 ? (
        <Detalles
          resumen={
            cumplidas.length === 1
              ? 'La condición que se cumple'
              : `Las ${cumplidas.length} condiciones que se cumplen`
          }
        >
          <Lista condiciones={cumplidas} />
        </Detalles>
      ) : null}
    </>
  );
}

/** That it cannot be asked for, the one reason with its article, what to do (`children`), and then the rest. */
export function NoSePuede({
  titulo,
  evaluacion,
  children,
}: {
  titulo: string;
  evaluacion: Evaluacion;
  children?: ComponentChildren;
}): VNode {
  const [razon, ...otras] = incumplidas(evaluacion);
  const cumplidas = evaluacion.condiciones.filter((c) => c.estado === 'cumple');
  return (
    <>
      <Aviso tipo="importante" titulo={titulo}>
        {razon ? (
          <>
            <p class="govuk-body">{razon.razon}</p>
            <p class="govuk-body-s">{fundamento(razon)}</p>
          </>
        ) : null}
      </Aviso>
      {children}
      {otras.length > 0 ? <h2 class="govuk-heading-m">Además</h2> : null}
      <Condiciones evaluacion={{ ...evaluacion, condiciones: [...otras, ...cumplidas] }} plegar />
    </>
  );
}

const Lista = ({ condiciones }: { condiciones: readonly Condicion[] }) =>
  condiciones.length === 0 ? null : (
    <ul class="condiciones">
      {condiciones.map((c) => (
        <CondicionJuzgada condicion={c} />
      ))}
    </ul>
  );

/** One of a list, with what may be done about it. */
export const CondicionJuzgada = ({
  condicion: c,
  children,
}: {
  condicion: Condicion;
  children?: ComponentChildren;
}) => (
  <li class={`condicion condicion--${c.estado}`}>
    <Etiqueta tono={ETIQUETAS[c.estado].tono}>{ETIQUETAS[c.estado].texto}</Etiqueta>
    <p class="govuk-body">{c.razon}</p>
    <p class="govuk-body-s">{fundamento(c)}</p>
    {children}
  </li>
);

/** What the sources leave open is told as what it is. */
const fundamento = ({ articulo, certeza }: Condicion): string =>
  ({
    norma: articulo,
    dian: `${articulo}, según lo que publica la DIAN`,
    parametro: `${articulo}. La norma no lo dice del todo: así lo entiende esta oficina`,
  })[certeza];
