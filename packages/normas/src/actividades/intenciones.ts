import { raiz } from './palabras.ts';

/**
 * What a person does with the thing named. The same arepas are sold, cooked or manufactured in classes
 * of different sections: the verb tips the balance, it never finds a class by itself.
 */
interface Intencion {
  palabras: Set<string>;
  /** Codes it favours. */
  favorece: RegExp;
}

const intencion = (palabras: string, favorece: RegExp): Intencion => ({
  palabras: new Set(palabras.split(' ').map(raiz)),
  favorece,
});

const INTENCIONES: readonly Intencion[] = [
  intencion(
    'vendo vender venden vendemos venta comercializo comercializar comercio compro negocio surto',
    /^(?:4[57]|56)/,
  ),
  intencion('mayor mayorista distribuyo distribuidor distribuidora importo', /^46/),
  intencion(
    'fabrico fabrica fabricar fabricacion elaboro elaborar produzco produccion confecciono industria',
    /^(?:1|2|3[0-2])/,
  ),
  intencion('hago hacemos preparo preparar', /^(?:1|2|3[0-2]|56)/),
  intencion('cultivo cultivar siembro sembrar siembra cosecho cosecha', /^01[123]/),
  intencion('crio criar cria engordo levante ceba', /^(?:014|032)/),
  intencion('reparo reparar reparacion arreglo arreglar mantenimiento tecnico', /^(?:33|4520|4542|95)/),
  intencion('instalo instalar instalacion', /^(?:432|332)/),
  intencion('construyo construir construccion', /^4[123]/),
  intencion('enseño enseñar clases clase dicto profesor profesora academia escuela', /^85/),
  intencion('arriendo arrendar alquilo alquilar alquiler arrendamiento', /^(?:68|77)/),
  intencion(
    'conduzco conducir conductor manejo manejar chofer transporto transportar transporte',
    /^(?:49|53)/,
  ),
  intencion('limpio limpiar lavo lavar aseo', /^(?:81|9601|4520)/),
];

/** How much the verbs of the query favour a class: 1 when they say nothing of it. */
export function favor(intenciones: readonly RegExp[], codigo: string): number {
  return intenciones.some((f) => f.test(codigo)) ? 1.6 : 1;
}

export function intencionesDe(raices: ReadonlySet<string>): RegExp[] {
  return INTENCIONES.filter((i) => [...i.palabras].some((p) => raices.has(p))).map((i) => i.favorece);
}

/** A verb of intention is weak evidence as a word: half of the names of commerce say "comercio". */
export function esVerboDeIntencion(raizDePalabra: string): boolean {
  return INTENCIONES.some((i) => i.palabras.has(raizDePalabra));
}

/** Verbs that the synonyms write in one way only: `reparo neveras` is `arreglo neveras`. */
const EQUIVALENTES = new Map(
  [
    ['reparo', 'arreglo'],
    ['reparar', 'arreglo'],
    ['reparacion', 'arreglo'],
    ['mantenimiento', 'arreglo'],
    ['tecnico', 'arreglo'],
    ['arriendo', 'alquilo'],
    ['arrendamiento', 'alquilo'],
    ['alquilo', 'arriendo'],
    ['alquiler', 'arriendo'],
  ].map(([de = '', a = '']) => [raiz(de), raiz(a)]),
);

export function equivalente(raizDePalabra: string): string | undefined {
  return EQUIVALENTES.get(raizDePalabra);
}
