import type { CeldaDeHoja, HojaDeCalculo } from '@autogestion/documentos';
import { formatearPesos } from '@autogestion/normas/dinero';
import type { Fecha } from '@autogestion/normas/fechas';
import type { TopeReportado } from '@autogestion/normas/formularios/210';
import type { AnioReportado, Reportado } from './reportado.ts';

/** Whose report it is. */
export interface DeQuienEs {
  tipoDocumento: string;
  numero: string;
  nombre: string;
}

/**
 * The sheet «Reporte» with its cells where the DIAN's has them, as four readers of it agree: programs that read that one
 * read this.
 */
export function hojaDeLoReportado(r: AnioReportado, quien: DeQuienEs, hoy: Fecha): HojaDeCalculo {
  return {
    nombre: 'Reporte',
    anchos: [14, 34, 16, 36, 46, 18, 54, 48],
    filas: new Map<number, readonly CeldaDeHoja[]>([
      [1, en(2, { titulo: 'Información reportada por terceros' })],
      [2, en(6, 'Fecha reporte', hoy)],
      [3, en(1, 'Fecha corte', hoy)],
      [4, en(1, 'Año', String(r.anio))],
      [6, en(1, 'Tipo de documento', quien.tipoDocumento)],
      [7, en(1, 'Identificación', quien.numero)],
      [8, en(1, 'Nombre o razón social', quien.nombre)],
      [
        10,
        en(
          1,
          'Es una ayuda: usted declara lo que de verdad ocurrió, lo haya reportado alguien o no lo haya hecho.',
        ),
      ],
      [13, [{ titulo: 'Persona que reporta' }, undefined, { titulo: 'Información reportada' }]],
      [14, COLUMNAS.map((titulo) => ({ titulo }))],
      ...r.topes.map((t): [number, CeldaDeHoja[]] => [14 + t.numero, filaDelTope(t)]),
      ...r.reportados.flatMap(filasDe).map((fila, i): [number, CeldaDeHoja[]] => [20 + i, fila]),
    ]),
  };
}

const COLUMNAS = [
  'NIT',
  'Nombre/Razón social',
  'NIT',
  'Nombre/Razón social reportada por el tercero',
  'Detalle',
  'Valor',
  'Uso declaración sugerida',
  'Información adicional',
] as const;

/** Cells from a column on, counted from zero. */
const en = (columna: number, ...celdas: CeldaDeHoja[]): CeldaDeHoja[] => [
  ...Array.from({ length: columna }, () => undefined),
  ...celdas,
];

function filaDelTope({ numero, nombre, valor, tope, porcentaje }: TopeReportado): CeldaDeHoja[] {
  return en(
    4,
    `Tope ${numero} ${nombre}`,
    valor ?? 'Sin valor conocido',
    porcentaje === undefined ? '' : `${porcentaje} % de ${formatearPesos(tope)}`,
  );
}

/** A row for each amount; what brings none has a row that says what it is. */
function filasDe({ reporte: { informante }, tercero, uso }: Reportado): CeldaDeHoja[][] {
  const quien = [informante.nit, informante.nombre, tercero.numero, tercero.nombre];
  if (uso.datos.length === 0) return [[...quien, uso.frases[0] ?? '', undefined, '', uso.adicional]];
  return uso.datos.map((d) => [...quien, d.detalle, d.valor, d.uso, uso.adicional]);
}
