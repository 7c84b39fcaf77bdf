import { describe, expect, it } from 'vitest';
import ejemplos from '../../../pruebas/formulario-210.json' with { type: 'json' };
import { HECHOS_EN_PALABRAS, NOMBRES_DE_HECHOS } from '../../../pruebas/vectores-publicados.ts';
import { valorUvt } from '../../uvt/index.ts';
import { evaluar, leerEntrada, planDe } from '../motor/index.ts';
import type { Redondeo } from '../../dinero/index.ts';
import { desdeHechos, FORMULARIO_210, obligadoADeclarar } from './index.ts';

interface Ejemplo {
  id: string;
  formulario: string;
  anio: number;
  titulo: string;
  hechos: Record<string, unknown>;
  entradas: Record<string, number | undefined>;
  esperado: Record<string, number | string | boolean | undefined>;
  redondeo: string;
}

const TODOS: readonly Ejemplo[] = ejemplos.ejemplos;

const AUXILIARES: Record<string, string> = { capBase: 'baseDelCupo', cap: 'cupo' };

function calcular({ id, anio, hechos, entradas, redondeo }: Ejemplo) {
  const ajustes = { redondeo: redondeo as Redondeo };
  const casillas = Object.fromEntries(Object.entries(entradas).filter(([k]) => /^[0-9]+$/.test(k)));
  const conocidos = Object.entries(hechos).flatMap(([k, v]) =>
    NOMBRES_DE_HECHOS[k] ? [[NOMBRES_DE_HECHOS[k], v]] : [],
  );
  const { cruda } = desdeHechos(
    { casillas, hechos: { ...Object.fromEntries(conocidos), ...HECHOS_EN_PALABRAS[id] } },
    anio,
    ajustes,
  );
  const { entrada, faltas } = leerEntrada(FORMULARIO_210, cruda, { permitirFijar: true });
  expect(faltas).toEqual([]);
  return evaluar(planDe(FORMULARIO_210, anio, ajustes), entrada);
}

describe('formulario 210: ejemplos publicados y derivados', () => {
  it.each(TODOS.filter((e) => e.formulario === '210').map((e) => [e.id, e.titulo, e] as const))(
    '%s: %s',
    (_id, _titulo, ejemplo) => {
      const evaluacion = calcular(ejemplo);
      for (const [clave, esperado] of Object.entries(ejemplo.esperado)) {
        if (esperado === undefined) continue;
        if (clave === 'obligado') {
          const { obligado } = obligadoADeclarar({ patrimonioBruto: evaluacion.valor('29') }, ejemplo.anio);
          expect(obligado).toBe(esperado);
        } else {
          const valor = evaluacion.valor(AUXILIARES[clave] ?? clave);
          expect([clave, valor]).toEqual([clave, esperado === 'X' ? 1n : BigInt(esperado)]);
        }
      }
    },
  );
});

describe('tabla del artículo 241: ejemplos publicados', () => {
  it.each(TODOS.filter((e) => e.formulario === 'tabla241').map((e) => [e.id, e.titulo, e] as const))(
    '%s: %s',
    (_id, _titulo, { anio, entradas, esperado }) => {
      const plan = planDe(FORMULARIO_210, anio, { redondeo: 'peso' });
      const base = entradas.basePesos ?? Number(valorUvt(anio).pesos) * (entradas.baseUVT ?? 0);
      const { entrada } = leerEntrada(FORMULARIO_210, { casillas: { 111: base } }, { permitirFijar: true });
      expect(evaluar(plan, entrada).valor('116')).toBe(BigInt(esperado.impuesto as number));
    },
  );
});
