import { formatearFecha, sumarAnios, type Fecha } from '@autogestion/normas/fechas';
import { errores, idPublico, rechazo, type Rechazo, type Transaccion } from '../../plataforma/index.ts';
import { nombreDe, versionVigente } from '../../rut/index.ts';
import { documentoPorId, documentosDe, emitirDocumento, type Documento } from '../../sello/index.ts';
import { certificarPago, DE_PAGO } from './de-pago.ts';
import { certificarRut, DEL_RUT } from './del-rut.ts';
import { certificarEstado, ESTADO_A_UNA_FECHA } from './estado-a-una-fecha.ts';
import type { Certificado } from './dibujar.ts';

/** House rule: how many years back a statement may be asked for. */
const ANIOS_ATRAS = 5;

const TIPOS = [ESTADO_A_UNA_FECHA, DE_PAGO, DEL_RUT];
/** How many of each kind are listed. */
const CUANTOS = 20;

export type QueCertificado =
  { clase: 'estado'; al: Fecha } | { clase: 'pago'; pago: string } | { clase: 'rut' };

/** What the person reads when a statement cannot be of that day. */
export function diaQueNoSirve(al: Fecha, hoy: Fecha): Rechazo | undefined {
  if (al > hoy)
    return rechazo({ fecha: 'Escriba hoy o un día que ya pasó: de lo que viene no se certifica.' });
  const primero = sumarAnios(hoy, -ANIOS_ATRAS);
  return al < primero ? rechazo({ fecha: `Escriba un día desde el ${formatearFecha(primero)}.` }) : undefined;
}

/**
 * Issues a certificate for whoever acts. Its PDF is sealed with `sellarEnElPedido` once this is committed.
 * @param para what for, in the person's own words: only they see it
 */
export async function pedirCertificado(
  trx: Transaccion,
  e: { titular: string; demostracion: boolean; para: string },
  que: QueCertificado,
): Promise<Pick<Documento, 'id' | 'idPublico'>> {
  const version = await versionVigente(trx, e.titular);
  if (!version) throw errores.noEncontrado();
  const { nit, dv } = version.registro;
  const { tipo, ...certificado } = await certificar(trx, e.titular, que);
  const { id, idPublico: publico } = await emitirDocumento(trx, {
    tipo,
    titular: e.titular,
    publico: {
      ...certificado,
      nit,
      dv,
      nombre: nombreDe(version.registro),
      fecha: trx.hoy,
      demostracion: e.demostracion,
    },
    contenido: e.para === '' ? {} : { para: e.para },
    clave: `certificado:${idPublico()}`,
    enElPedido: true,
  });
  return { id, idPublico: publico };
}

function certificar(trx: Transaccion, titular: string, que: QueCertificado): Promise<Certificado> {
  switch (que.clase) {
    case 'estado':
      return certificarEstado(trx, que.al);
    case 'pago':
      return certificarPago(trx, que.pago);
    case 'rut':
      return certificarRut(trx, titular);
  }
}

/** Those issued, the newest first. */
export async function certificadosDe(trx: Transaccion, titular: string): Promise<Documento[]> {
  const todos: Documento[] = [];
  for (const tipo of TIPOS) todos.push(...(await documentosDe(trx, titular, tipo, CUANTOS)));
  return todos.toSorted((a, b) => b.emitidoEn.getTime() - a.emitidoEn.getTime());
}

/** @throws 404 when it is no certificate of theirs */
export async function certificadoPorId(trx: Transaccion, titular: string, id: string): Promise<Documento> {
  const d = await documentoPorId(trx, id);
  if (d.titular !== titular || !TIPOS.includes(d.tipo)) throw errores.noEncontrado();
  return d;
}
