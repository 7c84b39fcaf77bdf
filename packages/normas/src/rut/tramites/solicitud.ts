import type { EstadoRut } from '../estados.ts';
import { condicion } from './condicion.ts';
import type { Condicion } from './condicion.ts';

export type CalidadDelSolicitante = 'titular' | 'representante' | 'apoderado' | 'heredero' | 'tercero';

/** Who asks, and whether they proved that quality; the holder proves it by signing in. */
export interface Solicitante {
  calidad: CalidadDelSolicitante;
  acreditado?: boolean;
}

/** What every request that is subject to verification must bring (DUR 1.6.1.2.28). */
export interface HechosDeLaSolicitud {
  solicitante?: Solicitante;
  /** Status of the registration on the day of filing. */
  estado?: EstadoRut;
  /** Whether the RUT says what the documents of the request say. */
  actualizado?: boolean;
}

/** Numbering of invoices authorised or enabled and not used. */
export type Numeracion = 'sin-numeracion' | 'inhabilitada' | 'sin-inhabilitar';

export function condicionesDeLaSolicitud(h: HechosDeLaSolicitud, admiteHerederos = false): Condicion[] {
  return [
    solicitante(h.solicitante, 'DUR 1.6.1.2.28 num. 1', admiteHerederos),
    condicion({
      id: 'rut-activo',
      articulo: 'DUR 1.6.1.2.28 num. 3 y 5; DUR 1.6.1.2.16 par. 3',
      hecho: h.estado === undefined ? undefined : h.estado === 'activo',
      cumple: 'Su RUT está activo.',
      noCumple:
        h.estado === 'suspendido'
          ? 'Su RUT está suspendido: primero hay que levantar la suspensión.'
          : 'Su RUT está cancelado: primero hay que reactivarlo.',
      noSeSabe: 'Falta saber si su RUT está activo.',
    }),
    condicion({
      id: 'rut-actualizado',
      articulo: 'DUR 1.6.1.2.28 num. 3',
      hecho: h.actualizado,
      cumple: 'Su RUT dice lo mismo que los documentos de la solicitud.',
      noCumple: 'Su RUT no dice lo mismo que los documentos de la solicitud: actualícelo primero.',
      noSeSabe: 'Falta comprobar que su RUT esté actualizado.',
      verifica: 'oficina',
    }),
  ];
}

/** The holder, their representative or an accredited attorney, who need not be a lawyer (DUR 1.6.1.2.10). */
export function solicitante(
  s: Solicitante | undefined,
  articulo: string,
  admiteHerederos = false,
): Condicion {
  const admitido =
    s === undefined ? undefined : s.calidad !== 'tercero' && (s.calidad !== 'heredero' || admiteHerederos);
  const titular = s?.calidad === 'titular';
  return condicion({
    id: 'solicitante',
    articulo,
    hecho: admitido === true && !titular ? s?.acreditado : admitido,
    cumple: titular ? 'Lo pide usted, el titular.' : 'Quien lo pide acreditó que puede hacerlo.',
    noCumple:
      admitido === false
        ? 'Solo lo pueden pedir el titular, su representante o su apoderado.'
        : 'Quien lo pide no acreditó la representación o el poder.',
    noSeSabe:
      admitido === undefined
        ? 'Falta saber quién lo pide.'
        : 'Falta el documento que acredita la representación o el poder.',
  });
}

/** Numbers of invoices that were not used are disabled before asking. */
export function sinNumeracion(numeracion: Numeracion | undefined, articulo: string): Condicion {
  return condicion({
    id: 'numeracion',
    articulo,
    hecho: numeracion === undefined ? undefined : numeracion !== 'sin-inhabilitar',
    cumple: 'No quedan números de factura autorizados sin usar.',
    noCumple: 'Quedan números de factura autorizados sin usar: inhabilítelos antes de pedirlo.',
    noSeSabe: 'Falta comprobar si quedan números de factura autorizados sin usar.',
    verifica: 'oficina',
  });
}
