import { abrirBorrador, llenarBorrador } from '../../interfaz/recorrido/index.ts';
import { rechazo, type Formulario, type Rechazo, type Transaccion } from '../../plataforma/index.ts';
import { atenderTitular } from './atender.ts';
import { caminoDelBorrador, type Tramitador } from './declaracion.ts';

/** Opens the pages of an act with what the office knows; in the official's session and nobody else's. */
export async function abrirPaginas(
  trx: Transaccion,
  t: Tramitador,
  o: { hechos: object; escrito?: Record<string, Formulario> },
): Promise<string> {
  const b = await abrirBorrador(trx, t.recorrido);
  await llenarBorrador(trx, b.id, o);
  return caminoDelBorrador(t.clase.clase, b.idPublico);
}

/**
 * Opens an act for whoever has that document. The draft is opened before attending: it is the session's, and the
 * taxpayer's side never reaches it.
 * @returns the path of its pages
 */
export async function abrirParaTitular(
  trx: Transaccion,
  t: Tramitador,
  documento: { tipo: string; numero: string },
): Promise<{ a: string } | Rechazo> {
  const b = await abrirBorrador(trx, t.recorrido);
  const version = await atenderTitular(trx, { ...documento, clase: t.clase.clase });
  if (!version)
    return rechazo({
      numero: 'Nadie está inscrito en el RUT con ese documento. Revise el tipo y el número.',
    });
  const { registro } = version;
  const impide = t.deTitular?.impide?.(registro);
  if (impide) return rechazo({ numero: impide });
  await t.deTitular?.exigir?.(trx, version);
  const hechos = (await t.deTitular?.hechos?.(trx, version)) ?? {
    titular: version.titular,
    base: version.id,
    registro,
  };
  await llenarBorrador(trx, b.id, { hechos });
  return { a: caminoDelBorrador(t.clase.clase, b.idPublico) };
}
