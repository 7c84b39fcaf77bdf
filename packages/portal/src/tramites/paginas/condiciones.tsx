import type { Condicion, EstadoCondicion, Evaluacion } from '@autogestion/normas/rut';
import type { VNode } from 'preact';
import { Etiqueta, type TonoDeEtiqueta } from '../../interfaz/index.ts';

const ETIQUETAS: Record<EstadoCondicion, { texto: string; tono: TonoDeEtiqueta }> = {
  'no-cumple': { texto: 'No se cumple', tono: 'mal' },
  'no-se-sabe': { texto: 'Por verificar', tono: 'ojo' },
  cumple: { texto: 'Se cumple', tono: 'bien' },
};
const ORDEN: readonly EstadoCondicion[] = ['no-cumple', 'no-se-sabe', 'cumple'];

/** Each condition with whether it is met, why, and the article: what stops first. */
export function Condiciones({ evaluacion }: { evaluacion: Evaluacion }): VNode {
  const ordenadas = ORDEN.flatMap((e) => evaluacion.condiciones.filter((c) => c.estado === e));
  return (
    <ul class="condiciones">
      {ordenadas.map((c) => (
        <li class={`condicion condicion--${c.estado}`}>
          <Etiqueta tono={ETIQUETAS[c.estado].tono}>{ETIQUETAS[c.estado].texto}</Etiqueta>
          <p class="govuk-body">{c.razon}</p>
          <p class="govuk-body-s">{fundamento(c)}</p>
        </li>
      ))}
    </ul>
  );
}

/** What the sources leave open is told as what it is. */
const fundamento = ({ articulo, certeza }: Condicion): string =>
  ({
    norma: articulo,
    dian: `${articulo}, según lo que publica la DIAN`,
    parametro: `${articulo}. La norma no lo dice del todo: así lo entiende esta oficina`,
  })[certeza];
