import { mkdtemp, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import {
  azarDeSemilla,
  cabeceraDe,
  entregaLimpia,
  FORMATOS,
  formatoDeExogena,
  nombreDe,
} from '@autogestion/normas/exogena';
import type { Formato, Hallazgo } from '@autogestion/normas/exogena';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { ejecutar } from './index.ts';

let carpeta: string;
beforeAll(async () => {
  carpeta = await mkdtemp(join(tmpdir(), 'autogestion-terceros-'));
});
afterAll(() => rm(carpeta, { recursive: true }));
afterEach(() => vi.restoreAllMocks());

interface Salida {
  formato: string | null;
  version: number | null;
  registros: number;
  errores: Hallazgo[];
  error?: { codigo: string };
}

async function validar(nombre: string, contenido: string | Buffer, ...mas: string[]) {
  await writeFile(join(carpeta, nombre), contenido);
  return sobre(join(carpeta, nombre), ...mas);
}

async function sobre(...argumentos: string[]) {
  const fuera: string[] = [];
  vi.spyOn(console, 'log').mockImplementation((t: string) => void fuera.push(t));
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
  vi.spyOn(process.stdout, 'write').mockImplementation((t) => fuera.push(String(t)) > 0);
  const codigo = await ejecutar(['terceros', 'validar', ...argumentos, '--json'], {});
  vi.restoreAllMocks();
  const dicho = JSON.parse(fuera.join('')) as Salida;
  return { codigo, dicho, codigos: (dicho.errores ?? []).map((e) => `${e.fila}:${e.campo}:${e.codigo}`) };
}

const formato = (codigo: string): Formato => {
  const f = formatoDeExogena(codigo);
  if (!f) throw new Error(codigo);
  return f;
};
const F1001 = formato('1001');
const escapar = (t: string) => t.replace(/&/g, '&amp;').replace(/"/g, '&quot;').replace(/</g, '&lt;');

function xml(f: Formato, registros = entregaLimpia(f, 12, 5), cab = cabeceraDe(f, registros)): string {
  const cabecera = Object.entries(cab).map(([k, v]) => `<${k}>${v}</${k}>`);
  const filas = registros.map(
    (r) =>
      `<${f.registro} ${Object.entries(r)
        .filter(([, v]) => v !== '')
        .map(([k, v]) => `${k}="${escapar(v)}"`)
        .join(' ')}/>`,
  );
  return `<?xml version="1.0" encoding="ISO-8859-1"?>\n<mas><Cab>${cabecera.join('')}</Cab>\n${filas.join('\n')}\n</mas>\n`;
}

function csv(f: Formato, registros = entregaLimpia(f, 12, 5), separador = ';'): string {
  const campos = f.columnas.map((c) => c.campo);
  return [campos, ...registros.map((r) => campos.map((c) => r[c] ?? ''))]
    .map((r) => r.join(separador))
    .join('\r\n');
}

describe('terceros validar: lo que está bien', () => {
  it.each(FORMATOS.map((f) => [f.codigo, f] as const))(
    '%s en XML y en CSV, sin errores',
    async (codigo, f) => {
      const bien = { formato: codigo, version: f.version, registros: 12, errores: [] };
      expect((await validar(nombreDe(f), Buffer.from(xml(f), 'latin1'))).dicho).toEqual(bien);
      expect(await validar('entrega.csv', csv(f))).toMatchObject({ codigo: 0, dicho: bien });
    },
  );

  it('ISO-8859-1 y UTF-8, con y sin marca, coma, punto y coma o tabulador: se lee lo mismo', async () => {
    for (const separador of [',', ';', '\t']) {
      const texto = csv(F1001, undefined, separador);
      for (const bytes of [Buffer.from(texto), Buffer.from(texto, 'latin1'), Buffer.from(`\ufeff${texto}`)])
        expect((await validar('e.csv', bytes)).dicho).toMatchObject({ registros: 12, errores: [] });
    }
    expect((await validar(nombreDe(F1001), xml(F1001))).dicho.errores).toEqual([]);
  });

  it('los títulos en otro orden y comprimido con gzip', async () => {
    const [titulos = '', ...filas] = csv(F1001).split('\r\n');
    const alReves = [titulos, ...filas].map((l) => l.split(';').reverse().join(';')).join('\n');
    expect((await validar('e.csv.gz', gzipSync(alReves))).dicho).toMatchObject({
      formato: '1001',
      errores: [],
    });
  });
});

describe('terceros validar: lo que está mal', () => {
  it('cada error con su fila y su columna, y la salida 1', async () => {
    const registros = entregaLimpia(F1001, 12, 5);
    Object.assign(registros[1] ?? {}, { pago: '1.2E+07', raz: '=1+1' });
    Object.assign(registros[9] ?? {}, { cpt: '1' });
    const r = await validar('e.csv', csv(F1001, registros));
    expect(r.codigo).toBe(1);
    expect(r.codigos).toEqual(
      expect.arrayContaining(['3:pago:notacion-cientifica', '3:raz:formula', '11:cpt:concepto']),
    );
  });

  it('una fila corrida, columnas que faltan y que sobran', async () => {
    const [titulos = '', ...filas] = csv(formato('1007')).split('\r\n');
    const r = await validar('e1007.csv', [`${titulos};Notas`, `${filas[0]};x;y`, filas[1]].join('\n'));
    expect(r.codigos).toEqual(expect.arrayContaining(['1::columna-desconocida', '2::celdas', '3::celdas']));
    expect((await validar('e.csv', 'a;b\n1;2\n')).codigos).toEqual(['0::formato']);
    expect((await validar('e.csv', 'a;b\n1;2\n', '--formato', '1007')).codigos).toContain(
      '1:ibru:columna-faltante',
    );
  });

  it('una comilla que no se cierra se dice donde empieza', async () => {
    const lineas = csv(F1001).split('\r\n');
    lineas[3] = `"${lineas[3]}`;
    expect((await validar('e.csv', lineas.join('\n'))).codigos).toContain('4::comillas');
  });

  it('el informante entre los terceros, si se dice quién es', async () => {
    const registros = entregaLimpia(F1001, 12, 5);
    Object.assign(registros[0] ?? {}, { tdoc: '31', nid: '900123456', raz: 'YO' });
    const texto = csv(F1001, registros);
    expect((await validar('e.csv', texto)).codigos).toEqual([]);
    expect((await validar('e.csv', texto, '--informante', '900.123.456-8')).codigos).toEqual([
      '2:nid:sospecha-informante',
    ]);
  });

  it.each([
    ['cortado', xml(F1001).slice(0, 2_000), '0::truncado'],
    ['cortado entre dos registros', xml(F1001).split('\n').slice(0, 6).join('\n'), '0::truncado'],
    ['DOCTYPE', xml(F1001).replace('<mas>', '<!DOCTYPE mas [<!ENTITY a "b">]><mas>'), '0::xml-peligroso'],
    ['instrucción', xml(F1001).replace('<Cab>', '<?x y?><Cab>'), '0::xml-peligroso'],
    ['entidad', xml(F1001).replace('EMPRESA', '&xxe;'), '0::xml'],
    ['sin fin', `<mas>${'<a>'.repeat(9)}`, '0::xml-peligroso'],
    ['etiqueta enorme', `<mas><pagos raz="${'x'.repeat(600_000)}"/></mas>`, '0::xml-peligroso'],
    ['sin cabecera', xml(F1001).replace(/<Cab>.*<\/Cab>/, ''), '0::cabecera-faltante'],
    ['otro registro', xml(F1001).replaceAll('<pagos', '<rets'), '1::elemento'],
    ['atributo', xml(F1001).replace('<pagos', '<pagos otro="1"'), '1:otro:columna-desconocida'],
    ['texto', xml(F1001).replace('</mas>', 'hola</mas>'), '12::sobra'],
    ['otro formato', xml(F1001).replace('<Formato>1001', '<Formato>1999'), '0::formato'],
  ])('XML %s', async (_, texto, esperado) => {
    const r = await validar(nombreDe(F1001), texto);
    expect(r.codigo).toBe(1);
    expect(r.codigos).toContain(esperado);
  });

  it('un gzip cortado dice que lo está, y lo que hay de él se revisa', async () => {
    const entero = gzipSync(csv(F1001, entregaLimpia(F1001, 3_000, 5)));
    const r = await validar('e.csv.gz', entero.subarray(0, entero.length - 4_000));
    expect(r.codigos).toContain('0::truncado');
    expect(r.dicho.registros).toBeGreaterThan(100);
  });
});

describe('terceros validar: lo que no se lee', () => {
  it.each([
    ['hoja-danada', Buffer.from('PK\u0003\u0004')],
    ['hoja-de-calculo', Buffer.from([0xd0, 0xcf, 0x11, 0xe0])],
    ['utf-16', Buffer.from(`\ufeff${csv(F1001)}`, 'utf16le')],
    ['binario', Buffer.from('cpt;tdoc\u0000')],
    ['vacio', Buffer.from('')],
  ])('%s: salida 2', async (codigo, bytes) => {
    expect(await validar('e.bin', bytes)).toMatchObject({ codigo: 2, dicho: { error: { codigo } } });
  });

  it('600 MB se rechazan por el tamaño, sin leerlos', async () => {
    await writeFile(join(carpeta, 'grande.csv'), 'cpt');
    await truncate(join(carpeta, 'grande.csv'), 600 * 1024 * 1024);
    expect(await sobre(join(carpeta, 'grande.csv'))).toMatchObject({
      codigo: 2,
      dicho: { error: { codigo: 'demasiado-grande' } },
    });
    expect(await sobre(join(carpeta, 'no-esta.csv'))).toMatchObject({ codigo: 2 });
  });
});

it('400 entregas dañadas byte a byte: ninguna hace caer la orden', async () => {
  const originales = [F1001, formato('2276'), formato('1010'), formato('1019')].flatMap((f) => [
    { nombre: nombreDe(f), bytes: Buffer.from(xml(f), 'latin1') },
    { nombre: 'e.csv', bytes: Buffer.from(csv(f)) },
    { nombre: 'e.csv.gz', bytes: gzipSync(csv(f)) },
  ]);
  for (let semilla = 0; semilla < 400; semilla += 1) {
    const azar = azarDeSemilla(semilla);
    const { nombre, bytes } = originales[semilla % originales.length] ?? {
      nombre: 'e',
      bytes: Buffer.alloc(0),
    };
    const danado = danar(bytes, azar);
    const r = await validar(nombre, danado);
    expect([0, 1, 2], `semilla ${semilla}`).toContain(r.codigo);
    expect(
      r.codigo === 2 ? r.dicho.error : Array.isArray(r.dicho.errores),
      `semilla ${semilla}`,
    ).toBeTruthy();
  }
});

function danar(bytes: Buffer, azar: () => number): Buffer {
  const copia = Buffer.from(bytes);
  const donde = () => Math.floor(azar() * copia.length);
  for (let i = 0; i <= azar() * 6; i += 1) copia[donde()] = Math.floor(azar() * 256);
  const [a, b] = [donde(), donde()].sort((x, y) => x - y) as [number, number];
  const cual = azar();
  if (cual < 0.25) return copia.subarray(0, b);
  if (cual < 0.5) return Buffer.concat([copia.subarray(0, a), copia.subarray(b)]);
  return cual < 0.6 ? Buffer.concat([copia.subarray(0, b), copia.subarray(a)]) : copia;
}
