import {
  firmarActoConClave,
  resumenDe,
  type ActoPorFirmar,
  type Json,
  type Presentacion,
} from '@autogestion/documentos';
import { definidos } from '@autogestion/normas/definidos';
import { formatearFechaHora } from '@autogestion/normas/fechas';
import { sql } from 'kysely';
import {
  auditar,
  encolar,
  enviarMensaje,
  errores,
  nuevoRadicado,
  puede,
  uuidv7,
  type Sesion,
  type Transaccion,
} from '../plataforma/index.ts';
import { estadoDeTitular, nombreDe, versionVigente } from '../rut/index.ts';
import { emitirDocumento } from '../sello/index.ts';
import { abrirClave, type CertificadoEnUso } from './abrir-clave.ts';
import { TIPOS_DE_ACTO, type TipoActo } from './actos.ts';
import { acuerdoDe } from './acuerdo.ts';
import { canalesDe } from './canales.ts';
import { actoPorClave, type ActoGuardado } from './consultas.ts';
import { claveDelDocumento, DOCUMENTO, nombreDelArchivo } from './documento.ts';
import type { EntornoFirma } from './entorno.ts';
import { rechazo, type Rechazo } from './errores.ts';
import { evidenciaDe, type FactorUsado } from './evidencia.ts';
import { PUBLICAR_LISTA } from './lista.ts';
import { usarSegundoFactor, type SegundoFactor } from './segundo-factor.ts';

interface PedidoDeFirma {
  /** A kind that some room has. */
  tipo: string;
  /** For whom. */
  titular: string;
  /** The act as it is now, not as the form brought it. */
  acto: Json;
  /** Hash that the page carried of what it showed. */
  mostrado: string;
  contrasena: string;
  /** Field of the form in which it came. */
  campo?: string;
  factor: SegundoFactor;
  sesion: Sesion;
  /** Asking twice with the same key gives the same act. */
  clave: string;
}

export type Firmado = { ok: true; acto: ActoGuardado } | Rechazo;

/** What is shown of an act, and its hash: what the page carries and the signature says. */
export async function presentarActo(
  trx: Transaccion,
  tipo: string,
  acto: Json,
): Promise<{ presentacion: Presentacion; mostrado: string }> {
  const presentacion = trx.casa.uno(TIPOS_DE_ACTO, tipo).presentar(acto);
  return { presentacion, mostrado: await resumenDe(presentacion) };
}

/**
 * Signs an act with the own key of whoever acts: the door for every room that needs a signature. When it answers `ok`
 * the act is durable and numbered in the caller's transaction, and its document is a job. A refusal is an answer and
 * not an exception: the caller commits it, so that what was tried counts.
 *
 * What you see is what you sign: when what the act shows now is not what the page showed, nothing is signed.
 */
export async function firmarActo(trx: Transaccion, e: EntornoFirma, p: PedidoDeFirma): Promise<Firmado> {
  const { actor } = trx;
  if (actor.tipo !== 'persona') throw new TypeError('Only a person signs');
  // Signing is of who has a title of their own to it, never of a delegate. The database asks the same.
  if (!puede(actor, p.titular, 'firmar')) throw errores.sinPermiso();
  const { persona } = actor;
  const tipo = trx.casa.uno(TIPOS_DE_ACTO, p.tipo);
  const { presentacion, mostrado: actual } = await presentarActo(trx, p.tipo, p.acto);
  if (actual !== p.mostrado) return cambio(p.mostrado, actual);

  // Opening the key takes the lock of the person, so two requests with one key of idempotency come one by one.
  const abierta = await abrirClave(trx, e, {
    persona,
    contrasena: p.contrasena,
    ...definidos({ campo: p.campo || undefined }),
  });
  const cancelado = (await estadoDeTitular(trx, persona)) === 'cancelado';
  // The cancellation of the RUT ended the signature: that is the reason, and not that there is none.
  if (!abierta.ok) return cancelado && abierta.codigo === 'firma.sin-firma' ? deRutCancelado() : abierta;
  const previo = await actoPorClave(trx, persona, p.clave);
  if (previo)
    return previo.mostradoHash === actual ? { ok: true, acto: previo } : cambio(previo.mostradoHash, actual);
  if (cancelado) return deRutCancelado();
  const segundo = await usarSegundoFactor(trx, e, { ...p, persona, mostrado: actual });
  if (!segundo.ok) return segundo;
  const factores: FactorUsado[] = [{ factor: 'contrasena', usadoEn: trx.ahora.toISOString() }, segundo.usado];
  const acto = await guardarFirmado(trx, e, {
    ...p,
    tipo,
    persona,
    presentacion,
    mostrado: actual,
    factores,
    abierta,
  });
  return { ok: true, acto };
}

const deRutCancelado = (): Rechazo =>
  rechazo('rut-cancelado', 'Su RUT está cancelado: con él no se puede firmar.');

function cambio(mostrada: string, actual: string): Rechazo {
  return rechazo(
    'cambio-lo-mostrado',
    'Lo que iba a firmar cambió después de que se lo mostramos, así que no se firmó nada. Revíselo otra vez y firme.',
    { huellas: { mostrada, actual } },
  );
}

interface ParaGuardar {
  tipo: TipoActo;
  persona: string;
  titular: string;
  acto: Json;
  presentacion: Presentacion;
  mostrado: string;
  factores: FactorUsado[];
  abierta: { clave: CryptoKey; certificado: CertificadoEnUso };
  sesion: Sesion;
  clave: string;
}

/** The factors are proven: number, sign, write, and leave document and notice to the jobs. */
export async function guardarFirmado(
  trx: Transaccion,
  e: EntornoFirma,
  g: ParaGuardar,
): Promise<ActoGuardado> {
  const { certificado, clave } = g.abierta;
  const version = await versionVigente(trx, g.titular);
  if (!version) throw new Error('The person for whom one signs has no RUT that is visible');
  const { registro } = version;
  const titular = { nit: registro.nit, nombre: nombreDe(registro) };
  const radicado = await nuevoRadicado(trx, 'FE');
  const porFirmar: ActoPorFirmar = {
    version: 1,
    tipo: g.tipo.tipo,
    radicado,
    firmante: { nit: certificado.nit, nombre: certificado.nombre },
    titular,
    firmadoEn: trx.ahora.toISOString(),
    acto: g.acto,
    mostrado: g.mostrado,
  };
  const firmado = await firmarActoConClave(porFirmar, {
    clave,
    certificado: certificado.pem,
    material: e.autoridad.material,
  });
  const evidencia = evidenciaDe({
    porFirmar,
    firmado,
    factores: g.factores,
    sesion: g.sesion.id,
    certificado,
    acuerdo: await acuerdoDe(trx, certificado.id),
  });
  const id = uuidv7(trx.ahora);
  await sql`insert into firma.acto (id, radicado, tipo, firmante_id, titular_id, titular_publico, certificado_id, canonico, mostrado,
      mostrado_hash, jws, cms, evidencia, clave, firmado_en)
    values (${id}, ${radicado}, ${g.tipo.tipo}, ${g.persona}, ${g.titular}, ${version.idPublico}, ${certificado.id}, ${firmado.canonico},
      ${JSON.stringify(g.presentacion)}::jsonb, decode(${g.mostrado}, 'hex'), ${firmado.jws}, ${Buffer.from(firmado.cms)},
      ${JSON.stringify(evidencia)}::jsonb, ${g.clave}, ${trx.ahora})`.execute(trx.bd);
  await emitirDocumento(trx, {
    tipo: DOCUMENTO,
    titular: g.titular,
    publico: {
      titulo: g.tipo.nombre,
      nit: registro.nit,
      dv: registro.dv,
      nombre: titular.nombre,
      estado: 'firmado',
      fecha: trx.hoy,
      demostracion: e.demostracion,
      firma: { por: certificado.nombre, en: trx.ahora.toISOString(), radicado, tipo: g.tipo.tipo },
    },
    contenido: { acto: id, archivo: nombreDelArchivo(g.tipo, g.acto, radicado) },
    clave: claveDelDocumento(id),
    prioridad: 'alguienEspera',
  });
  await auditar(trx, {
    accion: 'firma.firmar-acto',
    persona: g.titular,
    objeto: `acto:${id}`,
    datos: { radicado, tipo: g.tipo.tipo, sha256: evidencia.acto.sha256 },
  });
  // Only a list later than the signature says that its certificate was good.
  await encolar(trx, PUBLICAR_LISTA, {}, { clave: PUBLICAR_LISTA, prioridad: 'nadieEspera' });
  await avisar(trx, g.tipo.nombre, radicado);
  const guardado = await actoPorClave(trx, g.persona, g.clave);
  if (!guardado) throw new Error('The act that was just signed is not visible to who signed it');
  return guardado;
}

/** By e-mail, wherever the dynamic key went: whoever did not sign must find out. */
async function avisar(trx: Transaccion, nombre: string, radicado: string): Promise<void> {
  const { avisos } = await canalesDe(trx);
  for (const destino of avisos) {
    await enviarMensaje(trx, {
      canal: 'correo',
      destino,
      asunto: `Usted firmó: ${nombre}`,
      texto: [
        `El ${formatearFechaHora(trx.ahora)} se firmó con su firma electrónica: ${nombre}.`,
        `Radicado ${radicado}.`,
        '',
        'Si no fue usted, entre a la oficina y termine su firma de inmediato: así nadie podrá usarla otra vez.',
      ].join('\n'),
    });
  }
}
