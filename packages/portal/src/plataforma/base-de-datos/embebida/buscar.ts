import { Client } from 'pg';
import { esPostmasterDe, leerPostmaster } from './postmaster.ts';
import { conectar } from './servidor.ts';
import { RELEVO, resolverUbicacion } from './ubicacion.ts';
import { urlsDe, type UrlsEmbebida } from './urls.ts';

/**
 * The addresses of the embedded server that is answering on `directorio`, for the commands that attach to
 * a running portal; undefined when none does. Takes no lock and starts nothing.
 */
export async function buscarEmbebida(o: {
  directorio: string;
  relevo?: string;
}): Promise<UrlsEmbebida | undefined> {
  const { ubicacion } = resolverUbicacion(o.directorio, o.relevo ?? RELEVO);
  const postmaster = leerPostmaster(ubicacion.cluster);
  if (postmaster === undefined || !esPostmasterDe(postmaster.pid, ubicacion.cluster)) return undefined;
  const respuesta = await conectar(postmaster.socket);
  if (!(respuesta instanceof Client)) return undefined;
  await respuesta.end();
  return urlsDe(postmaster.socket);
}
