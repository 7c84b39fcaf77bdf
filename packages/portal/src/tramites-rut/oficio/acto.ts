import type { Json } from '@autogestion/documentos';
import { definidos } from '@autogestion/normas/definidos';
import type { Fecha } from '@autogestion/normas/fechas';
import type { CausalDeSuspension, EstadoRut, Evaluacion, RegistroRut } from '@autogestion/normas/rut';
import type { VNode } from 'preact';
import type { z } from 'zod';
import { CAUSALES_SUSPENSION } from '@autogestion/normas/rut';
import type { ContextoGuardar, ContextoPagina, Efecto } from '../../interfaz/recorrido/index.ts';
import { errores, type Transaccion } from '../../plataforma/index.ts';
import { estadoConFecha, estadoDeTitular, versionVigente } from '../../rut/index.ts';
import { casoPorRadicado, tipoDeCaso, type Hallazgo, type TipoDeCaso } from '../../tramites/index.ts';

/** What the registry says when an act is opened, reviewed and decided. */
export interface HechosDeOficio {
  titular: string;
  hoy: Fecha;
  estado: EstadoRut;
  registro: RegistroRut;
  /** By which cause it was suspended, when a case of this office did it. */
  suspendidoPor?: CausalDeSuspension;
}

export type Respuestas<S> = { acto: S };

/** An act of the office: the kind of case that it is, and the page in which an official fills it. */
export interface DefinicionDeActo<S extends Record<string, Json | undefined>> {
  /** In the address of its pages. */
  slug: string;
  /** What the desk chooses. */
  nombre: string;
  ayuda: string;
  pregunta: string;
  caso: Omit<TipoDeCaso<S>, 'comprobar' | 'serie' | 'rol' | 'documentos' | 'nombre'> & { nombre: string };
  /** The conditions, with what was written so far and what officials verified. */
  evaluar: (h: HechosDeOficio, s: Partial<S>, verificado: Readonly<Record<string, Hallazgo>>) => Evaluacion;
  /** What the form says. */
  escrito: z.ZodType<S, unknown>;
  pagina: (c: ContextoPagina<Respuestas<S>, HechosDeOficio>) => VNode;
  alGuardar?: (c: ContextoGuardar<Respuestas<S>, HechosDeOficio>, s: S) => Promise<Efecto<HechosDeOficio>>;
  ejemplo: Record<string, string>;
}

/** The kind of case of an act: its conditions are those of the act, with the registry as it is. */
export const tipoDelActo = <S extends Record<string, Json | undefined>>(a: DefinicionDeActo<S>): TipoDeCaso =>
  tipoDeCaso<S>({
    ...a.caso,
    serie: 'RU',
    rol: 'mesa-rut',
    documentos: () => [],
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
