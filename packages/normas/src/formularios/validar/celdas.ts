import { leerPesos } from '../../dinero/index.ts';
import type { Evaluacion } from '../motor/index.ts';
import type { Desviacion } from './desviacion.ts';
import { MENSAJES } from './mensajes.ts';
import type { Celda } from './separar.ts';

/** Computed cells of the annexes that were given, with what their row gives. */
export function compararCeldas(evaluacion: Evaluacion, celdas: readonly Celda[]): Desviacion[] {
  const { formulario } = evaluacion.plan;
  return celdas.flatMap(({ anexo, fila, columna, crudo }): Desviacion[] => {
    const columnas = formulario.anexos.find((a) => a.clave === anexo)?.columnas ?? [];
    const puesto = columnas.findIndex((c) => c.clave === columna);
    const articulo = columnas[puesto]?.norma ?? null;
    const calculado = evaluacion.filas(anexo)[fila]?.[puesto] ?? 0n;
    const leido = leerPesos(crudo);
    const base = { ruta: `${anexo}.${fila + 1}.${columna}`, clase: 'pesos' as const, articulo };
    if (!leido.ok)
      return [{ ...base, tipo: 'entrada', recibido: null, calculado: null, mensaje: leido.mensaje }];
    if (leido.valor === calculado) return [];
    const cifras = { ...base, recibido: leido.valor, calculado };
    return [{ ...cifras, tipo: 'calculo', mensaje: MENSAJES.calculo(cifras) }];
  });
}
