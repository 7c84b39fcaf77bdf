import { describe, expect, it } from 'vitest';
import { calendarioAl, LEY51 } from '../calendario/index.ts';
import { explicacionEnTexto } from '../explicacion/index.ts';
import { fecha } from '../fechas/index.ts';
import { computarTermino, TERMINOS, terminoDe } from './index.ts';
import type { Computo, HechosDelTermino, Plazo } from './index.ts';

const NORMA = 'ET 1';
const habiles = (cantidad: number): Plazo => ({
  cantidad,
  unidad: 'dias-habiles',
  norma: NORMA,
  prorroga: true,
});
const meses = (cantidad: number): Plazo => ({ cantidad, unidad: 'meses', norma: NORMA, prorroga: true });

function computar(plazo: Plazo, hechos: HechosDelTermino, version?: typeof LEY51): Computo {
  const r = computarTermino(plazo, hechos, version);
  if (!r.ok) throw new Error(r.mensaje);
  return r.valor;
}

const desde = (dia: string, mas: Partial<HechosDelTermino> = {}) => ({ desde: fecha(dia), ...mas });

describe('la tabla de términos', () => {
  it.each([
    ['rut-devolucion', 8, 'dias-habiles'],
    ['rut-decision', 30, 'dias-habiles'],
    ['peticion', 15, 'dias-habiles'],
    ['peticion-informacion', 10, 'dias-habiles'],
    ['consulta', 30, 'dias-habiles'],
    ['traslado', 5, 'dias-habiles'],
    ['completar', 1, 'meses'],
    ['devolucion', 50, 'dias-habiles'],
    ['reconsideracion', 2, 'meses'],
    ['corregir-aumentando', 3, 'anios'],
  ])('%s: %d %s', (id, cantidad, unidad) => {
    expect(terminoDe(id, fecha('2026-11-03'))).toMatchObject({ valor: { cantidad, unidad } });
  });

  it('cada uno dice su norma, su fuente y su confianza, y ninguno se repite', () => {
    expect(new Set(TERMINOS.map((t) => t.id)).size).toBe(TERMINOS.length);
    for (const t of TERMINOS) {
      expect(t.norma).toMatch(/^(ET|DUR|Ley|Resolución)/);
      expect(t.fuente).not.toBe('');
      expect(['alta', 'media']).toContain(t.confianza);
    }
  });

  it('los que responden peticiones se pueden prorrogar; los del RUT no', () => {
    const prorrogables = TERMINOS.filter((t) => t.prorroga).map((t) => t.id);
    expect(prorrogables).toEqual(
      expect.arrayContaining(['peticion', 'consulta', 'queja', 'reclamo', 'denuncia', 'completar']),
    );
    expect(prorrogables.filter((id) => id.startsWith('rut-'))).toEqual([]);
  });

  it('uno que no existe, o antes de que rigiera, se dice', () => {
    const dia = fecha('2019-05-02');
    expect(terminoDe('siempre', dia)).toMatchObject({ ok: false, codigo: 'termino-desconocido' });
    expect(terminoDe('rut-decision', dia)).toMatchObject({ ok: false, codigo: 'termino-sin-vigencia' });
    expect(terminoDe('reconsideracion', dia).ok).toBe(true);
  });
});

describe('días hábiles (Ley 4 de 1913, art. 62)', () => {
  it('notificación entregada el martes 4 de noviembre de 2025: el quinto día es el 11', () => {
    expect(computar(habiles(5), desde('2025-11-04'))).toMatchObject({ vence: '2025-11-11' });
  });

  it('se empieza el día hábil siguiente: radicado un viernes, el primero es el lunes', () => {
    const { dias, vence } = computar(habiles(1), desde('2026-11-20'));
    expect(vence).toBe('2026-11-23');
    expect(dias.map((d) => d.clase)).toEqual(['fin-de-semana', 'fin-de-semana', 'contado']);
  });

  it('cada día dice si se contó y por qué no: fin de semana, festivo, día cívico con su decreto', () => {
    const { dias, vence } = computar(habiles(8), desde('2025-03-14'));
    expect(vence).toBe('2025-03-28');
    expect(dias.map((d) => [d.fecha.slice(8), d.clase, d.numero ?? d.norma])).toEqual([
      ['15', 'fin-de-semana', undefined],
      ['16', 'fin-de-semana', undefined],
      ['17', 'contado', 1],
      ['18', 'dia-civico', 'Decreto 302 de 2025'],
      ['19', 'contado', 2],
      ['20', 'contado', 3],
      ['21', 'contado', 4],
      ['22', 'fin-de-semana', undefined],
      ['23', 'fin-de-semana', undefined],
      ['24', 'festivo', 'Ley 51 de 1983'],
      ['25', 'contado', 5],
      ['26', 'contado', 6],
      ['27', 'contado', 7],
      ['28', 'contado', 8],
    ]);
  });

  it('el calendario de antes del decreto da la fecha que se dijo entonces', () => {
    const antes = calendarioAl(fecha('2025-03-17'));
    expect(computar(habiles(8), desde('2025-03-14'), antes).vence).toBe('2025-03-27');
  });

  it('el festivo de la Ley 2578 es festivo y no día cívico, y se puede apagar', () => {
    const dia = ({ dias }: Computo) => dias.find((d) => d.fecha === '2026-07-13');
    expect(dia(computar(habiles(5), desde('2026-07-09')))).toMatchObject({
      clase: 'festivo',
      norma: 'Ley 2578 de 2026, art. 6',
    });
    expect(dia(computar(habiles(5), desde('2026-07-09'), LEY51))).toMatchObject({ clase: 'contado' });
  });
});

describe('meses y años del calendario (Ley 4 de 1913, arts. 59 y 62)', () => {
  it.each([
    [1, '2026-03-11', '2026-04-13', 'el 11 de abril de 2026 es sábado'],
    [1, '2026-01-30', '2026-03-02', 'febrero no tiene 30, y el 28 es sábado'],
    [2, '2026-09-03', '2026-11-03', 'el mismo número'],
    [1, '2026-12-25', '2027-01-25', 'el mismo número'],
  ])('%d mes desde el %s vence el %s: %s', (cantidad, dia, vence) => {
    expect(computar(meses(cantidad), desde(dia)).vence).toBe(vence);
  });

  it('tres años: el mismo día, o el hábil siguiente', () => {
    const anios: Plazo = { cantidad: 3, unidad: 'anios', norma: NORMA, prorroga: false };
    expect(computar(anios, desde('2023-08-15')).vence).toBe('2026-08-18');
  });

  it('también cuentan los no hábiles, y si el último lo es el término se corre y se dice', () => {
    const { dias } = computar(meses(1), desde('2026-03-11'));
    expect(dias.slice(-3)).toEqual([
      { fecha: '2026-04-11', clase: 'contado', numero: 31 },
      { fecha: '2026-04-12', clase: 'fin-de-semana' },
      { fecha: '2026-04-13', clase: 'contado', motivo: 'el último día no era hábil' },
    ]);
  });

  it('días del calendario', () => {
    const plazo: Plazo = { cantidad: 2, unidad: 'dias-calendario', norma: NORMA, prorroga: false };
    expect(computar(plazo, desde('2026-11-20')).vence).toBe('2026-11-23');
  });
});

describe('suspensión y reanudación', () => {
  const motivo = 'se pidió completar la solicitud';

  it('los días suspendidos no corren, y se retoma donde iba', () => {
    const suspension = { desde: fecha('2026-11-05'), hasta: fecha('2026-11-12'), motivo };
    const { vence, dias } = computar(habiles(5), desde('2026-11-03', { suspensiones: [suspension] }));
    expect(vence).toBe('2026-11-19');
    expect(dias.filter((d) => d.clase === 'suspendido').map((d) => d.motivo)).toEqual(Array(8).fill(motivo));
    expect(dias.find((d) => d.numero === 2)?.fecha).toBe('2026-11-13');
  });

  it('en un término de meses empuja el vencimiento tantos días como duró', () => {
    const suspension = { desde: fecha('2026-09-07'), hasta: fecha('2026-09-16'), motivo };
    expect(computar(meses(1), desde('2026-09-03', { suspensiones: [suspension] })).vence).toBe('2026-10-13');
  });

  it('mientras no se sepa cuándo se reanuda no hay vencimiento', () => {
    const suspension = { desde: fecha('2026-11-05'), hasta: null, motivo };
    const c = computar(habiles(5), desde('2026-11-03', { suspensiones: [suspension] }));
    expect(c.vence).toBeNull();
    expect(c.dias.map((d) => d.clase)).toEqual(['contado', 'suspendido']);
    expect(c.explicacion).toMatchObject({ valor: 'sin fecha' });
  });

  it('la que empieza cuando ya venció no cambia nada', () => {
    const suspension = { desde: fecha('2026-11-20'), hasta: null, motivo };
    expect(computar(habiles(5), desde('2026-11-03', { suspensiones: [suspension] })).vence).toBe(
      '2026-11-10',
    );
  });

  it('una que termina antes de empezar se rechaza', () => {
    const suspension = { desde: fecha('2026-11-05'), hasta: fecha('2026-11-04'), motivo };
    expect(computarTermino(habiles(5), desde('2026-11-03', { suspensiones: [suspension] }))).toMatchObject({
      codigo: 'suspension-al-reves',
    });
  });
});

describe('prórroga (Ley 1437 de 2011, art. 14 par.)', () => {
  const prorroga = (cantidad: number, avisada: string) => ({
    cantidad,
    avisada: fecha(avisada),
    motivo: 'faltan pruebas',
  });
  const conProrroga = (cantidad: number, avisada: string, plazo = habiles(15)) =>
    computarTermino(plazo, desde('2026-11-03', { prorroga: prorroga(cantidad, avisada) }));

  it('avisada el último día, llega hasta el doble, contado desde el comienzo', () => {
    expect(computar(habiles(15), desde('2026-11-03')).vence).toBe('2026-11-25');
    expect(conProrroga(30, '2026-11-25')).toMatchObject({
      valor: { vence: '2026-12-17', vencimientoInicial: '2026-11-25' },
    });
  });

  it.each([
    ['prorroga-tardia', 30, '2026-11-26', habiles(15)],
    ['prorroga-tardia', 30, '2026-11-02', habiles(15)],
    ['prorroga-excesiva', 31, '2026-11-20', habiles(15)],
    ['prorroga-sin-efecto', 15, '2026-11-20', habiles(15)],
    ['prorroga-sin-efecto', 20.5, '2026-11-20', habiles(15)],
    ['prorroga-no-procede', 16, '2026-11-10', { ...habiles(8), prorroga: false }],
  ])('%s: a %d, avisada el %s', (codigo, cantidad, avisada, plazo) => {
    expect(conProrroga(cantidad, avisada, plazo)).toMatchObject({ ok: false, codigo });
  });
});

describe('traslado por competencia (Ley 1437 de 2011, art. 21)', () => {
  const traslado = { autoridad: 'la Secretaría de Hacienda', recibido: fecha('2026-11-09') };

  it('el término se cuenta entero desde el día siguiente al recibo por la competente', () => {
    expect(computar(habiles(10), desde('2026-11-03', { traslado }))).toMatchObject({
      desde: '2026-11-09',
      vence: '2026-11-24',
      vencimientoInicial: '2026-11-24',
    });
  });

  it('no se recibe antes de radicarse', () => {
    expect(computarTermino(habiles(10), desde('2026-11-10', { traslado }))).toMatchObject({
      codigo: 'traslado-anterior',
    });
  });
});

describe('lo que no se puede contar', () => {
  it.each(['1983-12-31', '2200-01-01'])('desde el %s: fuera de los festivos que se conocen', (dia) => {
    expect(computarTermino(habiles(5), desde(dia))).toMatchObject({ ok: false, codigo: 'fecha-fuera' });
  });

  it.each([0, -1, 1.5])('un término de %d es un error del programa', (cantidad) => {
    expect(() => computarTermino(habiles(cantidad), desde('2026-11-03'))).toThrow(RangeError);
  });
});

it('se explica así', () => {
  const { explicacion } = computar(
    { ...habiles(8), norma: 'DUR 1625 de 2016, art. 1.6.1.2.30' },
    desde('2025-03-14', {
      suspensiones: [
        { desde: fecha('2025-03-20'), hasta: fecha('2025-03-21'), motivo: 'se pidió un documento' },
      ],
    }),
  );
  expect(explicacionEnTexto(explicacion)).toBe(
    [
      'Vencimiento del término: martes 1 de abril de 2025',
      '  Son 8 días hábiles, que empiezan a contarse el día siguiente al 14 de marzo de 2025 (DUR 1625 de 2016, art. 1.6.1.2.30).',
      '  Día desde el que se cuenta: viernes 14 de marzo de 2025',
      '    Ese día no se cuenta: se empieza al siguiente.',
      '  Suspensión: desde el 20 de marzo de 2025, hasta el 21 de marzo de 2025',
      '    No corre, porque se pidió un documento.',
      '  Sábados y domingos: 6',
      '    No se cuentan, porque no son hábiles (Ley 4 de 1913, art. 62).',
      '  Día cívico: martes 18 de marzo de 2025',
      '    No se cuenta: día cívico por la jornada de movilización (Decreto 302 de 2025).',
      '  Festivo: lunes 24 de marzo de 2025',
      '    No se cuenta: San José (Ley 51 de 1983).',
    ].join('\n'),
  );
});
