import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { definidos } from '@autogestion/normas/definidos';
import { persona } from '../../e2e/apoyo/personas.ts';
import { sha256 } from '../../packages/portal/src/plataforma/ids/index.ts';
import type { Base } from './base.ts';
import { copiarBorradores, type BorradorCopiado } from './borradores.ts';
import { pedir } from './cliente.ts';
import { compilar, type Guion, type Sentencia } from './guion.ts';
import { abrirPortal } from './portal.ts';
import { caminarHastaElFinal, terminar } from './viaje.ts';

interface Grabado {
  /** `final`: the end of a draft that `portal` or `referencia` has. `viaje`: the whole registration. */
  guiones: { final: Guion; viaje: Guion };
  /** Steps of the journey, a request each, before its end. */
  pasos: string[];
  sentencias: { final: number; viaje: number };
  /** Complete drafts, one for each person from the one asked for. */
  portal: BorradorCopiado[];
  referencia: BorradorCopiado[];
}

/** Registers person `quien` in an office that writes down its statements, and copies their draft for both sides. */
export async function grabar(
  base: Base,
  quien: number,
  copias: { portal: number; referencia: number; cuantos: number },
): Promise<Grabado> {
  const archivo = join(base.directorio, 'sentencias.jsonl');
  writeFileSync(archivo, '');
  const oficina = await abrirPortal(base, { trabajadores: 0, grabarEn: archivo });
  try {
    let leidas = leer(archivo).length;
    const peticiones: Sentencia[][] = [];
    const pasos: string[] = [];
    const anotar = (paso: string) => {
      const todas = leer(archivo);
      peticiones.push(todas.slice(leidas));
      pasos.push(paso);
      leidas = todas.length;
    };
    const abierto = await caminarHastaElFinal(oficina.url, base, quien, anotar);
    const copiar = (desde: number) =>
      copiarBorradores(base, abierto.borrador, quien, { desde, cuantos: copias.cuantos });
    const portal = await copiar(copias.portal);
    const referencia = await copiar(copias.referencia);
    await terminar(oficina.url, abierto);
    anotar('terminar');

    const { numero, correo, telefono } = persona(quien);
    const deLaPersona = { numero, correo, telefono };
    const deSuBorrador = {
      ...deLaPersona,
      borrador: abierto.borrador,
      token: { hex: sha256(abierto.token).toString('hex') },
    };
    const final = peticiones.slice(-1);
    return {
      guiones: { final: compilar(final, deSuBorrador), viaje: compilar(peticiones, deLaPersona) },
      pasos: pasos.slice(0, -1),
      sentencias: { final: final.flat().length, viaje: peticiones.flat().length },
      portal,
      referencia,
    };
  } finally {
    await oficina.cerrar();
  }
}

export interface PaginaGrabada {
  html: string;
  sentencias: Sentencia[];
}

/** What an office that writes down its statements in `archivo` sends for a page and to its database, when it is asked again. */
export async function grabarPagina(
  archivo: string,
  url: string,
  cookie: string | undefined,
): Promise<PaginaGrabada> {
  const cabeceras = definidos({ cookie });
  // The first time a session is seen in a minute is written down: what is measured comes after.
  await pedir(url, { cabeceras });
  const antes = leer(archivo).length;
  const { estado, crudo } = await pedir(url, { cabeceras });
  if (estado !== 200) throw new Error(`${url}: ${estado}`);
  return { html: crudo.toString(), sentencias: leer(archivo).slice(antes) };
}

const leer = (archivo: string): Sentencia[] =>
  readFileSync(archivo, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((linea) => JSON.parse(linea) as Sentencia);
