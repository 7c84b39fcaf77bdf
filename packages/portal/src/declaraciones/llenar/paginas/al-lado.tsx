import { formatearFecha, diasEntre, type Fecha } from '@autogestion/normas/fechas';
import type { VNode } from 'preact';
import { DatosAlLado, Monto } from '../../../interfaz/index.ts';
import type { BorradorCalculado } from '../../cuenta/index.ts';

/** What the return comes to so far, beside what is being filled. */
export function ComoVa({ b, hoy }: { b: BorradorCalculado; hoy: Fecha }): VNode {
  const { clase, cuenta, vencimiento } = b;
  const { evaluacion: e } = cuenta;
  const filas = clase.resumen.flatMap(({ casilla, rotulo }) => {
    const valor = e.valor(casilla);
    return valor === 0n ? [] : [{ rotulo, valor: <Monto pesos={valor} /> }];
  });
  return (
    <DatosAlLado
      titulo="Cómo va"
      filas={[
        ...filas,
        ...saldoDe(b).map(({ rotulo, pesos }) => ({
          rotulo: <strong>{rotulo}</strong>,
          valor: (
            <strong>
              <Monto pesos={pesos} />
            </strong>
          ),
        })),
        { rotulo: 'Formulario', valor: b.borrador.numero },
        { rotulo: hoy > vencimiento.fecha ? 'Venció' : 'Vence', valor: cuandoVence(vencimiento.fecha, hoy) },
      ]}
    />
  );
}

/** What is to be paid, and what is in favour, of each tax of the return. */
export function saldoDe({ cuenta }: BorradorCalculado): { rotulo: string; pesos: bigint }[] {
  const suma = (de: (p: BorradorCalculado['cuenta']['posiciones'][number]) => bigint) =>
    cuenta.posiciones.reduce((s, p) => s + de(p), 0n);
  const [porPagar, aFavor] = [suma((p) => p.impuesto + p.sancion), suma((p) => p.aFavor)];
  if (aFavor > 0n)
    return [
      ...(porPagar > 0n ? [{ rotulo: 'Por pagar', pesos: porPagar }] : []),
      { rotulo: 'Saldo a favor', pesos: aFavor },
    ];
  return [{ rotulo: 'Por pagar', pesos: porPagar }];
}

export function cuandoVence(vence: Fecha, hoy: Fecha): string {
  const faltan = diasEntre(hoy, vence);
  const dia = formatearFecha(vence);
  if (faltan < 0) return `${dia}, hace ${dias(-faltan)}`;
  return faltan === 0 ? `${dia}, hoy` : `${dia}, en ${dias(faltan)}`;
}

const dias = (n: number): string => (n === 1 ? '1 día' : `${n} días`);
