import type { CodigoDeConcepto, RubroDeCargo } from '@autogestion/normas/estado-de-cuenta';
import type { Fecha } from '@autogestion/normas/fechas';
import { llamar, type Transaccion } from '../../plataforma/index.ts';
import type { Acto } from './acto.ts';

/** An act that waits for another official. It does not say whose it is. */
export interface ActoEnEspera {
  id: string;
  /** Its radicado. */
  numero: string;
  clase: Acto['clase'];
  baja: boolean;
  propuestoEn: Date;
  /** Whoever looks proposed it: another one must do it. */
  propio: boolean;
}

/** The oldest first. @param atencion of whom one looks at, and of nobody else */
export async function actosEnEspera(trx: Transaccion, atencion?: string): Promise<ActoEnEspera[]> {
  const filas = await llamar(trx, 'obligaciones.actos_por_confirmar', {
    atencion: atencion ?? null,
    ahora: trx.ahora,
  });
  return filas.map((f) => ({
    id: f.id ?? '',
    numero: f.numero ?? '',
    clase: (f.clase ?? '') as Acto['clase'],
    baja: f.baja === true,
    propuestoEn: f.propuesto_en ?? trx.ahora,
    propio: f.propio === true,
  }));
}

export interface ActoPropuesto {
  acto: Acto;
  numero: string;
  propuestoEn: Date;
  propio: boolean;
  /** Done, or said no to. */
  resuelto: boolean;
}

/** One act, within a reason for looking at whose it is. */
export async function actoAtendido(
  trx: Transaccion,
  { atencion, acto: id }: { atencion: string; acto: string },
): Promise<ActoPropuesto | undefined> {
  const [f] = await llamar(trx, 'obligaciones.acto_atendido', { atencion, acto: id, ahora: trx.ahora });
  if (!f) return undefined;
  const comun = { valor: f.valor ?? 0n, motivo: f.motivo ?? '' };
  const sobre = { comprobante: f.sobre_comprobante ?? 0n, renglon: f.sobre_renglon ?? 0 };
  const acto: Acto =
    f.clase === 'cargo'
      ? {
          ...comun,
          clase: 'cargo',
          concepto: (f.concepto ?? '') as CodigoDeConcepto,
          anio: f.anio ?? 0,
          periodo: f.periodo ?? '',
          rubro: (f.rubro ?? '') as RubroDeCargo,
          baja: f.baja === true,
          impuesta: f.impuesta === true,
          desde: (f.desde ?? '') as Fecha,
          vence: (f.vence ?? '') as Fecha,
          documento: f.documento ?? '',
          expedido: (f.expedido ?? '') as Fecha,
          articulo: f.articulo ?? '',
        }
      : f.clase === 'anulacion'
        ? { ...comun, clase: 'anulacion', sobre }
        : { ...comun, clase: 'reimputacion', sobre, destino: f.destino ?? '' };
  return {
    acto,
    numero: f.numero ?? '',
    propuestoEn: f.propuesto_en ?? trx.ahora,
    propio: f.propio === true,
    resuelto: f.resuelto === true,
  };
}
