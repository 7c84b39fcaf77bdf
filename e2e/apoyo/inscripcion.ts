import { codigoPara } from './buzon.ts';
import type { Persona } from './personas.ts';
import { enviar, pedir, type Visita } from './visita.ts';

export type Campos = Record<string, string>;

/** What each question of the registration is answered. The questions on responsibilities are all "no". */
export async function respuestaDe(url: string, slug: string, p: Persona): Promise<Campos> {
  const [anio = '', mes = '', dia = ''] = p.expedicion.split('-');
  switch (slug) {
    case 'tratamiento-datos':
      return { acepta: 'si' };
    case 'correo':
      return { correo: p.correo };
    case 'codigo-correo':
      return { codigo: await codigoPara(url, p.correo) };
    case 'telefono':
      return { telefono: p.telefono };
    case 'codigo-telefono':
      return { codigo: await codigoPara(url, p.telefono) };
    case 'documento':
      return { tipo: '13', numero: p.numero };
    case 'nombres': {
      const { primerApellido, segundoApellido, primerNombre, otrosNombres } = p;
      return { primerApellido, segundoApellido, primerNombre, otrosNombres };
    }
    case 'fecha-expedicion':
      return { 'fecha-dia': dia, 'fecha-mes': mes, 'fecha-anio': anio };
    case 'departamento':
      return { departamento: '25' };
    case 'municipio':
      return { municipio: '25754' };
    case 'tipo-direccion':
      return { tipo: 'con-nomenclatura' };
    case 'direccion':
      return { via: 'CL', numero: '13', letra: 'A bis', cuadrante: 'SUR', generadora: '5', placa: '20' };
    case 'direccion-libre':
      return { direccion: 'Vereda San Juan, finca La Esperanza' };
    case 'actividad':
      return { buscar: 'vendo arepas', actividad: '5613' };
    case 'actividad-secundaria':
      return { buscar: 'taxi', actividad: '4921' };
    case 'inicio-actividad':
    case 'inicio-secundaria':
      return { 'fecha-dia': '15', 'fecha-mes': '1', 'fecha-anio': '2026' };
    case 'otra-actividad':
      return { tiene: 'no' };
    case 'establecimientos':
      return { cuantos: '0' };
    case 'responsabilidades':
      return { confirma: 'si' };
    default:
      return { respuesta: 'no' };
  }
}

/** Opens a draft. @returns its address, without a final slash. */
export async function empezar(visita: Visita): Promise<string> {
  const { ocultos } = await pedir(visita, '/rut/inscripcion');
  const { estado, a } = await enviar(visita, '/rut/inscripcion', ocultos);
  if (estado !== 303) throw new Error(`Starting answered ${estado}`);
  return a;
}

/** Which question is open. */
export async function pasoAbierto(visita: Visita, base: string): Promise<string> {
  return (await pedir(visita, base)).url.split('/').at(-1) ?? '';
}

/** Answers one question with its own form. */
export async function responder(
  visita: Visita,
  base: string,
  slug: string,
  campos: Campos,
): ReturnType<typeof enviar> {
  const { ocultos } = await pedir(visita, `${base}/${slug}`);
  return enviar(visita, `${base}/${slug}`, { ...ocultos, ...campos });
}

/**
 * Answers question after question, without a browser, until `hasta` is the open one (or the review).
 * @param distintas answers other than the usual ones, by slug.
 */
export async function avanzar(
  visita: Visita,
  url: string,
  base: string,
  p: Persona,
  hasta: string,
  distintas: Record<string, Campos> = {},
): Promise<void> {
  for (let i = 0; i < 50; i++) {
    const slug = await pasoAbierto(visita, base);
    if (slug === hasta) return;
    if (slug === 'revision') break;
    const r = await responder(visita, base, slug, distintas[slug] ?? (await respuestaDe(url, slug, p)));
    if (r.estado !== 303) throw new Error(`${slug} answered ${r.estado}: ${mensajesDe(r.html).join(' ')}`);
  }
  throw new Error(`The journey never opened ${hasta}`);
}

/** A draft that stands at `hasta`. */
export async function borradorEn(
  visita: Visita,
  url: string,
  p: Persona,
  hasta: string,
  distintas: Record<string, Campos> = {},
): Promise<string> {
  const base = await empezar(visita);
  await avanzar(visita, url, base, p, hasta, distintas);
  return base;
}

/** Registers a person. @returns the address of the receipt, and that of everything of theirs (`/de/…`). */
export async function inscribir(
  visita: Visita,
  url: string,
  p: Persona,
): Promise<{ recibo: string; de: string }> {
  const base = await borradorEn(visita, url, p, 'revision');
  const { estado, a } = await responder(visita, base, 'revision', {});
  if (estado !== 303) throw new Error(`The end answered ${estado}`);
  return { recibo: a, de: a.split('/').slice(0, 3).join('/') };
}

/** What the page says beside its fields. */
function mensajesDe(html: string): string[] {
  const mensajes = html.matchAll(/Error:<\/span>\s*([^<]+)</g);
  return [...mensajes].map((m) => m[1] ?? '');
}

/** What a field of that page holds, as the browser would show it. */
export function valorDe(html: string, campo: string): string | undefined {
  const etiqueta = html.match(/<input(?:[^">]|"[^"]*")*>/g)?.find((i) => i.includes(` name="${campo}"`));
  return etiqueta && desescapar(/ value="([^"]*)"/.exec(etiqueta)?.[1] ?? '');
}

/** What is said beside a field; the three boxes of a date are one. */
export function mensajeDe(html: string, campo: string): string | undefined {
  const id = `campo-${campo.replace(/-(?:dia|mes|anio)$/, '')}-error`;
  const mensaje = new RegExp(`id="${id}"><span[^>]*>Error:</span> ([^<]*)<`).exec(html)?.[1];
  return mensaje && desescapar(mensaje);
}

const desescapar = (t: string): string =>
  t.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&');
