import { leerPesos } from '@autogestion/normas/dinero';
import { leerEntrada, type Anexo, type Columna } from '@autogestion/normas/formularios/motor';
import { separarMiles } from '@autogestion/normas/nit';
import type { Valores } from '../../interfaz/index.ts';
import type { FilaEscrita } from '../clases/index.ts';
import type { BorradorCalculado } from '../cuenta/index.ts';

export const campoDeCelda = (columna: string): string => `celda-${columna}`;

/** The columns that somebody writes. */
export const escritasDe = ({ columnas }: Anexo): Columna[] => columnas.filter((c) => c.formula === undefined);

/** The rows as they were written or brought; what is kept that is no row is none. */
export function filasDe({ cuenta }: BorradorCalculado, { clave }: Anexo): readonly FilaEscrita[] {
  const filas: unknown = cuenta.anexos[clave];
  return Array.isArray(filas) ? (filas as FilaEscrita[]) : [];
}

/** What the fields of a row show. */
export const valoresDeFila = (anexo: Anexo, fila: FilaEscrita): Valores =>
  Object.fromEntries(
    escritasDe(anexo).map(({ clave, clase }) => {
      const texto = String(fila[clave] ?? '');
      return [campoDeCelda(clave), clase === 'pesos' ? separarMiles(texto) : texto.replace('.', ',')];
    }),
  );

/** Reads a row as a page posted it, with the same rules as the whole return: what is wrong, by the name of its field. */
export function leerFila(
  { clase, borrador }: BorradorCalculado,
  anexo: Anexo,
  escrito: Valores,
): { fila: FilaEscrita; errores: Record<string, string> } {
  const fila: Record<string, string | number> = {};
  const errores: Record<string, string> = {};
  for (const { clave, clase: como } of escritasDe(anexo)) {
    const campo = campoDeCelda(clave);
    const crudo = escrito[campo];
    const texto = (typeof crudo === 'string' ? crudo : (crudo?.[0] ?? '')).trim();
    if (texto === '') continue;
    const pesos = como === 'pesos' ? leerPesos(texto) : undefined;
    if (pesos?.ok === false) errores[campo] = pesos.mensaje;
    else fila[clave] = pesos ? Number(pesos.valor) : como === 'tarifa' ? texto.replace(',', '.') : texto;
  }
  const reunido = clase.reunir({
    cruda: { casillas: {}, hechos: {}, anexos: { [anexo.clave]: [fila] } },
    temas: {},
    anio: borrador.anio,
  });
  const { faltas } = leerEntrada(clase.formulario, reunido.cruda);
  const [primera] = escritasDe(anexo);
  for (const { casilla, mensaje } of [...reunido.faltas, ...faltas]) {
    const [deAnexo, , columna = primera?.clave ?? ''] = casilla.split('.');
    if (deAnexo === anexo.clave) errores[campoDeCelda(columna)] ??= mensaje;
  }
  return { fila, errores };
}
