import { describe, expect, it } from 'vitest';
import datos from '../../pruebas/calendario.json' with { type: 'json' };
import { anioDe, fecha } from '../fechas/index.ts';
import { calendarioAl, EFECTIVO, LEY51, vencimiento } from './index.ts';
import type { VersionDelCalendario } from './index.ts';

type Vector = (typeof datos.vectores)[number];

/** The last day on which each edition was still right. */
const EDICIONES: Record<string, string> = {
  'anterior al Decreto 500 de 2024 (18-abr-2024)': '2024-04-17',
  'anterior al Decreto 880 de 2024 (12-jul-2024)': '2024-07-11',
  'anterior al comunicado DIAN 031-2026': '2026-03-02',
  'anterior al comunicado DIAN 031-2026 (3-mar-2026)': '2026-03-02',
};

/** A NIT for a key: `4`, `1-2`, `01-02`, or `*` when the rule does not look at it. */
const nitDe = (clave: string) =>
  `90012${clave === '*' ? '1' : (clave.split('-').at(-1) ?? '').padStart(4, '3')}`;

function fechaDe(v: Vector, version: VersionDelCalendario): string {
  // The year of a vector is that of its calendar; what falls due the next January is dated there.
  const venceEn = anioDe(fecha(v.fechaPublicada));
  const r = vencimiento(v.regla, nitDe(v.clave), { nombre: v.periodo, venceEn }, version);
  return r.ok ? r.valor.fecha : r.codigo;
}

const nombre = (v: Vector) => [`${v.id} ${v.regla} ${v.periodo} «${v.clave}»`, v] as const;
const deEstado = (estado: string) => datos.vectores.filter((v) => v.estado === estado).map(nombre);

describe('fechas publicadas', () => {
  it('son 209: 197 vigentes, 10 superadas y 2 erróneas', () => {
    expect(['vigente', 'superada', 'errónea'].map((e) => deEstado(e).length)).toEqual([197, 10, 2]);
  });

  it.each(deEstado('vigente'))('%s: se obtiene la misma', (_, v) => {
    expect(fechaDe(v, EFECTIVO)).toBe(v.fechaPublicada);
  });

  it.each(deEstado('superada'))(
    '%s: se obtiene con el calendario de su día, y ya no con el de hoy',
    (_, v) => {
      const dia = EDICIONES[v.edicion ?? ''];
      expect(dia, v.edicion).toBeDefined();
      expect(fechaDe(v, calendarioAl(fecha(dia ?? '')))).toBe(v.fechaPublicada);
      expect(fechaDe(v, EFECTIVO)).toBe(v.esperadaEfectiva);
      expect(fechaDe(v, EFECTIVO)).not.toBe(v.fechaPublicada);
    },
  );

  it.each(deEstado('errónea'))('%s: la fuente se equivoca y no se reproduce', (_, v) => {
    expect(fechaDe(v, EFECTIVO)).toBe(v.esperadaEfectiva);
    for (const version of [EFECTIVO, LEY51]) expect(fechaDe(v, version)).not.toBe(v.fechaPublicada);
  });

  it.each(datos.vectores.map(nombre))('%s: con la Ley 51 sola', (_, v) => {
    expect(fechaDe(v, LEY51)).toBe(v.esperadaSoloLey51);
  });
});
