import { codigoDeRegla } from '@autogestion/normas/factura';
import type { Claves, DocumentoElectronico, Hallazgo } from '@autogestion/normas/factura';
import { definidos } from '@autogestion/normas/definidos';
import { esFecha, fecha, type Fecha } from '@autogestion/normas/fechas';
import type { Transaccion } from '../../plataforma/index.ts';

/** An authorization of numbering, as whoever keeps them tells it. */
export interface RangoQueAutoriza {
  resolucion: string;
  prefijo: string;
  desde: bigint;
  hasta: bigint;
  periodo: { desde: Fecha; hasta: Fecha };
  /** Its numbers serve no more from that day. */
  inhabilitadoDesde?: Fecha;
  /** Absent where the code is closed with the PIN of the software. */
  claveTecnica?: string;
}

/** Who knows which numbers an issuer may use, and with what their codes are closed. */
export interface Autorizador {
  rango(
    trx: Transaccion,
    n: { nitEmisor: string; prefijo: string; numero: bigint; fecha: Fecha },
  ): Promise<RangoQueAutoriza | undefined>;
  pin(trx: Transaccion, s: { nit: string; softwareId: string }): Promise<string | undefined>;
}

/** Documents whose numbers come from a range (technical annex 1.9, rules FAB05 to FAB12). */
const CON_RANGO = new Set(['01', '02', '03', '04', '05', '20']);

/**
 * The range with which every issuer tries its software (annex 1.9, § habilitación): its technical key is public, so what it
 * closes proves nothing of who issued. Only for documents that say that they are of tests.
 */
const DE_PRUEBAS: RangoQueAutoriza = {
  resolucion: '18760000001',
  prefijo: 'SETP',
  desde: 990_000_000n,
  hasta: 995_000_000n,
  periodo: { desde: fecha('2019-01-19'), hasta: fecha('2030-01-19') },
  claveTecnica: 'fc8eac422eba16e22ffd8c6f94b3f40a6e38162c',
};

/** With what the code of a document is closed, and whether its number was authorized to who issues it. */
export async function autorizacionDe(
  trx: Transaccion,
  autorizador: Autorizador,
  { documento: d, nit }: { documento: DocumentoElectronico; nit: string },
): Promise<{ claves: Claves; hallazgos: Hallazgo[] }> {
  const softwareId = d.extension?.softwareId ?? '';
  const pin = await autorizador.pin(trx, { nit, softwareId });
  const hallazgos: Hallazgo[] = [];
  if (!CON_RANGO.has(d.tipo ?? '') || d.raiz !== 'Invoice') return { claves: { pin }, hallazgos };
  const prefijo = d.extension?.numeracion?.prefijo ?? '';
  const escrito = d.numero?.startsWith(prefijo) ? d.numero.slice(prefijo.length) : '';
  // What has no number or no date is told by the rules of the document itself.
  if (!/^[0-9]{1,18}$/.test(escrito) || !d.fecha || !esFecha(d.fecha)) return { claves: { pin }, hallazgos };
  const numero = BigInt(escrito);
  const rango =
    (await autorizador.rango(trx, { nitEmisor: nit, prefijo, numero, fecha: fecha(d.fecha) })) ??
    (deLasPruebas(d, numero) ? DE_PRUEBAS : undefined);
  if (!rango) {
    const mensaje = `El número ${d.numero ?? ''} no es de ninguna numeración autorizada al NIT ${nit}.`;
    return {
      claves: { pin },
      hallazgos: [{ regla: codigoDeRegla(d, 'AB05'), tipo: 'rechazo', mensaje }],
    };
  }
  return {
    claves: { pin, ...definidos({ claveTecnica: rango.claveTecnica }) },
    hallazgos: compararConLoAutorizado(d, rango),
  };
}

const deLasPruebas = (d: DocumentoElectronico, numero: bigint): boolean =>
  d.ambiente === '2' &&
  d.extension?.numeracion?.prefijo === DE_PRUEBAS.prefijo &&
  DE_PRUEBAS.desde <= numero &&
  numero <= DE_PRUEBAS.hasta;

/** What a document says of its range against what was authorized (rules FAB05 to FAB12). */
function compararConLoAutorizado(d: DocumentoElectronico, r: RangoQueAutoriza): Hallazgo[] {
  const n = d.extension?.numeracion;
  const { fecha: dia = '' } = d;
  const hallazgos: Hallazgo[] = [];
  const anotar = (regla: string, mensaje: string): void => {
    hallazgos.push({ regla: codigoDeRegla(d, regla), tipo: 'rechazo', mensaje });
  };
  if (n?.autorizacion && n.autorizacion !== r.resolucion)
    anotar(
      'AB05',
      `El número se autorizó con la resolución ${r.resolucion}, y el documento dice ${n.autorizacion}.`,
    );
  if (dia < r.periodo.desde)
    anotar('AB07', `El documento es del ${dia} y la autorización empieza el ${r.periodo.desde}.`);
  if (dia > r.periodo.hasta)
    anotar('AB08', `El documento es del ${dia} y la autorización terminó el ${r.periodo.hasta}.`);
  else if (r.inhabilitadoDesde && dia >= r.inhabilitadoDesde)
    anotar('AB08', `La numeración se inhabilitó el ${r.inhabilitadoDesde}, y el documento es del ${dia}.`);
  if (n?.primero && n.primero !== String(r.desde))
    anotar('AB11', `La numeración autorizada empieza en ${r.desde}, y el documento dice ${n.primero}.`);
  if (n?.ultimo && n.ultimo !== String(r.hasta))
    anotar('AB12', `La numeración autorizada termina en ${r.hasta}, y el documento dice ${n.ultimo}.`);
  return hallazgos;
}
