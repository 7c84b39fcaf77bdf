import { definidos } from '@autogestion/normas/definidos';
import type { Formulario } from '../../plataforma/index.ts';
import type { Datos, Paso, Repetido } from './definicion.ts';

/**
 * Rounds: questions that are asked as many times as the person has something to tell. What was answered in the first
 * is kept under the question's slug, in the second under `slug.2`, and so on, without gaps; that is their address too.
 */
const DE_VUELTA = /^(.+)\.([1-9]\d{0,3})$/;

/** Where the answer of a question in a round is kept, and its address. */
export const claveDeVuelta = <S extends string>(slug: S, numero: number): S =>
  numero === 1 ? slug : (`${slug}.${numero}` as S);

export function partirClave(clave: string): { slug: string; numero: number } {
  const [, slug, numero] = DE_VUELTA.exec(clave) ?? [];
  return slug === undefined ? { slug: clave, numero: 1 } : { slug, numero: Number(numero) };
}

const esDe = (grupo: string, slug: string): boolean =>
  slug.startsWith(`${grupo}-`) && slug !== slugDeCierre(grupo);

/** Whether an answer of a draft is of a question of the group, in any round. */
export const deGrupo = (grupo: string, clave: string): boolean => esDe(grupo, partirClave(clave).slug);

/** The question that closes the rounds of a group. */
export const slugDeCierre = (grupo: string): string => `${grupo}-otra-vez`;

/** How many rounds of a group have an answer. */
export function cuantasVueltas(grupo: string, claves: readonly string[]): number {
  const numeros = claves.map(partirClave).flatMap(({ slug, numero }) => (esDe(grupo, slug) ? [numero] : []));
  return Math.max(0, ...numeros);
}

/** What a draft knows as the questions of one round see it: their own answers are those of that round. */
function enVuelta<R extends object, H extends object>(
  d: Datos<R, H>,
  grupo: string,
  numero: number,
): Datos<R, H> {
  const todas = d.vuelta?.todas ?? d.respuestas;
  const respuestas: Partial<R> = {};
  for (const clave of clavesDe(todas)) {
    const parte = partirClave(clave);
    if (!esDe(grupo, parte.slug)) respuestas[clave] = todas[clave];
    else if (parte.numero === numero) respuestas[parte.slug as typeof clave] = todas[clave];
  }
  return { ...d, respuestas, vuelta: { numero, todas } };
}

const clavesDe = <R extends object>(r: Partial<R>) => Object.keys(r) as (keyof R & string)[];

/** Every round of a group that has an answer, in order. */
export function vueltasDe<R extends object, H extends object>(d: Datos<R, H>, grupo: string): Datos<R, H>[] {
  const cuantas = cuantasVueltas(grupo, clavesDe(d.vuelta?.todas ?? d.respuestas));
  return Array.from({ length: cuantas }, (_, i) => enVuelta(d, grupo, i + 1));
}

/** The rounds of a group besides the one that is being answered. */
export const lasDemas = <R extends object, H extends object>(d: Datos<R, H>, grupo: string): Datos<R, H>[] =>
  vueltasDe(d, grupo).filter((v) => v.vuelta?.numero !== d.vuelta?.numero);

/** A question of a group as it is asked in one of its rounds. */
function pasoDeVuelta<R extends object, H extends object>(
  paso: Paso<R, H>,
  repetido: Repetido<R, H>,
  numero: number,
): Paso<R, H> {
  const ver = (d: Datos<R, H>) => enVuelta(d, repetido.grupo, numero);
  const { pregunta, ejemplos, aplica, admite, cumplido, pie, resumen, consultar, alGuardar } = paso;
  return {
    ...paso,
    slug: claveDeVuelta(paso.slug, numero),
    numero,
    pregunta: typeof pregunta === 'string' ? pregunta : (d) => pregunta(ver(d)),
    ejemplos: typeof ejemplos === 'function' ? (d) => ejemplos(ver(d)) : ejemplos,
    pagina: (c) => paso.pagina({ ...c, datos: ver(c.datos) }),
    ...definidos({
      aplica: aplica && ((d) => aplica(ver(d))),
      admite: admite && ((v, d) => admite(v, ver(d))),
      cumplido: cumplido && ((d) => cumplido(ver(d))),
      pie: pie && ((c) => pie({ ...c, datos: ver(c.datos) })),
      resumen: resumen && ((v, d) => resumen(v, ver(d))),
      consultar: consultar && ((v, d) => consultar(v, ver(d))),
      alGuardar: alGuardar && ((c, v, x) => alGuardar({ ...c, datos: ver(c.datos) }, v, x)),
    } satisfies Partial<Paso<R, H>>),
  };
}

/**
 * The questions of a journey with every round that has an answer, and the one that `abierta` names although it has none
 * yet: the next of its group.
 */
export function pasosConVueltas<R extends object, H extends object>(
  pasos: readonly Paso<R, H>[],
  respuestas: Readonly<Record<string, { escrito: Formulario }>>,
  abierta?: string,
): Paso<R, H>[] {
  const claves = Object.keys(respuestas);
  const abre = abierta === undefined ? undefined : partirClave(abierta);
  const hechos = new Set<Repetido<R, H>>();
  return pasos.flatMap((paso) => {
    const { repetido } = paso;
    if (!repetido) return [paso];
    if (hechos.has(repetido)) return [];
    hechos.add(repetido);
    const suyos = pasos.filter((p) => p.repetido === repetido);
    const hay = Math.min(cuantasVueltas(repetido.grupo, claves), repetido.maximo);
    const otra = abre && esDe(repetido.grupo, abre.slug) && abre.numero === hay + 1 && hay < repetido.maximo;
    const total = Math.max(1, hay + (otra ? 1 : 0));
    return Array.from({ length: total }, (_, i) => suyos.map((p) => pasoDeVuelta(p, repetido, i + 1))).flat();
  });
}

/** The question that an address names, in its round. */
export function pasoDe<R extends object, H extends object>(
  pasos: readonly Paso<R, H>[],
  clave: string,
): Paso<R, H> | undefined {
  const { slug, numero } = partirClave(clave);
  const paso = pasos.find((p) => p.slug === slug);
  if (!paso) return undefined;
  if (paso.repetido)
    return numero > paso.repetido.maximo ? undefined : pasoDeVuelta(paso, paso.repetido, numero);
  return clave === slug ? paso : undefined;
}

/** Address of the first question of the round after the last one that has an answer. */
export function primeraDeOtra<R extends object, H extends object>(
  pasos: readonly Paso<R, H>[],
  repetido: Repetido<R, H>,
  claves: readonly string[],
): string | undefined {
  const primera = pasos.find((p) => p.repetido === repetido);
  return primera && claveDeVuelta<string>(primera.slug, cuantasVueltas(repetido.grupo, claves) + 1);
}
