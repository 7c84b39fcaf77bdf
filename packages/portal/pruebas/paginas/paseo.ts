import { afterAll, beforeAll } from 'vitest';
import { cargarRecursos } from '../../src/interfaz/index.ts';
import { construirCliente, type ClienteConstruido } from '../interfaz/cliente.ts';
import type { OficinaDePrueba } from '../oficina.ts';
import { coleccion } from './coleccion.ts';
import { conOjos } from './ojos.ts';
import { revisar } from './revisar.ts';

/**
 * An office for the tests of a file, with the client as it is served: every page that is shown there is looked at in a
 * real browser by `seVen`.
 * @param abrir what opens it, with whom
 * @param alAbrir takes the office whose browsers keep what they show, before the first test
 */
export function paseo<A extends { o: OficinaDePrueba }>(
  abrir: () => Promise<A>,
  alAbrir: (abierta: A) => void | Promise<void>,
) {
  const c = coleccion();
  let cliente: ClienteConstruido;
  let cerrar: () => Promise<unknown>;
  beforeAll(async () => {
    const [abierta, construido] = await Promise.all([abrir(), construirCliente()]);
    cliente = construido;
    cerrar = () => abierta.o.cerrar();
    cargarRecursos(cliente.directorio);
    await alAbrir({ ...abierta, o: conOjos(abierta.o, c) });
  });
  afterAll(async () => {
    await cerrar();
    await cliente.borrar();
  });
  return {
    /** Names that a page gives twice or to nobody, by page. */
    rotas: c.rotas,
    /** What is wrong in the pages that were shown, by page. */
    seVen: () => revisar(c, cliente.directorio),
  };
}
