import { describe, expect, it } from 'vitest';
import { leerMigraciones } from './index.ts';
import { REVISADAS_DESDE, revisarMigracion, tablasQueHace } from './revisar-migracion.ts';

const anteriores = new Set(['rut.version']);
const revisar = (texto: string) => revisarMigracion(texto, { anteriores });

describe('revisión de las migraciones', () => {
  it('las nuevas no detienen a quien atiende ni dejan datos de personas sin su seguridad', async () => {
    const hechas = new Set<string>();
    const quejas: string[] = [];
    let revisadas = 0;
    for (const { nombre, sql } of await leerMigraciones()) {
      if (nombre >= REVISADAS_DESDE) {
        revisadas += 1;
        quejas.push(...revisarMigracion(sql, { anteriores: hechas }).map((q) => `${nombre}: ${q}`));
      }
      for (const tabla of tablasQueHace(sql)) hechas.add(tabla);
    }
    expect(quejas).toEqual([]);
    expect(revisadas).toBeGreaterThan(0);
    expect(hechas.size).toBeGreaterThan(30);
  });

  it.each([
    ['create index v on rut.version (nit)', /index on rut.version stops/],
    ['alter table rut.version add check (numero > 0)', /not valid, then validate/],
    ['alter table rut.version add constraint c foreign key (a) references b', /not valid, then validate/],
    ['alter table rut.version add column a uuid references rut.titular', /then the constraint not valid/],
    ['alter table rut.version alter column nit set not null', /reads rut.version whole/],
    ['alter table rut.version alter column numero type bigint', /writes rut.version anew/],
    ['alter table rut.version add constraint u unique (nit)', /concurrently, then add it using index/],
    ['insert into rut.version values (1)', /names its columns/],
    ['create table rut.nota (id uuid)', /rut.nota does not enable and force/],
  ])('%s no', (sentencia, queja) => {
    expect(revisar(`-- Why.\n${sentencia};`)).toEqual([expect.stringMatching(queja)]);
  });

  it.each([
    'create index concurrently v on rut.version (nit)',
    'alter table rut.version add constraint c check (numero > 0) not valid; alter table rut.version validate constraint c',
    'alter table rut.version add column a uuid',
    'insert into rut.version (id) values (1)',
    'insert into rut.version as v (id) values (1)',
    `create table rut.nota (id uuid check (id is not null)); create index n on rut.nota (id);
     alter table rut.nota enable row level security; alter table rut.nota force row level security`,
    `create table rut.a (id uuid); do $$ begin foreach t in array array['a', 'b'] loop
       execute format('alter table rut.%I force row level security', t); end loop; end $$`,
    'create function rut.f() returns void language sql as $$ create index v on rut.version (nit); $$',
  ])('%s sí', (sentencias) => {
    expect(revisar(`${sentencias};`)).toEqual([]);
  });

  it('la que debe detener a todos lo dice, y por qué', () => {
    const texto = 'alter table rut.version alter column numero type bigint;';
    expect(revisar(`-- bloquea rut.version: numbers ran out, and it is done at night.\n${texto}`)).toEqual(
      [],
    );
  });
});
