import { definidos } from '../../definidos/index.ts';
import { casillasDe, largoDe } from './definicion.ts';
import type { Anexo, Casilla, Clase, Columna, Formulario, Hecho } from './definicion.ts';
import type { Esquema } from './lectura.ts';

/**
 * What a form accepts, as a JSON Schema: the boxes that a person writes, the facts and the annexes. What the form
 * computes is not accepted. The texts of the boxes are its documentation.
 */
export function esquemaDe(formulario: Formulario): Esquema {
  const escritas = casillasDe(formulario).filter((c) => c.formula === undefined);
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: `Formulario ${formulario.codigo}. ${formulario.nombre}`,
    type: 'object',
    additionalProperties: false,
    properties: {
      casillas: objeto(escritas.map((c) => [c.clave, deCasilla(c)])),
      hechos: objeto(deHechos(formulario)),
      anexos: objeto(formulario.anexos.map((a) => [a.clave, deAnexo(a)])),
    },
  };
}

const TIPOS: Readonly<Record<Clase, Esquema>> = {
  pesos: { type: 'integer', minimum: 0, maximum: 999_999_999_999_999 },
  cantidad: { type: 'integer', minimum: 0 },
  tarifa: { type: 'number', minimum: 0, maximum: 1 },
  marca: { enum: ['X', ''] },
  texto: { type: 'string', maxLength: 120 },
};

function deCasilla(c: Casilla): Esquema {
  return {
    ...TIPOS[c.clase],
    ...definidos({
      maxLength: c.clase === 'texto' ? largoDe(c) : undefined,
      pattern: c.lectura && '^[0-9]+$',
    }),
    ...textos(c),
  };
}

function deAnexo({ nombre, filasMaximas, columnas }: Anexo): Esquema {
  const escritas = columnas.filter((c) => c.formula === undefined);
  return {
    type: 'array',
    title: nombre,
    maxItems: filasMaximas,
    items: {
      ...objeto(escritas.map((c) => [c.clave, deColumna(c)])),
      required: escritas.filter((c) => !c.opcional && c.clase !== 'texto').map((c) => c.clave),
    },
  };
}

function deColumna({ clase, codigos, ...c }: Columna): Esquema {
  const tipo = clase === 'codigo' ? { enum: codigos } : TIPOS[clase];
  return { ...tipo, ...(c.porMil && { maximum: 1_000 }), ...textos(c) };
}

/** A fact that is a number or, with more detail, a list: both under one name. */
function deHechos({ hechos, compuestos = {} }: Formulario): (readonly [string, Esquema])[] {
  const simples = new Map(anidar(hechos.map((h) => [h.clave, { ...deHecho(h), ...textos(h) }])));
  for (const [clave, { lector, ...c }] of Object.entries(compuestos)) {
    const simple = simples.get(clave);
    const suyo = simple ? { anyOf: [simple, lector.esquema] } : lector.esquema;
    simples.set(clave, { ...suyo, ...textos(c) });
  }
  return [...simples];
}

function deHecho({ clase, entre }: Hecho): Esquema {
  if (!entre) return TIPOS[clase];
  const [minimum, maximum] = entre;
  return { ...TIPOS[clase], minimum: Number(minimum), maximum: Number(maximum) };
}

function textos({ nombre, ayuda, norma }: { nombre: string; ayuda?: string; norma?: string }): Esquema {
  const descripcion = [ayuda, norma && `(${norma})`].filter((t) => t !== undefined && t !== '').join(' ');
  return { title: nombre, ...definidos({ description: descripcion || undefined }) };
}

function objeto(propiedades: readonly (readonly [string, Esquema])[]): Esquema {
  return { type: 'object', additionalProperties: false, properties: Object.fromEntries(propiedades) };
}

/** `exentasIlimitadas.41` is written inside `exentasIlimitadas`. */
function anidar(propiedades: readonly (readonly [string, Esquema])[]): (readonly [string, Esquema])[] {
  const grupos = new Map<string, (readonly [string, Esquema])[]>();
  const sueltas: (readonly [string, Esquema])[] = [];
  for (const [clave, esquema] of propiedades) {
    const [grupo = '', ...resto] = clave.split('.');
    if (resto.length === 0) sueltas.push([clave, esquema]);
    else grupos.set(grupo, [...(grupos.get(grupo) ?? []), [resto.join('.'), esquema]]);
  }
  return [...sueltas, ...[...grupos].map(([grupo, suyas]) => [grupo, objeto(suyas)] as const)];
}
