import { formatearPesos } from '@autogestion/normas/dinero';
import type { Explicacion } from '@autogestion/normas/explicacion';
import type { VNode } from 'preact';
import { Detalles } from './textos.tsx';

/**
 * How a figure came about, opened step by step: its sentence first, then the sum, then what it is made of. What counts
 * nothing waits folded, so that what counts is read.
 */
export function ArbolDeExplicacion({ explicacion: e }: { explicacion: Explicacion }): VNode {
  const cuentan = e.partes.filter((p) => p.valor !== 0n);
  const ceros = e.partes.filter((p) => p.valor === 0n);
  return (
    <div class="explicacion">
      <p class="govuk-body">{e.norma ? `${e.frase.replace(/\.$/, '')} (${e.norma}).` : e.frase}</p>
      {e.formula && !SOLO_UNA_CIFRA.test(e.formula) ? <p class="explicacion__formula">{e.formula}</p> : null}
      {cuentan.map((p) => (
        <Parte parte={p} />
      ))}
      {ceros.length > 0 ? (
        <Detalles resumen={`Lo que no suma nada (${ceros.length})`}>
          {ceros.map((p) => (
            <Parte parte={p} />
          ))}
        </Detalles>
      ) : null}
    </div>
  );
}

/** The figure itself again. */
const SOLO_UNA_CIFRA = /^−?[\d.]+$/;

const Parte = ({ parte: p }: { parte: Explicacion }): VNode => (
  <Detalles resumen={`${p.titulo}: ${typeof p.valor === 'bigint' ? formatearPesos(p.valor) : p.valor}`}>
    <ArbolDeExplicacion explicacion={p} />
  </Detalles>
);
