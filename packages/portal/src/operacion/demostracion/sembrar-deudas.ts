import { conceptoDe } from '@autogestion/normas/estado-de-cuenta';
import type { RegistroRut } from '@autogestion/normas/rut';
import { abrirObligacion, asentar, cargo, pago } from '../../obligaciones/index.ts';
import type { Transaccion } from '../../plataforma/index.ts';
import { deudasDe, type DeudaDemo } from './deudas.ts';

/** Whoever reads the movements is told that nothing of it happened. */
const FICTICIO = { demostracion: 'sí' };

/** What a fictional taxpayer owes and paid, as the office's own jobs post it. */
export async function sembrarDeudas(
  trx: Transaccion,
  { titular, registro, deMuestra }: { titular: string; registro: RegistroRut; deMuestra: boolean },
): Promise<void> {
  for (const d of deudasDe(registro, trx.hoy, deMuestra)) await sembrarUna(trx, titular, d, registro.nit);
}

async function sembrarUna(trx: Transaccion, titular: string, d: DeudaDemo, nit: string): Promise<void> {
  const { concepto, anio, periodo, vence, impuesto, sancion } = d;
  const de = (suAnio: number) => abrirObligacion(trx, { titular, concepto, anio: suAnio, periodo });
  const obligacion = await de(anio);
  const cual = `${nit}:${concepto}:${anio}:${periodo}`;
  const comun = { obligacion, desde: d.presentada };
  await asentar(trx, {
    clase: 'liquidacion',
    origen: `demostracion:declaracion:${cual}`,
    datos: FICTICIO,
    asientos: [
      cargo({ ...comun, rubro: conceptoDe(concepto).rubro, valor: impuesto, vence }),
      ...(sancion ? [cargo({ ...comun, rubro: 'sancion', valor: sancion, vence: d.presentada })] : []),
    ],
  });
  for (const [i, p] of d.pagos.entries())
    await asentar(trx, {
      clase: 'pago',
      origen: `demostracion:pago:${cual}:${i}`,
      datos: FICTICIO,
      asientos: [pago(p.anio === anio ? obligacion : await de(p.anio), p.valor, p.dia)],
    });
}
