import type { Browser } from 'playwright-core';
import { cargarRecursos, fijarRecursos } from '../../src/interfaz/index.ts';
import { construirCliente } from './cliente.ts';
import { renderizarEn } from './contexto.ts';
import { CONTEXTOS, galeria } from './galeria.tsx';
import { abrirNavegador } from './navegador.ts';
import { servirPaginas, type ServidorDePaginas } from './servidor.ts';

export interface OficinaDeGaleria {
  directorio: string;
  servidor: ServidorDePaginas;
  navegador: Browser;
  cerrar: () => Promise<void>;
}

/** The gallery served with a fresh client build, and a browser to look at it. */
export async function abrirGaleria(): Promise<OficinaDeGaleria> {
  const { directorio, borrar } = await construirCliente();
  // The manifest is of the whole process, which other test files share: it is put back at once.
  cargarRecursos(directorio);
  const paginas = Object.entries(galeria()).map(
    ([ruta, vnode]) => [ruta, renderizarEn(vnode, CONTEXTOS[ruta])] as const,
  );
  fijarRecursos(undefined);
  const servidor = await servirPaginas(Object.fromEntries(paginas), directorio);
  const navegador = await abrirNavegador();
  return {
    directorio,
    servidor,
    navegador,
    async cerrar() {
      await navegador.close();
      await servidor.cerrar();
      await borrar();
    },
  };
}
