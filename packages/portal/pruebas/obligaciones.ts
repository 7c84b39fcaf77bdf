import type { CodigoDeConcepto } from '@autogestion/normas/estado-de-cuenta';
import { fecha } from '@autogestion/normas/fechas';
import { abrirObligacion, asentar, cargo } from '../src/obligaciones/libro/index.ts';
import { emitirReciboDe } from '../src/obligaciones/pagos/index.ts';
import { uuidv7, type Actor } from '../src/plataforma/index.ts';
import { idDe } from './cuentas.ts';
import type { Navegador } from './navegador.ts';
import type { OficinaDePrueba } from './oficina.ts';
import { comoPersona } from './tramites.ts';
import { SISTEMA, type TransaccionesDePrueba } from './transacciones.ts';

export interface ContribuyenteDePrueba {
  titular: string;
  actor: Actor;
  /** The obligation of a tax, year and period, open. */
  obligacion(concepto: CodigoDeConcepto, anio: number, periodo?: string): Promise<string>;
}

/** A taxpayer for the ledger, which asks nothing more of them than who they are. */
export function contribuyente(t: TransaccionesDePrueba): ContribuyenteDePrueba {
  const titular = uuidv7(t.reloj.ahora());
  return {
    titular,
    actor: comoPersona(titular),
    obligacion: (concepto, anio, periodo = 'anual') =>
      t.dueno(SISTEMA, (trx) => abrirObligacion(trx, { titular, concepto, anio, periodo })),
  };
}

/**
 * Somebody of an office owes two million of income tax of 2024, and has a slip for a part of it.
 * @returns the public identifier of the obligation and the number of the slip
 */
async function deberConRecibo(
  o: OficinaDePrueba,
  idPublico: string,
): Promise<{ obligacion: string; recibo: string }> {
  const titular = await idDe(o, idPublico);
  const vence = fecha('2025-08-12');
  const { id, recibo } = await o.oficina.comoPropietario(SISTEMA, async (trx) => {
    const id = await abrirObligacion(trx, { titular, concepto: 'renta', anio: 2024, periodo: 'anual' });
    await asentar(trx, {
      clase: 'liquidacion',
      origen: `prueba-con-recibo:${idPublico}`,
      asientos: [cargo({ obligacion: id, rubro: 'impuesto', valor: 2_000_000n, desde: vence, vence })],
    });
    const recibo = await emitirReciboDe(trx, {
      ...{ titular, paraEl: o.reloj.hoy(), corte: 0n, clave: `prueba-con-recibo:${idPublico}` },
      renglones: [{ obligacion: id, capital: 500_000n, sancion: 0n, interes: 30_000n }],
    });
    return { id, recibo };
  });
  const [f] = await o.consultar<{ id_publico: string }>(
    'select id_publico from obligaciones.obligacion where id = $1',
    [id],
  );
  return { obligacion: f?.id_publico ?? '', recibo };
}

/** The same, and the payment of that slip is at the bank: `operacion` is what the bank and the addresses call it. */
export async function pagoEnCamino(
  o: OficinaDePrueba,
  n: Navegador,
  idPublico: string,
): Promise<{ obligacion: string; recibo: string; operacion: string }> {
  const { obligacion, recibo } = await deberConRecibo(o, idPublico);
  const camino = `/de/${idPublico}/obligaciones/recibos/${recibo}`;
  await n.ver(camino);
  const { headers } = await n.enviar(`${camino}/en-linea`);
  return { obligacion, recibo, operacion: String(headers.location).split('/').at(-1) ?? '' };
}
