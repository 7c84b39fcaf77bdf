import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { abrirTransacciones, SISTEMA, type TransaccionesDePrueba } from '../../pruebas/transacciones.ts';
import { importarIdentidad } from './index.ts';

const CABEZA =
  'tipo_documento,numero,primer_apellido,segundo_apellido,primer_nombre,otros_nombres,fecha_expedicion,municipio_expedicion,pais_expedicion,fecha_nacimiento,fallecida_en';
const FILA = '13,1020304050,Ficticia,,Ana,,2014-03-27,11001,169,1990-05-04,';

let t: TransaccionesDePrueba;
let carpeta: string;
beforeAll(async () => {
  t = await abrirTransacciones();
  carpeta = await mkdtemp(join(tmpdir(), 'autogestion-identidad-'));
});
afterAll(async () => {
  await t.cerrar();
  await rm(carpeta, { recursive: true });
});

async function importar(contenido: string | Buffer): Promise<number> {
  const archivo = join(carpeta, 'personas.csv');
  await writeFile(archivo, contenido);
  return t.dueno(SISTEMA, (trx) => importarIdentidad(trx, archivo));
}
const cuantas = async () => (await t.consultar('select 1 from cuentas.registro_identidad')).length;

describe('importar el registro de identidad', () => {
  it('carga, y al cargar otra vez corrige', async () => {
    expect(await importar(`\ufeff${CABEZA}\n${FILA}\n`)).toBe(1);
    expect(await importar(`${CABEZA}\n${FILA.replace('Ana', 'Eva')}\n`)).toBe(1);
    expect(
      await t.consultar(
        'select primer_nombre, segundo_apellido, fallecida_en from cuentas.registro_identidad',
      ),
    ).toEqual([{ primer_nombre: 'Eva', segundo_apellido: null, fallecida_en: null }]);
  });

  it('todo o nada: una fila mala se nombra por su línea y no deja entrar a ninguna', async () => {
    const antes = await cuantas();
    const buenas = Array.from({ length: 5_000 }, (_, i) =>
      FILA.replace('1020304050', String(2_000_000_000 + i)),
    );
    await expect(
      importar([CABEZA, ...buenas, FILA.replace('2014-03-27', '2014-02-30')].join('\n')),
    ).rejects.toThrow(/Fila 5002: fecha_expedicion/);
    expect(await cuantas()).toBe(antes);
  });

  it('un archivo con otras columnas no se cree', async () => {
    await expect(importar('a,b\n1,2\n')).rejects.toThrow(/Fila 1: faltan las columnas tipo_documento/);
  });

  it('lo guardado por Excel en Windows-1252 o en UTF-16 se rechaza, y se dice qué hacer', async () => {
    const antes = await cuantas();
    const conEnie = `${CABEZA}\n${FILA}\n${FILA.replace('Ficticia', 'Peña').replace('304050', '304051')}\n`;
    await expect(importar(Buffer.from(conEnie, 'latin1'))).rejects.toThrow(/Windows-1252.*fila 3/);
    await expect(importar(Buffer.from(`\ufeff${conEnie}`, 'utf16le'))).rejects.toThrow(/UTF-16/);
    await expect(importar(conEnie.replace('ñ', '\ufffd'))).rejects.toThrow(/Fila 3: primer_apellido/);
    expect(await cuantas()).toBe(antes);
  });

  it('lo repetido y lo errado se dicen juntos, con sus filas', async () => {
    const filas = [
      FILA,
      FILA.replace('13,', '99,'),
      FILA.replace('1020304050', '1.020.304.050'),
      FILA.replace('Ana', ''),
    ];
    await expect(importar([CABEZA, ...filas].join('\n'))).rejects.toThrow(
      /Fila 3: .*; Fila 4: numero: es el mismo documento de la fila 2; Fila 5: primer_nombre: está vacío\.$/,
    );
    await expect(importar(`${CABEZA}\n${FILA},de más\n`)).rejects.toThrow(/Fila 2: tiene 12 columnas/);
    await expect(importar(`${CABEZA}\n${FILA.replace('Ana', '"Ana')}\n`)).rejects.toThrow(/[Cc]omillas/);
  });

  it('los nombres y los números se guardan como se leen los que escribe una persona', async () => {
    const fila = FILA.replace('Ficticia', 'D’ Achiardi')
      .replace('1020304050', '0.052.418.906')
      .replace('Ana', 'Jose\u0301');
    expect(await importar(`${CABEZA}\n${fila}\n`.replaceAll(',', ';'))).toBe(1);
    expect(
      await t.consultar(
        "select primer_apellido, primer_nombre from cuentas.registro_identidad where numero = '52418906'",
      ),
    ).toEqual([{ primer_apellido: "D'Achiardi", primer_nombre: 'José' }]);
  });
});
