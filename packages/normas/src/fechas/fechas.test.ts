import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  analizarFecha,
  compararFechas,
  diasEntre,
  edadEn,
  esFecha,
  fecha,
  fechaEnBogota,
  formatearActualizacionRut,
  formatearFecha,
  formatearFechaCompacta,
  formatearFechaHora,
  formatearGeneracionRut,
  sumarAnios,
  sumarDias,
  sumarMeses,
} from './index.ts';

const fechas = fc
  .date({ min: new Date('1900-01-01'), max: new Date('2100-12-31'), noInvalidDate: true })
  .map((d) => fecha(d.toISOString().slice(0, 10)));

const campos = (dia: string, mes: string, anio: string) => ({ dia, mes, anio });

describe('fechas: existencia y zona', () => {
  it.each(['2024-02-29', '2026-12-31'])('%s existe', (t) => {
    expect(esFecha(t)).toBe(true);
  });

  it.each(['2026-02-29', '2026-13-01', '2026-00-10', '26-01-01', '2026-1-1', ''])(
    '«%s» no es una fecha',
    (t) => {
      expect(esFecha(t)).toBe(false);
      expect(() => fecha(t)).toThrow(RangeError);
    },
  );

  it('a las 23:59 de Bogotá ya es otro día en Greenwich, pero la fecha legal es la de Bogotá', () => {
    expect(fechaEnBogota(new Date('2026-01-01T04:59:59Z'))).toBe('2025-12-31');
    expect(fechaEnBogota(new Date('2026-01-01T05:00:00Z'))).toBe('2026-01-01');
  });
});

describe('fechas: escritura', () => {
  it('para una persona', () => {
    expect(formatearFecha(fecha('2026-08-12'))).toBe('12 de agosto de 2026');
    expect(formatearFecha(fecha('2026-03-01'))).toBe('1 de marzo de 2026');
  });

  it('en las casillas del formulario 001', () => {
    expect(formatearFechaCompacta(fecha('2026-08-12'))).toBe('20260812');
  });

  it('en el pie y la cabecera de la copia del RUT, con reloj de doce horas de Bogotá', () => {
    const tarde = new Date('2026-08-12T20:05:09Z');
    expect(formatearGeneracionRut(tarde)).toBe('12-08-2026 03:05:09PM');
    expect(formatearActualizacionRut(tarde)).toBe('2026-08-12 / 03:05:09PM');
    expect(formatearFechaHora(tarde)).toBe('12 de agosto de 2026, 3:05\u00a0p.\u00a0m.');
  });

  it('la medianoche es 12 AM y el mediodía 12 PM', () => {
    expect(formatearGeneracionRut(new Date('2026-08-12T05:00:00Z'))).toBe('12-08-2026 12:00:00AM');
    expect(formatearGeneracionRut(new Date('2026-08-12T17:00:00Z'))).toBe('12-08-2026 12:00:00PM');
  });
});

describe('fechas: lectura de tres campos', () => {
  it.each([
    [campos('12', '8', '2026'), '2026-08-12'],
    [campos(' 1 ', '01', '2026'), '2026-01-01'],
    [campos('12', 'Agosto', '2026'), '2026-08-12'],
    [campos('12', 'ago.', '2026'), '2026-08-12'],
    [campos('9', 'setiembre', '2026'), '2026-09-09'],
    [campos('29', '2', '2024'), '2024-02-29'],
  ])('%o es %s', (c, esperada) => {
    expect(analizarFecha(c)).toEqual({ ok: true, valor: esperada });
  });

  it.each([
    [campos('', '', ''), 'vacia', ['dia', 'mes', 'anio']],
    [campos('', '8', '2026'), 'incompleta', ['dia']],
    [campos('', '8', ''), 'incompleta', ['dia', 'anio']],
    [campos('32', '8', '2026'), 'dia-invalido', ['dia']],
    [campos('-1', '8', '2026'), 'dia-invalido', ['dia']],
    [campos('1', '13', '2026'), 'mes-invalido', ['mes']],
    [campos('1', 'ma', '2026'), 'mes-invalido', ['mes']],
    [campos('1', '8', '26'), 'anio-invalido', ['anio']],
    [campos('30', '2', '2026'), 'no-existe', ['dia', 'mes']],
  ])('%o se rechaza por %s y señala %o', (c, codigo, conError) => {
    expect(analizarFecha(c)).toMatchObject({ ok: false, codigo, campos: conError });
  });

  it('dice qué falta y qué fecha no existe', () => {
    const nombre = 'La fecha de expedición';
    expect(analizarFecha(campos('', '8', '2026'), { nombre })).toMatchObject({
      mensaje: 'A la fecha de expedición le falta el día.',
    });
    expect(analizarFecha(campos('30', '2', '2026'), { nombre })).toMatchObject({
      mensaje: 'El 30 de febrero de 2026 no existe. Revise el día y el mes.',
    });
  });

  it('respeta los límites, ambos incluidos', () => {
    const limites = {
      nombre: 'La fecha de expedición',
      desde: fecha('2020-01-01'),
      hasta: fecha('2026-08-12'),
    };
    expect(analizarFecha(campos('12', '8', '2026'), limites).ok).toBe(true);
    expect(analizarFecha(campos('1', '1', '2020'), limites).ok).toBe(true);
    expect(analizarFecha(campos('13', '8', '2026'), limites)).toMatchObject({
      codigo: 'muy-tardia',
      mensaje: 'La fecha de expedición debe ser el 12 de agosto de 2026 o antes.',
    });
    expect(analizarFecha(campos('31', '12', '2019'), limites)).toMatchObject({ codigo: 'muy-temprana' });
  });

  it('nunca lanza una excepción', () => {
    const texto = fc.string({ unit: 'binary', maxLength: 12 });
    fc.assert(
      fc.property(texto, texto, texto, (d, m, a) => typeof analizarFecha(campos(d, m, a)).ok === 'boolean'),
    );
  });
});

describe('fechas: aritmética', () => {
  it('un mes después del 31 de enero es el último de febrero (Ley 4 de 1913, art. 59)', () => {
    expect(sumarMeses(fecha('2026-01-31'), 1)).toBe('2026-02-28');
    expect(sumarMeses(fecha('2024-01-31'), 1)).toBe('2024-02-29');
    expect(sumarMeses(fecha('2026-03-31'), -1)).toBe('2026-02-28');
    expect(sumarMeses(fecha('2025-12-15'), 1)).toBe('2026-01-15');
  });

  it('tres años después del 29 de febrero es 28', () => {
    expect(sumarAnios(fecha('2024-02-29'), 3)).toBe('2027-02-28');
    expect(sumarAnios(fecha('2024-02-29'), 4)).toBe('2028-02-29');
  });

  it('sumar y restar los mismos días vuelve al principio', () => {
    fc.assert(
      fc.property(fechas, fc.integer({ min: -20_000, max: 20_000 }), (f, n) => {
        const otra = sumarDias(f, n);
        expect(sumarDias(otra, -n)).toBe(f);
        expect(diasEntre(f, otra)).toBe(n);
        expect(Math.sign(compararFechas(otra, f))).toBe(Math.sign(n));
      }),
    );
  });

  it('la edad cambia el día del cumpleaños', () => {
    expect(edadEn(fecha('2008-08-12'), fecha('2026-08-11'))).toBe(17);
    expect(edadEn(fecha('2008-08-12'), fecha('2026-08-12'))).toBe(18);
    expect(edadEn(fecha('2008-02-29'), fecha('2026-02-28'))).toBe(17);
    expect(edadEn(fecha('2008-02-29'), fecha('2026-03-01'))).toBe(18);
  });
});
