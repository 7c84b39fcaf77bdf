import { firmar, navegadorDe, obtenerFirma, pedirClave } from './firma.ts';
import { inscribirPersona, persona, type Inscrita, type PersonaDePrueba } from './inscripcion.ts';
import { leido } from './leido.ts';
import type { Navegador } from './navegador.ts';
import type { OficinaDePrueba } from './oficina.ts';

/** Somebody who may sign, about to invoice. */
export interface PorFacturar {
  p: PersonaDePrueba;
  inscrita: Inscrita;
  n: Navegador;
  /** Of the pages of invoicing. */
  base: string;
}

export async function porFacturar(o: OficinaDePrueba): Promise<PorFacturar> {
  const p = persona();
  const inscrita = await inscribirPersona(o, p);
  await obtenerFirma(o, inscrita, p);
  return { p, inscrita, n: navegadorDe(o, inscrita), base: `/de/${inscrita.titular}/facturador` };
}

/** Begins a test set. @returns its address */
export async function empezarSet(q: PorFacturar, n = q.n): Promise<string> {
  await n.ver(q.base);
  const r = await n.enviar(`${q.base}/habilitacion`, { software: 'Mi tienda' });
  if (r.statusCode !== 303) throw new Error(`empezar: ${r.statusCode} ${leido(r.body).slice(0, 800)}`);
  return String(r.headers.location);
}

export const EJEMPLOS = ['factura-1', 'factura-2', 'nota-credito', 'nota-debito'];

/** Takes an example of the demonstration. */
export async function ejemplo(set: string, n: Navegador, cual: string): Promise<Buffer> {
  const r = await n.ver(`${set}/ejemplos/${cual}`);
  if (r.statusCode !== 200) throw new Error(`ejemplo: ${r.statusCode} ${leido(r.body).slice(0, 800)}`);
  return r.rawPayload;
}

/** Delivers a file to a set. */
export async function entregar(set: string, n: Navegador, contenido: Buffer, nombre = 'documento.xml') {
  await n.ver(set);
  return n.subir(
    `${set}/documentos`,
    {},
    { campo: 'documentos', nombre, contenido, media: 'application/xml' },
  );
}

export async function completarSet(set: string, n: Navegador): Promise<void> {
  for (const cual of EJEMPLOS) await entregar(set, n, await ejemplo(set, n, cual));
}

/** Signs what a page asks for. @returns the page where one goes */
export async function firmarEn(o: OficinaDePrueba, q: PorFacturar, camino: string): Promise<string> {
  await pedirClave(o, q.n, camino);
  const r = await firmar(o, q.n, camino, q.p);
  if (r.statusCode !== 303) throw new Error(`firmar: ${r.statusCode} ${leido(r.body).slice(0, 1500)}`);
  return leido((await q.n.seguir()).body);
}

/** From nothing to code 52. */
export async function habilitarse(o: OficinaDePrueba, q: PorFacturar): Promise<string> {
  const set = await empezarSet(q);
  await completarSet(set, q.n);
  return firmarEn(o, q, `${set}/firmar`);
}

/** Asks for numbers. */
export async function pedirNumeros(q: PorFacturar, cambios: Record<string, string> = {}) {
  const camino = `${q.base}/numeracion`;
  const { body } = await q.n.ver(camino);
  const software = /name="software"[^>]*value="([0-9a-z]{26})"/.exec(body)?.[1] ?? '';
  return q.n.enviar(camino, {
    ...{ modalidad: 'factura', prefijo: 'fe', desde: '1', hasta: '5.000', software },
    ...cambios,
  });
}
