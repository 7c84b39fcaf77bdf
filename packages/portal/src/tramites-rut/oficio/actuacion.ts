import type { Json } from '@autogestion/documentos';
import { definidos } from '@autogestion/normas/definidos';
import type { Fecha } from '@autogestion/normas/fechas';
import type { CausalDeSuspension, EstadoRut, Evaluacion, RegistroRut } from '@autogestion/normas/rut';
import { CAUSALES_SUSPENSION } from '@autogestion/normas/rut';
import type { Pregunta } from '../../interfaz/preguntas/index.ts';
import type { ContextoGuardar, Datos, Efecto } from '../../interfaz/recorrido/index.ts';
import { errores, type Transaccion } from '../../plataforma/index.ts';
import { estadoConFecha, estadoDeTitular, versionVigente } from '../../rut/index.ts';
import {
  casoPorRadicado,
  tipoDeCaso,
  type Ficha,
  type Hallazgo,
  type TipoDeCaso,
} from '../../tramites/index.ts';

/** What the registry says when an act is opened, reviewed and decided. */
export interface HechosDeOficio {
  titular: string;
  hoy: Fecha;
  estado: EstadoRut;
  registro: RegistroRut;
  /** By which cause it was suspended, when a case of this office did it. */
  suspendidoPor?: CausalDeSuspension;
}

/** What an official wrote on the page of an act. */
export interface Respuestas<V> {
  acto: V;
}

/** What is known when the page of an act is drawn. */
export type DatosDeOficio = Datos<object, HechosDeOficio>;

/** What an act stores and files. */
export type SolicitudDeActuacion = Record<string, Json | undefined>;

/**
 * An act of the office: the kind of case that it is, and the page in which an official fills it. `V`, what the page
 * answers; `S`, what is filed of it.
 */
export interface DefinicionDeActuacion<V extends object, S extends SolicitudDeActuacion> {
  /** In the address of its pages. */
  slug: string;
  /** What the desk chooses. */
  nombre: string;
  ayuda: string;
  pregunta: string;
  formulario: Pregunta<V, DatosDeOficio>;
  ficha: Ficha<S, V, HechosDeOficio>;
  /** Heading of what is filed, and what stands before its rows. */
  seccion: { titulo: string; parrafos?: string[] };
  caso: Omit<
    TipoDeCaso<S>,
    'comprobar' | 'serie' | 'rol' | 'documentos' | 'nombre' | 'esquema' | 'presentar'
  > & { nombre: string };
  /** The conditions, with what was written so far and what officials verified. */
  evaluar: (h: HechosDeOficio, s: Partial<S>, verificado: Readonly<Record<string, Hallazgo>>) => Evaluacion;
  alGuardar?: (c: ContextoGuardar<Respuestas<V>, HechosDeOficio>, v: V) => Promise<Efecto<HechosDeOficio>>;
}

/** The kind of case of an act: its conditions are those of the act, with the registry as it is. */
export const tipoDeActuacion = <V extends object, S extends SolicitudDeActuacion>(
  a: DefinicionDeActuacion<V, S>,
): TipoDeCaso =>
  tipoDeCaso<S>({
    ...a.caso,
    serie: 'RU',
    rol: 'mesa-rut',
    documentos: () => [],
    esquema: a.ficha.esquema,
    presentar: (s) => ({
      titulo: a.caso.nombre,
      secciones: [{ ...a.seccion, filas: a.ficha.filas(s) }],
    }),
    comprobar: async (trx, { titular, solicitud, verificado }) =>
      a.evaluar(await leerHechos(trx, titular), solicitud, verificado),
  });

/** The registry now. @throws 404 when whoever is acting may not see it. */
export async function leerHechos(trx: Transaccion, titular: string): Promise<HechosDeOficio> {
  const version = await versionVigente(trx, titular);
  if (!version) throw errores.noEncontrado();
  const estado = await estadoDeTitular(trx, titular);
  const suspendidoPor = estado === 'suspendido' ? await causalDeLaSuspension(trx, titular) : undefined;
  return {
    titular,
    hoy: trx.hoy,
    estado,
    registro: version.registro,
    ...definidos({ suspendidoPor }),
  };
}

async function causalDeLaSuspension(
  trx: Transaccion,
  titular: string,
): Promise<CausalDeSuspension | undefined> {
  const { acto } = await estadoConFecha(trx, titular);
  const caso = acto ? await casoPorRadicado(trx, acto) : undefined;
  const { causal } = (caso?.solicitud ?? {}) as { causal?: unknown };
  return CAUSALES_SUSPENSION.find((c) => c.codigo === causal)?.codigo;
}
