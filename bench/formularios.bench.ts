/** Form 210: the whole of it and one box, against three others that compute the same; and what a browser downloads. */
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build } from 'vite';
import { FORMULARIO_210 } from '@autogestion/normas/formularios/210';
import { casillasDe, evaluar, leerEntrada, planDe } from '@autogestion/normas/formularios/motor';
import { enJson, nota, RAPIDA } from './apoyo/informe.ts';
import { porTurnos } from './apoyo/turnos.ts';
import { formulario210 } from './referencias/formulario-210.ts';
import type { Valores } from './referencias/formulario-210.ts';
import { enHojaDeCalculo } from './referencias/hojas.ts';
import { enPublicodes } from './referencias/publicodes.ts';

const ANIO = 2025;
const plan = planDe(FORMULARIO_210, ANIO);
const CALCULADAS = casillasDe(FORMULARIO_210).flatMap((c) => (c.formula ? [c.clave] : []));
/** The box whose change is measured, and the last one that depends on it. */
const [CAMBIADA, ULTIMA] = ['32', '136'] as const;
/** What publicodes is asked: the tax of table 241 on the cédula general. */
const IMPUESTO = '116';

/** A saleswoman with salary, rent and a shop: three kinds of income, deductions, dependants, withholdings. */
const DECLARACION: Record<string, bigint> = {
  ...{ 29: 310_000_000n, 30: 85_000_000n, 32: 96_000_000n, 33: 7_680_000n, 35: 4_000_000n, 36: 18_000_000n },
  ...{ 38: 9_500_000n, 39: 11_000_000n, 58: 21_600_000n, 59: 1_100_000n, 60: 6_300_000n, 74: 64_000_000n },
  ...{ 75: 1_200_000n, 77: 38_000_000n, 112: 40_000_000n, 113: 31_000_000n, 130: 900_000n, 132: 7_400_000n },
};
const HECHOS: Record<string, bigint> = {
  dependientes: 2n,
  comprasFacturaElectronica: 42_000_000n,
  numeroDeclaracion: 3n,
  impuestoNetoAnterior: 5_200_000n,
};
const ENTRADAS: Valores = { ...DECLARACION, ...HECHOS };

const evaluacion = evaluar(
  plan,
  leerEntrada(FORMULARIO_210, { casillas: DECLARACION, hechos: HECHOS }).entrada,
);
const hoja = enHojaDeCalculo(plan);
const reglas = enPublicodes(plan, IMPUESTO);
hoja.cambiar(ENTRADAS);
reglas.cambiar(ENTRADAS);
comprobarQueDanLoMismo();

/** The places that a return fills, found once: what a page that recalculates keeps. */
const PUESTOS = Object.entries(ENTRADAS).flatMap(([clave, valor]): [number, bigint][] => {
  const puesto = plan.distribucion.puestoDe.get(clave);
  const presencia = plan.distribucion.presenciaDe.get(clave);
  if (puesto === undefined) throw new RangeError(clave);
  return [[puesto, valor], ...(presencia === undefined ? [] : [[presencia, 1n] as [number, bigint]])];
});

const VACIA = Array<bigint>(plan.distribucion.tamano).fill(0n);

const ms = RAPIDA ? 20 : 700;
const turnos = RAPIDA ? 3 : 9;
let alterno = 0;
const otro = () => (alterno++ % 2 === 0 ? 96_000_000n : 101_000_000n);

nota(
  `Formulario 210 entero, ${CALCULADAS.length} casillas (motor: veces por segundo; razón: motor ÷ referencia)`,
);
const entero = porTurnos(
  {
    motor() {
      const v = VACIA.slice();
      for (const [puesto, valor] of PUESTOS) v[puesto] = valor;
      plan.calcular(v, [[]]);
    },
    aMano: () => void formulario210(ENTRADAS, false),
    publicodes() {
      reglas.cambiar({ [CAMBIADA]: otro() });
      reglas.valor(IMPUESTO);
    },
    hyperformula() {
      hoja.cambiar({ ...ENTRADAS, [CAMBIADA]: otro() });
      hoja.valor(ULTIMA);
    },
  },
  { ms, turnos },
);

nota(`Una casilla que cambia (la ${CAMBIADA}) hasta la ${ULTIMA}`);
const una = porTurnos(
  {
    motor() {
      evaluacion.cambiar(CAMBIADA, otro());
      evaluacion.valor(ULTIMA);
    },
    aMano: () => void formulario210({ ...ENTRADAS, [CAMBIADA]: otro() }, false)[ULTIMA],
    publicodes() {
      reglas.cambiar({ [CAMBIADA]: otro() });
      reglas.valor(IMPUESTO);
    },
    hyperformula() {
      hoja.cambiar({ [CAMBIADA]: otro() });
      hoja.valor(ULTIMA);
    },
  },
  { ms, turnos },
);

const paquete = await pesoEnElNavegador();
nota(
  `Motor y formulario 210 en el navegador: ${paquete.minimo} bytes, ${paquete.gzip} con gzip (meta: 25.600)`,
);
enJson('formularios', { entero, una, paquete });

function comprobarQueDanLoMismo(): void {
  const aMano = formulario210(ENTRADAS, false);
  for (const clave of CALCULADAS) {
    const valor = evaluacion.valor(clave);
    if (valor !== aMano[clave]) throw new Error(`By hand, box ${clave} is ${aMano[clave]} and not ${valor}`);
    if (Number(valor) !== hoja.valor(clave))
      throw new Error(`In the spreadsheet, box ${clave} is ${hoja.valor(clave)} and not ${valor}`);
  }
  if (Number(evaluacion.valor(IMPUESTO)) !== reglas.valor(IMPUESTO))
    throw new Error(`In publicodes, box ${IMPUESTO} is ${reglas.valor(IMPUESTO)}`);
}

/** What a page that fills a return downloads: engine, form, parameters and explanation, minified. */
async function pesoEnElNavegador(): Promise<{ minimo: number; gzip: number }> {
  const codigo = `export { FORMULARIO_210 } from '@autogestion/normas/formularios/210';
    export { planDe, leerEntrada, evaluar, explicar } from '@autogestion/normas/formularios/motor';`;
  const entrada = join(import.meta.dirname, 'paquete.ts');
  const resultado = await build({
    logLevel: 'silent',
    configFile: false,
    plugins: [
      {
        name: 'paquete',
        load: (id) => (id === entrada ? codigo : undefined),
        resolveId: (id) => (id === entrada ? id : undefined),
      },
    ],
    build: { write: false, minify: true, lib: { entry: entrada, formats: ['es'], fileName: 'paquete' } },
  });
  const [salida] = [resultado].flat();
  const trozos = salida && 'output' in salida ? salida.output : [];
  const texto = trozos.map((t) => ('code' in t ? t.code : '')).join('');
  return { minimo: texto.length, gzip: gzipSync(texto, { level: 9 }).length };
}
