import de210 from './formulario-210.json' with { type: 'json' };
import delSimple from './simple.json' with { type: 'json' };
import type { FormularioValidable } from '../src/formularios/validar/index.ts';
import type { Redondeo } from '../src/dinero/index.ts';

/** A published example as somebody would send it: what it was given and what it says that comes out, together. */
export interface Vector {
  id: string;
  formulario: FormularioValidable;
  anio: number;
  redondeo: Redondeo;
  hechos: Record<string, unknown>;
  /** Boxes of both kinds. */
  casillas: Record<string, number>;
}

/** Facts under the names that the published examples give them. */
export const NOMBRES_DE_HECHOS: Readonly<Record<string, string>> = {
  dep: 'dependientes',
  fe: 'comprasFacturaElectronica',
  years: 'numeroDeclaracion',
  prev_net: 'impuestoNetoAnterior',
};

/** Partial examples whose starting point is a fact that their source tells in words. */
export const HECHOS_EN_PALABRAS: Readonly<Record<string, Record<string, unknown>>> = {
  '210-R2': { exentaLaboral25: true },
  '210-R4': { donaciones: 4_000_000 },
  '210-R6a': { numeroDeclaracion: 1 },
};

type Crudas = Readonly<Record<string, unknown>>;

const soloCasillas = (...de: Crudas[]): Record<string, number> =>
  Object.fromEntries(
    de.flatMap((d) =>
      Object.entries(d).flatMap(([k, v]) =>
        /^[0-9]+$/.test(k) && typeof v === 'number' ? [[k, v] as const] : [],
      ),
    ),
  );

export const VECTORES: readonly Vector[] = [
  ...de210.ejemplos
    .filter((e) => e.formulario === '210')
    .map((e): Vector => {
      const hechos = Object.entries(e.hechos as Crudas).flatMap(([k, v]) => {
        const suyo = NOMBRES_DE_HECHOS[k];
        return suyo === undefined ? [] : [[suyo, v] as const];
      });
      return {
        id: e.id,
        formulario: '210',
        anio: e.anio,
        redondeo: e.redondeo as Redondeo,
        hechos: { ...Object.fromEntries(hechos), ...HECHOS_EN_PALABRAS[e.id] },
        casillas: soloCasillas(e.entradas, e.esperado),
      };
    }),
  ...delSimple.ejemplos
    .filter((e) => e.id !== '260-S4')
    .map((e): Vector => ({
      id: e.id,
      formulario: e.formulario as FormularioValidable,
      anio: e.anio,
      redondeo: e.redondeo === 'peso' ? 'peso' : 'mil',
      hechos: e.hechos,
      casillas: soloCasillas(e.casillas, e.esperado),
    })),
];
