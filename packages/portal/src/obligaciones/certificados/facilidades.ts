import type { SeccionPresentada } from '@autogestion/documentos';
import { INCUMPLIMIENTO } from '@autogestion/normas/facilidad';
import { formatearFecha, type Fecha } from '@autogestion/normas/fechas';
import { llamar, type Transaccion } from '../../plataforma/index.ts';
import { facilidadesEnVigorEl, seguir, type Facilidad } from '../facilidad/index.ts';
import type { Libro } from '../libro/index.ts';

/** A facility that was in force on the day that is certified, and whether it was being kept. */
export interface FacilidadCertificada {
  radicado: string;
  concedidaEl: Fecha;
  alDia: boolean;
  conGarantia: boolean;
  /** Inside the database. */
  obligaciones: readonly string[];
}

/** Of a taxpayer on a day, with what was known at a moment; those of which nothing was left to pay are not told. */
export async function facilidadesCertificadas(
  trx: Transaccion,
  libro: Libro,
  cual: { titular: string; dia: Fecha; sabidoEn: Date },
): Promise<FacilidadCertificada[]> {
  const todas = await facilidadesEnVigorEl(trx, cual);
  return todas.flatMap((f: Facilidad) => {
    const { estado } = seguir(libro, f, cual.dia);
    if (estado === 'pagada') return [];
    const { radicado, concedidaEl, garantia } = f;
    return [
      {
        radicado,
        concedidaEl,
        alDia: estado === 'al-dia',
        conGarantia: garantia !== undefined,
        obligaciones: f.deudas.map((d) => d.obligacion),
      },
    ];
  });
}

/**
 * What the certificate says of them: the fact, and what the law lets be done when it is not kept. What a facility does to a
 * paz y salvo no source settles: nothing is said of it.
 */
export function seccionDeFacilidades(todas: readonly FacilidadCertificada[]): SeccionPresentada[] {
  if (todas.length === 0) return [];
  return [
    {
      titulo: 'Facilidades de pago en vigor',
      filas: todas.map(({ radicado, concedidaEl, alDia, conGarantia }) => ({
        clave: `Facilidad ${radicado}`,
        valor: [
          `Concedida el ${formatearFecha(concedidaEl)}`,
          alDia
            ? 'Ese día iba al día'
            : `Ese día no iba al día: se puede dejar sin efecto (${conGarantia ? INCUMPLIMIENTO.conGarantia : INCUMPLIMIENTO.sinGarantia})`,
        ].join('\n'),
      })),
    },
  ];
}

/** Whether the facilities that a certificate told of are still in force and kept; undefined where it told of none. */
export async function facilidadesDeHoy(
  trx: Transaccion,
  documento: string,
): Promise<{ sigue: boolean; frase: string } | undefined> {
  const filas = await llamar(trx, 'obligaciones.facilidades_de_certificado', { documento, hoy: trx.hoy });
  if (filas.length === 0) return undefined;
  const peor =
    filas.find((f) => f.fin === 'sin-efecto') ??
    filas.find((f) => f.fin === null && f.atrasada) ??
    filas.find((f) => f.fin !== null);
  if (!peor) return { sigue: true, frase: 'La facilidad de pago sigue en vigor y al día en sus cuotas.' };
  if (peor.fin === 'sin-efecto')
    return { sigue: false, frase: 'Una facilidad de pago de las que dice se dejó sin efecto.' };
  return peor.fin === null
    ? { sigue: false, frase: 'La facilidad de pago sigue en vigor, con una cuota atrasada.' }
    : { sigue: false, frase: 'La facilidad de pago ya se pagó.' };
}
