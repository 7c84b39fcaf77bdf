import { describe, expect, it } from 'vitest';
import { fecha } from '../fechas/index.ts';
import { HECHOS_DEL_PROCEDIMIENTO, TERMINOS_DEL_PROCEDIMIENTO, terminoDelProcedimiento } from './index.ts';
import type { HechosDelProcedimiento } from './index.ts';

const fechas = (h: Readonly<Record<string, string | boolean>>): HechosDelProcedimiento =>
  Object.fromEntries(Object.entries(h).map(([k, v]) => [k, typeof v === 'string' ? fecha(v) : v]));

describe('términos del procedimiento tributario, con su artículo', () => {
  it.each([
    ['pliego-de-cargos', { presentada: '2024-08-20' }, '2026-08-20', 'ET 638'],
    ['pliego-de-cargos', { ceso: '2025-03-10' }, '2027-03-10', 'ET 638'],
    ['sancion-larga', { vence: '2021-08-20' }, '2026-08-20', 'ET 638'],
    ['sancion-tras-pliego', { respuesta: '2026-02-10' }, '2026-08-10', 'ET 638'],
    ['685', { notificada: '2026-03-10' }, '2026-04-10', 'ET 685'],
    ['705', { vence: '2024-08-20' }, '2027-08-20', 'ET 705'],
    ['705', { vence: '2024-08-20', presentada: '2024-08-14' }, '2027-08-20', 'ET 705'],
    ['705', { vence: '2024-08-20', presentada: '2025-02-11' }, '2028-02-11', 'ET 705'],
    ['705', { devolucion: '2025-06-11' }, '2028-06-12', 'ET 705'],
    ['707', { notificada: '2026-03-10' }, '2026-06-10', 'ET 707'],
    ['710', { respuesta: '2026-06-10' }, '2026-12-10', 'ET 710'],
    ['714', { vence: '2024-08-20' }, '2027-08-20', 'ET 714'],
    ['714', { vence: '2024-08-20', presentada: '2025-02-11' }, '2028-02-11', 'ET 714'],
    ['714', { devolucion: '2025-06-11' }, '2028-06-12', 'ET 714'],
    ['714', { vence: '2024-08-20', larga: true }, '2029-08-21', 'ET 714; Ley 2010 de 2019, art. 117'],
    ['715', { notificada: '2026-03-10' }, '2026-04-10', 'ET 715'],
    ['732', { interpuesto: '2026-03-10' }, '2027-03-10', 'ET 732'],
    ['817', { vence: '2021-08-20' }, '2026-08-20', 'ET 817'],
    ['817', { vence: '2021-08-20', presentada: '2022-02-10' }, '2027-02-10', 'ET 817'],
    ['817', { correccion: '2022-03-10' }, '2027-03-10', 'ET 817'],
    ['817', { ejecutoria: '2022-03-10' }, '2027-03-10', 'ET 817'],
    ['817', { vence: '2021-08-20', mandamiento: '2024-05-14' }, '2029-05-15', 'ET 817'],
    ['830', { notificada: '2026-03-10' }, '2026-04-01', 'ET 830'],
  ])('%s con %j: %s', (cual, hechos, vence, norma) => {
    expect(terminoDelProcedimiento(cual, fechas(hechos))).toMatchObject({
      ok: true,
      valor: { vence, termino: { norma } },
    });
  });

  it('706: la inspección quita tres meses, y el emplazamiento para corregir, uno', () => {
    const dias = (h: Record<string, string>) => {
      const r = terminoDelProcedimiento('705', fechas({ vence: '2024-08-20', ...h }));
      return r.ok ? r.valor.dias.filter((d) => d.clase === 'suspendido').length : undefined;
    };
    expect([dias({}), dias({ emplazamiento: '2026-01-15' }), dias({ inspeccion: '2026-01-15' })]).toEqual([
      0, 31, 90,
    ]);
  });

  it('lo que el término no mira se rechaza, y lo que le falta se pide', () => {
    expect(terminoDelProcedimiento('707', fechas({ vence: '2026-01-15' }))).toMatchObject({
      codigo: 'hecho-ajeno',
      hecho: 'vence',
    });
    expect(terminoDelProcedimiento('714', {})).toMatchObject({ codigo: 'falta-hecho', hecho: 'vence' });
    expect(terminoDelProcedimiento('638', {})).toMatchObject({ codigo: 'articulo-con-varios' });
    expect(terminoDelProcedimiento('999', {})).toMatchObject({ codigo: 'termino-desconocido' });
  });

  it('una declaración de antes de la norma no se cuenta con ella', () => {
    expect(terminoDelProcedimiento('714', fechas({ vence: '2015-08-20' }))).toMatchObject({
      codigo: 'termino-sin-vigencia',
    });
  });

  it('cada término mira hechos conocidos, y todos se usan', () => {
    const usados = new Set(TERMINOS_DEL_PROCEDIMIENTO.flatMap((t) => t.usa));
    expect([...usados].sort()).toEqual([...HECHOS_DEL_PROCEDIMIENTO].sort());
  });
});
