import { createHash, X509Certificate } from 'node:crypto';
import type { Hallazgo } from '@autogestion/normas/factura';
import * as pkijs from 'pkijs';
import { validarCadena } from '../autoridad/cadena.ts';
import { leerCertificado } from '../autoridad/certificado.ts';
import type { Firmante } from './examinar-factura.ts';

/** Whether who signed has a certificate that leads to an issuer that the office trusts. */
export interface Confianza {
  /** `sin-emisores`: the office has named none yet, and nobody can say. */
  cadena: 'confiable' | 'desconocida' | 'sin-emisores';
  hallazgos: Hallazgo[];
}

/** Of a chain that was followed: between which instants every certificate of it is in force. */
interface Vigencia {
  desde: number;
  hasta: number;
}

/** Issuers sign thousands of documents with one certificate: its chain is followed once for each set of roots. */
const seguidas = new Map<string, Vigencia>();
const SEGUIDAS_MAXIMAS = 1_000;

/** @param raices of the issuers that the office trusts, in PEM */
export async function comprobarConfianza(firmante: Firmante, raices: readonly string[]): Promise<Confianza> {
  if (raices.length === 0) {
    const mensaje =
      'Esta oficina no ha dicho en qué emisores de certificados confía: no se comprobó quién certifica al firmante.';
    return { cadena: 'sin-emisores', hallazgos: [{ regla: 'ZD', tipo: 'notificacion', mensaje }] };
  }
  const momento = Date.parse(firmante.momento ?? '');
  const instante = new Date(Number.isNaN(momento) ? 0 : momento);
  const clave = claveDe(firmante, raices);
  const conocida = seguidas.get(clave);
  if (conocida && conocida.desde <= momento && momento <= conocida.hasta) return CONFIABLE;
  const mensaje = await faltaDe(firmante, { raices, instante, clave });
  if (mensaje === undefined) return CONFIABLE;
  return { cadena: 'desconocida', hallazgos: [{ regla: 'ZD', tipo: 'rechazo', mensaje }] };
}

const CONFIABLE: Confianza = { cadena: 'confiable', hallazgos: [] };

function claveDe({ certificados }: Firmante, raices: readonly string[]): string {
  const huella = createHash('sha256');
  for (const uno of certificados) huella.update(uno);
  for (const raiz of raices) huella.update(raiz);
  return huella.digest('base64');
}

async function faltaDe(
  { certificados }: Firmante,
  { raices, instante, clave }: { raices: readonly string[]; instante: Date; clave: string },
): Promise<string | undefined> {
  let leidos: pkijs.Certificate[];
  try {
    leidos = certificados.map((der) => pkijs.Certificate.fromBER(new Uint8Array(der)));
  } catch {
    return 'Cadena del certificado: uno de los que trae la firma no se puede leer.';
  }
  const [hoja, ...intermedios] = leidos;
  if (!hoja) return 'Cadena del certificado: la firma no trae ninguno.';
  const cadena = await validarCadena({ hoja, intermedios, raices: raices.map(leerCertificado), instante });
  if (cadena.valida) {
    if (seguidas.size >= SEGUIDAS_MAXIMAS) seguidas.clear();
    seguidas.set(clave, {
      desde: Math.max(...cadena.certificados.map((c) => c.notBefore.value.getTime())),
      hasta: Math.min(...cadena.certificados.map((c) => c.notAfter.value.getTime())),
    });
    return undefined;
  }
  const pasos = pasosDe(certificados);
  const ultimo = pasos.at(-1);
  const donde = `Cadena del certificado, paso ${pasos.length}`;
  switch (cadena.falta) {
    case 'emisor-desconocido':
      return ultimo?.issuer === ultimo?.subject
        ? `${donde}: «${nombreDe(ultimo?.subject)}» se certificó a sí mismo y no es de los emisores en que confía esta oficina.`
        : `${donde}: a «${nombreDe(ultimo?.subject)}» lo certificó «${nombreDe(ultimo?.issuer)}», que no es de los emisores en que confía esta oficina.`;
    case 'fuera-de-vigencia':
      return `Cadena del certificado: uno de sus certificados no estaba vigente al firmar (${instante.toISOString().slice(0, 10)}).`;
    case 'uso-indebido':
      return 'Cadena del certificado: uno de los que certifican no puede hacerlo, o trae condiciones que no se conocen.';
  }
}

/** From the signer's up, as far as the certificates that came lead. */
function pasosDe(certificados: readonly Uint8Array[]): X509Certificate[] {
  const [hoja, ...otros] = certificados.map((der) => new X509Certificate(der));
  const pasos = hoja ? [hoja] : [];
  for (let actual = hoja; actual;) {
    const este: X509Certificate = actual;
    actual = otros.find((o) => !pasos.includes(o) && este.checkIssued(o));
    if (actual) pasos.push(actual);
  }
  return pasos;
}

const nombreDe = (asunto = ''): string =>
  (/^CN=(.*)$/m.exec(asunto)?.[1] ?? asunto.replaceAll('\n', ', ')).slice(0, 120);
