import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import salas from '../../../salas.json' with { type: 'json' };
import { leerMigraciones, raizDelPaquete } from './index.ts';

/** A schema has its room's name, with underscores. */
const SALAS = salas.map((s) => s.replaceAll('-', '_'));

/**
 * What each room publishes to those below: views, and the tables that are a contract by themselves (a foreign key
 * cannot point to a view, nor can what must happen in the same transaction hang on one).
 */
const PUBLICADO = new Set([
  'plataforma.sesion',
  'plataforma.archivo',
  'plataforma.auditoria_cadena',
  'interfaz.borrador',
  'sello.documentos',
  'rut.versiones',
  'rut.cambio_estado',
  'cuentas.funcionarios',
  'tramites.casos',
]);

interface Mencion {
  de: string;
  donde: string;
  a: string;
  nombre: string;
}

/** Tables and views of other rooms that a text of SQL names; functions, followed by a parenthesis, are doors. */
function menciones(sala: string, donde: string, texto: string): Mencion[] {
  const limpio = texto.replace(/--[^\n]*/g, '').replace(/\b(?:references|from|join|into|update)\s+/gi, ' @');
  return [...limpio.matchAll(/@(?:only\s+)?([a-z_]+)\.([a-z_]+)\b(?!\s*\()/g)].flatMap(
    ([, esquema = '', nombre = '']) =>
      SALAS.includes(esquema) && esquema !== sala
        ? [{ de: sala, donde, a: esquema, nombre: `${esquema}.${nombre}` }]
        : [],
  );
}

const sube = (m: Mencion) => SALAS.indexOf(m.a) < SALAS.indexOf(m.de);

async function fuentes(carpeta: string): Promise<string[]> {
  const entradas = await readdir(carpeta, { withFileTypes: true, recursive: true });
  return entradas
    .filter((e) => e.isFile() && /\.tsx?$/.test(e.name) && !/\.test\.tsx?$/.test(e.name))
    .map((e) => join(e.parentPath, e.name));
}

async function todas(): Promise<Mencion[]> {
  const raiz = join(raizDelPaquete(), 'src');
  const deMigraciones = (await leerMigraciones()).flatMap((m) => {
    // The longest: `tramites-rut-…` is of the room `tramites-rut`, and not of `tramites`.
    const [sala] = SALAS.filter((s) => m.nombre.slice(13).startsWith(`${s.replace('_', '-')}-`)).sort(
      (a, b) => b.length - a.length,
    );
    return menciones(sala ?? '', m.nombre, m.sql);
  });
  const salas = (await readdir(raiz, { withFileTypes: true })).filter((e) => e.isDirectory());
  const deFuentes = await Promise.all(
    salas.map(async (s) =>
      (
        await Promise.all(
          (await fuentes(join(raiz, s.name))).map(async (f) =>
            menciones(s.name.replace('-', '_'), f.slice(raiz.length + 1), await readFile(f, 'utf8')),
          ),
        )
      ).flat(),
    ),
  );
  return [...deMigraciones, ...deFuentes.flat()];
}

describe('cruces entre esquemas', () => {
  it('el lector halla llaves, uniones y escrituras, y no las funciones', () => {
    const hallado = menciones(
      'rut',
      'x',
      `create table rut.t (a uuid references plataforma.sesion on delete cascade);
       select 1 from sello.documento d join cuentas.entrada e on true; update interfaz.borrador set x = 1;
       select * from plataforma.leer_buzon(1); -- from citas.cita`,
    );
    expect(hallado.map((m) => m.nombre)).toEqual([
      'plataforma.sesion',
      'sello.documento',
      'cuentas.entrada',
      'interfaz.borrador',
    ]);
    expect(hallado.map(sube)).toEqual([true, true, false, true]);
  });

  it('llaves y uniones, en migraciones y en consultas, van solo hacia arriba', async () => {
    const halladas = await todas();
    expect(halladas.length).toBeGreaterThan(4);
    expect(halladas.filter((m) => !sube(m))).toEqual([]);
  });

  it('y solo a lo que su sala publica', async () => {
    expect((await todas()).filter((m) => !PUBLICADO.has(m.nombre))).toEqual([]);
  });

  it('toda sala que hay está en la lista', async () => {
    const salas = (await readdir(join(raizDelPaquete(), 'src'), { withFileTypes: true })).filter((e) =>
      e.isDirectory(),
    );
    const fuera = salas.map((s) => s.name.replace('-', '_')).filter((s) => !SALAS.includes(s));
    // The command line is part of the entry and owns no schema.
    expect(fuera).toEqual(['linea_de-ordenes']);
  });
});
