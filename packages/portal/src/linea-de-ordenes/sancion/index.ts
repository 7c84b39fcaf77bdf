import { enteroEnJson, explicacionEnJson, explicacionEnTexto } from '@autogestion/normas/explicacion';
import { reduccionDeclarada } from '@autogestion/normas/sanciones';
import type { Sancion } from '@autogestion/normas/sanciones';
import { opcionesDe } from '../campos.ts';
import { ErrorDeUso } from '../error-de-uso.ts';
import type { Orden } from '../orden.ts';
import { leePorLineas, porLineas } from '../por-lineas.ts';
import type { Pregunta } from '../por-lineas.ts';
import type { Clase, Liquidada } from './comunes.ts';
import { correccion } from './correccion.ts';
import { extemporaneidad, trasEmplazamiento } from './extemporaneidad.ts';
import { aritmetica, inexactitud, informacion, noDeclarar } from './impuestas.ts';

const CLASES: readonly Clase[] = [
  extemporaneidad,
  trasEmplazamiento,
  correccion,
  noDeclarar,
  aritmetica,
  inexactitud,
  informacion,
];

function claseDe(nombre: unknown): Clase {
  const clase = CLASES.find((c) => c.nombres.some((n) => n === nombre));
  if (clase) return clase;
  const nombres = CLASES.map((c) => c.nombres[0]).join(', ');
  throw new ErrorDeUso('clase', `Diga cuál sanción: ${nombres}.`, 'clase');
}

/** Figures that do not apply are null; those of each reduction go under both names that are in use. */
function enJson(
  clase: Clase,
  { elegida: s, momentos, supuestos, propios }: Liquidada,
  explicar: boolean,
): string {
  const [al50, al75] = [
    s.reducida && enteroEnJson(s.reducida[50]),
    s.reducida && enteroEnJson(s.reducida[75]),
  ];
  return JSON.stringify({
    clase: clase.nombres[0],
    norma: s.norma,
    ...propios,
    sancion: enteroEnJson(s.sancion),
    sancionFinal: enteroEnJson(s.final),
    minima: enteroEnJson(s.minima),
    tope: s.tope === null ? null : enteroEnJson(s.tope),
    topeAplicado: s.topeAplicado,
    reducida50: al50,
    reducida75: al75,
    'reducida50%': al50,
    'reducida75%': al75,
    gradualidad: s.reducida && gradualidades(s.liquida, s.reducida),
    ...(momentos && {
      antes: enteroEnJson(momentos.antes.sancion),
      antesFinal: enteroEnJson(momentos.antes.final),
      despues: enteroEnJson(momentos.despues.sancion),
      despuesFinal: enteroEnJson(momentos.despues.final),
    }),
    anioUvt: s.anioUvt,
    salvedades: [...s.salvedades, ...supuestos],
    ...(explicar && { explicacion: explicacionEnJson(s.explicacion) }),
  });
}

/** What each reduction asks for, in its numeral of ET 640, and what would be paid with it. */
function gradualidades(liquida: Sancion['liquida'], reducida: Readonly<Record<50 | 75, bigint>>): object[] {
  return ([50, 75] as const).map((al) => {
    const { norma, frase } = reduccionDeclarada(al, liquida);
    return { al, norma, frase, sancionFinal: enteroEnJson(reducida[al]) };
  });
}

function enTexto({ elegida: { explicacion, salvedades }, supuestos }: Liquidada): string {
  return [
    explicacionEnTexto(explicacion),
    ...[...salvedades, ...supuestos].map((s) => `Tenga en cuenta: ${s}`),
  ].join('\n');
}

/** A line may name its own sanction: `{"clase":"extemporaneidad","impuesto":8000000,…}`. */
function deLinea(nombre: string | undefined, { clase: propia, ...pregunta }: Pregunta): string {
  const clase = claseDe(propia ?? nombre);
  return enJson(clase, clase.liquidar(pregunta), pregunta.explicar === true);
}

export const ordenSancion: Orden = {
  uso: `sancion ${CLASES.map((c) => c.nombres[0]).join('|')} … [--json] | sancion [CLASE] --entrada -`,
  detalle: [
    ...CLASES.map((c) => `  ${c.nombres[0] ?? ''} ${c.ayuda}`),
    '  todas: [--reduccion 50|75 | --anios-sin-la-misma N [--acto-previo ACTO] [--aceptada-y-subsanada] [--reincidente]]',
    '    [--anio-uvt AÑO] [--redondeo mil|peso] [--explicar]',
  ].join('\n'),
  ayuda: 'Cuánto es una sanción, y por qué',
  opciones: {
    ...Object.fromEntries(CLASES.flatMap((c) => Object.entries(opcionesDe(c.campos)))),
    json: { type: 'boolean' },
    entrada: { type: 'string' },
  },
  async ejecutar({ argumentos: [nombre, ...sobran], opciones: { json, entrada, ...datos } }) {
    if (sobran.length > 0) throw new ErrorDeUso('opcion', `No se esperaba «${sobran.join(' ')}».`);
    if (leePorLineas(entrada)) return porLineas((pregunta) => deLinea(nombre, pregunta));
    const clase = claseDe(nombre);
    const liquidada = clase.liquidar(datos);
    console.log(json ? enJson(clase, liquidada, datos.explicar === true) : enTexto(liquidada));
    return 0;
  },
};
