import { hayCasillasDe, sugerir, usosDe } from '../../formularios/210/index.ts';
import type { Reporte, UsoSugerido } from '../../formularios/210/index.ts';
import { conMayuscula } from '../../texto/index.ts';
import { formatoDeExogena } from '../formatos.ts';

/** One amount that somebody reported of a person, as the person reads it. */
export interface DatoReportado {
  /** Column of the format: `retp`. */
  campo: string;
  /** «Honorarios», or «Honorarios: retención en la fuente practicada Renta». */
  detalle: string;
  /** Pesos. */
  valor: number;
  /** Boxes of form 210 where it goes; none where it goes in none by itself. */
  usos: readonly UsoSugerido[];
  /** «R32 Ingresos brutos…», as the DIAN's report writes it. */
  uso: string;
  /** The same for whoever does not know what an R is: «Casilla 32, ingresos brutos…». */
  usoEnLlano: string;
}

/** A record of what somebody reported, as the person reads it. */
export interface Uso {
  /** What was reported, in whole sentences; the first says the most. */
  frases: readonly string[];
  /** In the order of the columns of the format. */
  datos: readonly DatoReportado[];
  /** Format and concept, and what the amounts do not say. */
  adicional: string;
}

/** Figures of format 1019 that say something to whoever has the account: the others are its averages and its counts. */
const DE_CUENTAS = new Set(['sal', 'vcred', 'vmovdeb']);

/** Reads a record with the same rules by which the return is filled beforehand. @param anio taxable year */
export function usoDe(reporte: Reporte, anio: number): Uso {
  const { formato: codigo, concepto, campos } = reporte;
  const formato = formatoDeExogena(codigo);
  const usos = usosDe(reporte, anio);
  const { sugerencias, otros } = sugerir({ reportes: [reporte] });
  const nombreDelConcepto = formato?.conceptos?.get(concepto) ?? '';
  const lugar = (campo: string) => formato?.columnas.findIndex((c) => c.campo === campo) ?? 0;
  const enOrden = Object.entries(campos).sort(([a], [b]) => lugar(a) - lugar(b));
  const datos = enOrden.flatMap(([campo, valor]): DatoReportado[] => {
    const columna = formato?.porCampo.get(campo);
    const seLee = columna ? columna.tipo === 'pesos' || DE_CUENTAS.has(campo) : true;
    if (valor === 0 || !seLee) return [];
    const suyos = usos.get(campo) ?? [];
    return [
      {
        campo,
        detalle:
          campo === formato?.valorTotal && nombreDelConcepto !== ''
            ? nombreDelConcepto
            : detalleDe(nombreDelConcepto, columna?.nombre ?? campo),
        valor,
        usos: suyos,
        uso: enPalabras(suyos, anio, ({ casilla, nombre }) => `R${casilla} ${nombre}`),
        usoEnLlano: conMayuscula(
          enPalabras(suyos, anio, ({ casilla, nombre }) => `casilla ${casilla}, ${sinMayuscula(nombre)}`),
        ),
      },
    ];
  });
  return {
    frases: [...sugerencias, ...otros].map((s) => s.frase),
    datos,
    adicional: [
      `Formato ${codigo}${formato ? `, ${formato.nombre}` : ''}${concepto === '' ? '' : `, concepto ${concepto}`}.`,
      ...(datos.length === 0 ? ['No trae un valor en pesos.'] : []),
    ].join(' '),
  };
}

const detalleDe = (concepto: string, columna: string): string =>
  concepto === '' ? conMayuscula(columna) : `${concepto}: ${sinMayuscula(columna)}`;

const sinMayuscula = (t: string): string => t.charAt(0).toLowerCase() + t.slice(1);

function enPalabras(usos: readonly UsoSugerido[], anio: number, nombrar: (u: UsoSugerido) => string): string {
  if (usos.length > 0)
    return usos.map((u) => (u.seCalcula ? `Sirve para calcular ${nombrar(u)}` : nombrar(u))).join('; ');
  return hayCasillasDe(anio) ? 'Ninguna casilla por sí solo' : 'No tenemos las casillas de ese año';
}
