import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fecha, sumarDias, type Fecha } from '@autogestion/normas/fechas';
import { FLUJO_PETICION, FLUJO_RUT, type Flujo } from './flujo.ts';
import {
  admite,
  destino,
  HechoImposible,
  marchaDe,
  mueve,
  trasEvento,
  type Evento,
  type Hecho,
  type Marcha,
} from './marcha.ts';
import { limiteParaCompletar, relojDe } from './reloj.ts';

const FLUJOS = [FLUJO_RUT, FLUJO_PETICION] as const;
const RADICADO = fecha('2026-03-10');

/** Something that somebody could try to write at any moment, well or badly placed. */
const intento: fc.Arbitrary<{ hecho: Hecho; datos: unknown; dias: number; quien: string | null }> = fc.record(
  {
    hecho: fc.constantFrom<Hecho>(
      'radicada',
      'automatica',
      'asignada',
      'liberada',
      'trasladada',
      'mensaje',
      'verificada',
      'requerida',
      'completada',
      'vencida-sin-completar',
      'devuelta',
      'proyectada',
      'objetada',
      'decidida',
      'desistida',
      'notificada',
      'no-notificada',
    ),
    datos: fc.record({
      rol: fc.constantFrom('mesa-rut', 'devoluciones'),
      a: fc.constantFrom('f1', 'f2'),
      sentido: fc.constantFrom('aprobada', 'negada', 'atendida', 'otro'),
      que: fc.constantFrom('deudas', 'procesos'),
      hallazgo: fc.constantFrom('hay', 'no-hay'),
      texto: fc.constant('x'),
      motivo: fc.constant('x'),
      hasta: fc.constant(fecha('2026-12-31')),
    }),
    dias: fc.integer({ min: 0, max: 20 }),
    quien: fc.constantFrom(null, 'f1', 'f2'),
  },
);

/** What the engine does with a list of tries: it writes those that it accepts. */
function correr(
  flujo: Flujo,
  intentos: readonly { hecho: Hecho; datos: unknown; dias: number; quien: string | null }[],
) {
  const eventos: Evento[] = [];
  let dia: Fecha = RADICADO;
  let m: Marcha = marchaDe(flujo, []);
  for (const i of intentos) {
    dia = sumarDias(dia, eventos.length === 0 ? 0 : i.dias);
    if (!admite(flujo, m, i)) continue;
    const datos = i.hecho === 'requerida' ? { texto: 'x', hasta: limiteParaCompletar(flujo, dia) } : i.datos;
    const e = {
      numero: eventos.length + 1,
      hecho: i.hecho,
      datos,
      funcionario: i.quien,
      ocurrioEn: new Date(`${dia}T15:00:00Z`),
      dia,
    } as Evento;
    m = trasEvento(flujo, m, e);
    eventos.push(e);
  }
  return { eventos, m };
}

describe.each(FLUJOS)('$nombre', (flujo) => {
  it('cualquier sucesión que el motor acepta lleva a un solo estado, y ningún caso abierto queda sin dueño ni plazo', () => {
    fc.assert(
      fc.property(fc.array(intento, { maxLength: 30 }), (intentos) => {
        const { eventos, m } = correr(flujo, intentos);
        expect(marchaDe(flujo, eventos)).toEqual(m);
        if (eventos.length === 0) return;
        expect(Object.keys(flujo.estados)).toContain(m.estado);
        expect(flujo.estados[m.estado]?.turno).toBe(m.turno);
        expect(m.rol).not.toBe('');
        const reloj = relojDe(flujo, RADICADO, m);
        expect(reloj.vence >= RADICADO).toBe(true);
        // The clock stands still while the person has the turn, unless it had run out when they were asked.
        const { vence } = reloj.decidir.computo;
        if (m.turno === 'oficina') expect(vence).not.toBeNull();
        if (m.turno === 'persona') {
          const pedido = m.requerimientos.find((r) => r.hasta === null)?.desde ?? RADICADO;
          expect(vence === null || vence <= pedido).toBe(true);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('lo terminado no se mueve más', () => {
    fc.assert(
      fc.property(fc.array(intento, { maxLength: 30 }), intento, (intentos, otro) => {
        const { eventos, m } = correr(flujo, intentos);
        if (m.turno !== 'nadie' || m.ultimo === 0 || !mueve(otro.hecho)) return;
        expect(admite(flujo, m, otro)).toBe(false);
        const e = {
          ...otro,
          numero: eventos.length + 1,
          dia: RADICADO,
          ocurrioEn: new Date(),
          funcionario: null,
        };
        expect(() => trasEvento(flujo, m, e as Evento)).toThrow(HechoImposible);
      }),
      { numRuns: 300 },
    );
  });

  it('la decisión es la última palabra: hay una y es la del estado', () => {
    fc.assert(
      fc.property(fc.array(intento, { maxLength: 30 }), (intentos) => {
        const { eventos, m } = correr(flujo, intentos);
        const decisiones = eventos.filter((e) => e.hecho === 'decidida');
        expect(decisiones.length).toBeLessThanOrEqual(1);
        if (m.decision) expect(flujo.sentidos[m.decision.sentido]?.a).toBe(m.estado);
      }),
      { numRuns: 200 },
    );
  });

  it('todo destino existe, y a todo estado se llega', () => {
    const llega = new Set<string>(Object.values(flujo.sentidos).map((s) => s.a));
    for (const transiciones of Object.values(flujo.transiciones))
      for (const [de, a] of Object.entries(transiciones)) {
        expect(['', ...Object.keys(flujo.estados)]).toContain(de);
        expect(Object.keys(flujo.estados)).toContain(a);
        llega.add(a);
      }
    expect([...llega].sort()).toEqual(Object.keys(flujo.estados).sort());
    expect(destino(flujo, '', { hecho: 'decidida', datos: { sentido: 'aprobada' } })).toBeUndefined();
  });
});

/** Business days of Colombia, written by hand out of Ley 51 de 1983 and the civic days of Decretos 500 and 880 de 2024. */
const NO_HABILES = new Set(
  `2024-01-01 2024-01-08 2024-03-25 2024-03-28 2024-03-29 2024-04-19 2024-05-01 2024-05-13 2024-06-03 2024-06-10
   2024-07-01 2024-07-15 2024-07-20 2024-08-07 2024-08-19 2024-10-14 2024-11-04 2024-11-11 2024-12-08 2024-12-25
   2025-01-01 2025-01-06 2025-03-24 2025-04-17 2025-04-18`.split(/\s+/),
);
const habil = (f: Fecha) => !NO_HABILES.has(f) && ![0, 6].includes(new Date(`${f}T12:00:00Z`).getUTCDay());
function contados(desde: Fecha, cuantos: number): Fecha {
  let dia = desde;
  for (let n = 0; n < cuantos;) {
    dia = sumarDias(dia, 1);
    if (habil(dia)) n++;
  }
  return dia;
}

describe('un año de casos', () => {
  const UN_ANIO = Array.from({ length: 366 }, (_, i) => sumarDias(fecha('2024-01-01'), i));
  const nacida = (dia: Fecha): Evento => ({
    numero: 1,
    hecho: 'radicada',
    datos: { rol: 'mesa-rut' },
    funcionario: null,
    ocurrioEn: new Date(`${dia}T15:00:00Z`),
    dia,
  });

  it('se devuelve en 8 días hábiles y se decide en 30, con festivos y días cívicos, radicado el día que sea', () => {
    const mal = UN_ANIO.filter((dia) => {
      const r = relojDe(FLUJO_RUT, dia, marchaDe(FLUJO_RUT, [nacida(dia)]));
      return r.vence !== contados(dia, 30) || r.devolver?.computo.vence !== contados(dia, 8);
    });
    expect(mal).toEqual([]);
  });

  it('una petición se responde en 15, y lo que estuvo detenida no cuenta', () => {
    const mal = UN_ANIO.filter((dia) => {
      const pedida = contados(dia, 3);
      const completa = contados(pedida, 6);
      const m = marchaDe(FLUJO_PETICION, [
        nacida(dia),
        {
          ...nacida(pedida),
          numero: 2,
          hecho: 'requerida',
          datos: { texto: '', hasta: limiteParaCompletar(FLUJO_PETICION, pedida) },
        },
        { ...nacida(completa), numero: 3, hecho: 'completada', datos: { texto: '' } },
      ]);
      // Three of the fifteen ran before it was asked; the rest run from the day after it was completed.
      return relojDe(FLUJO_PETICION, dia, m).vence !== contados(completa, 12);
    });
    expect(mal).toEqual([]);
  });
});
