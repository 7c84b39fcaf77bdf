import { describe, expect, it } from 'vitest';
import datos from '../../pruebas/sanciones.json' with { type: 'json' };
import { fecha } from '../fechas/index.ts';
import { mesesDeRetardo, sancionPorCorreccion, sancionPorExtemporaneidad } from './index.ts';

type Vector = (typeof datos.vectores)[number];

function resolver({ clase, hechos, redondeo }: Vector) {
  const { vence, presenta } = hechos;
  const meses =
    vence !== undefined && presenta !== undefined
      ? mesesDeRetardo(fecha(vence), fecha(presenta))
      : (hechos.meses ?? 0);
  const anioUvt = hechos.anioUvt ?? Number(presenta?.slice(0, 4));
  const liquidacion = { anioUvt, redondeo: redondeo === 'peso' ? ('peso' as const) : ('mil' as const) };
  const { emplazado = false } = hechos;
  const r =
    clase === 'correccion'
      ? sancionPorCorreccion({ mayorValor: BigInt(hechos.mayorValor ?? 0), emplazado }, liquidacion)
      : sancionPorExtemporaneidad(
          {
            impuesto: BigInt(hechos.impuesto ?? 0),
            ingresos: BigInt(hechos.ingresos ?? 0),
            saldoAFavor: BigInt(hechos.saldoAFavor ?? 0),
            meses,
            emplazado,
          },
          liquidacion,
        );
  if (!r.ok) throw new Error(r.mensaje);
  const { sancion, final, tope, minima, reducida } = r.valor;
  return { meses: r.valor.meses, sancion, final, tope, minima, al50: reducida?.[50], al75: reducida?.[75] };
}

describe('sanciones publicadas', () => {
  it.each(datos.vectores.map((v) => [`${v.id} (${v.fuente})`, v] as const))('%s', (_, v) => {
    const cifras: Record<string, number | undefined> = v.esperado;
    const esperado = Object.entries(cifras).map(([k, x = 0]) => [k, k === 'meses' ? x : BigInt(x)]);
    expect(resolver(v)).toMatchObject(Object.fromEntries(esperado));
  });
});
