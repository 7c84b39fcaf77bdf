import type { Browser, BrowserContextOptions } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import { abrirNavegador } from '../../packages/portal/pruebas/interfaz/navegador.ts';
import { abrirOficina, type Oficina } from './oficina.ts';
import { personas, type Persona } from './personas.ts';
import { visitar, type Visita } from './visita.ts';

/** An office, a browser and people for the tests of one file. Usable inside tests and hooks. */
export interface Escena {
  readonly oficina: Oficina;
  readonly url: string;
  /** Somebody whom the identity registry knows and no other test has met. */
  persona(): Persona;
  /** Somebody new in front of a screen; what their browser complains of fails the test. */
  visita(opciones?: BrowserContextOptions): Promise<Visita>;
}

/** @param o what the office is opened with: see `abrirOficina` */
export function escena(cuantas: number, o?: Parameters<typeof abrirOficina>[1]): Escena {
  const gente = personas(cuantas);
  const abiertas: Visita[] = [];
  let oficina: Oficina | undefined;
  let navegador: Browser | undefined;

  beforeAll(async () => {
    [oficina, navegador] = await Promise.all([abrirOficina({}, o), abrirNavegador()]);
    await oficina.inscribibles(gente.todas);
  });
  afterEach(async () => {
    const visitas = abiertas.splice(0);
    await Promise.all(visitas.map((v) => v.cerrar()));
    expect(visitas.flatMap((v) => v.quejas)).toEqual([]);
  });
  afterAll(async () => {
    await navegador?.close();
    await oficina?.cerrar();
    expect(oficina?.fallas()).toEqual([]);
  });

  const abierta = () => {
    if (!oficina || !navegador) throw new Error('The scene opens before the first test');
    return { oficina, navegador };
  };
  return {
    get oficina() {
      return abierta().oficina;
    },
    get url() {
      return abierta().oficina.url;
    },
    persona: () => gente.siguiente(),
    async visita(opciones) {
      const visita = await visitar(abierta().navegador, abierta().oficina.url, opciones);
      abiertas.push(visita);
      return visita;
    },
  };
}
