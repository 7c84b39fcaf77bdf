import type { RegistroRut } from '@autogestion/normas/rut';
import { abrirBorrador, llenarBorrador } from '../../interfaz/recorrido/index.ts';
import type { Formulario, Ruta, Transaccion } from '../../plataforma/index.ts';
import type { VersionRut } from '../../rut/index.ts';
import type { ClaseDeAtencion } from './atencion.ts';
import { atenderTitular } from './atender.ts';

export const GUARDADO =
  'Cada respuesta queda guardada mientras su sesión esté abierta. Al final, la persona acepta con un código.';

export const baseDeAtencion = (clase: string): string => `/mesa/asistidos/${clase}/:borrador`;
export const caminoDeLaAtencion = (idPublico: string): string => `/mesa/asistidos/actos/${idPublico}`;

/** A class of act with the pages in which the official fills it. */
export interface Tramitador {
  clase: ClaseDeAtencion;
  recorrido: { id: string; version: number; diasDeEspera: number };
  rutas: Ruta[];
  /** Who may attend it, when it is not everybody who attends. */
  roles?: readonly string[];
  /** Absent where there is nobody yet: a registration. */
  deTitular?: {
    /** Why it is not for this taxpayer, if it is not. */
    impide?: (r: RegistroRut) => string | undefined;
    /** What its pages know, when it is not the RUT as it stands. */
    hechos?: (trx: Transaccion, v: VersionRut) => Promise<object>;
  };
}

/** Opens the pages of an act with what the office knows; in the official's session and nobody else's. */
export async function abrirPaginas(
  trx: Transaccion,
  t: Tramitador,
  o: { hechos: object; escrito?: Record<string, Formulario> },
): Promise<string> {
  const b = await abrirBorrador(trx, t.recorrido);
  await llenarBorrador(trx, b.id, o);
  return `/mesa/asistidos/${t.clase.clase}/${b.idPublico}`;
}

/**
 * Opens an act for whoever has that document. The draft is opened before attending: it is the session's, and the
 * taxpayer's side never reaches it.
 * @returns the path of its pages, or what the official reads beside the document
 */
export async function abrirParaTitular(
  trx: Transaccion,
  t: Tramitador,
  documento: { tipo: string; numero: string },
): Promise<{ a: string } | { falta: string }> {
  const b = await abrirBorrador(trx, t.recorrido);
  const version = await atenderTitular(trx, { ...documento, clase: t.clase.clase });
  if (!version)
    return { falta: 'Nadie está inscrito en el RUT con ese documento. Revise el tipo y el número.' };
  const { registro } = version;
  const impide = t.deTitular?.impide?.(registro);
  if (impide) return { falta: impide };
  const hechos = (await t.deTitular?.hechos?.(trx, version)) ?? {
    titular: version.titular,
    base: version.id,
    registro,
  };
  await llenarBorrador(trx, b.id, { hechos });
  return { a: `/mesa/asistidos/${t.clase.clase}/${b.idPublico}` };
}

export const soloNaturales = (r: RegistroRut): string | undefined =>
  r.tipoContribuyente === '2' ? undefined : 'Esto es solo para personas naturales.';
