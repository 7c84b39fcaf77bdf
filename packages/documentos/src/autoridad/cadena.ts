import * as asn1js from 'asn1js';
import * as pkijs from 'pkijs';
import { firmaBienEscrita } from '../cms/forma.ts';
import { EXTENSION, USO } from './certificado.ts';

/** Why a certificate does not lead to a trusted root. */
type FaltaDeCadena = 'emisor-desconocido' | 'fuera-de-vigencia' | 'uso-indebido';

type Cadena =
  | { valida: true; /** From the leaf to the root. */ certificados: pkijs.Certificate[] }
  | { valida: false; falta: FaltaDeCadena };

const NIVELES_MAXIMOS = 4;
const CONOCIDAS: ReadonlySet<string> = new Set(Object.values(EXTENSION));

/**
 * Follows a certificate up to one of the roots (RFC 5280 § 6, without policies nor name constraints):
 * signatures, validity of each certificate at `instante`, authority flags, path length, and no critical
 * extension that is not understood.
 */
export async function validarCadena(pedido: {
  hoja: pkijs.Certificate;
  intermedios: pkijs.Certificate[];
  raices: pkijs.Certificate[];
  instante: Date;
}): Promise<Cadena> {
  const { hoja, intermedios, raices, instante } = pedido;
  const certificados = [hoja];
  let actual = hoja;
  while (certificados.length <= NIVELES_MAXIMOS) {
    const raiz = await emisorDe(actual, raices);
    const siguiente = raiz ?? (await emisorDe(actual, intermedios));
    if (!siguiente || certificados.includes(siguiente)) return { valida: false, falta: 'emisor-desconocido' };
    certificados.push(siguiente);
    if (raiz) return revisar(certificados, instante);
    actual = siguiente;
  }
  return { valida: false, falta: 'emisor-desconocido' };
}

function revisar(certificados: pkijs.Certificate[], instante: Date): Cadena {
  if (certificados.some((uno) => !vigente(uno, instante)))
    return { valida: false, falta: 'fuera-de-vigencia' };
  if (certificados.some(tieneCriticaDesconocida)) return { valida: false, falta: 'uso-indebido' };
  const autoridades = certificados.slice(1);
  const correctas = autoridades.every((uno, debajo) => puedeEmitir(uno, debajo));
  return correctas ? { valida: true, certificados } : { valida: false, falta: 'uso-indebido' };
}

async function emisorDe(
  certificado: pkijs.Certificate,
  candidatos: pkijs.Certificate[],
): Promise<pkijs.Certificate | undefined> {
  for (const candidato of candidatos) {
    if (!candidato.subject.isEqual(certificado.issuer) || !firmaEntera(certificado)) continue;
    // pkijs throws on an algorithm that it does not know: such an issuer proves nothing.
    const firmo = await certificado.verify(candidato).catch(() => false);
    if (firmo) return candidato;
  }
  return undefined;
}

/** The signature of a certificate is whole octets; the count of spare bits is covered by nothing. */
function firmaEntera({ signatureValue, signatureAlgorithm }: pkijs.Certificate): boolean {
  const { unusedBits, valueHexView } = signatureValue.valueBlock;
  return unusedBits === 0 && firmaBienEscrita(signatureAlgorithm, new Uint8Array(valueHexView).buffer);
}

export function vigente(certificado: pkijs.Certificate, instante: Date): boolean {
  return certificado.notBefore.value <= instante && instante <= certificado.notAfter.value;
}

export function esAutoridad(certificado: pkijs.Certificate): boolean {
  const restricciones: unknown = buscar(certificado, EXTENSION.restriccionesBasicas)?.parsedValue;
  return restricciones instanceof pkijs.BasicConstraints && restricciones.cA;
}

/** @param debajo authorities between this certificate and the leaf */
function puedeEmitir(certificado: pkijs.Certificate, debajo: number): boolean {
  const restricciones: unknown = buscar(certificado, EXTENSION.restriccionesBasicas)?.parsedValue;
  if (!(restricciones instanceof pkijs.BasicConstraints) || !restricciones.cA) return false;
  const { pathLenConstraint: largo } = restricciones;
  return (typeof largo !== 'number' || largo >= debajo) && tieneUso(certificado, USO.firmaDeCertificados);
}

function tieneCriticaDesconocida(certificado: pkijs.Certificate): boolean {
  return (certificado.extensions ?? []).some(({ critical, extnID }) => critical && !CONOCIDAS.has(extnID));
}

/** Whether keyUsage has the bit. */
export function tieneUso(certificado: pkijs.Certificate, posicion: number): boolean {
  const uso: unknown = buscar(certificado, EXTENSION.usoDeClave)?.parsedValue;
  if (!(uso instanceof asn1js.BitString)) return false;
  return ((uso.valueBlock.valueHexView[0] ?? 0) & (0x80 >> posicion)) !== 0;
}

/** Whether extendedKeyUsage has the purpose; `unico` also asks that it be critical and the only one. */
export function tieneProposito(certificado: pkijs.Certificate, oid: string, unico = false): boolean {
  const extension = buscar(certificado, EXTENSION.propositos);
  const uso: unknown = extension?.parsedValue;
  if (!(uso instanceof pkijs.ExtKeyUsage)) return false;
  if (unico && (uso.keyPurposes.length !== 1 || !extension?.critical)) return false;
  return uso.keyPurposes.includes(oid);
}

/** The policies under which it was issued, or for which an authority answers; undefined when it does not say. */
export function politicasDe(certificado: pkijs.Certificate): string[] | undefined {
  const extension = buscar(certificado, EXTENSION.politicas);
  const dichas: unknown = extension?.parsedValue;
  if (dichas instanceof pkijs.CertificatePolicies)
    return dichas.certificatePolicies.map((una) => una.policyIdentifier);
  // One that cannot be read is no reason to take it for a certificate without policies.
  return extension && [];
}

function buscar(certificado: pkijs.Certificate, oid: string): pkijs.Extension | undefined {
  return certificado.extensions?.find(({ extnID }) => extnID === oid);
}
