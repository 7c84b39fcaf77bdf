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

/** What a state that is not active does to its holder, told to them. */
export interface EfectosDelEstado {
  /** One sentence or two. */
  enBreve: string;
  noPuede: readonly string[];
  /** What goes on being owed. */
  sigue: string;
  /** How it ends. */
  termina: readonly string[];
  articulos: string;
}

const EFECTOS: Readonly<Record<Exclude<EstadoRut, 'activo'>, EfectosDelEstado>> = {
  suspendido: {
    enBreve:
      'No puede pedir trámites de su RUT hasta que la suspensión se levante. Sigue teniendo que declarar.',
    noPuede: [
      'Pedir que se le quite una responsabilidad ni que se cancele su RUT: para eso debe estar activo.',
      'Pedir la devolución de un saldo a favor.',
      'Usar la copia como prueba de un RUT activo: cada copia dice que está suspendido.',
    ],
    sigue: 'La suspensión no le quita lo que ya debía hacer: siga declarando y pagando.',
    termina: [
      'Arregle lo que la causó. El acto que la ordenó dice qué fue.',
      'Pida a la oficina que la levante, con la prueba. Puede hacerlo usted o su representante.',
      'Queda activo a más tardar el día hábil siguiente a la orden.',
      'Si fue por proveedor o exportador ficticio, dura cinco años desde que la declaratoria quedó en firme.',
    ],
    articulos: 'DUR 1.6.1.2.16, .17 y .28; DUR 1.6.1.21.13; ET 671',
  },
  cancelado: {
    enBreve: 'Ya no puede usarlo. Si lo vuelve a necesitar, pida la reactivación en una sede.',
    noPuede: [
      'Actualizarlo, ni pedir trámites sobre él.',
      'Pedir la devolución de un saldo a favor.',
      'Usar la copia como prueba de un RUT activo: cada copia dice que está cancelado.',
    ],
    sigue: 'Lo que quedó debiendo de antes de la cancelación se sigue debiendo.',
    termina: [
      'Puede pedir la reactivación cuando quiera, en una sede, con los documentos de una inscripción.',
      'Cuando ya no lo necesite, hay que pedir otra vez la cancelación.',
    ],
    articulos: 'DUR 1.6.1.2.18 y .20; DUR 1.6.1.21.13',
  },
};

/** What a suspended or cancelled holder cannot do, and how it ends (DUR 1.6.1.2.16 to .20, .28; 1.6.1.21.13 par.). */
export const efectosDelEstado = (estado: Exclude<EstadoRut, 'activo'>): EfectosDelEstado => EFECTOS[estado];
