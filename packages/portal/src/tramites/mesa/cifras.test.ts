import { sumarDias, type Fecha } from '@autogestion/normas/fechas';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { decision, escenaDeCasos, type EscenaDeCasos } from '../../../pruebas/casos.ts';
import type { Navegador } from '../../../pruebas/navegador.ts';
import { comoPersona, funcionariaDePrueba, radicarDePrueba } from '../../../pruebas/tramites.ts';
import { deLaMesa } from '../../../pruebas/verificados.ts';
import type { Actor } from '../../plataforma/index.ts';
import { decidirCaso } from '../decidir-caso.ts';
import { tomarCaso } from '../repartir-casos.ts';
import { desistir } from '../seguir-caso.ts';
import { casosDeLaSemana, leerSupervision, primeraSemana, SEMANAS } from './cifras.ts';

let s: EscenaDeCasos;
let jefa: Actor;
let eva: Navegador;
let hoy: Fecha;
const PRUEBA = 'prueba.caso';

/** Filed today; due as many days ago as it is late. */
async function radicado(tarde = 0): Promise<string> {
  const r = await radicarDePrueba(s.o, s.ana.titular);
  if (tarde > 0)
    await s.o.consultar('update tramites.pendiente set vence = $2::date - $3::int where radicado = $1', [
      r,
      hoy,
      tarde,
    ]);
  return r;
}

beforeAll(async () => {
  s = await escenaDeCasos();
  hoy = await s.como(s.luz, async (trx) => trx.hoy);
  jefa = await funcionariaDePrueba(s.o, 'jefa', ['supervisor']);
  await funcionariaDePrueba(s.o, 'ociosa');
  eva = await deLaMesa(s.o, 'eva');
  for (const tarde of [0, 0, 3]) {
    const r = await radicado(tarde);
    await s.como(s.luz, (trx) => tomarCaso(trx, r));
    await s.como(s.luz, (trx) => decidirCaso(trx, decision(r)));
  }
  const retirado = await radicado();
  await s.como(comoPersona(s.anaId), (trx) =>
    desistir(trx, { radicado: retirado, titular: s.anaId, motivo: '' }),
  );
  const abierto = await radicado(5);
  await s.como(s.luz, (trx) => tomarCaso(trx, abierto));
  await radicado();
});
afterAll(() => s.o.cerrar());

describe('las cifras de quien supervisa', () => {
  it('lo que entró, lo que terminó y lo que terminó dentro de su plazo, por semana y por trámite', async () => {
    const { semanas } = await s.como(jefa, leerSupervision);
    expect(semanas).toEqual([
      {
        semana: sumarDias(primeraSemana(hoy), 7 * (SEMANAS - 1)),
        tipo: PRUEBA,
        entraron: 6,
        salieron: 4,
        aTiempo: 3,
      },
    ]);
  });

  it('quien no tiene trámites también está, y cada cifra es la de su lista', async () => {
    const { funcionarios, tipos } = await s.como(jefa, leerSupervision);
    const de = (nombre: string | null) => funcionarios.find((f) => f.nombre === nombre);
    expect(de('Funcionaria luz')).toMatchObject({ abiertos: 1, vencidos: 1, hechos: 3 });
    expect(de('Funcionaria ociosa')).toMatchObject({ abiertos: 0, vencidos: 0, hechos: 0 });
    expect(de(null)).toMatchObject({ funcionario: null, abiertos: 1, vencidos: 0 });
    expect(tipos).toEqual([
      expect.objectContaining({ tipo: PRUEBA, abiertos: 2, vencidos: 1, edadMediana: 0, edadMayor: 0 }),
    ]);
    const semana = sumarDias(primeraSemana(hoy), 7 * (SEMANAS - 1));
    for (const [que, cuantos] of [
      ['entraron', 6],
      ['salieron', 4],
      ['a-tiempo', 3],
      ['tarde', 1],
    ] as const) {
      const casos = await s.como(jefa, (trx) => casosDeLaSemana(trx, { que, semana, tipo: PRUEBA }));
      expect([que, casos.length]).toEqual([que, cuantos]);
    }
  });

  it('quien atiende una cola no las ve', async () => {
    await expect(s.como(s.luz, leerSupervision)).rejects.toMatchObject({ estado: 403 });
  });

  it('la página tiene las gráficas con sus tablas, sin estilos sueltos, y cada cifra lleva a su lista', async () => {
    await s.o.consultar(
      `update cuentas.funcionario set roles = '{mesa-rut,supervisor}' where usuario = 'eva'`,
    );
    const { body } = await eva.ver('/mesa/supervision');
    expect(body).not.toMatch(/\sstyle=/);
    expect(body.match(/<svg[^>]*role="img"/g)).toHaveLength(2);
    expect(body).toContain('Funcionaria ociosa');
    const listas = [...body.matchAll(/href="(\/mesa\/[^"]*\?[^"]*)"[^>]*>(\d+)</g)].map(
      ([, a = '', n]) => [a.replaceAll('&amp;', '&'), Number(n)] as const,
    );
    expect(listas.length).toBeGreaterThan(6);
    for (const [a, n] of listas) {
      const lista = (await eva.ver(a)).body;
      const filas = lista.match(/href="\/mesa\/tramites\/\d{4}RU\d{9}"/g) ?? [];
      expect([a, filas.length]).toEqual([a, n]);
    }
  });
});

describe('el día de cada funcionaria', () => {
  it('un signo que la base no guarda, en la dirección, no es nada: no es una falla nuestra', async () => {
    expect((await eva.ver('/mesa/supervision/semana?tipo=a%00b')).statusCode).toBeLessThan(500);
    expect((await eva.ver('/mesa/tramites/a%00b')).statusCode).toBe(404);
  });

  it('la portada de la mesa trae sus cifras, cada una con su lista', async () => {
    const n = await deLaMesa(s.o, 'nueva');
    await s.o.consultar(
      `update tramites.pendiente set asignado_a = (select id from cuentas.funcionario where usuario = 'nueva')
       where asignado_a is not null`,
    );
    const { body } = await n.ver('/mesa');
    expect(body).toMatch(/cifra__valor">1<\/span><a[^>]*de=mios">Los que tengo/);
    expect(body).toMatch(/cifra--mal"><span class="cifra__valor">1<\/span><a[^>]*plazo=vencido">Vencidos/);
    expect(body).toMatch(/cifra__valor">1<\/span><a[^>]*de=libres">Sin tomar/);
  });

  it('quien opera llega desde ahí a los documentos sin sello', async () => {
    await s.o.consultar(`update cuentas.funcionario set roles = '{operador}' where usuario = 'eva'`);
    expect((await eva.ver('/mesa')).body).toContain('href="/operacion/sellos"');
    expect((await eva.ver('/operacion/sellos')).statusCode).toBe(200);
  });
});
