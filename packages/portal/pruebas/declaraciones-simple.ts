import { firmar, obtenerFirma, pedirClave } from './firma.ts';
import type { Navegador } from './navegador.ts';
import { deudoraSinDeudas, type Deudora } from './oficina-con-deudas.ts';
import type { OficinaDePrueba } from './oficina.ts';
import { actualizarRut } from './verificados.ts';

/** What a person reads of a page. */
export const leido = (html: string): string =>
  html
    .replace(/<svg[\s\S]*?<\/svg>/g, ' ')
    .replace(/<[^>]*>/g, ' ')
    .replace(/&nbsp;|\u00a0/g, ' ')
    .replace(/\s+/g, ' ');

/** Somebody in the SIMPLE with a signature of their own, in a browser. */
export interface DelSimple {
  d: Deudora;
  n: Navegador;
  /** `/de/<titular>/declaraciones` */
  base: string;
}

/** @param desdeAntes so was already the first version of their RUT that the office knows */
export async function delSimple(o: OficinaDePrueba, cambios = {}, desdeAntes = false): Promise<DelSimple> {
  const d = await deudoraSinDeudas(o, cambios);
  await actualizarRut(o, { titular: d.inscrita.titular }, () => ({ responsabilidades: ['47', '49'] }));
  if (desdeAntes)
    await o.consultar(
      `alter table rut.version disable trigger user;
       update rut.version v set registro = jsonb_set(registro, '{clasificacion,responsabilidades}', '["47","49"]')
         where v.titular_id = '${d.id}';
       alter table rut.version enable trigger user;`,
    );
  const { navegador: n } = await obtenerFirma(o, d.inscrita, d.p);
  return { d, n, base: `/de/${d.inscrita.titular}/declaraciones` };
}

/** Begins a receipt of 2026. @returns the address of its draft */
export async function empezarRecibo({ n, base }: DelSimple, periodo = 'ene-feb'): Promise<string> {
  await n.ver(base);
  await n.enviar(base, { formulario: '2593', anio: '2026', periodo });
  if (n.pagina?.statusCode !== 303) throw new Error(`empezar: ${n.pagina?.statusCode ?? ''}`);
  return String(n.pagina.headers.location);
}

export const TIENDA = {
  'celda-codigo': '25754',
  'celda-ciiu': '4711',
  'celda-ingresos': '40.000.000',
  'celda-tarifaPorMil': '5,5',
};

/** Adds a row of the municipal annex. */
export async function agregarFila({ n }: DelSimple, borrador: string, fila: Record<string, string> = TIENDA) {
  const camino = `${borrador}/anexos/municipios/filas/nueva`;
  await n.ver(camino);
  return n.enviar(camino, fila);
}

/** Writes boxes of a section. */
export async function escribir({ n }: DelSimple, camino: string, casillas: Record<string, string>) {
  await n.ver(camino);
  return n.enviar(camino, casillas);
}

/** Signs and files. @returns the page of its receipt */
export async function firmarYPresentar(o: OficinaDePrueba, q: DelSimple, borrador: string) {
  await pedirClave(o, q.n, `${borrador}/firmar`);
  const r = await firmar(o, q.n, `${borrador}/firmar`, q.d.p);
  if (r.statusCode !== 303) throw new Error(`firmar: ${r.statusCode} ${leido(r.body).slice(0, 2000)}`);
  await q.n.seguir();
  return q.n.seguir();
}
