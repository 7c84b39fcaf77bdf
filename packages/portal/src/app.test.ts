import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { abrirOficina, type OficinaDePrueba } from '../pruebas/oficina.ts';
import { salaDePrueba, tipoDePrueba } from '../pruebas/tramites.ts';
import { RUTAS_PLANEADAS, SALAS } from './app.ts';
import type { EntornoDeLaOficina } from './entorno.ts';
import { TIPOS_DE_ACTO } from './firma/index.ts';
import { abrirCasa, SIN_CASA, type Casa } from './plataforma/index.ts';
import { TIPOS_DE_DOCUMENTO } from './sello/index.ts';
import { CLASES_ASISTIDAS } from './tramites-rut/asistidos/index.ts';
import { TIPOS_DE_CASO } from './tramites/index.ts';

const FUENTES = fileURLToPath(new URL('.', import.meta.url));

let o: OficinaDePrueba;
let entorno: EntornoDeLaOficina;
beforeAll(async () => {
  o = await abrirOficina({}, undefined, {
    otrasSalas: [
      salaDePrueba(tipoDePrueba()),
      (e) => {
        entorno = e;
        return { nombre: 'mirona' };
      },
    ],
  });
});
afterAll(() => o.cerrar());

const nombresDe = (casa: Pick<Casa, 'todos'>) => ({
  casos: casa.todos(TIPOS_DE_CASO).map((t) => t.tipo),
  actos: casa.todos(TIPOS_DE_ACTO).map((t) => t.tipo),
  documentos: casa.todos(TIPOS_DE_DOCUMENTO).map((t) => t.tipo),
  asistidos: casa.todos(CLASES_ASISTIDAS).map((t) => t.clase),
});

describe('las salas', () => {
  it('son las de salas.json que ya montan algo, en su orden', () => {
    const enOrden = JSON.parse(readFileSync(join(FUENTES, '..', 'salas.json'), 'utf8')) as string[];
    // The house itself is mounted without a file of its own; a room without one has nothing to mount yet.
    const existen = enOrden.filter(
      (sala) => sala === 'plataforma' || existsSync(join(FUENTES, sala, 'sala.ts')),
    );
    expect(o.oficina.casa.salas).toEqual([...existen, 'prueba', 'mirona']);
  });

  it('app.ts las nombra en 150 líneas o menos', () => {
    const lineas = readFileSync(join(FUENTES, 'app.ts'), 'utf8').trimEnd().split('\n');
    expect(lineas.length).toBeLessThanOrEqual(150);
  });

  it('un proceso que solo trabaja, sin rutas, conoce todos los tipos', () => {
    const sinRutas = SALAS.map((sala) => ({ ...sala(entorno), rutas: [], enlaces: [] }));
    const suyos = nombresDe(abrirCasa(sinRutas));
    const { casos, actos, ...resto } = nombresDe(o.oficina.casa);
    const deLaOficina = (tipo: string) => tipo !== 'prueba.caso';
    expect(suyos).toEqual({ casos: casos.filter(deLaOficina), actos: actos.filter(deLaOficina), ...resto });
    expect(suyos.casos).toContain('tramites-rut.suspension');
    expect(suyos.asistidos).toContain('cancelacion');
  });

  it('una sala que otra necesita no se puede dejar fuera', () => {
    const sin = (sala: string) => () =>
      abrirCasa(
        SALAS.map((s) => s(entorno)).filter((c) => c.nombre !== sala),
        RUTAS_PLANEADAS,
      );
    expect(sin('sello')).toThrow('The room rut has the kind of document rut.copia');
    expect(sin('tramites')).toThrow('The room tramites-rut has the kind of case');
    expect(sin('rut')).toThrow('The room contingencia has the source of what a taxpayer must attend to');
    expect(sin('vencimientos')).not.toThrow();
  });
});

describe('dos oficinas en un proceso', () => {
  it('no ven una los tipos de la otra', async () => {
    const otra = await abrirOficina();
    try {
      const casos = (x: OficinaDePrueba) =>
        x.oficina.enTransaccion({ tipo: 'anonimo' }, async (trx) => nombresDe(trx.casa).casos);
      expect(await casos(o)).toContain('prueba.caso');
      expect(await casos(otra)).not.toContain('prueba.caso');
      expect(nombresDe(SIN_CASA).casos).toEqual([]);
    } finally {
      await otra.cerrar();
    }
  });
});

describe('los enlaces', () => {
  const archivos = readdirSync(FUENTES, { recursive: true, encoding: 'utf8' }).filter(
    (f) => /\.tsx?$/.test(f) && !/\.test\.tsx?$/.test(f),
  );
  const leer = (archivo: string) => readFileSync(join(FUENTES, archivo), 'utf8');
  /** Of each room, the names that its `enlaces.ts` says. */
  const dichos = new Map(
    archivos
      .filter((f) => /^[^/]+\/enlaces\.ts$/.test(f))
      .map((f) => [f.split('/')[0] ?? '', literales(leer(f), /'([a-z-]+\.[a-z-]+)'/g)]),
  );

  it('cada nombre que una sala dice es de una ruta montada o planeada, y la sala se lo dice al arranque', () => {
    expect(dichos.size).toBeGreaterThan(3);
    const conocidas = [...o.oficina.rutas.map((r) => r.nombre), ...RUTAS_PLANEADAS];
    for (const sala of SALAS.map((s) => s(entorno))) {
      const suyos = dichos.get(sala.nombre) ?? [];
      expect([...(sala.enlaces ?? [])].sort(), sala.nombre).toEqual([...suyos].sort());
      expect(suyos.filter((nombre) => !conocidas.includes(nombre))).toEqual([]);
    }
  });

  it('cada uso en las fuentes es de uno que su sala dice, y cada dicho se usa', () => {
    const usos = archivos.flatMap((archivo) => {
      const texto = leer(archivo);
      if (!/\benlaces?\b/.test(texto) || archivo.endsWith('/enlaces.ts')) return [];
      const nombres = literales(texto, /(?:enlace\(|nombre=|ruta: )["']([a-z-]+\.[a-z-]+)["']/g);
      return nombres.map((nombre) => ({ sala: archivo.split('/')[0] ?? '', nombre }));
    });
    expect(usos.filter(({ sala, nombre }) => !dichos.get(sala)?.includes(nombre))).toEqual([]);
    for (const [sala, nombres] of dichos) {
      const usados = usos.filter((u) => u.sala === sala).map((u) => u.nombre);
      expect(
        nombres.filter((nombre) => !usados.includes(nombre)),
        sala,
      ).toEqual([]);
    }
  });

  it('a cada ruta planeada lleva alguna sala', () => {
    const todos = [...dichos.values()].flat();
    expect(RUTAS_PLANEADAS.filter((nombre) => !todos.includes(nombre))).toEqual([]);
  });
});

function literales(texto: string, patron: RegExp): string[] {
  return [...texto.matchAll(patron)].flatMap(([, nombre]) => nombre ?? []);
}
