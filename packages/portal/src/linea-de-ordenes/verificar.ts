import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { verificarDeclaracion, verificarPdf } from '@autogestion/documentos';
import { leerConfig } from '../plataforma/index.ts';
import { ErrorDeUso } from './error-de-uso.ts';
import type { Llamada, Orden } from './orden.ts';

/**
 * Offline: needs only the office's published certificates (`/verificar/autoridad.pem`, `/verificar/llaves.json`),
 * which an installation also leaves in `publico/` of its data directory.
 */
export const ordenVerificar: Orden = {
  uso: 'verificar ARCHIVO.pdf|TEXTO-DEL-QR [--ca autoridad.pem] [--llaves llaves.json] [--json]',
  ayuda: 'Dice si un documento es verdadero, sin conexión',
  opciones: { ca: { type: 'string' }, llaves: { type: 'string' }, json: { type: 'boolean' } },
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
  const v = await verificarPdf(pdf, { raices: [raiz], instante: new Date() });
  if (l.opciones.json) console.log(JSON.stringify(v));
  else {
    console.log(v.estado === 'integro' ? 'VERDADERO' : 'NO SE PUEDE CONFIAR EN ESTE DOCUMENTO');
    for (const r of v.razones) console.log(r);
    if (v.firmante) console.log(`Sellado por: ${v.firmante}`);
    if (v.estampadoEn) console.log(`Fecha y hora del sello: ${v.estampadoEn.toISOString()}`);
  }
  return v.estado === 'integro' ? 0 : 1;
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
    const llaves = JSON.parse(contenido.toString()) as { keys?: unknown } | null;
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

function publico(l: Llamada, opcion: 'ca' | 'llaves', nombre: string): string {
  const dado = l.opciones[opcion];
  return typeof dado === 'string' ? dado : join(leerConfig(l.entorno).directorioDatos, 'publico', nombre);
}

async function leer(archivo: string, falta: string): Promise<Buffer> {
  return readFile(archivo).catch(() => {
    throw new ErrorDeUso('sin-archivo', `${falta}: ${archivo}`);
  });
}
