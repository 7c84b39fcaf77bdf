import { formatearFecha, sumarDias, sumarMeses } from '../../fechas/index.ts';
import type { Fecha } from '../../fechas/index.ts';
import type { EstadoRut } from '../estados.ts';
import type { RegistroRut } from '../registro.ts';
import { cambiosDelRut } from './cambios.ts';
import type { CambioDelRut, DatoDelRut } from './cambios.ts';
import { condicionesDeLaCasilla53 } from './casilla-53.ts';
import { condicionesDeLaHoja2 } from './hoja-2.ts';
import { condicionesDeLasHojas } from './hojas-3-a-6.ts';
import { condicion, evaluacion } from './condicion.ts';
import type { Condicion, Evaluacion } from './condicion.ts';

export interface HechosActualizacion {
  antes: RegistroRut;
  despues: RegistroRut;
  hoy: Fecha;
  estado?: EstadoRut;
  /** Days on which the address was changed online, at least those of the last six months. */
  cambiosDeDireccion?: readonly Fecha[];
  /** Whether the new e-mail was proved with a code. */
  correoVerificado?: boolean;
  /** Codes of box 53 that an act of the administration gave to this person. */
  porActo?: readonly string[];
  /** Who of the persons that are new in sheets 3 and 5 has a RUT of their own, by `claveDe`. */
  conRut?: Readonly<Record<string, boolean>>;
  /** Whether box 54 is changed online; `CASILLA_54` unless told. */
  casilla54EnLinea?: boolean;
}

export interface EvaluacionActualizacion extends Evaluacion {
  cambios: CambioDelRut[];
}

/** Changes of address online in a span of months (DUR 1.6.1.2.14 inc. 4, Decreto 1091 de 2020 art. 11). */
export const CAMBIOS_DE_DIRECCION = { maximo: 2, meses: 6 } as const;

/** Box 50 has two cells. */
export const OTRAS_ACTIVIDADES = 2;

/**
 * Since Decreto 678 de 2022 the decree keeps only identification for an official, and lets the DIAN keep
 * more; in 2022 the DIAN said that box 54 goes by video (case 4), and in 2024 that the exporter of services
 * may do it alone (Oficio 8660). This office follows the first.
 */
export const CASILLA_54 = { enLinea: false, sinFuente: true } as const;

/**
 * Whether a change of the RUT may be made by the person themselves, online (DUR 1.6.1.2.14). What is not
 * met says who does it: an official, or another procedure. Only what changed is judged.
 */
export function evaluarActualizacion(h: HechosActualizacion): EvaluacionActualizacion {
  const cambios = cambiosDelRut(h.antes, h.despues);
  const cambia = (dato: DatoDelRut) => cambios.some((c) => c.dato === dato);
  const condiciones = [
    condicion({
      id: 'hay-cambios',
      articulo: 'DUR 1.6.1.2.14 inc. 1',
      hecho: cambios.length > 0,
      cumple: 'Hay datos que cambian.',
      noCumple: 'No cambió ningún dato.',
      noSeSabe: '',
    }),
    condicion({
      id: 'rut-vigente',
      articulo: 'DUR 1.6.1.2.16; DUR 1.6.1.2.20',
      hecho: h.estado === undefined ? undefined : h.estado !== 'cancelado',
      cumple: 'Su RUT se puede actualizar.',
      noCumple: 'Su RUT está cancelado: primero hay que reactivarlo.',
      noSeSabe: 'Falta saber si su RUT está activo.',
    }),
    ...(cambia('identificacion') ? [identificacion(cambios)] : []),
    ...(cambia('direccion') ? [direccion(h)] : []),
    ...(cambia('actividades') ? [actividades(h.despues)] : []),
    ...(cambia('correo') ? [correo(h)] : []),
    ...(cambia('responsabilidades') || cambia('usuarios-aduaneros') ? condicionesDeLaCasilla53(h) : []),
    ...(cambia('usuarios-aduaneros') ? [casilla54(h.casilla54EnLinea ?? CASILLA_54.enLinea)] : []),
    ...condicionesDeLaHoja2(h, cambios),
    ...condicionesDeLasHojas(h, cambios),
  ];
  return { ...evaluacion(condiciones), cambios };
}

function identificacion(cambios: readonly CambioDelRut[]): Condicion {
  const casillas = cambios.filter((c) => c.dato === 'identificacion').map((c) => c.casilla);
  return condicion({
    id: 'identificacion',
    articulo: 'DUR 1.6.1.2.14 inc. 3; DUR 1.6.1.2.5 num. 1',
    hecho: false,
    cumple: '',
    noCumple: `Los datos de identificación (casillas ${casillas.join(', ')}) los cambia un funcionario, en una sede o por videollamada.`,
    noSeSabe: '',
  });
}

/**
 * First day, from today on, on which the address may be changed online.
 * @param cambios days on which it was changed online, in any order
 */
export function diaParaCambiarLaDireccion(cambios: readonly Fecha[], hoy: Fecha): Fecha {
  const { maximo, meses } = CAMBIOS_DE_DIRECCION;
  const recientes = recientesEn(cambios, hoy).toSorted();
  const estorba = recientes.at(-maximo);
  return estorba === undefined ? hoy : sumarDias(sumarMeses(estorba, meses), 1);
}

const recientesEn = (cambios: readonly Fecha[], hoy: Fecha): Fecha[] =>
  cambios.filter((f) => f <= hoy && sumarMeses(f, CAMBIOS_DE_DIRECCION.meses) >= hoy);

function direccion({ cambiosDeDireccion: cambios, hoy }: HechosActualizacion): Condicion {
  const { maximo } = CAMBIOS_DE_DIRECCION;
  const dia = cambios && diaParaCambiarLaDireccion(cambios, hoy);
  return condicion({
    id: 'cambios-de-direccion',
    articulo: 'DUR 1.6.1.2.14 inc. 4',
    hecho: dia && dia <= hoy,
    cumple: `Puede cambiar su dirección en línea: es el cambio ${recientesEn(cambios ?? [], hoy).length + 1} de ${maximo} en seis meses.`,
    noCumple: `Ya cambió su dirección en línea dos veces en seis meses. Podrá hacerlo otra vez desde el ${dia ? formatearFecha(dia) : ''}; antes, el cambio se hace con un funcionario, en una sede.`,
    noSeSabe: 'Falta saber cuántas veces ha cambiado su dirección en línea en los últimos seis meses.',
  });
}

/** Boxes 46, 48 and 50: at most two others, and each activity once. */
function actividades({ clasificacion: c }: RegistroRut): Condicion {
  const codigos = [c.actividadPrincipal.codigo, c.actividadSecundaria?.codigo, ...c.otrasActividades].filter(
    (codigo) => codigo !== undefined,
  );
  const repetida = codigos.find((codigo, i) => codigos.indexOf(codigo) !== i);
  return condicion({
    id: 'actividades-distintas',
    articulo: 'Formulario 001, casillas 46, 48 y 50',
    hecho: repetida === undefined && c.otrasActividades.length <= OTRAS_ACTIVIDADES,
    cumple: 'Cada actividad está una sola vez.',
    noCumple:
      repetida === undefined
        ? `La casilla 50 admite hasta ${OTRAS_ACTIVIDADES} actividades.`
        : `La actividad ${repetida} quedaría dos veces: quítela de una de las dos casillas.`,
    noSeSabe: '',
    certeza: 'parametro',
  });
}

function correo({ correoVerificado }: HechosActualizacion): Condicion {
  return condicion({
    id: 'correo',
    articulo: 'DUR 1.6.1.2.5 num. 2; ET 563',
    hecho: correoVerificado,
    cumple: 'El correo nuevo está comprobado.',
    noCumple: 'El código que le enviamos al correo nuevo no coincidió.',
    noSeSabe: 'Falta comprobar el correo nuevo.',
    certeza: 'parametro',
  });
}

function casilla54(enLinea: boolean): Condicion {
  return condicion({
    id: 'casilla-54',
    articulo: 'DUR 1.6.1.2.14 inc. 3; comunicado de prensa DIAN del 25 de febrero de 2022, caso 4',
    hecho: enLinea,
    cumple: 'Las calidades de la casilla 54 se pueden cambiar en línea.',
    noCumple: 'Las calidades de la casilla 54 las cambia un funcionario, por videollamada o en una sede.',
    noSeSabe: '',
    certeza: 'parametro',
  });
}
