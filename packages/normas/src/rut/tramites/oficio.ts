import { formatearFecha, sumarAnios } from '../../fechas/index.ts';
import type { Fecha } from '../../fechas/index.ts';
import type { EstadoRut } from '../estados.ts';
import type { RegistroRut } from '../registro.ts';
import { cambiosDelRut } from './cambios.ts';
import type { CambioDelRut } from './cambios.ts';
import { CAUSALES_CANCELACION } from './causales-cancelacion.ts';
import { condicion, evaluacion, sinHallazgo } from './condicion.ts';
import type { Condicion, Evaluacion, Verificacion } from './condicion.ts';
import { ANIOS_DEL_FICTICIO } from './reactivacion.ts';
import type { CausalDeSuspension } from './reactivacion.ts';

/**
 * No article read gives the office a term for cancelling or updating by itself, nor for reactivating: it takes that of
 * the procedures that are verified (DUR 1.6.1.2.31).
 */
export const PLAZO_DE_OFICIO = { termino: 'rut-decision', sinFuente: true } as const;

/** DUR 1.6.1.2.17 was not read as to remedies: the act says those of every act that ends something (Ley 1437, art. 74). */
export const RECURSO_CONTRA_LA_SUSPENSION = { procede: true, sinFuente: true } as const;

/** Causes for suspending a registration (DUR 1.6.1.2.16, as Decreto 678 de 2022 wrote it; read at second hand). */
export const CAUSALES_SUSPENSION: readonly {
  codigo: CausalDeSuspension;
  nombre: string;
  confianza: 'alta' | 'media';
}[] = [
  { codigo: 'orden', nombre: 'Orden de autoridad competente', confianza: 'media' },
  {
    codigo: 'direccion',
    nombre: 'La dirección informada no existe, o no se ubicó allí al inscrito',
    confianza: 'media',
  },
  {
    codigo: 'camara-de-comercio',
    nombre: 'El acto de registro en la cámara de comercio fue recurrido',
    confianza: 'media',
  },
  { codigo: 'desactualizado', nombre: 'El RUT está desactualizado', confianza: 'media' },
  {
    codigo: 'proveedor-o-exportador-ficticio',
    nombre: 'Declaratoria de proveedor o exportador ficticio, en firme',
    confianza: 'alta',
  },
];

/** Those of DUR 1.6.1.2.18 by which the office cancels without being asked. */
export const CAUSALES_DE_OFICIO = CAUSALES_CANCELACION.filter((c) => c.modo === 'oficio');

export interface HechosSuspension {
  hoy: Fecha;
  estado?: EstadoRut;
  causal?: string;
  /** Day on which the declaration of a fictitious supplier or exporter became final. */
  firmeza?: Fecha;
}

/** Whether the office may suspend a registration (DUR 1.6.1.2.16). What proves the cause, the official tells. */
export function evaluarSuspension(h: HechosSuspension): Evaluacion {
  const causal = CAUSALES_SUSPENSION.find((c) => c.codigo === h.causal);
  return evaluacion([
    condicion({
      id: 'rut-activo',
      articulo: 'DUR 1.6.1.2.16',
      hecho: h.estado === undefined ? undefined : h.estado === 'activo',
      cumple: 'El RUT está activo.',
      noCumple:
        h.estado === 'suspendido' ? 'El RUT ya está suspendido.' : 'El RUT está cancelado: no se suspende.',
      noSeSabe: 'Falta saber si el RUT está activo.',
    }),
    deLaLista(causal?.nombre, h.causal, 'DUR 1.6.1.2.16'),
    ...(causal?.codigo === 'proveedor-o-exportador-ficticio' ? [sancionVigente(h)] : []),
  ]);
}

function sancionVigente({ firmeza, hoy }: HechosSuspension): Condicion {
  const hasta = firmeza && sumarAnios(firmeza, ANIOS_DEL_FICTICIO);
  return condicion({
    id: 'declaratoria-en-firme',
    articulo: 'ET 671; DUR 1.6.1.2.16 par. 1',
    hecho: firmeza && hasta && firmeza <= hoy && hoy <= hasta,
    cumple: `La declaratoria quedó en firme el ${firmeza ? formatearFecha(firmeza) : ''}; la sanción dura hasta el ${hasta ? formatearFecha(hasta) : ''}.`,
    noCumple:
      firmeza && firmeza > hoy
        ? 'La declaratoria no está en firme todavía.'
        : `Los cinco años de la sanción terminaron el ${hasta ? formatearFecha(hasta) : ''}.`,
    noSeSabe: 'Falta saber cuándo quedó en firme la declaratoria.',
  });
}

export interface HechosCancelacionDeOficio {
  estado?: EstadoRut;
  /** Letter of the list of causes ex officio. */
  causal?: string;
  /** Box 24. */
  tipoContribuyente?: '1' | '2';
  /** Whether there was any activity in the eight circumstances; asked of the cause of inactivity alone. */
  actividad?: Verificacion;
}

/** Causes that only a legal person falls under. */
const SOLO_JURIDICAS: readonly string[] = ['f', 'i'];

/** Whether the office may cancel a registration without being asked (DUR 1.6.1.2.18). */
export function evaluarCancelacionDeOficio(h: HechosCancelacionDeOficio): Evaluacion {
  const causal = CAUSALES_DE_OFICIO.find((c) => c.codigo === h.causal);
  return evaluacion([
    condicion({
      id: 'rut-sin-cancelar',
      articulo: 'DUR 1.6.1.2.18',
      hecho: h.estado === undefined ? undefined : h.estado !== 'cancelado',
      cumple: 'El RUT no está cancelado.',
      noCumple: 'El RUT ya está cancelado.',
      noSeSabe: 'Falta saber si el RUT está cancelado.',
    }),
    deLaLista(causal?.nombre, h.causal, 'DUR 1.6.1.2.18'),
    ...(SOLO_JURIDICAS.includes(causal?.codigo ?? '')
      ? [
          condicion({
            id: 'persona-juridica',
            articulo: 'DUR 1.6.1.2.18',
            hecho: h.tipoContribuyente && h.tipoContribuyente === '1',
            cumple: 'Es el RUT de una persona jurídica.',
            noCumple: 'Esa causal no es para una persona natural.',
            noSeSabe: 'Falta saber si es una persona jurídica.',
          }),
        ]
      : []),
    ...(causal?.codigo === 'a' ? [inactividad(h)] : []),
  ]);
}

function inactividad({ actividad }: HechosCancelacionDeOficio): Condicion {
  return condicion({
    id: 'inactividad',
    articulo: 'Resolución DIAN 217 de 2025, art. 2',
    hecho: sinHallazgo(actividad),
    cumple: 'Se verificaron las ocho circunstancias de inactividad en cinco años calendario.',
    noCumple: 'La verificación encontró actividad en los últimos cinco años calendario.',
    noSeSabe: 'Falta verificar las ocho circunstancias de inactividad en cinco años calendario.',
    verifica: 'oficina',
  });
}

export interface HechosActualizacionDeOficio {
  antes: RegistroRut;
  despues: RegistroRut;
  estado?: EstadoRut;
}

export interface EvaluacionActualizacionDeOficio extends Evaluacion {
  cambios: CambioDelRut[];
}

/**
 * Whether the office may change a registration by a reasoned act: address or e-mail of a natural person, boxes 38 to 42
 * (DUR 1.6.1.2.15; the act is notified under ET 565).
 */
export function evaluarActualizacionDeOficio(
  h: HechosActualizacionDeOficio,
): EvaluacionActualizacionDeOficio {
  const cambios = cambiosDelRut(h.antes, h.despues);
  const ajenos = cambios.filter((c) => c.dato !== 'direccion' && c.dato !== 'correo');
  const e = evaluacion([
    condicion({
      id: 'persona-natural',
      articulo: 'DUR 1.6.1.2.15',
      hecho: h.antes.tipoContribuyente === '2',
      cumple: 'Es el RUT de una persona natural.',
      noCumple: 'La dirección y el correo de una persona jurídica no se cambian por este acto.',
      noSeSabe: '',
    }),
    condicion({
      id: 'rut-vigente',
      articulo: 'DUR 1.6.1.2.16; DUR 1.6.1.2.20',
      hecho: h.estado === undefined ? undefined : h.estado !== 'cancelado',
      cumple: 'El RUT no está cancelado.',
      noCumple: 'El RUT está cancelado: no se actualiza.',
      noSeSabe: 'Falta saber si el RUT está activo.',
    }),
    condicion({
      id: 'hay-cambios',
      articulo: 'DUR 1.6.1.2.15',
      hecho: cambios.length > 0 && ajenos.length === 0,
      cumple: 'Cambian solo la dirección o el correo (casillas 38 a 42).',
      noCumple:
        cambios.length === 0
          ? 'El RUT ya dice eso: no hay nada que cambiar.'
          : `Por este acto no se cambian las casillas ${ajenos.map((c) => c.casilla).join(', ')}.`,
      noSeSabe: '',
    }),
  ]);
  return { ...e, cambios };
}

function deLaLista(nombre: string | undefined, escrita: string | undefined, articulo: string): Condicion {
  return condicion({
    id: 'causal',
    articulo,
    hecho: escrita === undefined ? undefined : nombre !== undefined,
    cumple: `Causal: ${nombre ?? ''}.`,
    noCumple: 'Esa causal no está en la lista de la norma.',
    noSeSabe: 'Falta decir por qué causal.',
  });
}
