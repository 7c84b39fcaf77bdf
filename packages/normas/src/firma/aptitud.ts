import { fechaEnBogota, formatearFecha, sumarMeses, type Fecha } from '../fechas/index.ts';

/** Parameter, no source: days before a due date on which the person is told whether they could sign today. */
export const DIAS_DE_AVISO = [30, 15, 7, 1] as const;

/** Parameter, no source: after how many months without a message to it an e-mail should be confirmed again. */
export const MESES_CORREO_CONFIRMADO = 6;

/** What the office knows of whether a person could sign. */
export interface HechosDeFirma {
  /** Last instant of their certificate in force; absent without one. */
  certificadoHasta?: Date | undefined;
  /** Last time that they opened their key with the signature password: they know it. */
  contrasenaUsadaEn?: Date | undefined;
  /** Last time that a code sent to the registered e-mail was written back. */
  correoConfirmadoEn?: Date | undefined;
}

export interface FaltaParaFirmar {
  codigo: 'sin-firma' | 'vence-antes' | 'contrasena-sin-usar' | 'correo-sin-confirmar';
  /** What is missing and what to do, in one or two sentences. */
  mensaje: string;
}

export interface Aptitud {
  /** Whether nothing is missing. */
  lista: boolean;
  faltas: FaltaParaFirmar[];
}

/** Whether a person could sign on a due date, told while there is time to mend it. */
export function aptitudPara(vence: Fecha, hoy: Fecha, hechos: HechosDeFirma): Aptitud {
  const { certificadoHasta, contrasenaUsadaEn, correoConfirmadoEn } = hechos;
  const faltas: FaltaParaFirmar[] = [];
  const falta = (codigo: FaltaParaFirmar['codigo'], mensaje: string) => faltas.push({ codigo, mensaje });
  const limite = sumarMeses(hoy, -MESES_CORREO_CONFIRMADO);
  const reciente = (instante: Date | undefined) => !!instante && fechaEnBogota(instante) >= limite;

  if (!certificadoHasta)
    falta('sin-firma', 'Todavía no tiene firma electrónica. Obtenerla toma unos minutos.');
  else {
    const ultimo = fechaEnBogota(certificadoHasta);
    if (ultimo < vence)
      falta('vence-antes', `Su firma vence el ${formatearFecha(ultimo)}, antes de esa fecha. Renuévela.`);
    if (!reciente(contrasenaUsadaEn))
      falta(
        'contrasena-sin-usar',
        'Hace mucho no usa la contraseña de su firma. Pruébela para saber si la recuerda.',
      );
  }
  if (!reciente(correoConfirmadoEn))
    falta(
      'correo-sin-confirmar',
      'Hace mucho no confirma que recibe mensajes en su correo. Pruebe su firma y lo sabrá.',
    );
  return { lista: faltas.length === 0, faltas };
}

/**
 * Which of the notices is due at `hoy` for a due date: the nearest one already reached (30, 15, 7 or 1 days), or
 * undefined before the first or once it is past. A day without the job is made up for by the next one.
 */
export function diaDeAviso(vence: Fecha, hoy: Fecha): (typeof DIAS_DE_AVISO)[number] | undefined {
  const faltan = Math.round((Date.parse(vence) - Date.parse(hoy)) / 86_400_000);
  return faltan < 0 ? undefined : DIAS_DE_AVISO.findLast((dias) => faltan <= dias);
}
