import { expect } from 'vitest';
import {
  recorrerRamas,
  type Paso,
  type Rama,
  type RecorridoMontado,
} from '../../src/interfaz/recorrido/index.ts';
import type { Actor, Formulario } from '../../src/plataforma/index.ts';
import type { Navegador } from '../navegador.ts';
import type { OficinaDePrueba } from '../oficina.ts';
import type { Coleccion } from './coleccion.ts';

/** Somebody in front of a draft that has just been opened. */
export interface Abierto {
  /** Who it is of, for the names of the pages. */
  de: string;
  n: Navegador;
  /** Address of the draft, without a final slash. */
  base: string;
  /** For whom the office reads what it knows at each moment. */
  actor?: Actor;
}

type Dicho = Record<string, unknown>;
type Pisada = Pick<Rama, 'respuestas' | 'hechos'> & {
  paso: Paso<Dicho, Dicho>;
  /** What goes through the form: what the office establishes by itself (a code, an identity) is not in one. */
  ejemplos: readonly Formulario[];
};

/** What nobody should write: in every text box, and as the value of every choice. */
const DISPARATE = `<b>'; drop table rut.titular; -- \u{1F984} ${'x'.repeat(80)}`;

/** What was seen of a journey so far, whoever walked it. */
interface Visto {
  /** Each step, after each answer that led to it. */
  llegadas: Set<string>;
  /** Steps of which the wrong forms were sent. */
  rechazados: Set<string>;
  /** Steps of which an example went through the form. */
  pasados: Set<string>;
}
export const nadaVisto = (): Visto => ({ llegadas: new Set(), rechazados: new Set(), pasados: new Set() });

/** A question is one, in whatever round it is asked. */
const deQue = (slug: string): string => slug.replace(/\.\d+$/, '');
export const pasosVistos = ({ llegadas }: Visto): Set<string> =>
  new Set([...llegadas].map((l) => deQue(l.split(' ')[0] ?? '')));

/**
 * Walks a journey down the branches that its examples open, as a browser without script does, and keeps what each page
 * shows: as first seen, sent empty, with nonsense and with what the step declares as wrong.
 */
export async function recorrer(
  o: OficinaDePrueba,
  { def }: RecorridoMontado,
  a: Abierto,
  visto: Visto,
  c: Coleccion,
): Promise<void> {
  const publico = a.base.split('/').at(-1) ?? '';
  const [abierto] = await o.consultar<{ hechos: Dicho }>(
    'select hechos from interfaz.borrador where id_publico = $1',
    [publico],
  );
  const { alCargar } = def;
  const { actor } = a;
  const deHoy = alCargar && actor ? await o.oficina.enTransaccion(actor, (trx) => alCargar(trx)) : {};
  const pisadas: Pisada[] = [];
  const suyas = new Set<string>();
  const ramas = recorrerRamas(def, {
    hechos: { ...abierto?.hechos, ...deHoy },
    alPisar: ({ respuestas, hechos }, paso, ejemplos) => {
      // A page depends on what was answered just before, and on whose it is; the rest of the way is another page's.
      const llegada = `${paso.slug} ${JSON.stringify(Object.values(respuestas).at(-1)?.escrito)}`;
      if (visto.llegadas.has(llegada) && suyas.has(paso.slug)) return;
      visto.llegadas.add(llegada);
      suyas.add(paso.slug);
      const escritos = ejemplos.flatMap((e) => (e.hechos ? [] : [e.escrito]));
      pisadas.push({ respuestas, hechos, paso, ejemplos: escritos });
    },
  });
  const poner = async (p: Pick<Rama, 'respuestas' | 'hechos'>) => {
    const hechos = Object.fromEntries(Object.entries(p.hechos).filter(([h]) => !(h in deHoy)));
    await o.consultar(
      `update interfaz.borrador set respuestas = $2, hechos = $3, revision = 1 where id_publico = $1`,
      [publico, JSON.stringify(p.respuestas), JSON.stringify(hechos)],
    );
  };
  for (const p of pisadas) await verPaso({ ...a, nombre: def.id, visto, poner }, p, c);
  const ultima = ramas.findLast((r) => !r.acabada);
  if (!ultima) return;
  await poner(ultima);
  const revision = await a.n.ver(`${a.base}/revision`);
  expect([def.id, a.de, revision.statusCode]).toEqual([def.id, a.de, 200]);
  c.guardar(`${def.id}, ${a.de}: revision`, revision.body);
}

interface Donde extends Abierto {
  nombre: string;
  visto: Visto;
  poner: (p: Pick<Rama, 'respuestas' | 'hechos'>) => Promise<void>;
}

async function verPaso(d: Donde, p: Pisada, c: Coleccion): Promise<void> {
  const { n, poner, visto } = d;
  const { paso } = p;
  const camino = `${d.base}/${paso.slug}`;
  const nombre = `${d.nombre}, ${d.de}: ${paso.slug}`;
  await poner(p);
  const vista = await n.ver(camino);
  expect([nombre, vista.statusCode]).toEqual([nombre, 200]);
  c.guardar(nombre, vista.body);

  const slug = deQue(paso.slug);
  if (!visto.rechazados.has(slug)) await rechazos(d, paso, camino, vista.body, c);
  visto.rechazados.add(slug);
  if (p.ejemplos.length === 0) visto.pasados.add(slug);
  if (visto.pasados.has(slug)) return;
  for (const escrito of p.ejemplos) {
    await poner(p);
    await n.ver(camino);
    const r = await n.enviar(camino, { ...campos(vista.body, 'ocultos'), ...escrito });
    if (r.statusCode === 303) visto.pasados.add(slug);
    // The office may know why it is not for this taxpayer, and says it.
    else c.guardar(`${nombre}, no para esta persona`, r.body);
  }
}

/** The page with what the step does not take. */
async function rechazos(d: Donde, paso: Paso<Dicho, Dicho>, camino: string, html: string, c: Coleccion) {
  const ocultos = campos(html, 'ocultos');
  const malos: { como: string; escrito: Formulario; campo?: string }[] = [
    { como: 'vacía', escrito: ocultos },
    { como: 'con disparates', escrito: { ...campos(html, 'visibles'), ...ocultos } },
    ...(paso.erroneos ?? []).map((e, i) => ({
      ...e,
      escrito: { ...ocultos, ...e.escrito },
      como: `mal ${i + 1}`,
    })),
  ];
  for (const { como, escrito, campo } of malos) {
    // Some questions may be left empty, and a free text takes what one writes.
    if (campo === undefined && paso.esquema.safeParse(escrito).success) continue;
    await d.n.ver(camino);
    const r = await d.n.enviar(camino, escrito);
    const nombre = `${d.nombre}, ${d.de}: ${paso.slug}, ${como}`;
    expect([nombre, r.statusCode, r.body]).toEqual([nombre, 422, expect.stringMatching(/<title>Error: /)]);
    if (campo !== undefined)
      expect([nombre, r.body]).toEqual([nombre, expect.stringContaining(`#campo-${campo}`)]);
    c.guardar(nombre, r.body);
  }
}

/** Fields of the form on that page: those that nobody sees as they are, the others with nonsense. */
function campos(html: string, cuales: 'ocultos' | 'visibles'): Formulario {
  const main = /<main[\s\S]*<\/main>/.exec(html)?.[0] ?? '';
  const hallados = [...main.matchAll(/<(?:input|select|textarea)\b(?:[^>"]|"[^"]*")*>/g)].flatMap(([e]) => {
    const nombre = / name="([^"]*)"/.exec(e)?.[1];
    if (!nombre || nombre.startsWith('_') || / type="hidden"/.test(e) !== (cuales === 'ocultos')) return [];
    return [[nombre, cuales === 'ocultos' ? (/ value="([^"]*)"/.exec(e)?.[1] ?? '') : DISPARATE]];
  });
  return Object.fromEntries(hallados) as Formulario;
}
