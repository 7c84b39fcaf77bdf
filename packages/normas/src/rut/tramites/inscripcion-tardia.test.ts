import { describe, expect, it } from 'vitest';
import { fecha } from '../../fechas/index.ts';
import { uvt } from '../../uvt/index.ts';
import { costoDeInscribirseTarde } from './index.ts';

describe('inscribirse tarde (ET 658-3 num. 1)', () => {
  const inscripcion = fecha('2026-03-10');
  const costo = (inicio: string, conEstablecimiento: boolean, actividad = '5619') =>
    costoDeInscribirseTarde({ actividad, inicio: fecha(inicio), inscripcion, conEstablecimiento });

  it('antes de empezar, o el mismo día, no cuesta nada', () => {
    expect(costo('2026-03-10', false)).toBeUndefined();
    expect(costo('2026-04-01', true)).toBeUndefined();
  });

  it('sin local, una UVT por cada día', () => {
    expect(costo('2026-02-28', false)).toMatchObject({ tipo: 'multa', dias: 10, uvt: uvt(10n) });
  });

  it.each([
    ['2026-02-10', 1],
    ['2026-02-09', 2],
    ['2025-03-10', 12],
  ])('con local, un día de cierre por cada mes o parte de un mes: desde el %s son %i', (inicio, dias) => {
    expect(costo(inicio, true)).toMatchObject({ tipo: 'clausura', diasDeCierre: dias });
  });

  it('quien vive de un salario o de una pensión no empezó una actividad', () => {
    expect(costo('2010-01-01', false, '0010')).toBeUndefined();
    expect(costo('2010-01-01', false, '0020')).toBeUndefined();
  });
});
