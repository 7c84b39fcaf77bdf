import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { baseDePrueba, type BaseDePrueba } from '../base/index.ts';
import { leerCatalogo, revisar } from './comparar.ts';
import { leerNombres, nombresAjenos, posicionales, sinColumnas } from './costumbres.ts';
import { leerTextos, type Lectura, type Texto } from './leer-textos.ts';

/** Statements that are wrong, each in one way, beside the true ones: the checks must say which and why. */
const ENSAYO = 'rut/ensayo-de-sql.ts';
const EQUIVOCADAS = `import { sql } from 'kysely';
export const TABLA_QUE_NO_HAY = sql\`select 1 from rut.registro\`;
export const COLUMNA_QUE_NO_HAY = sql<{ nit: string }>\`select nit, apodo from rut.titular\`;
export const FILA_CON_OTRO_NOMBRE = sql<{ idPublico: string }>\`select id_publico from rut.titular\`;
export const OTRO_TIPO = sql<{ dv: string }>\`select dv from rut.titular\`;
export const PUEDE_FALTAR = sql<{ referencia: string }>\`select referencia from plataforma.mensaje\`;
export const valores = (cuando: Date, quizas: string | undefined) =>
  sql\`select 1 from rut.titular where nit = \${cuando} and dv = \${quizas}\`;
export const escogida = (una: boolean) => sql\`select 1 from rut.titular \${una ? sql\`order by nit\` : sql\`order by apodo\`}\`;
export const ilegible = (s: ReturnType<typeof sql>) => sql\`select 1 \${s}\`;
export const POSICIONAL = (nit: string) => sql\`select nombre from rut.estado_publico(\${nit})\`;
export const SIN_COLUMNAS = sql\`insert into rut.correo_en_uso values (null, null)\`;
export const AJENA = sql\`select 1 from tramites.caso\`;
`;

let base: BaseDePrueba;
let cliente: Client;
let lectura: Lectura;
let quejas: string[];
let nombres: Awaited<ReturnType<typeof leerNombres>>;
let propios: Texto[];
let ensayos: Texto[];

const esEnsayo = (donde: string) => donde.includes(ENSAYO);
const mal = (lista: string[]) => lista.filter((q) => !esEnsayo(q));
/** Complaints about the wrong ones, by their line. */
const dichas = (lista: string[]) =>
  lista.filter(esEnsayo).map((q) => q.slice(q.indexOf(ENSAYO) + ENSAYO.length + 1));

beforeAll(async () => {
  // A copy: the template itself admits no connection while others are copied from it.
  base = await baseDePrueba();
  cliente = new Client({ connectionString: base.urlPropietario });
  await cliente.connect();
  lectura = leerTextos({ [ENSAYO]: EQUIVOCADAS });
  quejas = await revisar(cliente, lectura, await leerCatalogo(cliente));
  nombres = await leerNombres(cliente);
  propios = lectura.textos.filter((t) => !esEnsayo(t.donde));
  ensayos = lectura.textos.filter((t) => esEnsayo(t.donde));
}, 240_000);
afterAll(async () => {
  await cliente.end();
  await base.borrar();
});

describe('las sentencias de las fuentes', () => {
  it('la base migrada las entiende todas, y dan las columnas que su fila dice', () => {
    expect(propios.length).toBeGreaterThan(150);
    expect(mal(lectura.ilegibles)).toEqual([]);
    expect(mal(quejas)).toEqual([]);
  });

  it('una equivocada se dice: qué columna, qué tipo, qué valor', () => {
    expect(dichas(quejas)).toEqual([
      '2: relation "rut.registro" does not exist',
      '3: column "apodo" does not exist',
      '4: it gives id_publico, which its row does not have',
      '4: its row has idPublico, which it does not give',
      '5: dv is integer, and is read as string',
      '6: referencia may be null, and is read as string',
      '8: $1 is text, and gets Date',
      '8: $2 is integer, and gets string | undefined',
      '9: column "apodo" does not exist',
    ]);
    expect(dichas(lectura.ilegibles)).toEqual(['10: what s says is not known before running']);
  });

  it('toda función nuestra se llama por los nombres de sus argumentos', () => {
    expect(posicionales(propios)).toEqual([]);
    expect(dichas(posicionales(ensayos))).toEqual(['11: rut.estado_publico']);
  });

  it('todo insert nombra sus columnas', () => {
    expect(sinColumnas(propios)).toEqual([]);
    expect(dichas(sinColumnas(ensayos))).toEqual(['12: insert into rut.correo_en_uso']);
  });

  it('las tablas de una sala las nombra su sala; las otras, sus vistas y funciones', () => {
    expect(dichas(nombresAjenos(ensayos, nombres))).toEqual(['6: plataforma.mensaje', '13: tramites.caso']);
    expect([...new Set(nombresAjenos(propios, nombres))]).toEqual([]);
  });
});
