import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { escenaDeCasos, type EscenaDeCasos } from '../../../pruebas/casos.ts';
import { funcionariaDePrueba, radicarDePrueba } from '../../../pruebas/tramites.ts';
import type { Actor } from '../../plataforma/index.ts';
import { tomarCaso } from '../repartir-casos.ts';
import { elegirAvisos } from './preferencia.ts';

let s: EscenaDeCasos;
let deOtraCola: Actor;
const DIA = 86_400_000;

beforeAll(async () => {
  s = await escenaDeCasos();
  deOtraCola = await funcionariaDePrueba(s.o, 'pqr', ['pqsrd']);
});
afterAll(() => s.o.cerrar());

const avisar = () => s.o.ejecutarTrabajo('tramites.avisar-trabajo');
const correosDe = (actor: Actor) =>
  s.o.consultar<{ asunto: string; texto: string }>(
    `select m.asunto, m.texto from plataforma.mensaje m join tramites.aviso_de_trabajo a on a.mensaje_id = m.id
     where a.funcionario_id = $1 order by m.creado_en`,
    [actor.tipo === 'funcionario' ? actor.funcionario : ''],
  );

describe('el correo de lo que vence', () => {
  it('no dice nada cuando nada vence; después, uno al día con cifras y sin datos de nadie', async () => {
    const tomado = await radicarDePrueba(s.o, s.ana.titular);
    await s.como(s.luz, (trx) => tomarCaso(trx, tomado));
    await radicarDePrueba(s.o, s.ana.titular);
    // They are due on Monday 27 April 2026: on Tuesday the 21st four business days are left, and on Wednesday three.
    s.o.reloj.avanzar(42 * DIA);
    await avisar();
    expect(await correosDe(s.luz)).toEqual([]);
    s.o.reloj.avanzar(DIA);
    await Promise.allSettled([avisar(), avisar()]);
    await avisar();
    const correos = await correosDe(s.luz);
    expect(correos).toHaveLength(1);
    expect(correos[0]?.asunto).toBe('Hay 2 trámites por vencer');
    expect(correos[0]?.texto).toMatch(
      /Los que usted tiene: vencidos, 0; que vencen en 3 días hábiles o menos, 1\.\s+Los que nadie ha tomado en sus colas: vencidos, 0; .*, 1\./,
    );
    for (const dato of [s.deAna.fila.numero, tomado, s.deAna.correo])
      expect(correos[0]?.texto).not.toContain(dato);
    expect(await correosDe(deOtraCola)).toEqual([]);
  });

  it('quien no lo quiere no lo recibe, y cada quien elige solo lo suyo', async () => {
    await s.como(s.luz, (trx) => elegirAvisos(trx, false));
    const eva = await funcionariaDePrueba(s.o, 'eva');
    s.o.reloj.avanzar(DIA);
    await avisar();
    expect(await correosDe(s.luz)).toHaveLength(1);
    expect(await correosDe(eva)).toHaveLength(1);
    await s.como(s.luz, (trx) => elegirAvisos(trx, true));
    s.o.reloj.avanzar(DIA);
    await avisar();
    expect(await correosDe(s.luz)).toHaveLength(2);
  });

  it('los sábados, domingos y festivos no llega', async () => {
    // From Friday 24 April 2026 to Saturday.
    s.o.reloj.avanzar(DIA);
    await avisar();
    expect(await correosDe(s.luz)).toHaveLength(2);
  });
});
