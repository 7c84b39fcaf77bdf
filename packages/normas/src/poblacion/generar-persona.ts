import { fecha } from '../fechas/index.ts';
import type { Fecha } from '../fechas/index.ts';
import { desdeHechos, desdeTemas, FORMULARIO_210, respuestasDe } from '../formularios/210/index.ts';
import type { Reporte, RespuestasDeTemas } from '../formularios/210/index.ts';
import { casillasDe, evaluar, leerEntrada, planDe } from '../formularios/motor/index.ts';
import { digitoDeVerificacion } from '../nit/index.ts';
import { azarDelPar } from './azar.ts';
import type { Azar } from './azar.ts';
import { fila } from './hechos.ts';
import type { ClaseDePersona, DelAnio, Hecho } from './hechos.ts';
import { loDemas } from './lo-demas.ts';
import { nombrar } from './nombres.ts';
import type { NombreFicticio } from './nombres.ts';
import { OFICIOS } from './oficios.ts';

export interface OpcionesDePoblacion {
  /** Taxable year: one that form 210 has, with the year before. */
  anio: number;
  /** The person of index 0 has this number, the next one the number after it. */
  nitDesde: number;
  /** Each person takes up to `INFORMANTES` numbers for who reports of them. */
  informanteDesde: number;
  /** Only people of this kind. */
  clase?: ClaseDePersona;
  /** How many things, of those that may go unreported, nobody reported: as many as there are, if they are fewer. */
  retenidos?: number;
}

export interface PersonaFicticia {
  nit: string;
  dv: number;
  nombre: NombreFicticio;
  nacimiento: Fecha;
  clase: ClaseDePersona;
  rut: { actividad: string; municipio: string; responsabilidades: readonly string[] };
  anio: number;
  /** What really happened, whoever knows it. */
  temas: RespuestasDeTemas;
  /** What third parties reported of it. */
  reportes: readonly Reporte[];
  /** The return of the year before, by box, in pesos, and how many there were with it. */
  anterior?: { casillas: Readonly<Record<string, number>>; numero: number };
}

/** More than anybody has. */
export const INFORMANTES = 24;
const MUNICIPIOS = ['11001', '05001', '76001', '08001', '68001', '66001', '17001', '52001', '13001', '50001'];

/**
 * The `indice`-th person, from 0, of the population of a seed: always the same, whoever else is asked for. Nobody is real:
 * names are combined, and the numbers are of the ranges that are given.
 *
 * @throws AnioSinParametros
 */
export function generarPersona(semilla: number, indice: number, o: OpcionesDePoblacion): PersonaFicticia {
  const a = azarDelPar(semilla, indice);
  const oficio = a.elegirConPeso(o.clase ? OFICIOS.filter((x) => x.clase === o.clase) : OFICIOS);
  const nombre = nombrar(a);
  const nacimiento = nacer(a, o.anio, oficio.edad);
  const municipio = a.elegir(MUNICIPIOS);
  const nit = String(o.nitDesde + indice);
  const anio = { a, informante: informantes(o.informanteDesde + indice * INFORMANTES) };
  const delAnio = [...oficio.hechos(anio), ...loDemas(anio, oficio.clase)];
  const anterior = a.suerte(85) ? declaracionAnterior(a, delAnio, o.anio - 1) : undefined;
  const responsableIva = oficio.clase === 'comerciante' && a.suerte(40);
  const hechos = [...delAnio, ...deAntes(anterior), movimientos(a, responsableIva)];
  const sinReportar = escoger(
    a,
    hechos.filter((h) => h.omitible),
    o.retenidos ?? 0,
  );
  return {
    nit,
    dv: digitoDeVerificacion(nit),
    nombre,
    nacimiento,
    clase: oficio.clase,
    rut: {
      actividad: oficio.actividad,
      municipio,
      responsabilidades: ['05', ...(responsableIva ? ['48'] : ['49'])],
    },
    anio: o.anio,
    temas: respuestasDe(hechos.flatMap((h) => h.filas)),
    reportes: hechos.flatMap((h) => (h.reporte && !sinReportar.includes(h) ? [h.reporte] : [])),
    ...(anterior && { anterior }),
  };
}

function nacer(a: Azar, anio: number, [minima, maxima]: readonly [number, number]): Fecha {
  const dos = (n: number) => String(n).padStart(2, '0');
  return fecha(`${anio - a.entero(minima, maxima)}-${dos(a.entero(1, 12))}-${dos(a.entero(1, 28))}`);
}

function informantes(desde: number): DelAnio['informante'] {
  let n = 0;
  return (nombre) => ({ nit: String(desde + n++), nombre });
}

const CASILLAS = casillasDe(FORMULARIO_210)
  .filter((c) => c.clase === 'pesos')
  .map((c) => c.clave);

/** A year like this one, a little smaller, as it was filed. */
function declaracionAnterior(
  a: Azar,
  hechos: readonly Hecho[],
  anio: number,
): NonNullable<PersonaFicticia['anterior']> {
  const numero = a.entero(1, 9);
  const porCiento = a.entero(85, 99);
  const filas = hechos
    .flatMap((h) => h.filas)
    .map(({ tema, renglon }) =>
      fila(
        tema,
        Object.fromEntries(
          Object.entries(renglon).map(([k, v]) => [
            k,
            typeof v === 'number' && v > 1000 ? Math.floor((v * porCiento) / 100) : v,
          ]),
        ),
      ),
    );
  const { cruda } = desdeTemas(respuestasDe([...filas, fila('declaraciones-anteriores', { numero })]), anio);
  const { entrada } = leerEntrada(FORMULARIO_210, desdeHechos(cruda, anio).cruda);
  const e = evaluar(planDe(FORMULARIO_210, anio), entrada);
  const casillas = Object.fromEntries(
    CASILLAS.flatMap((clave) => {
      const valor = e.valor(clave);
      return valor > 0n ? [[clave, Number(valor)]] : [];
    }),
  );
  return { casillas, numero };
}

/** What the return of the year before leaves for this one. */
function deAntes(anterior: PersonaFicticia['anterior']): Hecho[] {
  if (!anterior) return [{ filas: [fila('declaraciones-anteriores', { numero: 1 })] }];
  const { casillas, numero } = anterior;
  const deja = (tema: string, casilla: string): Hecho[] => {
    const valor = casillas[casilla] ?? 0;
    return valor > 0 ? [{ filas: [fila(tema, { valor })] }] : [];
  };
  const impuestoNeto = casillas['126'] ?? 0;
  return [
    { filas: [fila('declaraciones-anteriores', { numero: numero + 1, impuestoNeto })] },
    ...deja('anticipo-anterior', '133'),
    ...deja('saldo-a-favor-anterior', '137'),
  ];
}

const movimientos = (a: Azar, responsableIva: boolean): Hecho => ({
  filas: [
    fila('movimientos', {
      tarjetas: a.entero(0, 40) * 1_000_000,
      compras: a.entero(10, 90) * 1_000_000,
      consignaciones: a.entero(20, 200) * 1_000_000,
      responsableIva,
    }),
  ],
});

function escoger<T>(a: Azar, lista: readonly T[], cuantos: number): T[] {
  const quedan = [...lista];
  return Array.from({ length: Math.min(cuantos, lista.length) }, () =>
    quedan.splice(a.entero(0, quedan.length - 1), 1),
  ).flat();
}
