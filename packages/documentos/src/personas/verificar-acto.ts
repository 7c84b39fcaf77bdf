import { compactVerify, importX509 } from 'jose';
import { validarCadena, vigente } from '../autoridad/cadena.ts';
import {
  certificadoAPem,
  derDe,
  leerCertificado,
  nitDe,
  nombreComun,
  serieDe,
} from '../autoridad/certificado.ts';
import { tienePapel } from '../autoridad/papeles.ts';
import { OID } from '../cms/oids.ts';
import { verificarCms, type CmsVerificado } from '../cms/verificar.ts';
import { horaEstampada } from '../estampado/verificar.ts';
import { canonico, TIPO_DE_JWS, type ActoFirmado, type ActoPorFirmar } from './acto.ts';
import { leerLista, type ListaLeida } from './lista.ts';
import { RAZON_FIRMA, type EstadoDeFirma, type VeredictoDeFirma } from './veredicto.ts';

export interface OpcionesDeFirma {
  /** Roots that are trusted, in PEM. */
  raices: string[];
  /** When it is judged. */
  instante: Date;
  /** The revocation list of persons, DER or PEM. Without one no signature is found valid. */
  lista?: Uint8Array | undefined;
}

/** The clock of who judges may be behind that of who signed. */
const TOLERANCIA_MS = 5 * 60_000;

/**
 * Judges a signed act offline: whether it is whole, who signed it and when, whether the certificate was in force and
 * not revoked at that moment, which its timestamp proves. It answers whatever the bytes are.
 *
 * @throws only when a root is not a certificate in PEM
 */
export async function verificarActo(acto: ActoFirmado, opciones: OpcionesDeFirma): Promise<VeredictoDeFirma> {
  const raices = opciones.raices.map(leerCertificado);
  const leido = await leerFirmas(acto).catch(() => undefined);
  if (!leido) return veredicto('alterada');
  const { cms, datos } = leido;
  const firmante = {
    nombre: nombreComun(cms.firmante.subject),
    nit: nitDe(cms.firmante.subject),
    serie: serieDe(cms.firmante),
  };
  const base = {
    acto: datos,
    firmante,
    certificado: { desde: cms.firmante.notBefore.value, hasta: cms.firmante.notAfter.value },
  };
  const firmadaEn = cms.estampa && (await horaEstampada(cms.estampa, cms.firma, raices));
  const cadena = await validarCadena({
    hoja: cms.firmante,
    intermedios: cms.otros,
    raices,
    instante: firmadaEn ?? opciones.instante,
  });
  if (!cadena.valida && cadena.falta === 'emisor-desconocido') return veredicto('de-otra-autoridad', base);
  if (!firmadaEn || firmadaEn.getTime() > opciones.instante.getTime() + TOLERANCIA_MS)
    return veredicto('sin-hora', base);
  const conHora = { ...base, firmadaEn, certificadoVigente: vigente(cms.firmante, firmadaEn) };
  if (!cadena.valida)
    return veredicto(cadena.falta === 'fuera-de-vigencia' ? 'fuera-de-vigencia' : 'alterada', conHora);
  const [, emisor] = cadena.certificados;
  const propia =
    emisor !== undefined &&
    tienePapel(cadena.certificados, 'persona') &&
    cms.otros.every((uno) => cadena.certificados.includes(uno)) &&
    datos.firmante.nit === firmante.nit;
  if (!propia) return veredicto('alterada', conHora);
  const lista = opciones.lista && (await leerLista(opciones.lista, emisor));
  return { ...conHora, ...porLista(firmante.serie, firmadaEn, lista) };
}

/** Both signatures over the same canonical bytes, by the same certificate, and what those bytes say. */
async function leerFirmas(
  acto: ActoFirmado,
): Promise<{ cms: CmsVerificado; datos: ActoPorFirmar } | undefined> {
  const bytes = Buffer.from(acto.canonico, 'utf8');
  // Plain data is what was signed before acts had a type of their own. A seal says that too: its certificate is no person's.
  const cms = await verificarCms(acto.cms, [OID.acto, OID.datos], [bytes]);
  const clave = await importX509(certificadoAPem(cms.firmante), 'ES256');
  const { payload, protectedHeader } = await compactVerify(acto.jws, clave, { algorithms: ['ES256'] });
  if (!Buffer.from(payload).equals(bytes)) return undefined;
  if (protectedHeader.typ !== (cms.tipo === OID.acto ? TIPO_DE_JWS : undefined)) return undefined;
  const certificados = [cms.firmante, ...cms.otros].map((uno) => Buffer.from(derDe(uno)).toString('base64'));
  const cadena = protectedHeader.x5c ?? [];
  if (cadena.length !== certificados.length || !cadena.every((uno) => certificados.includes(uno)))
    return undefined;
  const datos = JSON.parse(acto.canonico) as ActoPorFirmar;
  return canonico(datos) === acto.canonico && tieneForma(datos) ? { cms, datos } : undefined;
}

function tieneForma(datos: Partial<Record<keyof ActoPorFirmar, unknown>>): boolean {
  const textos = [datos.tipo, datos.radicado, datos.firmadoEn, datos.mostrado];
  const personas = [datos.firmante, datos.titular];
  return (
    datos.version === 1 &&
    textos.every((uno) => typeof uno === 'string') &&
    personas.every((uno) => typeof uno === 'object' && uno !== null && 'nit' in uno && 'nombre' in uno)
  );
}

/**
 * Only a list issued after the signature can say that the certificate was not revoked then. One revoked later leaves
 * what was signed before as it was.
 */
function porLista(
  serie: string,
  firmadaEn: Date,
  lista: ListaLeida | undefined,
): Pick<VeredictoDeFirma, 'estado' | 'razones' | 'revocadoEn'> {
  const di = (estado: EstadoDeFirma, razon: string, revocadoEn?: Date) => ({
    estado,
    razones: [razon],
    revocadoEn,
  });
  if (!lista) return di('sin-lista', RAZON_FIRMA.sinLista);
  const revocadoEn = lista.revocados.get(serie);
  if (revocadoEn && revocadoEn <= firmadaEn) return di('revocado', RAZON_FIRMA.revocado, revocadoEn);
  if (revocadoEn) return di('valida', RAZON_FIRMA.revocadoDespues, revocadoEn);
  return lista.emitidaEn < firmadaEn
    ? di('sin-lista', RAZON_FIRMA.listaAnterior)
    : di('valida', RAZON_FIRMA.valida);
}

const POR_ESTADO = {
  alterada: RAZON_FIRMA.alterada,
  'de-otra-autoridad': RAZON_FIRMA.deOtraAutoridad,
  'sin-hora': RAZON_FIRMA.sinHora,
  'fuera-de-vigencia': RAZON_FIRMA.fueraDeVigencia,
} as const;

function veredicto(estado: keyof typeof POR_ESTADO, resto: Partial<VeredictoDeFirma> = {}): VeredictoDeFirma {
  return {
    acto: undefined,
    firmante: undefined,
    firmadaEn: undefined,
    certificado: undefined,
    certificadoVigente: undefined,
    revocadoEn: undefined,
    ...resto,
    estado,
    razones: [POR_ESTADO[estado]],
  };
}
