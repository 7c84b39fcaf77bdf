import datos from './datos/sinonimos.json' with { type: 'json' };
import { esVerboDeIntencion } from './intenciones.ts';
import { palabrasDe } from './palabras.ts';
import { ACTIVIDADES, contextoDeActividad } from './tabla.ts';

/** A way in which people call a trade, and the classes where it usually is, the likeliest first. */
interface Sinonimo {
  raices: readonly string[];
  codigos: readonly string[];
}

export interface Indice {
  /** Stem → code → weight of the stem in the official name and the everyday title of the class. */
  nombres: ReadonlyMap<string, ReadonlyMap<string, number>>;
  /** First stem of each synonym → synonyms. */
  sinonimos: ReadonlyMap<string, readonly Sinonimo[]>;
  /** Every stem known, to mend slips of the finger. */
  vocabulario: readonly string[];
}

/** The name of the division says less than that of the class. */
const PESO_DE_DIVISION = 0.25;

let indice: Indice | undefined;

/** Built on the first search (about 20 ms) and kept. */
export function indiceDeActividades(): Indice {
  indice ??= construirIndice();
  return indice;
}

function construirIndice(): Indice {
  const frecuencias = new Map<string, Map<string, number>>();
  for (const a of ACTIVIDADES) {
    const nombre = palabrasDe(a.nombre).map((p) => p.raiz);
    // Half of the titles begin with a verb of these: they would make every sale alike.
    const titulo = palabrasDe(a.titulo).flatMap((p) => (esVerboDeIntencion(p.raiz) ? [] : [p.raiz]));
    const division = palabrasDe(contextoDeActividad(a).division ?? '').map((p) => p.raiz);
    // A long name mentions many things in passing: each counts for less.
    const largo = Math.sqrt(Math.max(4, nombre.length));
    for (const r of division) sumar(frecuencias, r, a.codigo, PESO_DE_DIVISION / largo);
    for (const r of new Set(nombre)) sumar(frecuencias, r, a.codigo, 2 / largo);
    for (const r of new Set(titulo))
      sumar(frecuencias, r, a.codigo, 1 / Math.sqrt(Math.max(4, titulo.length)));
  }
  const nombres = new Map<string, Map<string, number>>();
  for (const [r, porCodigo] of frecuencias) {
    const rareza = Math.log(1 + ACTIVIDADES.length / porCodigo.size);
    nombres.set(r, new Map([...porCodigo].map(([codigo, peso]) => [codigo, peso * rareza])));
  }
  const sinonimos = indexarSinonimos();
  const deSinonimos = [...sinonimos.values()].flat().flatMap((s) => s.raices);
  return { nombres, sinonimos, vocabulario: [...new Set([...nombres.keys(), ...deSinonimos])] };
}

function indexarSinonimos(): Map<string, Sinonimo[]> {
  const indexados = new Map<string, Sinonimo[]>();
  for (const grupo of Object.values(datos.grupos)) {
    for (const [frase, codigos] of Object.entries(grupo)) {
      const raices = [...new Set(palabrasDe(frase).map((p) => p.raiz))];
      const primera = raices[0];
      if (primera === undefined) continue;
      indexados.set(primera, [...(indexados.get(primera) ?? []), { raices, codigos }]);
    }
  }
  return indexados;
}

function sumar(tabla: Map<string, Map<string, number>>, r: string, codigo: string, peso: number): void {
  const porCodigo = tabla.get(r) ?? new Map<string, number>();
  porCodigo.set(codigo, (porCodigo.get(codigo) ?? 0) + peso);
  tabla.set(r, porCodigo);
}
