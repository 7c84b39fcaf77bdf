import { describe, expect, it } from 'vitest';
import { inflesz, silabasDe } from '../../pruebas/inflesz.ts';
import { explicacionEnPalabras } from '../explicacion/index.ts';
import type { Explicacion } from '../explicacion/index.ts';
import { desdeHechos, FORMULARIO_210 } from './210/index.ts';
import { desdeHechos2593, FORMULARIO_2593 } from './2593/index.ts';
import { desdeHechos260, FORMULARIO_260 } from './260/index.ts';
import { casillasDe, evaluar, explicar, leerEntrada, loCalculado, planDe, resumir } from './motor/index.ts';
import type { EntradaCruda, Evaluacion, Formulario } from './motor/index.ts';
import { definidos } from '../definidos/index.ts';

function evaluado(
  formulario: Formulario,
  { cruda, ayudas }: { cruda: EntradaCruda; ayudas?: ReadonlyMap<string, Explicacion> },
): Evaluacion {
  const { entrada, faltas } = leerEntrada(formulario, cruda);
  expect(faltas).toEqual([]);
  return evaluar(planDe(formulario, 2025), entrada, definidos({ ayudas }));
}

const EMPLEADA = {
  casillas: { 29: 150_000_000, 30: 20_000_000, 32: 96_000_000, 33: 7_680_000, 132: 3_500_000 },
  hechos: {
    exentaLaboral25: true,
    dependientes: [{ parentesco: 'hijo', edad: 8 }],
    deducciones: {
      dependiente: { ingresoLaboralBruto: 96_000_000, meses: 12 },
      salud: { pagado: 2_400_000, meses: 12 },
      gmfPagado: 300_000,
    },
    interesesDeVivienda: 6_000_000,
    comprasFacturaElectronica: 30_000_000,
    numeroDeclaracion: 3,
  },
};

const DE_RENTA: Record<string, object> = {
  'una empleada': EMPLEADA,
  'un empleado sin más': { casillas: { 32: 80_000_000, 33: 6_400_000 } },
  'quien recibe cesantías y rendimientos': {
    casillas: { 32: 70_000_000, 33: 5_000_000, 58: 4_000_000 },
    hechos: {
      exentaLaboral25: true,
      cesantias: { cesantias: 5_000_000, salarioPromedioMensual: 5_000_000 },
      rendimientos: 4_000_000,
    },
  },
  'un pensionado': {
    hechos: { mesadas: Array(13).fill({ bruta: 6_000_000, salud: 720_000 }) },
    casillas: { 99: 78_000_000 },
  },
  'quien trabaja por su cuenta': {
    casillas: { 43: 90_000_000, 44: 9_000_000, 45: 30_000_000, 51: 2_000_000 },
  },
  'quien tiene de todo': {
    casillas: {
      32: 90_000_000,
      58: 20_000_000,
      60: 2_000_000,
      74: 50_000_000,
      75: 1_000_000,
      77: 20_000_000,
      104: 9_000_000,
      107: 70_000_000,
      108: 20_000_000,
      112: 40_000_000,
      63: 2_000_000,
      81: 3_000_000,
      122: 900_000,
    },
    hechos: { loterias: 10_000_000, exentasIlimitadas: { 86: 1_000_000 } },
    anexos: { dividendos: [{ base: 5_000_000, tarifa: 0.1 }] },
  },
};

const MUNICIPIOS = [
  { codigo: '11001', grupo: '2', ingresos: 300_000_000, tarifaPorMil: 9.66 },
  { codigo: '05001', grupo: '3', ingresos: 100_000_000, tarifaPorMil: 7, exenciones: 50_000 },
];
const DEL_SIMPLE = {
  municipios: MUNICIPIOS,
  hechos: { ingresosElectronicos: 90_000_000, mesesMora: 2, patrimonioLiquidoAnterior: 5_000_000 },
};
const OPCIONES = { anio: 2025 };

const CASOS: readonly (readonly [string, Formulario, () => Evaluacion])[] = [
  ...Object.entries(DE_RENTA).map(
    ([nombre, cruda]) =>
      [`210, ${nombre}`, FORMULARIO_210, () => evaluado(FORMULARIO_210, desdeHechos(cruda, 2025))] as const,
  ),
  ['210, en blanco', FORMULARIO_210, () => evaluado(FORMULARIO_210, { cruda: {} })],
  ['260, tarde', FORMULARIO_260, () => evaluado(FORMULARIO_260, desdeHechos260(DEL_SIMPLE, OPCIONES))],
  ['260, en blanco', FORMULARIO_260, () => evaluado(FORMULARIO_260, { cruda: {} })],
  [
    '2593',
    FORMULARIO_2593,
    () =>
      evaluado(
        FORMULARIO_2593,
        desdeHechos2593({ municipios: MUNICIPIOS, casillas: { 45: 900_000 } }, OPCIONES),
      ),
  ],
];

/** What is read of a tree: titles and sentences, not articles nor keys. */
const leido = ({ titulo, frase, partes }: Explicacion): string =>
  [`${titulo}.`, frase, ...partes.map(leido)].join(' ');

/** Names that only a program has: camelCase, snake_case, an equals sign, a key inside dots. */
const DE_PROGRAMA = /\p{Ll}\p{Lu}|\p{L}_\p{L}|=|undefined|null|NaN|\[object|«»|\(\)/u;

describe('las explicaciones, como se leen', () => {
  it.each(CASOS)(
    '%s: ninguna casilla dice un nombre de programa, y todas se leen bien',
    (_caso, formulario, caso) => {
      const evaluacion = caso();
      const valores = [
        ...casillasDe(formulario).filter((c) => c.clase !== 'texto'),
        ...formulario.auxiliares,
        ...formulario.hechos,
      ];
      const dificiles: string[] = [];
      for (const { clave } of valores) {
        const entera = explicar(evaluacion, clave);
        const contada = resumir(entera);
        for (const arbol of [entera, contada]) {
          const texto = leido(arbol);
          expect([clave, DE_PROGRAMA.exec(texto)?.[0]]).toEqual([clave, undefined]);
        }
        expect([clave, DE_PROGRAMA.exec(JSON.stringify(formulas(contada)))?.[0]]).toEqual([clave, undefined]);
        const frases = nodos(contada)
          .map((n) => n.frase)
          .join(' ');
        if (inflesz(frases) < 65) dificiles.push(`${clave} ${Math.round(inflesz(frases))} ${frases}`);
      }
      expect(dificiles).toEqual([]);
    },
  );

  it.each(CASOS)(
    '%s: la frase que va junto a una casilla es la primera de su porqué',
    (_c, formulario, caso) => {
      const evaluacion = caso();
      for (const casilla of casillasDe(formulario).filter((c) => c.formula)) {
        const { valor, frase } = loCalculado(evaluacion, casilla);
        const entera = explicar(evaluacion, casilla.clave).frase;
        expect([casilla.clave, valor === '' || frase.startsWith(entera)]).toEqual([casilla.clave, true]);
      }
    },
  );

  it.each(CASOS.filter(([, f]) => f === FORMULARIO_210))(
    '%s: la casilla 97 se cuenta en menos de 40 renglones',
    (_caso, _formulario, caso) => {
      const contada = resumir(explicar(caso(), '97'));
      expect(explicacionEnPalabras(contada).split('\n').length).toBeLessThan(40);
    },
  );

  const nodos = (e: Explicacion): Explicacion[] => [e, ...e.partes.flatMap(nodos)];
  const formulas = (e: Explicacion) => nodos(e).map((n) => n.formula ?? '');

  it('una casilla que salió de hechos se explica por ellos, y no como escrita', () => {
    const evaluacion = evaluado(FORMULARIO_210, desdeHechos(EMPLEADA, 2025));
    const [de36, de39] = ['36', '39'].map((c) => resumir(explicar(evaluacion, c)));
    expect(de36?.frase).toContain('Es el 25 % de lo que queda de su salario');
    expect(de39?.partes.map((p) => p.titulo)).toContain('Medicina prepagada y seguros de salud');
    const de138 = nodos(resumir(explicar(evaluacion, '138'))).map((n) => n.frase);
    expect(de138).toContain('Es hijo menor de 18 años.');
    evaluacion.cambiar('36', 5_000n);
    expect(explicar(evaluacion, '36').frase).toBe('Es lo que usted escribió.');
  });

  it('las filas del anexo se muestran, con lo que dio cada una', () => {
    const evaluacion = evaluado(FORMULARIO_260, desdeHechos260(DEL_SIMPLE, OPCIONES));
    const texto = explicacionEnPalabras(resumir(explicar(evaluacion, '47'))).replaceAll('\u00a0', ' ');
    expect(texto).toContain('Fila 1 del anexo: ICA menos exenciones y descuentos: $ 2.898.000');
    expect(texto).toContain(
      'Fila 2 del anexo: ICA menos exenciones y descuentos: $ 650.000. Sale de «Exenciones y descuentos» ($ 50.000) y «ICA» ($ 700.000)',
    );
    const muchas = Array.from({ length: 30 }, () => MUNICIPIOS[0]);
    const conMuchas = evaluado(FORMULARIO_260, desdeHechos260({ municipios: muchas }, OPCIONES));
    const filas = nodos(resumir(explicar(conMuchas, '47'))).map((n) => n.titulo);
    expect(filas).toContain('Otras 18 filas del anexo: ICA menos exenciones y descuentos');
  });

  it('los ceros no se cuentan', () => {
    const evaluacion = evaluado(FORMULARIO_210, desdeHechos(EMPLEADA, 2025));
    for (const { valor, titulo } of nodos(resumir(explicar(evaluacion, '136'))).slice(1)) {
      expect([titulo, valor]).not.toEqual([titulo, 0n]);
    }
  });
});

describe('la escala INFLESZ', () => {
  it.each([
    ['casa', 2],
    ['renta', 2],
    ['cuando', 2],
    ['leer', 2],
    ['país', 2],
    ['queda', 2],
    ['deducciones', 4],
    ['día', 2],
    ['y', 1],
  ])('«%s» tiene %d sílabas', (palabra, silabas) => {
    expect(silabasDe(palabra)).toBe(silabas);
  });

  it('lo que se dice corto se lee mejor', () => {
    expect(inflesz('De la casilla 32 se resta la casilla 33.')).toBeGreaterThan(80);
    expect(
      inflesz(
        'La determinación de la rentabilidad gravable consolidada correspondiente a las participaciones exige aplicar sistemáticamente procedimientos administrativos.',
      ),
    ).toBeLessThan(30);
  });
});
