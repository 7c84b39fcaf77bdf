import { describe, expect, it } from 'vitest';
import { EJEMPLOS, liquidar } from '../../../pruebas/simple.ts';
import type { Codigo, Ejemplo } from '../../../pruebas/simple.ts';
import { limiteDeIngresos, topeSoloAnual } from '../../simple/index.ts';
import { ESCALA } from '../motor/index.ts';

const TARIFAS = ['27', 'tarifa'];

function evaluar(e: Ejemplo, hechos: Record<string, unknown> = e.hechos) {
  const redondeo = e.redondeo === 'peso' ? 'peso' : 'mil';
  return liquidar(e.formulario as Codigo, { casillas: e.casillas, hechos }, { redondeo }, e.anio);
}

const ejemplo = (id: string): Ejemplo => {
  const e = EJEMPLOS.find((x) => x.id === id);
  if (!e) throw new Error(`No hay ejemplo ${id}`);
  return e;
};

const enteros = EJEMPLOS.filter((e) => e.clase !== 'publicado en parte' && e.id !== '260-S4');

describe('ejemplos del SIMPLE', () => {
  it.each(enteros.map((e) => [`${e.id}, ${e.clase}: ${e.titulo}`, e] as const))('%s', (_, e) => {
    const r = evaluar(e);
    for (const [casilla, esperado] of Object.entries(e.esperado)) {
      const escala = TARIFAS.includes(casilla) ? Number(ESCALA) : 1;
      expect(Number(r.valor(casilla)) / escala, `casilla ${casilla}`).toBe(esperado);
    }
  });

  it('260-S4, publicado: 3.500 y 100.000 UVT de 2026', () => {
    const { esperado } = ejemplo('260-S4');
    expect({
      '3.500 UVT': Number(topeSoloAnual(2026)),
      '100.000 UVT': Number(limiteDeIngresos(2026, true).pesos),
    }).toEqual(esperado);
  });

  // The source gives neither the ICA nor the contributions that it subtracts, nor where the IVA comes from.
  it('2593-S3a y S3b, publicados en parte: sin el ICA ni los aportes de la fuente no se llega a sus cifras', () => {
    for (const id of ['2593-S3a', '2593-S3b']) {
      const r = evaluar(ejemplo(id), { grupo: '3 (sic)' });
      expect(Number(r.valor('49'))).not.toBe(ejemplo(id).esperado['49']);
    }
  });

  it('2593-S3a y S3b: con un ICA de 12,5 por mil, la diferencia entre los dos sí es la publicada', () => {
    const [a, b] = ['2593-S3a', '2593-S3b'].map((id) => ejemplo(id));
    const nacional = (e: Ejemplo | undefined) =>
      e ? Number(evaluar(e, { grupo: '3 (sic)', icaPorMil: 12.5 }).valor('49')) : NaN;
    expect(nacional(b) - nacional(a)).toBe((b?.esperado['49'] ?? 0) - (a?.esperado['49'] ?? 0));
  });
});
