import type { LightMyRequestResponse } from 'fastify';
import type { Navegador } from '../navegador.ts';
import type { OficinaDePrueba } from '../oficina.ts';
import type { Coleccion } from './coleccion.ts';

/** The same office, whose browsers keep every page that they show. */
export const conOjos = (o: OficinaDePrueba, c: Coleccion): OficinaDePrueba => ({
  ...o,
  navegador: () => conVista(o.navegador(), c),
});

function conVista(n: Navegador, c: Coleccion): Navegador {
  const guardar = (que: string, r: LightMyRequestResponse) => {
    if (r.headers['content-type']?.toString().startsWith('text/html'))
      c.guardar(`${que} (${r.statusCode})`, r.body);
    return r;
  };
  return {
    galletas: n.galletas,
    get pagina() {
      return n.pagina;
    },
    ocultos: () => n.ocultos(),
    ver: async (camino, cabeceras) => guardar(camino, await n.ver(camino, cabeceras)),
    enviar: async (camino, campos, cabeceras) =>
      guardar(`${camino}, enviada`, await n.enviar(camino, campos, cabeceras)),
    subir: async (camino, campos, archivo) =>
      guardar(`${camino}, con archivo`, await n.subir(camino, campos, archivo)),
    seguir: async () => guardar(`después de ${n.pagina?.raw.req.url ?? ''}`, await n.seguir()),
  };
}
