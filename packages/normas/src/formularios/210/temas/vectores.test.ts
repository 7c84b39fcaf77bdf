import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import ejemplos from '../../../../pruebas/formulario-210.json' with { type: 'json' };
import type { Redondeo } from '../../../dinero/index.ts';
import { evaluar, leerEntrada, planDe } from '../../motor/index.ts';
import type { Ajustes, EntradaCruda, Evaluacion } from '../../motor/index.ts';
import { desdeHechos, FORMULARIO_210 } from '../index.ts';
import { desdeTemas, respuestasDe } from './index.ts';
import type { Renglon } from './index.ts';

type Filas = readonly { tema: string; renglon: Renglon }[];

const fila = (tema: string, renglon: Renglon) => ({ tema, renglon });

function evaluarCruda(dada: EntradaCruda, anio: number, ajustes?: Ajustes): Evaluacion {
  const { cruda, faltas } = desdeHechos(dada, anio, ajustes);
  const leida = leerEntrada(FORMULARIO_210, cruda);
  expect([...faltas, ...leida.faltas]).toEqual([]);
  return evaluar(planDe(FORMULARIO_210, anio, ajustes), leida.entrada);
}

function porTemas(filas: Filas, anio: number, ajustes?: Ajustes): Evaluacion {
  const { cruda, faltas } = desdeTemas(respuestasDe(filas), anio, ajustes);
  expect(faltas).toEqual([]);
  return evaluarCruda(cruda, anio, ajustes);
}

const tercera = fila('declaraciones-anteriores', { numero: 3 });

/** The published examples that tell what happened, as a person would answer. */
const CONTADOS: Record<string, { filas: Filas; opciones?: Record<string, string> }> = {
  '210-G0': { filas: [fila('inmuebles', { valor: 200_000_000 }), fila('cuentas', { valor: 50_000_000 })] },
  '210-G1': {
    filas: [
      fila('salario', { ingreso: 120_000_000, salud: 4_800_000, pension: 4_800_000, retencion: 8_000_000 }),
      fila('credito-de-vivienda', { intereses: 18_000_000 }),
      fila('medicina-prepagada', { pagado: 6_000_000, meses: 12 }),
      fila('dependientes', { parentesco: 'hijo', edad: 10, diezPorCiento: true }),
      fila('cuatro-por-mil', { pagado: 1_000_000 }),
      fila('factura-electronica', { compras: 50_000_000 }),
      fila('declaraciones-anteriores', { numero: 1 }),
    ],
    opciones: { gmfAntesDel25: 'no' },
  },
  '210-P1a': { filas: [fila('pensiones', { total: 120_000_000, pagos: 12 })] },
  '210-P1c': {
    filas: [
      fila('pensiones', { total: 440_000_000, pagos: 11 }),
      fila('pensiones', { total: 60_000_000, pagos: 1, desde: '12' }),
    ],
  },
  '210-R2': { filas: [fila('salario', { ingreso: 40_000_000, salud: 1_600_000, pension: 1_600_000 })] },
  '210-R4': { filas: [fila('donaciones', { clase: 'donacion', valor: 4_000_000 })] },
  '210-R5': { filas: [fila('honorarios-con-costos', { ingreso: 10_000_000, costos: 7_000_000 })] },
  '210-X3': {
    filas: [
      fila('honorarios-sin-costos', { ingreso: 60_000_000, aportes: 12_000_000, retencion: 6_600_000 }),
      fila('honorarios-sin-costos', { ingreso: 30_000_000, retencion: 3_300_000 }),
      fila('declaraciones-anteriores', { numero: 2 }),
    ],
  },
  '210-X5': {
    filas: [
      fila('honorarios-con-costos', {
        ingreso: 40_000_000,
        aportes: 6_000_000,
        costos: 50_000_000,
        retencion: 4_000_000,
      }),
      tercera,
    ],
  },
  '210-X6': {
    filas: [
      fila('rendimientos', { clase: 'entidad', ingreso: 20_000_000, retencion: 1_400_000 }),
      fila('arriendos', { ingreso: 120_000_000, costos: 26_000_000, retencion: 4_200_000 }),
      tercera,
    ],
  },
  '210-X7': {
    filas: [
      fila('negocio', {
        ingreso: 300_000_000,
        devoluciones: 10_000_000,
        costos: 180_000_000,
        retencion: 5_000_000,
      }),
      fila('aportes-obligatorios', { clase: 'obligatorio', aporte: 6_000_000 }),
      fila('credito-de-vivienda', { intereses: 30_000_000 }),
      tercera,
    ],
  },
  '210-X9': {
    filas: [
      fila('pensiones', { total: 720_000_000, pagos: 12, salud: 86_400_000, retencion: 30_000_000 }),
      tercera,
    ],
  },
  '210-X11': {
    filas: [
      fila('dividendos', { clase: 'no-gravados', ingreso: 200_000_000, retencion: 25_000_000 }),
      fila('dividendos', { clase: 'gravados', ingreso: 50_000_000 }),
      tercera,
    ],
  },
  '210-X13': {
    filas: [
      fila('salario', { ingreso: 80_000_000, salud: 3_200_000, pension: 3_200_000, retencion: 1_200_000 }),
      fila('declaraciones-anteriores', { numero: 1 }),
    ],
  },
};

describe('los ejemplos publicados, contados por temas, dan lo mismo', () => {
  it.each(Object.entries(CONTADOS))('%s', (id, { filas, opciones }) => {
    const ejemplo = ejemplos.ejemplos.find((e) => e.id === id);
    expect(ejemplo).toBeDefined();
    if (!ejemplo) return;
    const e = porTemas(filas, ejemplo.anio, {
      redondeo: ejemplo.redondeo as Redondeo,
      ...(opciones && { opciones }),
    });
    const esperadas = { ...ejemplo.entradas, ...ejemplo.esperado } as Record<string, unknown>;
    for (const [casilla, esperado] of Object.entries(esperadas)) {
      if (!/^[0-9]+$/.test(casilla) || typeof esperado === 'boolean' || esperado === undefined) continue;
      expect([casilla, e.valor(casilla)]).toEqual([
        casilla,
        esperado === 'X' ? 1n : BigInt(esperado as number),
      ]);
    }
  });
});

/** Where each amount goes, written again by hand: topic, column, box. */
const A_MANO = [
  ['salario', 'ingreso', '32'],
  ['salario', 'salud', '33'],
  ['salario', 'pension', '33'],
  ['salario', 'retencion', '132'],
  ['honorarios-con-costos', 'ingreso', '43'],
  ['honorarios-con-costos', 'aportes', '44'],
  ['honorarios-con-costos', 'costos', '45'],
  ['arriendos', 'ingreso', '58'],
  ['arriendos', 'costos', '60'],
  ['arriendos', 'retencion', '132'],
  ['negocio', 'ingreso', '74'],
  ['negocio', 'devoluciones', '75'],
  ['negocio', 'costos', '77'],
  ['otros-ingresos', 'ingreso', '74'],
  ['otros-ingresos', 'noGravado', '76'],
  ['venta-de-activos', 'venta', '112'],
  ['venta-de-activos', 'costo', '113'],
  ['inmuebles', 'valor', '29'],
  ['vehiculos', 'valor', '29'],
  ['deudas', 'saldo', '30'],
] as const;

const OBLIGATORIAS: Record<string, string> = {
  salario: 'ingreso',
  'honorarios-con-costos': 'ingreso',
  arriendos: 'ingreso',
  negocio: 'ingreso',
  'otros-ingresos': 'ingreso',
  'venta-de-activos': 'venta',
  inmuebles: 'valor',
  vehiculos: 'valor',
  deudas: 'saldo',
};

const FILA = fc
  .record({
    tema: fc.constantFrom(...Object.keys(OBLIGATORIAS)),
    montos: fc.array(fc.integer({ min: 0, max: 900_000_000 }), { minLength: 6, maxLength: 6 }),
  })
  .map(({ tema, montos }) => {
    const columnas = A_MANO.filter(([t]) => t === tema);
    return fila(tema, Object.fromEntries(columnas.map(([, c], i) => [c, montos[i] ?? 0])));
  });

describe('para cualquier año contado por temas', () => {
  it('lo contado por temas es lo escrito en las casillas', () => {
    fc.assert(
      fc.property(fc.array(FILA, { maxLength: 12 }), fc.constantFrom(2023, 2024, 2025), (filas, anio) => {
        const casillas: Record<string, number> = {};
        for (const { tema, renglon } of filas) {
          for (const [t, c, casilla] of A_MANO) {
            if (t === tema) casillas[casilla] = (casillas[casilla] ?? 0) + Number(renglon[c] ?? 0);
          }
        }
        const haySalario = filas.some((f) => f.tema === 'salario');
        const directa = evaluarCruda({ casillas, hechos: haySalario ? { exentaLaboral25: true } : {} }, anio);
        expect(porTemas(filas, anio).valores()).toEqual(directa.valores());
      }),
      { numRuns: 60 },
    );
  });

  it('el orden de las filas no cambia nada', () => {
    fc.assert(
      fc.property(
        fc
          .array(FILA, { minLength: 2, maxLength: 10 })
          .chain((filas) =>
            fc.tuple(fc.constant(filas), fc.shuffledSubarray(filas, { minLength: filas.length })),
          ),
        ([filas, otras]) => {
          expect(porTemas(otras, 2025).valores()).toEqual(porTemas(filas, 2025).valores());
        },
      ),
      { numRuns: 40 },
    );
  });
});
