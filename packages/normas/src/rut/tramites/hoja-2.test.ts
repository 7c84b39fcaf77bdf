import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bienDicha, buscar, ENTIDAD } from '../../../pruebas/tramites.ts';
import { fecha } from '../../fechas/index.ts';
import { bloquesDeHojas } from '../hojas.ts';
import { codigoDeOrganizacion, CODIGOS_DE_LA_HOJA_2 } from '../organizaciones.ts';
import type { ActoDeOrganizacion, ComposicionDelCapital, Organizacion, RegistroRut } from '../registro.ts';
import { capitalCuadra, cambiosDelRut, ENTERO, evaluarActualizacion } from './index.ts';

const HOY = fecha('2026-03-10');
const ACTO: ActoDeOrganizacion = {
  clase: '04',
  numero: '1234',
  fecha: fecha('2020-01-02'),
  notaria: '5',
  entidadDeRegistro: 'CÁMARA DE COMERCIO',
  fechaDeRegistro: fecha('2020-01-10'),
  matricula: '000111',
  municipio: '11001',
  vigenteDesde: fecha('2020-01-02'),
  vigenteHasta: fecha('2050-01-02'),
};
const CAPITAL: ComposicionDelCapital = {
  nacionalPublico: 1000,
  nacionalPrivado: 5000,
  extranjeroPublico: 0,
  extranjeroPrivado: 4000,
};
const TODA: Organizacion = {
  caracteristicas: { '62': '2', '63': '12', '69': '20' },
  constitucion: ACTO,
  reforma: { numero: '7', fecha: fecha('2024-05-06') },
  capital: CAPITAL,
  vigilancia: '10',
  estados: [{ codigo: '28', desde: fecha('2021-01-01'), nit: '899999034' }],
  vinculacion: { tiene: true, grupo: 'GRUPO FICTICIO', matriz: { nit: '899999034', nombre: 'MATRIZ' } },
};

const evaluar = (organizacion: Organizacion, mas: Partial<RegistroRut> = {}) => {
  const antes = { ...ENTIDAD, ...mas };
  const e = evaluarActualizacion({ antes, despues: { ...antes, organizacion }, hoy: HOY, estado: 'activo' });
  bienDicha(e);
  return e;
};

describe('hoja 2 del formulario 001', () => {
  const bloques = bloquesDeHojas({ ...ENTIDAD, organizacion: TODA });
  const valor = (numero: string, nombre?: string) =>
    bloques
      .filter((b) => nombre === undefined || b.nombre === nombre)
      .flatMap((b) => b.casillas)
      .find((c) => c.numero === numero)?.valor;

  it('tiene las casillas 62 a 97, y la constitución y la reforma las mismas once', () => {
    const numeros = new Set(bloques.flatMap((b) => b.casillas.map((c) => Number(c.numero))));
    expect([...numeros].toSorted((a, b) => a - b)).toEqual(Array.from({ length: 36 }, (_, i) => 62 + i));
    expect(bloques.every((b) => b.hoja === '2')).toBe(true);
    expect(valor('72', 'Constitución')).toBe('1234');
    expect(valor('72', 'Última reforma')).toBe('7');
    expect(valor('79', 'Constitución')).toContain('001');
  });

  it('82 y 85 son la suma de sus dos partes, y el DV de los NIT se calcula', () => {
    expect(['82', '83', '84', '85', '86', '87'].map((n) => valor(n))).toEqual([
      '60',
      '10',
      '50',
      '40',
      '0',
      '40',
    ]);
    expect([valor('92'), valor('96')]).toEqual(['1', '1']);
    expect(valor('93')).toBe('Sí');
  });

  it('un código con fuente lleva su nombre; uno sin ella se imprime como está', () => {
    expect(valor('69')).toBe('20 Junta de acción comunal');
    expect(valor('89')).toBe('28 Inversionista extranjero persona natural');
    expect(valor('63')).toBe('12');
    expect(valor('88')).toBe('10');
  });

  it('quien no la tiene no la imprime', () => {
    expect(bloquesDeHojas(ENTIDAD)).toEqual([]);
    expect(bloquesDeHojas({ ...ENTIDAD, organizacion: {} })).toEqual([]);
  });

  it('cada código de la tabla nombra su resolución, y los ceros a la izquierda no cuentan', () => {
    for (const c of CODIGOS_DE_LA_HOJA_2.codigos) {
      expect(c.fuente).toMatch(/^Resolución DIAN/);
      expect(codigoDeOrganizacion(c.casilla, `0${c.codigo}`)).toBe(c);
    }
    expect(codigoDeOrganizacion('63', '12')).toBeUndefined();
  });

  it('de una versión a otra se compara como las demás hojas', () => {
    const despues = {
      ...ENTIDAD,
      organizacion: { ...TODA, capital: { ...CAPITAL, nacionalPublico: 0, nacionalPrivado: 6000 } },
    };
    const cambios = cambiosDelRut({ ...ENTIDAD, organizacion: TODA }, despues);
    expect(cambios.map((c) => [c.casilla, c.antes, c.despues, c.dato])).toEqual([
      ['83', '10', '0', 'capital'],
      ['84', '50', '60', 'capital'],
    ]);
    const nueva = cambiosDelRut(ENTIDAD, {
      ...ENTIDAD,
      organizacion: { vigilancia: '10', constitucion: ACTO },
    });
    expect(nueva.map((c) => c.casilla)).toEqual(['71 a 81', '88']);
  });
});

describe('lo que una persona jurídica declara de la hoja 2 (DUR 1.6.1.2.14)', () => {
  it.each<[string, Organizacion, string]>([
    [
      'constitución, capital y grupo',
      { constitucion: ACTO, capital: CAPITAL, vinculacion: { tiene: false } },
      'cumple',
    ],
    ['un código de las casillas 62 a 70', { caracteristicas: { '69': '20' } }, 'no-cumple'],
    ['quién la vigila', { vigilancia: '10' }, 'no-cumple'],
    ['un estado', { estados: [{ codigo: '28', desde: HOY }] }, 'no-cumple'],
  ])('%s: %s', (_, organizacion, estado) => {
    expect(evaluar(organizacion).estado).toBe(estado);
  });

  it('una persona natural no la llena', () => {
    const e = evaluar({ capital: CAPITAL }, { tipoContribuyente: '2' });
    expect(buscar(e, 'hoja-2-de-entidad')?.estado).toBe('no-cumple');
  });

  const AYER = fecha('2026-03-09');
  const MANANA = fecha('2026-03-11');
  it.each<[string, Organizacion, string]>([
    ['de hoy', { constitucion: { numero: '1', fecha: HOY, fechaDeRegistro: HOY } }, 'cumple'],
    ['de mañana', { constitucion: { numero: '1', fecha: MANANA } }, 'no-cumple'],
    [
      'registrada mañana',
      { constitucion: { numero: '1', fecha: HOY, fechaDeRegistro: MANANA } },
      'no-cumple',
    ],
    [
      'registrada antes del documento',
      { constitucion: { numero: '1', fecha: HOY, fechaDeRegistro: AYER } },
      'no-cumple',
    ],
    [
      'con vigencia al revés',
      { reforma: { numero: '1', fecha: HOY, vigenteDesde: HOY, vigenteHasta: AYER } },
      'no-cumple',
    ],
    [
      'con vigencia de un día',
      { reforma: { numero: '1', fecha: HOY, vigenteDesde: HOY, vigenteHasta: HOY } },
      'cumple',
    ],
    [
      'con la reforma antes',
      { constitucion: { numero: '1', fecha: HOY }, reforma: { numero: '2', fecha: AYER } },
      'no-cumple',
    ],
  ])('una constitución %s: %s', (_, organizacion, estado) => {
    expect(buscar(evaluar(organizacion), 'hoja-2-fechas')?.estado).toBe(estado);
  });

  it('el capital cuadra cuando sus cuatro partes suman 100 %, y solo entonces', () => {
    const partes = fc.array(fc.integer({ min: 0, max: ENTERO }), { minLength: 3, maxLength: 3 });
    const de = ([a = 0, b = 0, c = 0]: number[], resto: number): ComposicionDelCapital => ({
      nacionalPublico: a,
      nacionalPrivado: b,
      extranjeroPublico: c,
      extranjeroPrivado: resto,
    });
    fc.assert(
      fc.property(partes, fc.integer({ min: -3, max: 3 }), (tres, error) => {
        const resto = ENTERO - tres.reduce((s, p) => s + p, 0);
        const capital = de(tres, resto + error);
        const cuadra = error === 0 && resto >= 0;
        expect(capitalCuadra(capital)).toBe(cuadra);
        expect(buscar(evaluar({ capital }), 'hoja-2-capital')?.estado).toBe(cuadra ? 'cumple' : 'no-cumple');
      }),
    );
  });

  it('nadie es su propia matriz', () => {
    const de = (nit: string): Organizacion => ({
      vinculacion: { tiene: true, matriz: { nit, nombre: 'X' } },
    });
    expect(buscar(evaluar(de(ENTIDAD.nit)), 'hoja-2-matriz')?.estado).toBe('no-cumple');
    expect(buscar(evaluar(de('899999034')), 'hoja-2-matriz')?.estado).toBe('cumple');
  });
});
