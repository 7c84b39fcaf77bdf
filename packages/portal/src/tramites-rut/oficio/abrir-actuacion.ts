import { abrirBorrador, llenarBorrador } from '../../interfaz/recorrido/index.ts';
import { auditar, llamar, type Transaccion } from '../../plataforma/index.ts';
import { versionVigente } from '../../rut/index.ts';
import { casosDe } from '../../tramites/index.ts';
import { erroresDeTramitesRut } from '../errores.ts';
import { leerHechos, type HechosDeOficio } from './actuacion.ts';

export interface ActuacionOfrecida {
  slug: string;
  nombre: string;
  ayuda: string;
  tipo: string;
  recorrido: { id: string; version: number; diasDeEspera: number };
  /** Why it may not be opened as the RUT is. */
  impide: (h: HechosDeOficio) => string | undefined;
}

/**
 * Opens the pages of an act over the RUT of a NIT, in the official's session; the taxpayer sees who looked. The draft is
 * opened before attending: it is the session's, and the taxpayer's side never reaches it.
 * @returns the path of its pages, or what the official reads beside the NIT
 * @throws ErrorDominio 403 when it is the official's own, or of somebody of theirs
 */
export async function abrirActuacion(
  trx: Transaccion,
  a: ActuacionOfrecida,
  nit: string,
): Promise<{ a: string } | { falta: string }> {
  const b = await abrirBorrador(trx, a.recorrido);
  const titular = await llamar(trx, 'tramites_rut.atender_titular', {
    tipo: '31',
    numero: nit,
    ahora: trx.ahora,
  }).catch((error: unknown) => {
    throw (error as { constraint?: string }).constraint === 'no_es_propio'
      ? erroresDeTramitesRut.noSeActuaSobreLoPropio()
      : error;
  });
  const version = titular ? await versionVigente(trx, titular) : undefined;
  if (!titular || !version) return { falta: 'Nadie está inscrito en el RUT con ese NIT.' };
  await auditar(trx, {
    accion: 'tramites-rut.abrir-de-oficio',
    persona: titular,
    objeto: `version:${version.id}`,
    datos: { acto: a.slug },
  });
  const abierto = (await casosDe(trx, titular)).find(
    (c) => c.tipo.tipo === a.tipo && c.marcha.turno !== 'nadie',
  );
  if (abierto) return { falta: `Ya hay una actuación de esa clase abierta: ${abierto.radicado}.` };
  const hechos = await leerHechos(trx, titular);
  const impide = a.impide(hechos);
  if (impide) return { falta: impide };
  await llenarBorrador(trx, b.id, { hechos });
  return { a: `/mesa/rut/${a.slug}/${b.idPublico}` };
}
