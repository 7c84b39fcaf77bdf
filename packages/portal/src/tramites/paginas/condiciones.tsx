import type { Condicion, EstadoCondicion, Evaluacion } from '@autogestion/normas/rut';
import type { ComponentChildren, VNode } from 'preact';
import { Detalles, Etiqueta, type TonoDeEtiqueta } from '../../interfaz/index.ts';

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
  if (!plegar || cumplidas.length < 3) return <Lista condiciones={[...abiertas, ...cumplidas]} />;
  return (
    <>
      <Lista condiciones={abiertas} />
      <Detalles resumen={`Las ${cumplidas.length} condiciones que se cumplen`}>
        <Lista condiciones={cumplidas} />
      </Detalles>
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
