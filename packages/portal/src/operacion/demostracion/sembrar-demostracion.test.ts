import { digitoDeVerificacion } from '@autogestion/normas/nit';
import type pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { baseDePrueba, type BaseDePrueba } from '../../../pruebas/base/index.ts';
import {
  abrirPool,
  ANONIMO,
  cerrarPool,
  relojDelSistema,
  transacciones,
  type EnTransaccion,
} from '../../plataforma/index.ts';
import { estadoPublico } from '../../rut/index.ts';
import { registroLocal } from '../../cuentas/index.ts';
import { CANCELADOS, cuentasPorInscribir, SUSPENDIDOS } from './cuentas.ts';
import { empresaDemo } from './empresa.ts';
import { FUNCIONARIOS } from './funcionarios.ts';
import { personaDemo } from './persona.ts';
import { sembrarDemostracion } from './sembrar-demostracion.ts';

interface Oficina {
  base: BaseDePrueba;
  pool: pg.Pool;
  enTransaccion: EnTransaccion;
}

async function abrir(): Promise<Oficina> {
  const base = await baseDePrueba();
  const pool = abrirPool({ url: base.urlPropietario, maximo: 4, nombre: 'prueba' });
  return { base, pool, enTransaccion: transacciones(pool, relojDelSistema) };
}

async function cerrar({ base, pool }: Oficina): Promise<void> {
  await cerrarPool(pool);
  await base.borrar();
}

const LISTA = `select nit, dv, rut.nombre_de(registro) as nombre from rut.versiones order by nit`;

describe('sembrar la demostración', () => {
  let una: Oficina;
  let otra: Oficina;

  beforeAll(async () => {
    [una, otra] = await Promise.all([abrir(), abrir()]);
  });
  afterAll(() => Promise.all([cerrar(una), cerrar(otra)]));

  it('dos arranques a la vez siembran una sola vez los 200', async () => {
    const sembrados = await Promise.all([
      sembrarDemostracion(una.enTransaccion, 'http://localhost:3000'),
      sembrarDemostracion(una.enTransaccion, 'http://localhost:3000'),
    ]);
    expect(sembrados.toSorted((a, b) => a - b)).toEqual([0, 200]);
    const { rows } = await una.pool.query<{ nit: string; dv: number }>(LISTA);
    expect(rows).toHaveLength(200);
    for (const { nit, dv } of rows) expect(dv).toBe(digitoDeVerificacion(nit));
  });

  it('el segundo arranque no siembra nada', async () => {
    expect(await sembrarDemostracion(una.enTransaccion, 'http://localhost:3000')).toBe(0);
    const { rows } = await una.pool.query<{ n: string }>('select count(*)::int as n from rut.titular');
    expect(rows).toEqual([{ n: 200 }]);
  });

  it('un arranque que se interrumpe no deja nada, y el siguiente siembra lo mismo que en otra base', async () => {
    const interrumpida: EnTransaccion = (actor, obra) =>
      otra.enTransaccion(actor, async (trx) => {
        await obra(trx);
        throw new Error('corte');
      });
    await expect(sembrarDemostracion(interrumpida, 'http://localhost:3000')).rejects.toThrow('corte');
    expect((await otra.pool.query(LISTA)).rows).toEqual([]);

    expect(await sembrarDemostracion(otra.enTransaccion, 'http://localhost:3000')).toBe(200);
    const conCedulaOEmpresa = `select * from (${LISTA}) l where nit !~ '^7'`;
    const [aqui, alla] = await Promise.all([una, otra].map((o) => o.pool.query(conCedulaOEmpresa)));
    expect(alla?.rows).toEqual(aqui?.rows);
    expect(aqui?.rows).toHaveLength(188);
  });

  it('quien no tiene cédula recibe un NIT del rango, y en dos bases nuevas es el mismo', async () => {
    const tercera = await abrir();
    try {
      await sembrarDemostracion(tercera.enTransaccion, 'http://localhost:3000');
      expect((await tercera.pool.query(LISTA)).rows).toEqual((await una.pool.query(LISTA)).rows);
      const { rows } = await tercera.pool.query<{ nit: string }>(
        `${LISTA.replace('order', "where nit ~ '^7' order")}`,
      );
      expect(rows.map((r) => r.nit)).toEqual(Array.from({ length: 12 }, (_, i) => String(700_000_001 + i)));
    } finally {
      await cerrar(tercera);
    }
  });

  it.each([
    [personaDemo(1).registro.nit, 'activo'],
    [personaDemo(SUSPENDIDOS.naturales[0]).registro.nit, 'suspendido'],
    [personaDemo(CANCELADOS.naturales[0]).registro.nit, 'cancelado'],
    [empresaDemo(SUSPENDIDOS.juridicas[0]).nit, 'suspendido'],
    [empresaDemo(CANCELADOS.juridicas[0]).nit, 'cancelado'],
  ])('el estado público del NIT %s es %s', async (nit, estado) => {
    const hallado = await una.enTransaccion(ANONIMO, (trx) => estadoPublico(trx, nit ?? ''));
    expect(hallado?.estado).toBe(estado);
  });

  it('quienes se muestran deben, y uno pagó al año equivocado; nada de eso se presenta como cierto', async () => {
    const { rows } = await una.pool.query<{ de_mas: boolean; debe: boolean; ficticio: boolean }>(
      `select bool_or(pagado > cargado) as de_mas, bool_or(pagado < cargado) as debe,
         (select bool_and(datos->>'demostracion' = 'sí') from obligaciones.comprobante) as ficticio
       from (select o.id,
           coalesce(sum(a.valor) filter (where a.haber = 'pagos'), 0) as pagado,
           coalesce(sum(a.valor) filter (where a.haber = 'liquidado'), 0) as cargado
         from obligaciones.obligacion o join obligaciones.asiento a on o.id in (a.debe_de, a.haber_de)
         where o.titular_id = (select titular_id from rut.versiones where nit = $1)
         group by o.id) x`,
      [personaDemo(1).registro.nit],
    );
    expect(rows).toEqual([{ de_mas: true, debe: true, ficticio: true }]);
  });

  it('de quien trabaja con salario otros reportaron el año, y todo se dice ficticio', async () => {
    const { rows } = await una.pool.query(
      `select bool_and(e.ficticia) as ficticio, bool_or(e.formato = '2276') as salario
       from terceros.registro r join terceros.vigentes e on e.id = r.entrega_id
       where r.numero = $1`,
      [personaDemo(3).registro.nit],
    );
    expect(rows).toEqual([{ ficticio: true, salario: true }]);
  });

  it('una empresa con cuenta reportó de quienes se muestran: pueden decir que no es así y alguien les responde', async () => {
    const { rows } = await una.pool.query<{ personas: string; con_cuenta: boolean }>(
      `select count(distinct r.numero)::text as personas, bool_and(e.titular_id is not null) as con_cuenta
       from terceros.registro r join terceros.vigentes e on e.id = r.entrega_id where e.informante_nit = $1`,
      [empresaDemo(1).nit],
    );
    expect(rows).toEqual([{ personas: '5', con_cuenta: true }]);
  });

  it('el registro de identidad reconoce a cada cuenta que se muestra para inscribirse', async () => {
    const registro = registroLocal(una.enTransaccion);
    for (const c of cuentasPorInscribir()) {
      const [primerApellido = '', segundoApellido] = partir(c.apellidos);
      const [primerNombre = '', otrosNombres] = partir(c.nombres);
      const r = await registro.comprobar({
        ...c,
        primerApellido,
        segundoApellido,
        primerNombre,
        otrosNombres,
      });
      expect(r.tipo, c.muestra).toBe('coincide');
    }
  });

  it('cada inscripción espera su sello, y ninguna manda un correo: los hay para los funcionarios', async () => {
    const { rows } = await una.pool.query(`select
      (select count(*)::int from sello.documento) as documentos,
      (select count(*)::int from sello.documento where contenido ? 'entregar') as por_entregar,
      (select count(*)::int from plataforma.mensaje) as mensajes,
      (select count(*)::int from graphile_worker.jobs where task_identifier = 'sello.sellar-documento') as trabajos`);
    expect(rows).toEqual([
      { documentos: 200, por_entregar: 0, mensajes: FUNCIONARIOS.length, trabajos: 200 },
    ]);
  });
});

/** «De la Hoz Ponce de León» has its own cut; the others, one word and the rest. */
function partir(texto: string): string[] {
  if (texto === 'De la Hoz Ponce de León') return ['De la Hoz', 'Ponce de León'];
  const [primera = '', ...resto] = texto.split(' ');
  return resto.length > 0 ? [primera, resto.join(' ')] : [primera];
}
