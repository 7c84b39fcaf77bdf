import { definidos } from '@autogestion/normas/definidos';
import { anioDe } from '@autogestion/normas/fechas';
import {
  codigosPorAgregar,
  contradiccionesDeLaCasilla53,
  importanLosIngresos,
  proponerResponsabilidades,
  type CodigoPorAgregar,
  type Contradiccion,
  type HechosResponsabilidades,
  type RegistroRut,
  type ResponsabilidadPropuesta,
} from '@autogestion/normas/rut';
import { respuestasDichas, type RespuestasPreguntas } from '../pasos/index.ts';
import { hoja1Nueva } from './hoja-1-nueva.ts';
import type { RespuestasHoja1 } from './pasos/hoja-1.ts';
import { cambia, hechosDe, type Dicho } from './tipos.ts';

/** Whether who changes an activity or the number of places looks at box 53 too: it contradicts it, or brought income. */
export interface DicenSiRevisan {
  'casilla-53': 'si' | 'no';
  'ingresos-con-el-cambio': 'si' | 'no';
}

/** How one says which codes to add: answering the law's questionnaire, or from the list. */
export interface DicenComo {
  'codigos-como': 'preguntas' | 'lista';
}
export type DatosDeCodigos = Dicho<RespuestasHoja1 & RespuestasPreguntas & DicenSiRevisan & DicenComo>;

/** What the questionnaire asks of: the activities, the municipality and the places that the RUT will have. */
export function hechosDePreguntas(d: Dicho<RespuestasHoja1 & RespuestasPreguntas>): HechosResponsabilidades {
  const { ubicacion, clasificacion: c } = hoja1Nueva(d);
  const actividades = [c.actividadPrincipal.codigo, c.actividadSecundaria?.codigo, ...c.otrasActividades];
  return {
    actividades: actividades.filter((a) => a !== undefined),
    municipio: ubicacion.municipio,
    anio: anioDe(hechosDe(d).hoy),
    simple: c.responsabilidades.includes('47'),
    respuestas: respuestasDichas(d.respuestas, c.establecimientos),
  };
}

/** The law's questionnaire is for natural persons, and who earns more answers it without being asked whether to. */
export const sePuedePreguntar = (d: Dicho): boolean =>
  cambia('responsabilidades')(d) && !cambia('ingresos')(d) && hechosDe(d).registro.tipoContribuyente === '2';

export const conPreguntas = (d: Dicho<DicenSiRevisan & DicenComo>): boolean =>
  porQueSePregunta(d) !== undefined || (sePuedePreguntar(d) && d.respuestas['codigos-como'] === 'preguntas');

/**
 * Where it was said that box 53 is to be looked at, by who did not choose to add codes, and so may add none: more income,
 * or what else changes.
 */
export function porQueSePregunta(
  d: Dicho<DicenSiRevisan>,
): 'que-cambia' | 'casilla-53' | 'ingresos-con-el-cambio' | undefined {
  if (cambia('ingresos')(d)) return 'que-cambia';
  if (d.respuestas['casilla-53'] === 'si') return 'casilla-53';
  return d.respuestas['ingresos-con-el-cambio'] === 'si' ? 'ingresos-con-el-cambio' : undefined;
}

/** Box 53 is looked at already, so that it is not asked whether to. */
const seMira = cambia('responsabilidades', 'ingresos');

export const preguntaSiRevisa = (d: Dicho<RespuestasHoja1>): boolean =>
  !seMira(d) && contradiccionesDeHoy(d).length > 0;

/** A further place or activity may have brought income, and nothing was contradicted by it that would be asked of. */
export function preguntaSiSubieron(d: Dicho<RespuestasHoja1>): boolean {
  const { registro: antes, hoy } = hechosDe(d);
  return !seMira(d) && !preguntaSiRevisa(d) && importanLosIngresos({ antes, despues: hoja1Nueva(d), hoy });
}

/** Which codes to add is asked of who chose to, and of whom the answers lead to some. */
export const preguntaCodigos = (d: DatosDeCodigos): boolean =>
  cambia('responsabilidades')(d) || (conPreguntas(d) && propuestosQueCaben(d).length > 0);

/** Slug of the question where box 53 is corrected. */
export const dondeSeCorrige = (d: DatosDeCodigos): string =>
  preguntaCodigos(d) ? 'codigos' : preguntaSiRevisa(d) ? 'casilla-53' : 'que-cambia';

/** What the answers on sheet 1 make untrue in the box 53 that the RUT has today. */
export const contradiccionesDeHoy = (d: Dicho<RespuestasHoja1>): Contradiccion[] =>
  contradicciones(d, hoja1Nueva(d), {});

/** What stays untrue with all that was answered, `despues` being what the RUT would say. */
export const contradiccionesQueQuedan = (
  d: Dicho<RespuestasHoja1 & RespuestasPreguntas>,
  despues: RegistroRut,
): Contradiccion[] => contradicciones(d, despues, hechosDePreguntas(d).respuestas);

function contradicciones(
  d: Dicho,
  despues: RegistroRut,
  respuestas: HechosResponsabilidades['respuestas'],
): Contradiccion[] {
  const { registro: antes, hoy } = hechosDe(d);
  return contradiccionesDeLaCasilla53({ antes, despues, respuestas, hoy });
}

/** Every code that this person does not have, with why it may not be added here. */
export function agregables(d: Dicho): CodigoPorAgregar[] {
  return codigosPorAgregar(hechosDe(d).registro);
}

/** A code that follows from the answers and is not in the RUT. */
export interface CodigoPropuesto extends ResponsabilidadPropuesta {
  /** Why it is not added here. */
  impedimento?: string;
}

/** Empty while a question is open, or when the RUT says already what follows from the answers. */
export function codigosPropuestos(d: DatosDeCodigos): CodigoPropuesto[] {
  if (!conPreguntas(d)) return [];
  const propuesta = proponerResponsabilidades(hechosDePreguntas(d));
  if (!propuesta.ok) return [];
  const todos = agregables(d);
  return propuesta.valor.flatMap((p) => {
    const este = todos.find((c) => c.codigo === p.codigo);
    if (!este) return [];
    return [{ ...p, ...definidos({ impedimento: este.impedimento?.razon }) }];
  });
}

/** Those that can be added. */
export const propuestosQueCaben = (d: DatosDeCodigos): CodigoPropuesto[] =>
  codigosPropuestos(d).filter((p) => p.impedimento === undefined);

/** Of who said that they earn more, with nothing that they can add for it. */
export const ingresosSinCambio = (d: DatosDeCodigos): boolean =>
  porQueSePregunta(d) !== undefined &&
  porQueSePregunta(d) !== 'casilla-53' &&
  propuestosQueCaben(d).length === 0;
