import { describe, expect, it } from 'vitest';
import { fecha } from '../../fechas/index.ts';
import { ENTIDAD } from '../../../pruebas/tramites.ts';
import type { Clasificacion, RegistroRut } from '../registro.ts';
import { contradiccionesDeLaCasilla53, importanLosIngresos } from './index.ts';

const HOY = fecha('2026-02-10');

function persona(actividad: string, locales: number, responsabilidades: string[]): RegistroRut {
  const clasificacion: Clasificacion = {
    actividadPrincipal: { codigo: actividad, desde: fecha('2020-01-02') },
    otrasActividades: [],
    establecimientos: locales,
    responsabilidades,
    usuariosAduaneros: [],
  };
  return { ...ENTIDAD, tipoContribuyente: '2', clasificacion };
}

type Hechos = Parameters<typeof contradiccionesDeLaCasilla53>[0];
const dice = (antes: RegistroRut, despues: RegistroRut, mas: Partial<Hechos> = {}) =>
  contradiccionesDeLaCasilla53({ antes, despues, respuestas: {}, hoy: HOY, ...mas }).map(
    (c) => `${c.codigo}: ${c.articulo}`,
  );

const TIENDA = ['49'];
const AREPAS = ['49', '50'];
const [NUM_2, LIT_B] = ['49: ET 437 par. 3 num. 2', '50: ET 512-13 lit. b'];

describe('lo que un cambio de actividad o de locales contradice en la casilla 53', () => {
  it('un segundo local: el 49 de quien vende lo que puede pagar IVA (ET 437 par. 3 num. 2)', () => {
    expect(dice(persona('4711', 1, TIENDA), persona('4711', 2, TIENDA))).toEqual([NUM_2]);
    expect(dice(persona('4711', 0, TIENDA), persona('4711', 1, TIENDA))).toEqual([]);
  });

  it('un segundo local: el 50 de quien vende comidas (ET 512-13 lit. b), y no su 49, que no es de comidas', () => {
    expect(dice(persona('5611', 1, AREPAS), persona('5611', 2, AREPAS))).toEqual([LIT_B]);
  });

  it('una tienda que además vende comidas contradice los dos, en una sola lista', () => {
    const con = (locales: number) => {
      const p = persona('5611', locales, AREPAS);
      return { ...p, clasificacion: { ...p.clasificacion, otrasActividades: ['4711'] } };
    };
    expect(dice(con(1), con(2))).toEqual([NUM_2, LIT_B]);
  });

  it('una actividad nueva al por mayor contradice el 49 (ET 437 par. 3)', () => {
    expect(dice(persona('4711', 1, TIENDA), persona('4631', 1, TIENDA))).toEqual(['49: ET 437 par. 3']);
  });

  it('comidas nuevas sin 33 ni 50: falta decirlo (ET 512-13); con cualquiera de los dos, no', () => {
    const [antes, falta] = [persona('4711', 1, TIENDA), '50: ET 512-1 num. 3 y 512-13'];
    expect(dice(antes, persona('5611', 1, TIENDA))).toEqual([falta]);
    expect(dice(antes, persona('5611', 1, [...TIENDA, '33']))).toEqual([]);
    expect(dice(antes, persona('5611', 1, AREPAS))).toEqual([]);
    // Under a franchise it is IVA that is charged (ET 426 par.), and that contradicts another code.
    const respuestas = { franquicia: true };
    expect(dice(antes, persona('5611', 1, TIENDA), { respuestas })).toEqual(['49: ET 437 par. 3 y 4']);
    expect(dice(antes, persona('5611', 1, ['48']), { respuestas })).toEqual([]);
  });

  it('quien respondió que lo que vende no paga IVA no contradice su 49', () => {
    const respuestas = { 'vende-gravado': false };
    expect(dice(persona('4711', 1, TIENDA), persona('4711', 2, TIENDA), { respuestas })).toEqual([]);
  });

  it('con el código que ocupa su lugar ya no hay contradicción', () => {
    expect(dice(persona('4711', 1, TIENDA), persona('4711', 2, ['48']))).toEqual([]);
    expect(dice(persona('5611', 1, AREPAS), persona('5611', 2, ['33', '49']))).toEqual([]);
  });

  it('en el SIMPLE ni los locales ni vender al por mayor hacen responsable de IVA (ET 437 par. 4); el impuesto al consumo no cambia', () => {
    const simple = ['47', '49'];
    expect(dice(persona('4711', 1, simple), persona('4711', 2, simple))).toEqual([]);
    expect(dice(persona('4711', 1, simple), persona('4631', 1, simple))).toEqual([]);
    const arepas = ['47', '49', '50'];
    expect(dice(persona('5611', 1, arepas), persona('5611', 2, arepas))).toEqual([LIT_B]);
    expect(
      dice(persona('5611', 1, arepas), persona('5611', 2, arepas), { hoy: fecha('2022-06-01') }),
    ).toEqual([]);
  });

  it('lo que se respondió contradice el 49 o el 50 que quedan, aunque no cambien actividades ni locales', () => {
    const [tienda, arepas] = [persona('4711', 1, TIENDA), persona('5611', 1, AREPAS)];
    const si = { 'vende-gravado': true, 'tope-3500': true };
    expect(dice(tienda, tienda, { respuestas: si })).toEqual(['49: ET 437 par. 3 y 4']);
    expect(dice(arepas, arepas, { respuestas: { 'tope-3500': true } })).toEqual(['50: ET 512-13']);
    expect(dice(tienda, persona('4711', 1, ['48']), { respuestas: si })).toEqual([]);
    expect(dice(tienda, tienda, { respuestas: { ...si, 'tope-3500': false } })).toEqual([]);
    // How many places there are is not an answer.
    const dos = persona('5611', 2, AREPAS);
    expect(dice(dos, dos, { respuestas: { 'varios-establecimientos': true } })).toEqual([]);
  });

  it.each<[string, boolean, RegistroRut, RegistroRut]>([
    ['un segundo local', true, persona('4711', 1, TIENDA), persona('4711', 2, TIENDA)],
    ['el primer local', false, persona('4711', 0, TIENDA), persona('4711', 1, TIENDA)],
    ['una actividad nueva', true, persona('0010', 0, ['05']), persona('4711', 0, ['05'])],
    ['un local menos', false, persona('4711', 3, TIENDA), persona('4711', 2, TIENDA)],
    ['quien ya es responsable', false, persona('4711', 1, ['48']), persona('4711', 2, ['48'])],
    [
      'quien cobra IVA y empieza a vender comidas',
      true,
      persona('4711', 0, ['48']),
      persona('5611', 0, ['48']),
    ],
    ['quien deja de vender', false, persona('4711', 0, TIENDA), persona('0010', 0, TIENDA)],
  ])('%s: los ingresos que trae importan: %s', (_, importan, antes, despues) => {
    expect(importanLosIngresos({ antes, despues, hoy: HOY })).toBe(importan);
    const entidad = { ...despues, tipoContribuyente: '1' as const };
    expect(importanLosIngresos({ antes, despues: entidad, hoy: HOY })).toBe(false);
    expect(importanLosIngresos({ antes, despues, hoy: fecha('2019-12-26') })).toBe(false);
  });

  it('nada se dice de lo que no cambió, de una entidad, de quien está en el SIMPLE, ni de antes de la Ley 2010', () => {
    const [uno, dos] = [persona('4711', 1, TIENDA), persona('4711', 2, TIENDA)];
    expect(dice(dos, dos)).toEqual([]);
    expect(dice({ ...uno, tipoContribuyente: '1' }, { ...dos, tipoContribuyente: '1' })).toEqual([]);
    expect(dice(uno, persona('4711', 2, ['47', '49']))).toEqual([]);
    expect(dice(uno, dos, { hoy: fecha('2019-12-26') })).toEqual([]);
  });
});
