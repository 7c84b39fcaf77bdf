import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { liquidar } from '../../../pruebas/simple.ts';
import type { Codigo } from '../../../pruebas/simple.ts';
import { declaraciones, grupos, recibos } from '../../../pruebas/simple-azar.ts';
import { fraccion } from '../../dinero/index.ts';
import type { Redondeo } from '../../dinero/index.ts';
import { sancionPorExtemporaneidad } from '../../sanciones/index.ts';
import { icaDeFila, ingresosDelAnexo, leerAnexo, tarifaConsolidada } from '../../simple/index.ts';
import { casillasDe, ESCALA } from '../motor/index.ts';
import type { Evaluacion } from '../motor/index.ts';
import { GRUPOS } from './index.ts';

const redondeos = fc.constantFrom<Redondeo>('mil', 'peso');
const suma = (r: Evaluacion, ...claves: (number | string)[]) =>
  claves.reduce((total, clave) => total + r.valor(String(clave)), 0n);
const oCero = (n: bigint) => (n > 0n ? n : 0n);

function paraToda(codigo: Codigo, comprobar: (r: Evaluacion, cruda: Record<string, unknown>) => void): void {
  const entradas = codigo === '260' ? declaraciones : recibos;
  fc.assert(
    fc.property(entradas, redondeos, (cruda, redondeo) => {
      comprobar(liquidar(codigo, cruda, { redondeo }), { ...cruda, redondeo });
    }),
    { numRuns: 100 },
  );
}

describe.each<Codigo>(['260', '2593'])('formulario %s', (codigo) => {
  it('ninguna casilla es negativa', () => {
    paraToda(codigo, (r) => {
      for (const c of casillasDe(r.plan.formulario)) {
        if (c.clase !== 'texto') expect(r.valor(c.clave), c.clave).toBeGreaterThanOrEqual(0n);
      }
    });
  });

  it('cambiar casilla por casilla da lo mismo que liquidar de una vez', () => {
    const entradas = codigo === '260' ? declaraciones : recibos;
    fc.assert(
      fc.property(entradas, entradas, (antes, despues) => {
        const paso = liquidar(codigo, antes);
        const entera = liquidar(codigo, despues);
        const { hechos } = entera.plan.formulario;
        const casillas = casillasDe(entera.plan.formulario).filter((c) => c.clase !== 'texto');
        for (const { clave } of [...casillas.filter((c) => !c.formula), ...hechos]) {
          paso.cambiar(clave, entera.estado(clave) === 'falta' ? undefined : entera.valor(clave));
        }
        paso.cambiarFilas('municipios', entera.filas('municipios'));
        for (const { clave } of casillas) expect(paso.valor(clave), clave).toBe(entera.valor(clave));
      }),
      { numRuns: 40 },
    );
  });

  it('la tarifa es la de la sala del SIMPLE', () => {
    paraToda(codigo, (r) => {
      const ingresos = new Map(GRUPOS.map((g) => [g.grupo, r.valor(`ingresosGrupo${g.sufijo}`)] as const));
      const esperada = tarifaConsolidada(ingresos, 2025, codigo === '260' ? 'anual' : 'bimestral');
      const tarifa = esperada?.tarifa ?? fraccion(0n, 1n);
      expect(r.valor(codigo === '260' ? '27' : 'tarifa')).toBe(
        (tarifa.numerador * ESCALA) / tarifa.denominador,
      );
    });
  });

  it('el ICA de cada fila es el de la sala del SIMPLE', () => {
    paraToda(codigo, (r, { municipios, redondeo }) => {
      const filas = leerAnexo(municipios, { anio: 2025 });
      const columnas = r.plan.formulario.anexos[0]?.columnas.map((c) => c.clave) ?? [];
      expect(filas.ok).toBe(true);
      if (!filas.ok) return;
      filas.valor.forEach((fila, i) => {
        const celdas = r.filas('municipios')[i] ?? [];
        const enElFormulario = Object.fromEntries(columnas.map((clave, j) => [clave, celdas[j]]));
        expect(enElFormulario).toMatchObject(icaDeFila(fila, redondeo as Redondeo));
      });
      if (redondeo === 'peso') {
        const delAnexo = [...ingresosDelAnexo(filas.valor).values()].reduce((a, b) => a + b, 0n);
        expect(suma(r, ...GRUPOS.map((g) => `ingresosGrupo${g.sufijo}`))).toBeGreaterThanOrEqual(delAnexo);
      }
    });
  });

  it('con un solo grupo, más ingresos nunca bajan el impuesto', () => {
    const [ingresos, impuesto] = codigo === '260' ? (['43', '46'] as const) : (['39', '42'] as const);
    const pesos = fc.bigInt({ min: 0n, max: 4_000_000_000n });
    fc.assert(
      fc.property(grupos, pesos, pesos, (grupo, a, b) => {
        const [menos, mas] = a < b ? [a, b] : [b, a];
        const con = (valor: bigint) => liquidar(codigo, { hechos: { grupo, ingresos: valor, icaPorMil: 7 } });
        expect(con(menos).valor(ingresos)).toBeLessThanOrEqual(con(mas).valor(ingresos));
        expect(con(menos).valor(impuesto)).toBeLessThanOrEqual(con(mas).valor(impuesto));
      }),
    );
  });
});

describe('formulario 260: las partes suman el todo', () => {
  it('el impuesto es ICA, descuentos e impuesto neto; y los descuentos no pasan de la parte nacional', () => {
    paraToda('260', (r) => {
      expect(r.valor('48')).toBe(oCero(r.valor('46') - r.valor('47')));
      expect(suma(r, 52, 53)).toBe(r.valor('48'));
      expect(r.valor('46')).toBeLessThanOrEqual(r.valor('45'));
    });
  });

  it('los descuentos no bajan el ICA', () => {
    fc.assert(
      fc.property(declaraciones, (cruda) => {
        const sin = liquidar('260', {
          ...cruda,
          casillas: { ...(cruda.casillas as object), 49: 0, 51: 0 },
          hechos: {},
        });
        const con = liquidar('260', {
          ...cruda,
          casillas: { ...(cruda.casillas as object), 49: 10 ** 12 },
          hechos: {},
        });
        expect(con.valor('47')).toBe(sin.valor('47'));
        expect(con.valor('53')).toBe(0n);
        expect(con.valor('icaAPagar')).toBe(sin.valor('icaAPagar'));
      }),
    );
  });

  it('lo que se debe menos lo que queda a favor es el impuesto y sus sanciones menos lo ya pagado', () => {
    paraToda('260', (r) => {
      expect(r.valor('63') - r.valor('64')).toBe(suma(r, 53, 62) - suma(r, 54, 55, 56, 57));
      expect(r.valor('78') - r.valor('79')).toBe(suma(r, 70, 77) - suma(r, 71, 72));
      expect(r.valor('94') - r.valor('95')).toBe(suma(r, 86, 93) - suma(r, 87, 88));
      expect(r.valor('980')).toBe(suma(r, 63, 'icaAPagar', 78, 94));
    });
  });

  it('la sanción por extemporaneidad es la de la sala de sanciones, repartida sin que se pierda un peso', () => {
    paraToda('260', (r, cruda) => {
      const { mesesMora, emplazado, porcentajeSancion } = cruda.hechos as Record<string, number | boolean>;
      const redondeo = cruda.redondeo as Redondeo;
      const esperada = sancionPorExtemporaneidad(
        {
          impuesto: r.valor('baseDeLaSancion'),
          ingresos: r.valor('43'),
          patrimonio: r.valor('patrimonioLiquidoAnterior'),
          saldoAFavor: r.valor('saldoAntesDeSanciones'),
          meses: Number(mesesMora),
          emplazado: emplazado === true,
        },
        {
          anioUvt: 2026,
          redondeo,
          gradualidad: { al: Number(porcentajeSancion), frase: 'Declarada.', norma: 'ET 640' },
        },
      );
      expect(esperada.ok && esperada.valor.final).toBe(r.valor('sancionPorExtemporaneidad'));
      expect(suma(r, 59, 65)).toBe(r.valor('sancionPorExtemporaneidad'));
    });
  });
});

describe('recibo 2593: las partes suman el todo', () => {
  it('los aportes a pensiones se descuentan o quedan para después, y nunca bajan el ICA', () => {
    paraToda('2593', (r) => {
      const aportes = suma(r, 45, 46);
      expect(r.valor('47')).toBe(aportes < r.valor('44') ? aportes : r.valor('44'));
      expect(suma(r, 47, 48)).toBe(aportes);
      expect(suma(r, 47, 49)).toBe(r.valor('44'));
      expect(r.valor('44')).toBe(oCero(r.valor('42') - r.valor('43')));
    });
  });

  it('lo que se paga menos lo que sobra es lo que resulta; y el total suma lo positivo', () => {
    paraToda('2593', (r) => {
      expect(r.valor('56') - r.valor('57')).toBe(suma(r, 49, 54) - suma(r, 50, 51, 52, 55));
      expect(r.valor('incTotal') - r.valor('incExcedente')).toBe(
        suma(r, 'inc', 'incIntereses') - suma(r, 'incExcedenteAnterior', 'incPagosAnteriores'),
      );
      expect(r.valor('totalAPagar')).toBe(suma(r, 'icaAPagar', '56', 'incTotal', 'ivaTotal'));
    });
  });
});
