import { formatearFecha } from '../fechas/index.ts';
import type { Fecha } from '../fechas/index.ts';

export type EstadoRut = 'activo' | 'suspendido' | 'cancelado';

export type SoporteRut = 'certificado' | 'copia-electronica';

/**
 * Legend that the first sheet of form 001 carries as proof of registration (DUR 1.6.1.2.21): a
 * suspended or cancelled registration says so; otherwise "Certificado", or "Copia Certificado" on the
 * electronic copy, valid without a handwritten signature.
 */
export function leyendaRut(estado: EstadoRut, soporte: SoporteRut): string {
  switch (estado) {
    case 'suspendido':
      return 'Suspendido';
    case 'cancelado':
      return 'Cancelado';
    case 'activo':
      return soporte === 'copia-electronica' ? 'Copia Certificado' : 'Certificado';
  }
}

/** For the public status query and the verification page. */
export const NOMBRE_ESTADO_RUT: Readonly<Record<EstadoRut, string>> = {
  activo: 'Registro activo',
  suspendido: 'Registro suspendido',
  cancelado: 'Registro cancelado',
};

/** What an electronic copy says of itself: what it is, in large, and what whoever receives it must know. */
export interface LeyendaDeCopia {
  titulo: string;
  detalle: string;
}

/**
 * Legend of an electronic copy (DUR 1.6.1.2.21): the state on its day, since when and, where the version that is copied
 * was not in force any more, until when it was. No source gives a legend for a copy of an earlier version: this
 * office does not call it `Copia Certificado`, which would prove what is not so any more.
 */
export function leyendaDeCopia(c: {
  estado: EstadoRut;
  /** Since when it is in that state. */
  desde?: Fecha | undefined;
  /** Last day of the version that is copied, when it is not the one in force. */
  hasta?: Fecha | undefined;
}): LeyendaDeCopia {
  const { estado, desde, hasta } = c;
  const registro = `${NOMBRE_ESTADO_RUT[estado]}${desde === undefined ? '' : ` desde el ${formatearFecha(desde)}`}`;
  if (hasta === undefined) return { titulo: leyendaRut(estado, 'copia-electronica'), detalle: registro };
  return {
    titulo:
      estado === 'activo'
        ? 'Versión anterior'
        : `${leyendaRut(estado, 'copia-electronica')}, versión anterior`,
    detalle: `${registro}. No es la versión vigente: lo fue hasta el ${formatearFecha(hasta)}`,
  };
}
