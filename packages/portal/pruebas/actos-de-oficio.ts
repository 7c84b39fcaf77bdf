import { inscribirPersona, persona, type PersonaDePrueba } from './inscripcion.ts';
import type { Navegador } from './navegador.ts';
import type { OficinaDePrueba } from './oficina.ts';

/** As if every official had just proved their factor: that it is asked for again is another test's subject. */
export const recienProbados = (o: OficinaDePrueba) =>
  o.consultar('update plataforma.sesion set reforzada_en = $1 where probada_en is not null', [
    o.reloj.ahora(),
  ]);

/** Somebody registered, with their browser. */
export interface Contribuyente {
  p: PersonaDePrueba;
  titular: string;
  nit: string;
  n: Navegador;
}

export async function contribuyente(o: OficinaDePrueba): Promise<Contribuyente> {
  const p = persona();
  const i = await inscribirPersona(o, p);
  const n = o.navegador();
  n.galletas.set('sesion', i.token);
  await recienProbados(o);
  return { p, titular: i.titular, nit: p.fila.numero, n };
}

export type Campos = Record<string, string>;
export const SUSPENDER: Campos = {
  causal: 'direccion',
  evidencia: 'Visita del 3 de marzo de 2026: en esa dirección no hay nadie.',
};
export const LEVANTAR: Campos = {
  causal: 'direccion',
  pide: 'titular',
  evidencia: 'Actualizó la dirección y la visita del 9 de marzo lo encontró en ella.',
};
export const CANCELAR: Campos = {
  causal: 'g',
  evidencia: 'La persona tiene otro NIT anterior, con el mismo documento.',
};
export const REACTIVAR: Campos = {
  pide: 'titular',
  documentos: 'si',
  evidencia: 'Va a presentar la declaración que le quedó pendiente.',
};

/** From the NIT to the pages of the act, or the page again. */
export async function abrir(n: Navegador, acto: string, nit: string) {
  await n.ver('/mesa/rut');
  return n.enviar('/mesa/rut', { nit, acto });
}

/** From the NIT to the case. @returns its page */
export async function radicar(
  o: OficinaDePrueba,
  n: Navegador,
  acto: string,
  nit: string,
  campos: Campos,
): Promise<string> {
  const r = await abrir(n, acto, nit);
  if (r.statusCode !== 303) throw new Error(`abrir: ${r.statusCode} ${mensajeDe(r.body)}`);
  const base = String(r.headers.location);
  await n.ver(`${base}/acto`);
  const lleno = await n.enviar(`${base}/acto`, campos);
  if (lleno.statusCode !== 303) throw new Error(`acto: ${lleno.statusCode} ${mensajeDe(lleno.body)}`);
  const revision = await n.ver(`${base}/revision`);
  if (!revision.body.includes('Radicar y asignármelo')) throw new Error(textoDe(revision.body));
  // What is decided later is later: the clock of the tests stands still.
  o.reloj.avanzar(1_000);
  const fin = await n.enviar(`${base}/revision`);
  if (fin.statusCode !== 303) throw new Error(`revision: ${fin.statusCode} ${mensajeDe(fin.body)}`);
  return String(fin.headers.location);
}

/** The error summary of a page. */
export const mensajeDe = (html: string) =>
  (/govuk-error-summary__list">(.*?)<\/ul>/.exec(html)?.[1] ?? html)
    .replaceAll(/<[^>]+>/g, ' ')
    .slice(0, 600);

const textoDe = (html: string) => html.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ');

/** Another official confirms what the first prepared. */
export async function confirmar(n: Navegador, caso: string) {
  await n.ver(caso);
  return n.enviar(`${caso}/confirmar`);
}

/** What public verification says. */
export const estadoPublico = async (o: OficinaDePrueba, nit: string) =>
  (await o.consultar<{ estado: string }>('select estado from rut.estado_publico($1)', [nit]))[0]?.estado;
export const cambiosDeEstado = (o: OficinaDePrueba, nit: string) =>
  o.consultar<{ estado: string; acto: string; desde: string }>(
    `select c.estado, c.acto, c.desde::text from rut.cambio_estado c join rut.titular t on t.id = c.titular_id
     where t.nit = $1 order by c.anotado_en, c.id`,
    [nit],
  );
export const radicadoDe = (caso: string) => caso.split('/').at(-1) ?? '';
