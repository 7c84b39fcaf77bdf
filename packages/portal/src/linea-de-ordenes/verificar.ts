import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  verificarDeclaracion,
  verificarPdf,
  type FirmaAdjunta,
  type Veredicto,
} from '@autogestion/documentos';
import { formatearNit } from '@autogestion/normas/nit';
import { leerConfig } from '../plataforma/index.ts';
import { ErrorDeUso } from './error-de-uso.ts';
import type { Llamada, Orden } from './orden.ts';

/**
 * Offline: needs only the office's published certificates (`/verificar/autoridad.pem`, `/verificar/llaves.json`),
 * and for a signed act the revocation list (`/firma/revocados.crl`), which an installation also leaves in `publico/` of its data directory.
 * Exit code: 0 true, 1 false, 2 called wrong, 3 it could not be checked: a list newer than the signature is missing.
 */
export const ordenVerificar: Orden = {
  uso: 'verificar ARCHIVO.pdf|TEXTO-DEL-QR [--ca autoridad.pem] [--llaves llaves.json] [--lista revocados.crl] [--json]',
  ayuda: 'Dice si un documento es verdadero, sin conexión',
  opciones: {
    ca: { type: 'string' },
    llaves: { type: 'string' },
    lista: { type: 'string' },
    json: { type: 'boolean' },
  },
  async ejecutar(l) {
    const [objeto] = l.argumentos;
    if (!objeto) throw new ErrorDeUso('sin-documento', 'Falta el archivo o el texto del código QR.');
    return objeto.includes('#') && !existsSync(objeto) ? verificarQr(l, objeto) : verificarArchivo(l, objeto);
  },
};

async function verificarArchivo(l: Llamada, archivo: string): Promise<number> {
  const pdf = await leer(archivo, 'No se puede leer el documento');
  const ca = (
    await leer(publico(l, 'ca', 'autoridad.pem'), 'No se encuentran los certificados de la oficina (--ca)')
  ).toString();
  // The published file has root and intermediate; only the root is to be trusted by itself.
  const raiz = /-----BEGIN CERTIFICATE-----[\s\S]+?-----END CERTIFICATE-----/.exec(ca)?.[0];
  if (!raiz)
    throw new ErrorDeUso('sin-certificado', 'El archivo de certificados no tiene ninguno en formato PEM.');
  const lista = await leerLista(l);
  const v = await verificarPdf(pdf, { raices: [raiz], instante: new Date(), lista });
  const resultado = resultadoDe(v);
  if (l.opciones.json) console.log(JSON.stringify({ resultado, ...v }));
  else {
    console.log(TITULARES[resultado]);
    for (const r of v.razones) console.log(r);
    if (v.firmante) console.log(`Sellado por: ${v.firmante}`);
    if (v.estampadoEn) console.log(`Fecha y hora del sello: ${v.estampadoEn.toISOString()}`);
    if (v.firma) decirFirma(v.firma);
    if (resultado === 'sin-comprobar') console.log(COMO_COMPROBAR);
  }
  return SALIDAS[resultado];
}

/** Not having been able to check is not the same as being false. */
type Resultado = 'verdadero' | 'falso' | 'sin-comprobar';
const SALIDAS: Record<Resultado, number> = { verdadero: 0, falso: 1, 'sin-comprobar': 3 };
const TITULARES: Record<Resultado, string> = {
  verdadero: 'VERDADERO',
  falso: 'NO SE PUEDE CONFIAR EN ESTE DOCUMENTO',
  'sin-comprobar': 'NO SE PUDO COMPROBAR',
};
const COMO_COMPROBAR =
  'Esto no dice que el documento sea falso. Descargue la lista de hoy en /firma/revocados.crl de la oficina y verifique otra vez con --lista.';

function resultadoDe({ estado, firma }: Veredicto): Resultado {
  if (estado !== 'integro') return 'falso';
  if (!firma || firma.estado === 'valida') return 'verdadero';
  return firma.estado === 'sin-lista' ? 'sin-comprobar' : 'falso';
}

/** Who signed what and when, and whether the certificate was good at that moment. */
function decirFirma(f: FirmaAdjunta): void {
  const como =
    f.estado === 'valida'
      ? 'válida'
      : f.estado === 'sin-lista'
        ? 'sin comprobar'
        : 'NO SE PUEDE CONFIAR EN ELLA';
  console.log(`Firma de la persona: ${como}`);
  for (const r of f.razones) console.log(r);
  if (f.firmante) console.log(`Firmó: ${f.firmante.nombre}, NIT ${formatearNit(f.firmante.nit)}`);
  if (f.acto && f.acto.titular.nit !== f.acto.firmante.nit) {
    console.log(`En nombre de: ${f.acto.titular.nombre}, NIT ${formatearNit(f.acto.titular.nit)}`);
  }
  if (f.mostrado) console.log(`Qué: ${f.mostrado.titulo}`);
  if (f.acto) console.log(`Radicado: ${f.acto.radicado}`);
  if (f.firmadaEn) console.log(`Fecha y hora de la firma: ${f.firmadaEn.toISOString()}`);
  if (f.revocadoEn) console.log(`Certificado revocado: ${f.revocadoEn.toISOString()}`);
}

/** The list that was given must be there; the installation's own may not have been made yet. */
async function leerLista(l: Llamada): Promise<Buffer | undefined> {
  const archivo = publico(l, 'lista', 'revocados.crl');
  if (typeof l.opciones.lista === 'string')
    return leer(archivo, 'No se encuentra la lista de revocados (--lista)');
  return existsSync(archivo) ? readFile(archivo) : undefined;
}

async function verificarQr(l: Llamada, texto: string): Promise<number> {
  const llaves = comoLlaves(
    await leer(publico(l, 'llaves', 'llaves.json'), 'No se encuentran las llaves de la oficina (--llaves)'),
  );
  const r = await verificarDeclaracion(descifrado(texto.slice(texto.indexOf('#') + 1)), llaves);
  const mismoDocumento = r.valida && texto.includes(`/verificar/${r.declaracion.id}#`);
  if (l.opciones.json)
    console.log(
      JSON.stringify(r.valida && !mismoDocumento ? { valida: false, motivo: 'otro-documento' } : r),
    );
  else if (!r.valida) console.log(`NO SE PUEDE CONFIAR EN ESTE CÓDIGO\n${r.texto}`);
  else if (!mismoDocumento)
    console.log('NO SE PUEDE CONFIAR EN ESTE CÓDIGO\nMezcla dos documentos distintos.');
  else {
    const d = r.declaracion;
    console.log(`VERDADERO\nNIT ${d.nit}-${d.dv}\n${d.nombre}\nEstado: ${d.estado}\nExpedido: ${d.fecha}`);
  }
  return mismoDocumento ? 0 : 1;
}

function comoLlaves(contenido: Buffer): { keys: never[] } {
  try {
    const llaves = JSON.parse(contenido.toString().replace(/^\ufeff/, '')) as { keys?: unknown } | null;
    if (Array.isArray(llaves?.keys)) return { keys: llaves.keys as never[] };
  } catch {
    // What is not JSON is not keys either.
  }
  throw new ErrorDeUso('sin-llaves', 'El archivo de llaves no es un conjunto de llaves (JWKS).');
}

/** As the address carries it; what cannot be decoded is judged as it came. */
function descifrado(fragmento: string): string {
  try {
    return decodeURIComponent(fragmento);
  } catch {
    return fragmento;
  }
}

function publico(l: Llamada, opcion: 'ca' | 'llaves' | 'lista', nombre: string): string {
  const dado = l.opciones[opcion];
  return typeof dado === 'string' ? dado : join(leerConfig(l.entorno).directorioDatos, 'publico', nombre);
}

async function leer(archivo: string, falta: string): Promise<Buffer> {
  return readFile(archivo).catch(() => {
    throw new ErrorDeUso('sin-archivo', `${falta}: ${archivo}`);
  });
}
