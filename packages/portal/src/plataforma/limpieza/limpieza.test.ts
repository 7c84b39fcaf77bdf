import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { abrirInscripcion, confirmarContacto, persona } from '../../../pruebas/inscripcion.ts';
import { abrirOficina, type OficinaDePrueba } from '../../../pruebas/oficina.ts';
import { auditar } from '../auditoria/index.ts';

let o: OficinaDePrueba;
beforeAll(async () => {
  o = await abrirOficina();
});
afterAll(() => o.cerrar());

const DIA = 86_400_000;
const TABLAS = [
  'plataforma.sesion',
  'plataforma.codigo',
  'plataforma.envio_codigo',
  'plataforma.cuerpo_guardado',
  'interfaz.borrador',
  'interfaz.borrador_acceso',
];
const cuantas = async () =>
  Promise.all(
    TABLAS.map(async (t) => (await o.consultar<{ n: number }>(`select count(*)::int as n from ${t}`))[0]?.n),
  );
async function limpiar(): Promise<void> {
  await o.ejecutarTrabajo('plataforma.limpiar-vencidos');
  await o.ejecutarTrabajo('interfaz.borrar-borradores-vencidos');
}

describe('limpieza', () => {
  it('lo que está vivo se queda; a los 31 días de vencido no queda nada de nadie', async () => {
    const b = await abrirInscripcion(o);
    await confirmarContacto(o, b, persona());
    const n = o.navegador();
    await n.enviar(`/rut/inscripcion/${b.borrador}/nombres`, { primerNombre: 'Ana' });
    const antes = await cuantas();
    expect(antes.every((x) => (x ?? 0) > 0)).toBe(true);
    await limpiar();
    expect(await cuantas()).toEqual(antes);
    o.reloj.avanzar(29 * DIA);
    await limpiar();
    expect((await cuantas())[TABLAS.indexOf('interfaz.borrador')]).toBe(1);
    o.reloj.avanzar(2 * DIA);
    await limpiar();
    expect(await cuantas()).toEqual(TABLAS.map(() => 0));
  });

  it('deja hechas las particiones de la auditoría de los tres meses que vienen', async () => {
    o.reloj.avanzar(400 * DIA);
    await limpiar();
    const [anio = '', mes = ''] = o.reloj.hoy().split('-');
    for (let i = 0; i <= 3; i++) {
      const m = new Date(Date.UTC(Number(anio), Number(mes) - 1 + i, 1));
      const nombre = `auditoria_${m.toISOString().slice(0, 7).replace('-', '')}`;
      expect(
        await o.consultar('select to_regclass($1) is not null as hay', [`plataforma.${nombre}`]),
      ).toEqual([{ hay: true }]);
    }
    // Made twice, nothing happens.
    await expect(limpiar()).resolves.toBeUndefined();
  });

  it('una partición que llega tarde no pierde lo anotado antes', async () => {
    o.reloj.avanzar(400 * DIA);
    await o.oficina.enTransaccion({ tipo: 'anonimo' }, async (trx) => {
      await auditar(trx, { accion: 'prueba.tardia' });
    });
    // The night's job did not run for a year: the entry is in the partition of the rest.
    await expect(limpiar()).resolves.toBeUndefined();
    expect(
      await o.consultar(`select accion from plataforma.auditoria where accion = 'prueba.tardia'`),
    ).toHaveLength(1);
  });
});
