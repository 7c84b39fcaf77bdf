import { resta, segun, suma } from '../../motor/index.ts';
import type { Casilla, Expresion, Seccion } from '../../motor/index.ts';
import { conConfianza } from '../../simple/index.ts';

const BIMESTRES = [
  'enero y febrero',
  'marzo y abril',
  'mayo y junio',
  'julio y agosto',
  'septiembre y octubre',
  'noviembre y diciembre',
] as const;

const seis = (primera: number): string[] => BIMESTRES.map((_, i) => String(primera + i));

/** The six receipts of a tax, with their adjustments as the open point reads them. */
export function pagadoEnRecibos(primera: number, primerAjuste: number): Expresion {
  const recibos = seis(primera);
  const ajustes = seis(primerAjuste);
  return segun('ajustesDeRecibos', {
    suman: suma(...recibos, ...ajustes),
    restan: resta(suma(...recibos), ...ajustes),
    'no-cuentan': suma(...recibos),
  });
}

const porBimestre = (primera: number, nombre: string, ayuda: string, norma: string): Casilla[] =>
  BIMESTRES.map((meses, i) => ({
    clave: String(primera + i),
    nombre: `${nombre}, ${meses}`,
    clase: 'pesos',
    norma,
    ayuda,
  }));

export const RECIBOS: Seccion = {
  nombre: 'Lo pagado en los recibos por bimestre',
  casillas: [
    ...conConfianza('media', [
      ...porBimestre(
        96,
        'Anticipo SIMPLE pagado',
        'La parte de la Nación que pagó en el recibo de ese bimestre.',
        'DUR 1.5.8.3.11 num. 5.1',
      ),
      ...porBimestre(
        102,
        'Impuesto al consumo pagado',
        'El impuesto al consumo que pagó en el recibo de ese bimestre.',
        'DUR 1.5.8.3.11 num. 7',
      ),
    ]),
    ...conConfianza('baja', [
      ...porBimestre(
        108,
        'Mayor valor o ajuste del anticipo SIMPLE',
        'Lo que cambió después en ese bimestre. Déjela vacía si no cambió nada.',
        'DUR 1.5.8.3.12',
      ),
      ...porBimestre(
        114,
        'Mayor valor o ajuste del impuesto al consumo',
        'Lo que cambió después en ese bimestre. Déjela vacía si no cambió nada.',
        'DUR 1.5.8.3.12',
      ),
    ]),
  ],
};
