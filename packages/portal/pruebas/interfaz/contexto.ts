import type { VNode } from 'preact';
import { renderizarPagina } from '../../src/interfaz/index.ts';
import { conContexto, type ContextoDePagina } from '../../src/plataforma/index.ts';

/** As a request gives it to the pages it renders: unless told, one that anyone may make and nobody signed in for. */
export const contextoDePrueba = (o: Partial<ContextoDePagina> = {}): ContextoDePagina => ({
  csrf: () => 'x',
  publica: true,
  ...o,
});

/** Renders outside a request. */
export const renderizarEn = (pagina: VNode, o: Partial<ContextoDePagina> = {}): string =>
  conContexto(contextoDePrueba(o), () => renderizarPagina(pagina));
