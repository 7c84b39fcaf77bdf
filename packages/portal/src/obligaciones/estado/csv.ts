import { conceptoDe } from '@autogestion/normas/estado-de-cuenta';
import { RUBROS } from '@autogestion/normas/imputacion';
import { huellaDe } from '../libro/index.ts';
import type { Cuenta } from './cuenta.ts';
import { enUnaLinea, etiquetaDe } from './palabras.ts';
import { NOMBRE_DE_RUBRO } from './rubros.ts';

/** What a spreadsheet would take for a formula is text; what has the separator goes between quotes. */
function celda(valor: string | number | bigint): string {
  const texto = typeof valor === 'string' && /^[=+\-@\t\r]/.test(valor) ? `'${valor}` : String(valor);
  return /[;"\r\n]/.test(texto) ? `"${texto.replaceAll('"', '""')}"` : texto;
}

/** The statement for a spreadsheet of this country: semicolons, its mark first, whole pesos without points. */
export function csvDelEstado(cuenta: Cuenta): Buffer {
  const cabeza = [
    'Obligación',
    'Año',
    'Período',
    'Estado',
    'Último día para pagar',
    'Días de mora',
    ...RUBROS.flatMap((r) => ['causado', 'pagado', 'falta'].map((que) => `${NOMBRE_DE_RUBRO[r]}: ${que}`)),
    'Debe',
    'A favor',
    'Crece cada día',
    'En palabras',
    'Cifras del día',
    'Corte',
    'Huella de los asientos (SHA-256)',
  ];
  const huella = huellaDe(cuenta.libro);
  const filas = cuenta.obligaciones.map((o) => [
    conceptoDe(o.concepto).nombre,
    o.anio,
    o.periodo,
    etiquetaDe(o.estado),
    o.estado.vence ?? '',
    o.estado.diasDeMora,
    ...RUBROS.flatMap((r) => [o.estado.causado[r], o.estado.pagado[r], o.estado.saldo[r]]),
    o.estado.debe,
    o.estado.exceso,
    o.estado.porDia,
    enUnaLinea(o, cuenta.hoy),
    cuenta.al,
    cuenta.libro.corte,
    huella,
  ]);
  return Buffer.from(`\uFEFF${[cabeza, ...filas].map((f) => f.map(celda).join(';')).join('\r\n')}\r\n`);
}
