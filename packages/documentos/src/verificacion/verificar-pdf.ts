import type * as pkijs from 'pkijs';
import { validarCadena } from '../autoridad/cadena.ts';
import { leerCertificado, nombreComun } from '../autoridad/certificado.ts';
import { tienePapel } from '../autoridad/papeles.ts';
import { largoDer } from '../cms/der.ts';
import { OID } from '../cms/oids.ts';
import { verificarCms, type CmsVerificado } from '../cms/verificar.ts';
import { horaEstampada } from '../estampado/verificar.ts';
import { firmaAdjunta } from '../acta/firma-adjunta.ts';
import { empiezaComoPdf, leerSello, mencionesDeFirma, type SelloUbicado } from '../pdf/rangos.ts';
import { datosAdjuntos } from './datos-adjuntos.ts';
import { RAZON, type Veredicto } from './veredicto.ts';

interface OpcionesVerificacion {
  /** PEM of the roots that are trusted. */
  raices: string[];
  /** Now: a seal from the future is not believed. */
  instante: Date;
  /** Revocation list of the certificates of persons; a signed act is not found valid without one. */
  lista?: Uint8Array | undefined;
}

/** A clock may run ahead of the one that stamped; more than this is not believed. */
const TOLERANCIA_MS = 5 * 60_000;
/** Hexadecimal digits of a signature: the office's own takes some 30.000. */
const MAXIMO_DIGITOS = 1_000_000;

/**
 * Tells whether a PDF is as the office sealed it. Reads positions, CMS and certificates by itself, without the
 * library that sealed. Whatever the bytes are, it answers and never throws on them.
 *
 * @throws only when a root is not a certificate in PEM
 */
export async function verificarPdf(bytes: Uint8Array, opciones: OpcionesVerificacion): Promise<Veredicto> {
  const raices = opciones.raices.map(leerCertificado);
  const ultimo = empiezaComoPdf(bytes) ? leerSello(bytes) : undefined;
  if (!ultimo) return sinSello(bytes);
  if (ultimo.despues > 0) return veredicto('alterado', RAZON.agregado);

  const der = leerContenido(bytes, ultimo);
  if (!der) return veredicto('alterado', RAZON.ilegible, { cubreTodo: true });
  try {
    const cms = await verificarCms(der, [OID.datos], ultimo.cubierto);
    const juzgado = await juzgar(bytes, cms, { raices, instante: opciones.instante });
    return juzgado.estado === 'integro'
      ? { ...juzgado, firma: await firmaAdjunta(bytes, opciones) }
      : juzgado;
  } catch {
    return veredicto('alterado', RAZON.cambiado, { cubreTodo: true });
  }
}

function sinSello(bytes: Uint8Array): Veredicto {
  if (bytes.length === 0) return veredicto('sin-sello', RAZON.vacio);
  if (mencionesDeFirma(bytes) > 0) return veredicto('alterado', RAZON.ilegible);
  return veredicto('sin-sello', empiezaComoPdf(bytes) ? RAZON.sinSello : RAZON.noEsPdf);
}

async function juzgar(
  bytes: Uint8Array,
  cms: CmsVerificado,
  { raices, instante }: { raices: pkijs.Certificate[]; instante: Date },
): Promise<Veredicto> {
  const firmante = nombreComun(cms.firmante.subject);
  const estampadoEn = cms.estampa ? await horaEstampada(cms.estampa, cms.firma, raices) : undefined;
  const cadena = await validarCadena({
    hoja: cms.firmante,
    intermedios: cms.otros,
    raices,
    instante: estampadoEn ?? instante,
  });
  const base = { firmante, estampadoEn, cubreTodo: true };

  if (!cadena.valida && cadena.falta === 'emisor-desconocido') {
    return veredicto('sello-de-otra-autoridad', RAZON.otraAutoridad, base);
  }
  if (!estampadoEn) return veredicto('sello-invalido', RAZON.sinEstampa, base);
  if (estampadoEn.getTime() > instante.getTime() + TOLERANCIA_MS) {
    return veredicto('sello-invalido', RAZON.futuro, base);
  }
  if (!cadena.valida && cadena.falta === 'fuera-de-vigencia') {
    return veredicto('sello-invalido', RAZON.noVigente, { ...base, certificadoVigente: false });
  }
  // A certificate that takes no part in the chain is not protected by anything: the file was touched.
  if (cadena.valida && !cms.otros.every((uno) => cadena.certificados.includes(uno))) {
    return veredicto('alterado', RAZON.ilegible, base);
  }
  if (!cadena.valida || !tienePapel(cadena.certificados, 'sello')) {
    return veredicto('sello-invalido', RAZON.usoIndebido, { ...base, certificadoVigente: true });
  }
  const datos = await datosAdjuntos(bytes);
  return veredicto('integro', RAZON.integro, { ...base, certificadoVigente: true, datos });
}

/**
 * The CMS between the angle brackets: hexadecimal digits as the office writes them (lower case), then zeros up to
 * the end of what was reserved. Anything else there would be bytes that no signature covers.
 */
function leerContenido(bytes: Uint8Array, { contenido }: SelloUbicado): Uint8Array | undefined {
  if (contenido.fin - contenido.inicio > MAXIMO_DIGITOS) return undefined;
  const hex = Buffer.from(bytes.subarray(contenido.inicio, contenido.fin)).toString('latin1');
  if (!/^(?:[0-9a-f]{2})+$/.test(hex) && !/^(?:[0-9A-F]{2})+$/.test(hex)) return undefined;
  const todo = Buffer.from(hex, 'hex');
  const largo = largoDer(todo);
  if (largo === undefined || todo.subarray(largo).some((octeto) => octeto !== 0)) return undefined;
  return new Uint8Array(todo.subarray(0, largo));
}

function veredicto(estado: Veredicto['estado'], razon: string, resto: Partial<Veredicto> = {}): Veredicto {
  return {
    estado,
    razones: [razon],
    firmante: undefined,
    estampadoEn: undefined,
    certificadoVigente: undefined,
    cubreTodo: false,
    datos: undefined,
    firma: undefined,
    ...resto,
  };
}
