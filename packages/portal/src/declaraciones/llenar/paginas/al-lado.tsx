import { formatearFecha, diasEntre, type Fecha } from '@autogestion/normas/fechas';
import type { VNode } from 'preact';
import { DatosAlLado, Monto } from '../../../interfaz/index.ts';
import type { BorradorCalculado } from '../../cuenta/index.ts';
import { comoQueda } from '../vivo/como-queda.ts';
import type { Saldo } from '../vivo/resultado.ts';

/** What the return comes to so far, beside what is being filled. */
export function ComoVa({ b, hoy }: { b: BorradorCalculado; hoy: Fecha }): VNode {
  const { clase, cuenta, vencimiento } = b;
  const { filas } = comoQueda(cuenta.evaluacion, { resumen: clase.resumen, saldo: saldoDe(b), casillas: [] });
  return (
    <DatosAlLado
      titulo="Cómo va"
      filas={[
        ...filas.map(({ rotulo, pesos, total }) => ({
          rotulo: total ? <strong>{rotulo}</strong> : rotulo,
          valor: total ? (
            <strong>
              <Monto pesos={pesos} />
            </strong>
          ) : (
            <Monto pesos={pesos} />
          ),
          enVivo: true as const,
        })),
        { rotulo: 'Formulario', valor: b.borrador.numero },
        { rotulo: hoy > vencimiento.fecha ? 'Venció' : 'Vence', valor: cuandoVence(vencimiento.fecha, hoy) },
      ]}
    />
  );
}

/** What it comes to of all its taxes. */
export function saldoDe({ cuenta }: BorradorCalculado): Saldo {
  const suma = (de: (p: BorradorCalculado['cuenta']['posiciones'][number]) => bigint) =>
    cuenta.posiciones.reduce((s, p) => s + de(p), 0n);
  return { porPagar: suma((p) => p.impuesto + p.sancion), aFavor: suma((p) => p.aFavor) };
}

export function cuandoVence(vence: Fecha, hoy: Fecha): string {
  const faltan = diasEntre(hoy, vence);
  const dia = formatearFecha(vence);
  if (faltan < 0) return `${dia}, hace ${dias(-faltan)}`;
  return faltan === 0 ? `${dia}, hoy` : `${dia}, en ${dias(faltan)}`;
}

const dias = (n: number): string => (n === 1 ? '1 día' : `${n} días`);
