interface Nodo {
  etiqueta: string;
  hijos: Nodo[];
}

const VACIAS = new Set(['area', 'br', 'col', 'hr', 'img', 'input', 'link', 'meta', 'source', 'wbr']);
/** Attributes whose value is part of the structure; of the others it counts that they are there. */
const CON_VALOR = new Set(['class', 'type', 'role', 'scope', 'autocomplete', 'lang']);
/** What the answer changes and nobody hears. */
const SIN_CONTAR = new Set(['value', 'checked', 'selected', 'open']);

/** A page without its words: tags, attributes and roles, with what repeats itself told once. */
export const estructuraDe = (html: string): string => texto(arbol(html), () => false);

/**
 * What axe judges of a page: a control with its label and its messages, a list with its items, a table with its cells.
 * Each piece is told with an empty place where another one stands inside it. What WCAG asks of a page as a whole (a
 * title, a language, names that are one) is the same frame for all, or is looked at in all.
 */
export function piezasDe(html: string): Set<string> {
  const piezas = new Set<string>();
  const mirar = (nodo: Nodo) => {
    if (esPieza(nodo)) piezas.add(texto(nodo, esPieza));
    nodo.hijos.forEach(mirar);
  };
  mirar(arbol(html));
  return piezas;
}

const PIEZA =
  /^<(?:[a-z]+-[a-z-]+|fieldset|table|dl|[uo]l|nav|details|form|main|header|footer|section|p|h[1-6]|a|button)\b|govuk-(?:form-group|error-summary)\b/;
const esPieza = ({ etiqueta }: Nodo): boolean => PIEZA.test(etiqueta);

function texto({ etiqueta, hijos }: Nodo, otra: (n: Nodo) => boolean): string {
  if (hijos.length === 0) return etiqueta;
  const textos = hijos.map((h) => (otra(h) ? '▢' : texto(h, otra)));
  return `${etiqueta}{${textos.filter((t, i) => t !== textos[i - 1]).join('')}}`;
}

function arbol(html: string): Nodo {
  const raiz: Nodo = { etiqueta: '', hijos: [] };
  const abiertos = [raiz];
  for (const [, barra, nombre = '', atributos = ''] of html.matchAll(
    /<(\/?)([a-z][a-z0-9-]*)((?:[^>"]|"[^"]*")*)>/g,
  )) {
    if (barra) abiertos.pop();
    else if (nombre !== 'input' || !/type="hidden"/.test(atributos)) {
      const nodo: Nodo = { etiqueta: `<${nombre}${atributosDe(atributos)}>`, hijos: [] };
      abiertos.at(-1)?.hijos.push(nodo);
      if (!VACIAS.has(nombre) && !atributos.endsWith('/')) abiertos.push(nodo);
    }
  }
  return raiz;
}

const atributosDe = (texto: string): string =>
  [...texto.matchAll(/([^\s="/]+)(?:="([^"]*)")?/g)]
    .flatMap(([, nombre = '', valor = '']) =>
      SIN_CONTAR.has(nombre) ? [] : ` ${nombre}${CON_VALOR.has(nombre) ? `=${valor}` : ''}`,
    )
    .toSorted()
    .join('');

/** What axe would find in one page and not in another of the same structure: names given twice, and to nobody. */
export function nombresRotos(html: string): string[] {
  const ids = [...html.matchAll(/ id="([^"]*)"/g)].map(([, id = '']) => id);
  const unicos = new Set(ids);
  const repetidos = ids.filter((id, i) => ids.indexOf(id) !== i).map((id) => `id "${id}" twice`);
  const referidos = [
    ...html.matchAll(/ (for|aria-describedby|aria-labelledby|aria-controls|href)="([^"]*)"/g),
  ];
  const sinDestino = referidos.flatMap(([, que = '', valor = '']) => {
    if (que === 'href' && !valor.startsWith('#')) return [];
    return valor
      .replace(/^#/, '')
      .split(' ')
      .filter((id) => id !== '' && !unicos.has(id))
      .map((id) => `${que} "${id}" leads nowhere`);
  });
  return [...repetidos, ...sinDestino];
}
