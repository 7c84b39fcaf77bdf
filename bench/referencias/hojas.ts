import { HyperFormula } from 'hyperformula';
import type { Plan } from '@autogestion/normas/formularios/motor';
import { presencia, traducir } from './traducir.ts';
import type { Idioma } from './traducir.ts';

/** A form in another engine: what changes, and what a box is worth then. */
export interface Motor {
  cambiar(valores: Readonly<Record<string, bigint | undefined>>): void;
  valor(clave: string): number;
}

/** Every value of the form in a cell of its own, as a spreadsheet would have it. */
export function enHojaDeCalculo(plan: Plan): Motor {
  const { valores } = plan.distribucion;
  const claves = [...valores.map((v) => v.clave), ...plan.formulario.hechos.map((h) => presencia(h.clave))];
  const fila = new Map(claves.map((clave, i) => [clave, i]));
  const celda = (clave: string) => `A${(fila.get(clave) ?? -1) + 1}`;
  const idioma: Idioma<string> = {
    valor: celda,
    numero: String,
    suma: (de) => `(${de.join('+')})`,
    resta: (de, menos) => `MAX(0,${[de, ...menos].join('-')})`,
    menor: (de) => `MIN(${de.join(',')})`,
    mayor: (de) => `MAX(${de.join(',')})`,
    producto: (a, b) => `(${a}*${b})`,
    si: (a, signo, b, entonces, siNo) => `IF(${a}${signo}${b},${entonces},${siNo})`,
  };
  const contenido = valores.map(({ formula, clase, siFalta }) => {
    if (!formula) return [Number(siFalta)];
    const cuerpo = traducir(formula, plan, idioma);
    return [clase === 'pesos' ? `=ROUND(${cuerpo},-3)` : `=${cuerpo}`];
  });
  const libro = HyperFormula.buildFromArray([...contenido, ...plan.formulario.hechos.map(() => [0])], {
    licenseKey: 'gpl-v3',
  });
  return {
    cambiar(nuevos) {
      libro.batch(() => {
        for (const [clave, valor] of Object.entries(nuevos)) {
          libro.setCellContents({ sheet: 0, col: 0, row: fila.get(clave) ?? -1 }, Number(valor ?? 0n));
          const presente = fila.get(presencia(clave));
          if (presente !== undefined)
            libro.setCellContents({ sheet: 0, col: 0, row: presente }, valor === undefined ? 0 : 1);
        }
      });
    },
    valor: (clave) => Number(libro.getCellValue({ sheet: 0, col: 0, row: fila.get(clave) ?? -1 })),
  };
}
