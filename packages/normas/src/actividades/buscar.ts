import { indiceDeActividades } from './indice.ts';
import type { Indice } from './indice.ts';
import { equivalente, esVerboDeIntencion, favor, intencionesDe } from './intenciones.ts';
import { esGenerica, palabrasDe } from './palabras.ts';
import type { Palabra } from './palabras.ts';
import { raicesParecidas } from './parecidas.ts';
import { actividad } from './tabla.ts';

export interface ActividadHallada {
  codigo: string;
  nombre: string;
  /** Words of the query, as typed but without accents, that led here. */
  porque: string[];
}

/** A synonym says what the person does; the official name, what the statistician grouped. */
const PESO_DE_SINONIMO = 10;
const PESO_POR_LUGAR = [1, 0.8, 0.65, 0.5];
const PESO_DE_PARECIDA = 0.6;
const PESO_DE_VERBO = 0.25;
const PESO_DE_CODIGO = 1_000;
/** What has less than this part of the best one's votes shares a word with it by chance. */
const PARTE_MINIMA = 0.12;

/** Votes for one class. */
interface Votos {
  sinonimos: number[];
  nombre: number;
  palabras: Set<string>;
}

/**
 * Classes for what a person says in plain words (`vendo arepas`, `soy abogada`), the likeliest first;
 * also by number of class. Nothing is found for text without meaning. Takes about 1 ms.
 */
export function buscarActividades(texto: string, limite = 10): ActividadHallada[] {
  const indice = indiceDeActividades();
  const palabras = palabrasDe(texto);
  const votos = new Map<string, Votos>();
  const de = (codigo: string): Votos => {
    const v = votos.get(codigo) ?? { sinonimos: [], nombre: 0, palabras: new Set() };
    votos.set(codigo, v);
    return v;
  };

  const conocidas = palabras.flatMap((p) => entender(p, indice));
  votarPorSinonimos(conocidas, indice, de);
  votarPorNombre(conocidas, indice, de);
  for (const { texto: numero } of palabras) {
    if (!actividad(numero)) continue;
    de(numero).sinonimos.push(PESO_DE_CODIGO);
    de(numero).palabras.add(numero);
  }

  const intenciones = intencionesDe(new Set(palabras.map((p) => p.raiz)));
  const contados = [...votos].map(([codigo, v]) => ({
    codigo,
    puntos: puntuar(v) * favor(intenciones, codigo),
    palabras: v.palabras,
  }));
  const minimo = PARTE_MINIMA * Math.max(0, ...contados.map((c) => c.puntos));
  return contados
    .filter((c) => c.puntos >= minimo)
    .sort((a, b) => b.puntos - a.puntos || a.codigo.localeCompare(b.codigo))
    .slice(0, Math.max(0, Math.trunc(limite) || 0))
    .map(({ codigo, palabras: porque }) => ({
      codigo,
      nombre: actividad(codigo)?.nombre ?? '',
      porque: palabras.map((p) => p.texto).filter((p, i, todas) => porque.has(p) && todas.indexOf(p) === i),
    }));
}

interface Conocida extends Palabra {
  peso: number;
}

/** The word, if the index knows its stem; otherwise those it may stand for, with less weight. */
function entender(palabra: Palabra, { nombres, sinonimos, vocabulario }: Indice): Conocida[] {
  const { raiz } = palabra;
  if (nombres.has(raiz) || sinonimos.has(raiz) || vocabulario.includes(raiz))
    return [{ ...palabra, peso: 1 }];
  if (esGenerica(raiz) || esVerboDeIntencion(raiz)) return [];
  return raicesParecidas(raiz, vocabulario).map((r) => ({ ...palabra, raiz: r, peso: PESO_DE_PARECIDA }));
}

function votarPorSinonimos(
  palabras: readonly Conocida[],
  indice: Indice,
  de: (codigo: string) => Votos,
): void {
  const porRaiz = new Map(palabras.map((p) => [p.raiz, p]));
  for (const p of palabras) {
    const otra = equivalente(p.raiz);
    if (otra !== undefined && !porRaiz.has(otra)) porRaiz.set(otra, { ...p, raiz: otra });
  }
  for (const primera of porRaiz.keys()) {
    for (const { raices, codigos } of indice.sinonimos.get(primera) ?? []) {
      const halladas = raices.flatMap((r) => porRaiz.get(r) ?? []);
      if (halladas.length < raices.length) continue;
      const peso = Math.min(...halladas.map((p) => p.peso)) * raices.length ** 1.3;
      for (const [lugar, codigo] of codigos.entries()) {
        const v = de(codigo);
        v.sinonimos.push(PESO_DE_SINONIMO * peso * (PESO_POR_LUGAR[lugar] ?? 0.4));
        for (const p of halladas) v.palabras.add(p.texto);
      }
    }
  }
}

function votarPorNombre(palabras: readonly Conocida[], indice: Indice, de: (codigo: string) => Votos): void {
  for (const { texto, raiz, peso } of new Map(palabras.map((p) => [p.raiz, p])).values()) {
    if (esGenerica(raiz)) continue;
    const fuerza = peso * (esVerboDeIntencion(raiz) ? PESO_DE_VERBO : 1);
    for (const [codigo, pesoEnNombre] of indice.nombres.get(raiz) ?? []) {
      const v = de(codigo);
      v.nombre += fuerza * pesoEnNombre;
      v.palabras.add(texto);
    }
  }
}

/** The best synonym counts whole and the others a little: three ways to say one thing are one thing. */
function puntuar({ sinonimos, nombre }: Votos): number {
  const mejor = Math.max(0, ...sinonimos);
  const resto = sinonimos.reduce((a, b) => a + b, 0) - mejor;
  return mejor + resto * 0.25 + nombre;
}
