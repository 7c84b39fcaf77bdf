import { describe, expect, it } from 'vitest';
import { fecha } from '../fechas/index.ts';
import { radicacionDe } from './index.ts';

const PARTIDO = [
  { abre: '08:00', cierra: '12:00' },
  { abre: '14:00', cierra: '17:00' },
];

const llega = (dia: string, hora: string) => radicacionDe({ dia: fecha(dia), hora }, PARTIDO);

describe('horario partido (Ley 1437 de 2011, art. 54)', () => {
  it.each([
    ['2026-11-18', '06:10', '2026-11-18', 'antes de abrir'],
    ['2026-11-18', '09:00', '2026-11-18', 'por la mañana'],
    ['2026-11-18', '12:30', '2026-11-18', 'a mediodía: se radica al reabrir'],
    ['2026-11-18', '16:59', '2026-11-18', 'antes de cerrar'],
    ['2026-11-18', '17:00', '2026-11-19', 'a la hora de cerrar'],
    ['2026-11-18', '23:59', '2026-11-19', 'antes de medianoche'],
    ['2026-11-20', '18:00', '2026-11-23', 'el viernes por la tarde'],
    ['2026-11-21', '10:00', '2026-11-23', 'el sábado'],
    ['2026-11-16', '10:00', '2026-11-17', 'un lunes festivo'],
    ['2026-04-16', '20:00', '2026-04-20', 'la víspera de un día cívico'],
  ])('%s a las %s se radica el %s: %s', (dia, hora, radicado) => {
    const r = llega(dia, hora);
    expect(r).toMatchObject({ recibido: dia, radicado });
    expect(r.frase).toMatch(/^Llegó el .*\.$/);
  });

  it.each(['24:00', '8:00', '', '12:60'])('«%s» no es una hora', (hora) => {
    expect(() => llega('2026-11-18', hora)).toThrow(RangeError);
  });

  it.each([
    [[]],
    [[{ abre: '17:00', cierra: '08:00' }]],
    [
      [
        { abre: '08:00', cierra: '13:00' },
        { abre: '12:00', cierra: '17:00' },
      ],
    ],
  ])('el horario %j no es un horario', (horario) => {
    expect(() => radicacionDe({ dia: fecha('2026-11-18'), hora: '09:00' }, horario)).toThrow(RangeError);
  });
});
