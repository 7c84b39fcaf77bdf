import { cifrasDe, nombreReportado } from '@autogestion/normas/exogena';
import { fechaEnBogota, type Fecha } from '@autogestion/normas/fechas';
import type { Reporte } from '@autogestion/normas/formularios/210';
import { llamar, sha256, type Transaccion } from '../../plataforma/index.ts';

/** A record about somebody, of a delivery that stands. */
export interface Vigente {
  /** For addresses: it tells nothing of whom it is about. */
  id: string;
  /** The delivery and the place in it. */
  entrega: string;
  fila: number;
  /** Zero is whom the record is about; from one on, another holder of an account. */
  orden: number;
  /** Day on which it was filed. */
  desde: Fecha;
  reporte: Reporte;
  /** Whom it is about, as the reporter wrote it. */
  tercero: { numero: string; nombre: string };
}

/** What others report of the taxpayer for whom the transaction acts, for a year, by who reports it. */
export async function vigentesDe(trx: Transaccion, anio: number): Promise<Vigente[]> {
  const filas = await llamar(trx, 'terceros.reportado_de_mi', { anio });
  return filas.map((f) => {
    const [entrega, fila, orden, formato] = [f.entrega ?? '', f.fila ?? 0, f.orden ?? 0, f.formato ?? ''];
    const campos = f.campos as Record<string, unknown>;
    return {
      id: idDe({ entrega, fila, orden }),
      ...{ entrega, fila, orden },
      desde: fechaEnBogota(f.presentada_en ?? trx.ahora),
      reporte: {
        informante: { nit: f.informante_nit ?? '', nombre: f.informante ?? '' },
        formato,
        concepto: f.concepto ?? '',
        campos: cifrasDe(formato, campos),
      },
      tercero: { numero: f.numero ?? '', nombre: nombreReportado(campos) },
    };
  });
}

/** The years of which somebody reports something of them, the newest first. */
export async function aniosReportados(trx: Transaccion): Promise<number[]> {
  const filas = await llamar(trx, 'terceros.anios_reportados_de_mi', {});
  return filas.flatMap(({ anio }) => (anio === null ? [] : [anio]));
}

/** What is reported of them, as their return reads it. */
export const reportesDe = async (trx: Transaccion, anio: number): Promise<Reporte[]> =>
  (await vigentesDe(trx, anio)).map((v) => v.reporte);

const idDe = ({ entrega, fila, orden }: Pick<Vigente, 'entrega' | 'fila' | 'orden'>): string =>
  sha256(`${entrega}/${fila}/${orden}`).toString('hex').slice(0, 20);
