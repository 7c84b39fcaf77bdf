import type { Fecha } from '@autogestion/normas/fechas';
import type { ModalidadDeNumeracion } from '@autogestion/normas/factura';
import { definidos } from '@autogestion/normas/definidos';
import { FORMA_UUID, llamar, type Claves, type Transaccion } from '../../plataforma/index.ts';
import type { RangoQueAutoriza } from '../recepcion/index.ts';
import { abrirSecreto } from './secretos.ts';

/** An authorization of numbering, and for which documents it is. */
type RangoAutorizado = RangoQueAutoriza & { modalidad: ModalidadDeNumeracion };

/**
 * The authorization of a number of an issuer: that in force on the day or, when none was, the last that had it, so that who
 * asks can say what is wrong. Undefined when that number was never authorized.
 */
export async function rangoQueAutoriza(
  trx: Transaccion,
  claves: Claves,
  n: { nitEmisor: string; prefijo: string; numero: bigint; fecha: Fecha },
): Promise<RangoAutorizado | undefined> {
  const filas: Fila[] = await llamar(trx, 'facturas.rango_que_autoriza', {
    nit: n.nitEmisor,
    prefijo: n.prefijo,
    numero: n.numero,
  });
  const vigente = filas.find((f) => f.vigente_desde <= n.fecha && n.fecha <= f.vigente_hasta) ?? filas[0];
  if (!vigente) return undefined;
  return {
    resolucion: vigente.resolucion,
    modalidad: vigente.modalidad,
    prefijo: vigente.prefijo,
    desde: vigente.desde,
    hasta: vigente.hasta,
    periodo: { desde: vigente.vigente_desde, hasta: vigente.vigente_hasta },
    ...definidos({
      inhabilitadoDesde: vigente.inhabilitado_desde ?? undefined,
      claveTecnica: vigente.clave
        ? abrirSecreto(claves, 'clave-tecnica', vigente.id_publico, vigente.clave)
        : undefined,
    }),
  };
}

interface Fila {
  id_publico: string;
  resolucion: string;
  modalidad: ModalidadDeNumeracion;
  prefijo: string;
  desde: bigint;
  hasta: bigint;
  vigente_desde: Fecha;
  vigente_hasta: Fecha;
  inhabilitado_desde: Fecha | null;
  clave: Buffer | null;
}

/** The PIN of an issuer's software; undefined when that software is not of that NIT. */
export async function pinDelSoftware(
  trx: Transaccion,
  claves: Claves,
  { nit, softwareId }: { nit: string; softwareId: string },
): Promise<string | undefined> {
  const escrito = softwareId.toLowerCase();
  if (!FORMA_UUID.test(escrito)) return undefined;
  const [fila]: { id_publico: string; pin: Buffer }[] = await llamar(trx, 'facturas.pin_de_software', {
    nit,
    software: escrito,
  });
  return fila && abrirSecreto(claves, 'pin', fila.id_publico, fila.pin);
}
