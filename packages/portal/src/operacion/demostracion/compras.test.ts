import { fecha } from '@autogestion/normas/fechas';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { abrirOficina, type OficinaDePrueba } from '../../../pruebas/oficina.ts';
import { comprasDeDemostracion } from './compras.ts';

let o: OficinaDePrueba;
beforeAll(async () => {
  o = await abrirOficina();
});
afterAll(() => o.cerrar());

it('lo que compran las personas de la demostración entra como cualquier documento, y sembrarlo otra vez no lo repite', async () => {
  const compras = comprasDeDemostracion(fecha('2026-03-10'));
  const carga = { compras: JSON.stringify(compras.slice(0, 5)) };
  await o.ejecutarTrabajo('facturas.sembrar-demostracion', carga);
  const hay = () =>
    o.consultar<{ tipo: string; n: number; bien: boolean }>(
      `select tipo, count(*)::int as n, bool_and(codigo_coincide and cadena = 'confiable') as bien
       from facturas.documento group by tipo order by tipo`,
    );
  const esperado = [
    { tipo: '01', n: 5, bien: true },
    { tipo: '91', n: 1, bien: true },
    { tipo: '96', n: 3, bien: true },
  ];
  expect(await hay()).toEqual(esperado);
  await o.ejecutarTrabajo('facturas.sembrar-demostracion', carga);
  expect(await hay()).toEqual(esperado);
});
