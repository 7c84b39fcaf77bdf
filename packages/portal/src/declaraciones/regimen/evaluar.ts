import { anioDe } from '@autogestion/normas/fechas';
import {
  casilla53TrasLaOpcion,
  efectosDeLaOpcion,
  evaluarOpcionSimple,
  type Evaluacion,
  type OpcionSimple,
} from '@autogestion/normas/rut';
import {
  elegibilidadSimple,
  RESPONSABILIDAD_SIMPLE,
  UTILIDAD_MAXIMA_GRUPO_6,
  type Elegibilidad,
  type HechosSimple,
  type IdCondicion,
  type TipoDePersona,
} from '@autogestion/normas/simple';
import { errores, titularDe, type Transaccion } from '../../plataforma/index.ts';
import { estadoConFecha, versionVigente, type VersionRut } from '../../rut/index.ts';
import type { Pregunta } from '../../interfaz/preguntas/index.ts';
import { hechosDeLoRespondido, preguntasDeElegibilidad, type LoRespondido } from '../elegibilidad/index.ts';

/** What a RUT and the day say of the regime: which option there is, whether it may be taken, and what it would change. */
export interface Regimen {
  version: VersionRut;
  que: OpcionSimple;
  anio: number;
  tipo: TipoDePersona;
  evaluacion: Evaluacion;
  casilla53: { antes: string[]; despues: string[] };
  efectos: readonly { texto: string; articulo: string }[];
}

/** @param que the one that the RUT leaves open, unless told */
export async function regimenDe(trx: Transaccion, que?: OpcionSimple): Promise<Regimen> {
  const titular = titularDe(trx);
  const version = await versionVigente(trx, titular);
  if (!version) throw errores.noEncontrado();
  const { registro } = version;
  const antes = registro.clasificacion.responsabilidades;
  const cual = que ?? (antes.includes(RESPONSABILIDAD_SIMPLE) ? 'salir' : 'entrar');
  const { estado } = await estadoConFecha(trx, titular);
  const anio = anioDe(trx.hoy);
  return {
    version,
    que: cual,
    anio,
    tipo: registro.tipoContribuyente === '2' ? 'natural' : 'juridica',
    evaluacion: evaluarOpcionSimple({ que: cual, registro, estado, hoy: trx.hoy }),
    casilla53: { antes: [...antes], despues: casilla53TrasLaOpcion(cual, antes) },
    efectos: efectosDeLaOpcion(cual, registro, anio),
  };
}

/** Whoever signs here is in the RUT and has a signature. */
const SABIDAS: readonly IdCondicion[] = ['rut', 'firma'];
const SABIDO: HechosSimple = { rut: true, firmaElectronica: true };

/** What is asked of whoever would enter: what the office cannot know by itself. */
export function preguntasPara(r: Regimen): Pregunta<LoRespondido> {
  const actividades = actividadesDe(r);
  const recoge = actividades.some((c) => UTILIDAD_MAXIMA_GRUPO_6.actividades.includes(c));
  return preguntasDeElegibilidad({
    tipo: r.tipo,
    anio: r.anio,
    sabidas: [...SABIDAS, ...(recoge ? [] : (['utilidad-grupo-6'] as const))],
    actividades,
  });
}

/** Whether they may be in it this year, with what the office knows and what they answered. */
export function elegibilidadPara(r: Regimen, respuestas: LoRespondido): Elegibilidad {
  return elegibilidadSimple(
    r.tipo,
    { actividades: actividadesDe(r), ...SABIDO, ...hechosDeLoRespondido({ ...respuestas, rut: 'si' }) },
    r.anio,
  );
}

const SUBSANABLES: readonly IdCondicion[] = ['factura'];

/** What forbids entering; electronic invoicing has two months (ET 915 par.). */
export const loQueImpide = ({ condiciones }: Elegibilidad) =>
  condiciones.filter((c) => c.estado !== 'cumple' && !SUBSANABLES.includes(c.id));

const actividadesDe = ({ version }: Regimen): string[] => {
  const { actividadPrincipal, actividadSecundaria, otrasActividades } = version.registro.clasificacion;
  return [actividadPrincipal.codigo, actividadSecundaria?.codigo, ...otrasActividades].filter(
    (c) => c !== undefined,
  );
};
