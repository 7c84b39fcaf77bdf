import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import publicados from '../../pruebas/calendario-festivos.json' with { type: 'json' };
import { anioDe, fecha, sumarDias } from '../fechas/index.ts';
import { calendarioAl, diasDe, domingoDePascua, EFECTIVO, festivos, LEY51 } from './index.ts';

const anios = fc.integer({ min: 1984, max: 2200 });
const diaSemana = (f: string) => new Date(f).getUTCDay();

describe('Pascua', () => {
  // Dates of the Book of Common Prayer and of the almanacs; the extremes are 22 March and 25 April.
  it.each([
    '1583-04-10',
    '1818-03-22',
    '1943-04-25',
    '1954-04-18',
    '1981-04-19',
    '2000-04-23',
    '2024-03-31',
    '2025-04-20',
    '2026-04-05',
    '2027-03-28',
    '2038-04-25',
    '2076-04-19',
    '2285-03-22',
  ])('la de su año es el %s', (dia) => {
    expect(domingoDePascua(anioDe(fecha(dia)))).toBe(dia);
  });

  it('es domingo, entre el 22 de marzo y el 25 de abril', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1583, max: 9999 }), (anio) => {
        const dia = domingoDePascua(anio);
        expect(diaSemana(dia)).toBe(0);
        expect(dia >= `${anio}-03-22` && dia <= `${anio}-04-25`).toBe(true);
      }),
    );
  });

  it.each([1582, 10_000, 2026.5, Number.NaN])('no hay para %d', (anio) => {
    expect(() => domingoDePascua(anio)).toThrow(RangeError);
  });
});

describe('festivos (Ley 51 de 1983, Ley 2578 de 2026)', () => {
  it.each(Object.entries(publicados))('los de %s son los publicados', (anio, dias) => {
    const calculados = new Set(festivos(Number(anio)).map((f) => f.fecha.slice(5)));
    expect([...calculados]).toEqual(dias);
  });

  it('son 18 celebraciones hasta 2025 y 19 desde 2026, salvo que se apague la Ley 2578', () => {
    expect(festivos(2025)).toHaveLength(18);
    expect(festivos(2026)).toHaveLength(19);
    expect(festivos(2026, { ley2578: false })).toHaveLength(18);
    expect(festivos(2026).find((f) => f.norma.startsWith('Ley 2578'))).toMatchObject({
      fecha: '2026-07-13',
      nombre: 'Virgen de Chiquinquirá',
    });
  });

  it('el 30 de junio de 2025 reúne dos', () => {
    expect(festivos(2025).filter((f) => f.fecha === '2025-06-30')).toHaveLength(2);
  });

  it('doce o trece caen siempre en lunes, y el Jueves y el Viernes Santo no se trasladan', () => {
    fc.assert(
      fc.property(anios, (anio) => {
        const lista = festivos(anio);
        const esperados = lista.length - 8;
        expect(lista.filter((f) => diaSemana(f.fecha) === 1).length).toBeGreaterThanOrEqual(esperados);
        const pascua = domingoDePascua(anio);
        expect(lista.map((f) => f.fecha)).toEqual(
          expect.arrayContaining([sumarDias(pascua, -3), sumarDias(pascua, -2)]),
        );
      }),
    );
  });

  it.each([1983, 2026.5, Number.NaN])('antes de la ley, o sin año, no se inventan: %d', (anio) => {
    expect(() => festivos(anio)).toThrow(RangeError);
  });
});

describe('días hábiles de la DIAN', () => {
  it('ni sábados, ni domingos, ni festivos, ni días cívicos', () => {
    const dias = diasDe(EFECTIVO);
    for (const f of ['2026-04-18', '2026-04-19', '2026-04-02', '2026-04-17', '2026-07-13']) {
      expect(dias.esHabil(fecha(f)), f).toBe(false);
    }
    expect(dias.esHabil(fecha('2026-04-16'))).toBe(true);
  });

  it('dicen por qué un día no lo es', () => {
    const dias = diasDe(EFECTIVO);
    expect(dias.motivo(fecha('2025-03-18'))).toMatchObject({ norma: 'Decreto 302 de 2025' });
    expect(dias.motivo(fecha('2026-04-03'))).toMatchObject({
      norma: 'Ley 51 de 1983',
      nombre: 'Viernes Santo',
    });
    expect(dias.motivo(fecha('2026-04-16'))).toBeUndefined();
  });

  it('un día cívico que cae en festivo no quita nada: el 18 de abril de 2025 es Viernes Santo', () => {
    expect(diasDe(EFECTIVO).motivo(fecha('2025-04-18'))?.norma).toBe('Ley 51 de 1983');
    expect(diasDe(EFECTIVO).actosEntre(fecha('2025-04-01'), fecha('2025-04-30'))).toEqual([]);
  });

  it('un acto cuenta desde el día en que se anunció, ese día incluido', () => {
    const viernes = fecha('2026-04-17');
    expect(diasDe(calendarioAl(fecha('2026-03-02'))).esHabil(viernes)).toBe(true);
    expect(diasDe(calendarioAl(fecha('2026-03-03'))).esHabil(viernes)).toBe(false);
    expect(diasDe(LEY51).esHabil(viernes)).toBe(true);
  });

  it('lo que nadie ha anunciado no está en ningún calendario con fecha, solo en el efectivo', () => {
    const proyectado = fecha('2027-04-16');
    expect(diasDe(calendarioAl(fecha('2026-12-31'))).esHabil(proyectado)).toBe(true);
    expect(diasDe(EFECTIVO).esHabil(proyectado)).toBe(false);
  });
});
