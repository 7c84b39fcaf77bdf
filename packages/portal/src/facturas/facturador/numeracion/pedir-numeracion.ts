import type { Json } from '@autogestion/documentos';
import { definidos } from '@autogestion/normas/definidos';
import {
  faltasDelRango,
  finDeLaNumeracion,
  MODALIDADES_DE_NUMERACION,
  type ModalidadDeNumeracion,
} from '@autogestion/normas/factura';
import { RESPONSABILIDAD_FACTURADOR } from '@autogestion/normas/rut';
import { sql } from 'kysely';
import {
  auditar,
  errores,
  idPublico,
  llamar,
  rechazo,
  titularDe,
  uuidv7,
  type Claves,
  type Rechazo,
  type Transaccion,
} from '../../../plataforma/index.ts';
import { nombreDe, versionVigente, type VersionRut } from '../../../rut/index.ts';
import { emitirDocumento } from '../../../sello/index.ts';
import { deRango } from '../direcciones.ts';
import { erroresDelFacturador } from '../errores.ts';
import { cerrarSecreto, nuevaClaveTecnica } from '../secretos.ts';
import { PEDIR_NUMERACION, type ActoDeNumeracion } from './acto.ts';
import { rangoDe, rangosDe, softwareDe, type Rango } from './consultas.ts';
import { claveDelFormato, FORMATO_1876 } from './formato-1876.ts';
import { enRango } from './palabras.ts';

interface NumerosPedidos {
  modalidad: ModalidadDeNumeracion;
  prefijo: string;
  desde: bigint;
  hasta: bigint;
  /** Public identifier; the only one they have unless told. */
  software?: string;
}

/** @throws 404; ErrorDominio `facturas.sin-habilitarse` while the RUT does not have code 52 */
export async function exigirFacturador(trx: Transaccion): Promise<VersionRut> {
  const version = await versionVigente(trx, titularDe(trx));
  if (!version) throw errores.noEncontrado();
  if (!version.registro.clasificacion.responsabilidades.includes(RESPONSABILIDAD_FACTURADOR))
    throw erroresDelFacturador.sinHabilitarse();
  return version;
}

/**
 * Keeps what is asked for until it is signed; the same numbers asked for again are the same request.
 * @returns its public identifier, or what is wrong with it
 */
export async function pedirNumeracion(trx: Transaccion, n: NumerosPedidos): Promise<string | Rechazo> {
  const version = await exigirFacturador(trx);
  const faltas = faltasDelRango(n);
  if (Object.keys(faltas).length > 0) return rechazo(faltas);
  const suyos = await softwareDe(trx);
  const software = n.software === undefined ? suyos.at(-1) : suyos.find((s) => s.idPublico === n.software);
  if (!software)
    return rechazo({
      software: 'Elija el software con el que va a facturar. Si no tiene, registre uno antes.',
    });
  const igual = (await rangosDe(trx)).find(
    (r) =>
      !r.autorizado &&
      r.modalidad === n.modalidad &&
      r.prefijo === n.prefijo &&
      r.desde === n.desde &&
      r.hasta === n.hasta &&
      r.software.id === software.id,
  );
  if (igual) return igual.idPublico;
  const publico = idPublico();
  await sql`insert into facturas.rango (id, id_publico, titular_id, nit, modalidad, prefijo, desde, hasta, software, pedido_en)
    values (${uuidv7(trx.ahora)}, ${publico}, ${titularDe(trx)}, ${version.registro.nit}, ${n.modalidad}, ${n.prefijo},
      ${n.desde}, ${n.hasta}, ${software.id}, ${trx.ahora})`.execute(trx.bd);
  await auditar(trx, { accion: 'facturas.pedir-numeracion', objeto: `rango:${publico}` });
  return publico;
}

/** What would be signed of a request now. @throws ErrorDominio `facturas.rango-cruzado` once it was authorized */
export async function loQueSeFirmaDelRango(
  trx: Transaccion,
  publico: string,
): Promise<{ tipo: string; acto: Json }> {
  const { idPublico: titular } = await exigirFacturador(trx);
  const r = await rangoDe(trx, publico);
  if (r.autorizado)
    throw erroresDelFacturador
      .rangoCruzado()
      .conSalida({ href: deRango(titular, r.idPublico), texto: 'Ver la autorización' });
  const acto: ActoDeNumeracion = {
    rango: r.idPublico,
    modalidad: r.modalidad,
    prefijo: r.prefijo,
    desde: String(r.desde),
    hasta: String(r.hasta),
    vigencia: { desde: trx.hoy, hasta: finDeLaNumeracion(trx.hoy) },
    software: { id: r.software.softwareId, nombre: r.software.nombre },
  };
  return { tipo: PEDIR_NUMERACION, acto };
}

/** Authorizes what was signed in this transaction, with its technical key and the document that says it (form 1876). */
export async function autorizarNumeracion(
  trx: Transaccion,
  e: { claves: Claves; demostracion: boolean },
  acto: { id: string; canonico: string },
): Promise<void> {
  const { acto: firmado } = JSON.parse(acto.canonico) as { acto: ActoDeNumeracion };
  const version = await exigirFacturador(trx);
  const clave = MODALIDADES_DE_NUMERACION[firmado.modalidad].conClaveTecnica
    ? cerrarSecreto(e.claves, 'clave-tecnica', firmado.rango, nuevaClaveTecnica())
    : null;
  const resolucion = await llamar(trx, 'facturas.autorizar_rango', {
    acto: acto.id,
    clave,
    ahora: trx.ahora,
  });
  if (resolucion === null || resolucion === undefined) throw erroresDelFacturador.rangoCruzado();
  const r = await rangoDe(trx, firmado.rango);
  await emitirDocumento(trx, {
    tipo: FORMATO_1876,
    titular: titularDe(trx),
    publico: {
      titulo: 'Autorización de numeración de facturación',
      nit: version.registro.nit,
      dv: version.registro.dv,
      nombre: nombreDe(version.registro),
      estado: 'autorizada',
      desde: firmado.vigencia.desde,
      fecha: trx.hoy,
      demostracion: e.demostracion,
      certifica: {
        frase: `Resolución ${resolucion}: ${enRango(r)}, hasta el ${firmado.vigencia.hasta}.`,
        al: trx.hoy,
      },
    },
    contenido: { rango: r.id },
    clave: claveDelFormato(r.idPublico),
  });
  await auditar(trx, {
    accion: 'facturas.autorizar-numeracion',
    objeto: `rango:${r.idPublico}`,
    datos: { resolucion },
  });
}

/** Tells the technical key, once. @throws 404; ErrorDominio `facturas.clave-ya-mostrada` */
export async function mostrarClave(
  trx: Transaccion,
  publico: string,
): Promise<{ rango: Rango; clave: Buffer }> {
  const { rows } = await sql`update facturas.rango set clave_mostrada_en = ${trx.ahora}
    where id_publico = ${publico} and titular_id = plataforma.actor_titular() and clave is not null
      and clave_mostrada_en is null returning id`.execute(trx.bd);
  const rango = await rangoDe(trx, publico);
  if (!rango.autorizado) throw erroresDelFacturador.sinAutorizar();
  const { clave } = rango.autorizado;
  if (!clave) throw erroresDelFacturador.sinClave();
  if (rows.length === 0) throw erroresDelFacturador.claveYaMostrada();
  await auditar(trx, { accion: 'facturas.mostrar-clave-tecnica', objeto: `rango:${publico}` });
  return { rango, clave };
}

/** From today on its numbers serve no more. What was issued before stays as it is. Twice is once. */
export async function inhabilitarRango(trx: Transaccion, publico: string): Promise<void> {
  const r = await rangoDe(trx, publico);
  if (!r.autorizado) throw erroresDelFacturador.sinAutorizar();
  const hecho = await sql`update facturas.rango set inhabilitado_desde = ${trx.hoy}
    where id = ${r.id} and inhabilitado_desde is null`.execute(trx.bd);
  if (hecho.numAffectedRows === 0n) return;
  await auditar(trx, {
    accion: 'facturas.inhabilitar-numeracion',
    objeto: `rango:${publico}`,
    datos: definidos({ resolucion: r.autorizado.resolucion }),
  });
}
