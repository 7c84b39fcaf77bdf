import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, describe, expect, it, vi } from 'vitest';
import { ejecutar } from './index.ts';

const carpeta = mkdtempSync(join(tmpdir(), 'formulario-simple-'));
const ARCHIVO = join(carpeta, 'entrada.json');
afterEach(() => vi.restoreAllMocks());
afterAll(() => rmSync(carpeta, { recursive: true }));

interface Respuesta {
  casillas: Record<string, number>;
  reparos: { codigo: string; casilla: string }[];
  explicacion?: { valor: number };
  error?: { codigo: string; casilla?: string };
}

async function calcular(formulario: string, entrada: unknown, anio = '2025', ...mas: string[]) {
  const fuera: string[] = [];
  vi.spyOn(console, 'log').mockImplementation((t: string) => void fuera.push(t));
  vi.spyOn(console, 'error').mockImplementation((t: string) => void fuera.push(t));
  writeFileSync(ARCHIVO, JSON.stringify(entrada));
  const argumentos = ['formulario', formulario, '--anio', anio, '--entrada', ARCHIVO, '--json', ...mas];
  const codigo = await ejecutar(argumentos, {});
  vi.restoreAllMocks();
  return { codigo, ...(JSON.parse(fuera.join('')) as Respuesta) };
}

const BOGOTA = { codigo: '11001', grupo: '2', ingresos: 900_000_000, tarifaPorMil: 9.66 };

describe('formularios 260 y 2593', () => {
  it('260: los municipios van junto a las casillas, y la tarifa es un número decimal', async () => {
    const r = await calcular('260', {
      casillas: { 49: 4_000_000, 56: 9_000_000 },
      hechos: { electronicos: 400_000_000, mesesMora: 0 },
      parametros: { redondeo: 'mil' },
      municipios: [BOGOTA],
    });
    expect(r.codigo).toBe(0);
    expect(r.casillas).toMatchObject({
      27: 0.035,
      43: 900_000_000,
      47: 8_694_000,
      52: 6_000_000,
      63: 7_806_000,
    });
    expect(r.reparos).toEqual([]);
  });

  it('2593: «tarifa» va por su nombre, porque el número de su casilla no se conoce', async () => {
    const r = await calcular(
      '2593',
      { casillas: { 39: 60_000_000, 52: 5_000_000 }, hechos: { grupo: '3sic', icaPorMil: 9.66 } },
      '2026',
    );
    expect(r.casillas).toMatchObject({
      tarifa: 0.073,
      42: 4_380_000,
      43: 580_000,
      49: 3_800_000,
      57: 1_200_000,
    });
  });

  it('la casilla que contradice a los municipios manda, y se dice', async () => {
    const r = await calcular('260', { casillas: { 33: 1_000_000 }, municipios: [BOGOTA] });
    expect(r.casillas).toMatchObject({ 43: 1_000_000 });
    expect(r.reparos[0]).toMatchObject({ codigo: 'ingresos-no-coinciden', casilla: '33' });
  });

  it('los puntos abiertos se eligen por su nombre', async () => {
    const r = await calcular('260', {
      casillas: { 34: 5_000_000 },
      municipios: [BOGOTA],
      parametros: { casilla43: 'solo-pais' },
    });
    expect(r.casillas).toMatchObject({ 43: 900_000_000 });
  });

  it('--explicar da el árbol de una casilla', async () => {
    const r = await calcular('260', { municipios: [BOGOTA] }, '2025', '--explicar', '48');
    expect(r.explicacion?.valor).toBe(22_806_000);
  });

  it.each([
    ['260', { municipios: [{ ...BOGOTA, codigo: '00000' }] }, 'municipio', 'municipios.1.codigo'],
    ['260', { municipios: [BOGOTA, { ...BOGOTA, grupo: '4' }] }, 'grupo-inexequible', 'municipios.2.grupo'],
    ['260', { municipios: [{ ...BOGOTA, ingresos: -1 }] }, 'negativo', 'municipios.1.ingresos'],
    ['260', { municipios: 7 }, 'anexo', 'municipios'],
    ['260', { casillas: { 120: 1 } }, 'casilla-desconocida', '120'],
    ['2593', { casillas: { 39: 1_000 } }, 'sin-grupo', 'hechos.grupo'],
    ['2593', { casillas: { 58: 1 } }, 'casilla-desconocida', '58'],
    ['2593', { hechos: { grupo: '1', ingresos: 1.5 } }, 'decimales', 'hechos.ingresos'],
  ])('%s %j: código 2 y %s en %s', async (formulario, entrada, codigo, casilla) => {
    const r = await calcular(formulario, entrada);
    expect(r).toMatchObject({ codigo: 2, error: { codigo, casilla } });
  });

  it.each(['2022', '2027', '2019'])('%s: un año sin tarifas es un error con nombre', async (anio) => {
    const r = await calcular('260', { municipios: [BOGOTA] }, anio);
    expect(r).toMatchObject({ codigo: 2, error: { codigo: 'anio-sin-parametros' } });
  });
});
