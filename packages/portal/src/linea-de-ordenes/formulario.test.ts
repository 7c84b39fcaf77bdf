import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { afterAll, afterEach, describe, expect, it, vi } from 'vitest';
import { ejecutar } from './index.ts';

const carpeta = mkdtempSync(join(tmpdir(), 'formulario-'));
const ARCHIVO = join(carpeta, 'entrada.json');
afterEach(() => vi.restoreAllMocks());
afterAll(() => rmSync(carpeta, { recursive: true }));

async function orden(entrada: unknown, ...argumentos: string[]) {
  const fuera: string[] = [];
  const errores: string[] = [];
  vi.spyOn(console, 'log').mockImplementation((t: string) => void fuera.push(t));
  vi.spyOn(console, 'error').mockImplementation((t: unknown) => void errores.push(String(t)));
  writeFileSync(ARCHIVO, typeof entrada === 'string' ? entrada : JSON.stringify(entrada));
  const codigo = await ejecutar(['formulario', ...argumentos], {});
  vi.restoreAllMocks();
  return { codigo, texto: fuera.join('\n'), errores };
}

const calcular = (entrada: unknown, ...mas: string[]) =>
  orden(entrada, '210', '--anio', '2025', '--entrada', ARCHIVO, '--json', ...mas);

interface Respuesta {
  casillas: Record<string, unknown>;
  obligado: boolean | null;
  reparos: { casilla: string }[];
  explicacion?: { valor: number; frase: string; partes: unknown[] };
  error?: { codigo: string; mensaje: string; casilla?: string };
}
const leer = (texto: string) => JSON.parse(texto) as Respuesta;

const G1 = {
  casillas: {
    32: 120_000_000,
    33: 9_600_000,
    36: 18_600_000,
    38: 18_000_000,
    39: 18_500_000,
    132: 8_000_000,
  },
  hechos: {
    dependientes: 1,
    comprasFacturaElectronica: 50_000_000,
    numeroDeclaracion: 1,
    impuestoNetoAnterior: null,
    loterias: 0,
    exentasIlimitadas: { 41: 0 },
  },
  parametros: { redondeo: 'peso' },
};

describe('formulario', () => {
  it('con --json: todas las casillas que se calculan, y nada en los errores', async () => {
    const r = await calcular(G1);
    expect(r).toMatchObject({ codigo: 0, errores: [] });
    expect(leer(r.texto).casillas).toMatchObject({
      34: 110_400_000,
      41: 44_160_000,
      97: 62_154_472,
      116: 1_495_977,
      133: 0,
      137: 6_504_023,
      138: 1,
      140: '',
    });
    expect(Object.keys(leer(r.texto).casillas)).toHaveLength(56);
  });

  it('redondea a miles salvo que se diga peso', async () => {
    const r = await calcular({ ...G1, parametros: {} });
    expect(leer(r.texto).casillas).toMatchObject({ 97: 62_154_000, 116: 1_496_000 });
  });

  it('--explicar agrega el árbol de una casilla', async () => {
    const r = await calcular(G1, '--explicar', '97');
    expect(leer(r.texto).explicacion).toMatchObject({ valor: 62_154_472, casilla: '97' });
    const sinJson = await orden(G1, '210', '--anio', '2025', '--entrada', ARCHIVO, '--explicar', '34');
    expect(sinJson.texto.replaceAll('\u00a0', ' ')).toContain(
      'De la casilla 32 ($ 120.000.000) se resta la casilla 33 ($ 9.600.000) (ET 336 num. 1 y 2).',
    );
    expect(sinJson.texto).not.toContain('=');
  });

  it('dice si obliga a declarar, y qué está mal sin ser ilegible', async () => {
    const r = leer((await calcular({ casillas: { 29: 250_000_000, 980: 5_000 } })).texto);
    expect(r.obligado).toBe(true);
    expect(r.reparos.map((x) => x.casilla)).toEqual(['980']);
    expect(leer((await calcular({})).texto).obligado).toBeNull();
  });

  it('una casilla que se calcula puede darse, para los ejemplos que empiezan por la mitad', async () => {
    const r = await calcular({
      casillas: { 126: 10_000_000, 132: 1_000_000 },
      hechos: { numeroDeclaracion: 1 },
    });
    expect(leer(r.texto).casillas).toMatchObject({ 126: 10_000_000, 133: 1_500_000 });
  });

  it('sin el número de la declaración dice qué se tomó para el anticipo', async () => {
    const cruda = { casillas: { 32: 200_000_000 } };
    expect(leer((await calcular(cruda)).texto)).toMatchObject({
      supuestos: [expect.stringContaining('75 %'), expect.stringContaining('promedio')],
    });
    const { texto } = await orden(cruda, '210', '--anio', '2025', '--entrada', ARCHIVO);
    expect(texto).toContain('?   No dijo cuántas veces ha declarado renta');
  });

  it('el archivo de entrada se lee igual con una marca de orden de bytes delante', async () => {
    const con = await calcular(`\ufeff${JSON.stringify(G1)}`);
    expect(con).toEqual(await calcular(G1));
  });

  it('sin --json habla como persona', async () => {
    const r = await orden(G1, '210', '--anio', '2025', '--entrada', ARCHIVO);
    expect(r.texto.replaceAll('\u00a0', ' ')).toContain(' 137  Total saldo a favor: $ 6.504.023');
  });

  it.each([
    [{ casillas: { 32: -1 } }, 'negativo', '32'],
    [{ casillas: { 32: 0.5 } }, 'decimales', '32'],
    ['{"casillas":{"32":123456789012345678901234567890}}', 'largo', '32'],
    [{ casillas: { 2: 1 } }, 'casilla-desconocida', '2'],
    [{ casillas: { 5: '9X' } }, 'nit', '5'],
    [{ hechos: { mesadas: [-1] } }, 'negativo', 'hechos.mesadas.1'],
    [
      { hechos: { dependientes: [{ parentesco: 'tía' }] } },
      'codigo-desconocido',
      'hechos.dependientes.1.parentesco',
    ],
    [{ hechos: { responsableIva: 'si' } }, 'si-no', 'hechos.responsableIva'],
    [{ hechos: { compras: '70000000' } }, 'forma', 'hechos.compras'],
    [{ casillas: { 36: 5 }, hechos: { exentaLaboral25: true } }, 'dato-repetido', 'hechos.exentaLaboral25'],
    [{ casillas: {}, municipios: [] }, 'dato-desconocido', 'municipios'],
    [{ casilla: { 32: 5 } }, 'dato-desconocido', 'casilla'],
    [{ anexos: { dividendos: [{ base: 5, tarifa: 35 }] } }, 'tarifa', 'dividendos.1.tarifa'],
    [{ parametros: { redondeo: 'cien' } }, 'redondeo', 'parametros.redondeo'],
    [{ parametros: { anticipo: 'ninguno' } }, 'opcion-desconocida', 'parametros'],
    [{ parametros: 3 }, 'parametros', 'parametros'],
    ['no', 'entrada', undefined],
    ['[]', 'entrada', undefined],
  ])('%j: código 2 y %s', async (entrada, codigo, casilla) => {
    const r = await calcular(entrada);
    expect(r.codigo).toBe(2);
    const { error } = leer(r.texto);
    expect(error).toMatchObject({ codigo });
    expect(error?.casilla).toBe(casilla);
  });

  it.each([
    [['211', '--anio', '2025', '--entrada', ARCHIVO], 'formulario-desconocido'],
    [['210', '--anio', '2031', '--entrada', ARCHIVO], 'anio-sin-parametros'],
    [['210', '--anio', 'este', '--entrada', ARCHIVO], 'anio'],
    [['210', '--anio', '2025'], 'entrada'],
    [['210', '--anio', '2025', '--entrada', join(carpeta, 'no-esta.json')], 'entrada'],
    [['210', '--anio', '2025', '--entrada', ARCHIVO, '--explicar', '7'], 'casilla-desconocida'],
    [['210', 'sobra', '--anio', '2025', '--entrada', ARCHIVO], 'opcion'],
  ])('%j: código 2 y %s', async (argumentos, codigo) => {
    const r = await orden({}, ...argumentos, '--json');
    expect(r.codigo).toBe(2);
    expect(leer(r.texto).error).toMatchObject({ codigo });
  });

  it('por renglones: una respuesta por pregunta, y un renglón malo no detiene a los demás', async () => {
    const lineas = [JSON.stringify({ ...G1, anio: 2025 }), '{"casillas":{"32":-1}}', 'x', JSON.stringify(G1)];
    const entrada = Object.assign(Readable.from(lineas.map((l) => `${l}\n`)), { fd: 0 as const });
    vi.spyOn(process, 'stdin', 'get').mockReturnValue(entrada as typeof process.stdin);
    const fuera: string[] = [];
    vi.spyOn(process.stdout, 'write').mockImplementation((t) => fuera.push(String(t)) > 0);
    const codigo = await ejecutar(['formulario', '210', '--anio', '2025', '--entrada', '-', '--json'], {});
    vi.restoreAllMocks();
    expect(codigo).toBe(0);
    expect(fuera.map((l) => leer(l).error?.codigo ?? leer(l).casillas['97'])).toEqual([
      62_154_472,
      'negativo',
      'entrada',
      62_154_472,
    ]);
  });

  it('--referencia y --esquema salen de la misma definición', async () => {
    const referencia = await orden({}, '210', '--anio', '2025', '--referencia');
    expect(referencia.texto).toContain('# Formulario 210, año gravable 2025');
    const esquema = await orden({}, '210', '--esquema');
    expect(JSON.parse(esquema.texto)).toMatchObject({ type: 'object', additionalProperties: false });
  });
});
