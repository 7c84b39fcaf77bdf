import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  abrirOficinaConDeudas,
  deudoraSinDeudas,
  type Deudora,
} from '../../../pruebas/oficina-con-deudas.ts';
import type { ClienteApi } from '../../../pruebas/navegador.ts';
import type { OficinaDePrueba } from '../../../pruebas/oficina.ts';

let o: OficinaDePrueba;
let d: Deudora;
let renta: string;
let iva: string;
beforeAll(async () => {
  ({ o, d } = await abrirOficinaConDeudas());
  renta = await d.publico(await d.obligacion('renta', 2024));
  iva = await d.publico(await d.obligacion('iva', 2025, 'sep-oct'));
});
afterAll(() => o.cerrar());

function programaDe(quien: Deudora): ClienteApi {
  const api = o.api();
  api.token = quien.n.galletas.get('sesion');
  return api;
}

interface ReciboLeido {
  recibo: string;
  estado: string;
  total: number;
  pdf: string | null;
  renglones: { obligacion: string; total: number }[];
}

describe('pagar por la API', () => {
  it('hace un recibo de varias deudas, una vez por clave, y dice cómo va', async () => {
    const api = programaDe(d);
    const pedir = () =>
      api.pedir<ReciboLeido>(
        'POST',
        `${d.base}/recibos`,
        {
          deudas: [
            { obligacion: iva, valor: 50_000 },
            { obligacion: renta, valor: 150_000 },
          ],
        },
        { 'idempotency-key': 'clave-de-prueba-1' },
      );
    const primera = await pedir();
    expect(primera.estado).toBe(201);
    expect(primera.cuerpo).toMatchObject({ estado: 'por-pagar', total: 200_000, pdf: null });
    expect(primera.cuerpo.renglones.map((r) => [r.obligacion, r.total])).toEqual([
      [renta, 150_000],
      [iva, 50_000],
    ]);
    expect((await pedir()).cuerpo.recibo).toBe(primera.cuerpo.recibo);
    await o.trabajar();
    const { cuerpo } = await api.pedir<ReciboLeido>('GET', `${d.base}/recibos/${primera.cuerpo.recibo}`);
    expect(cuerpo.pdf).toContain(`/recibos/${primera.cuerpo.recibo}/pdf`);
  });

  it('lo que no sirve es un 422 que dice cuál, y lo ajeno no está', async () => {
    const api = programaDe(d);
    for (const deudas of [[], [{ obligacion: 'no-es-suya' }], [{ obligacion: renta, valor: 999_999_999 }]])
      expect((await api.pedir('POST', `${d.base}/recibos`, { deudas })).estado).toBe(422);
    const { cuerpo } = await api.pedir<ReciboLeido>('POST', `${d.base}/recibos`, {
      deudas: [{ obligacion: renta }],
    });
    const otra = await deudoraSinDeudas(o);
    const suya = programaDe(otra);
    expect((await suya.pedir('GET', `${otra.base}/recibos/${cuerpo.recibo}`)).estado).toBe(404);
    expect((await suya.pedir('POST', `${otra.base}/recibos/${cuerpo.recibo}/en-linea`)).estado).toBe(404);
  });

  it('empieza un pago en línea; pedido dos veces es el mismo', async () => {
    const api = programaDe(d);
    const { cuerpo } = await api.pedir<ReciboLeido>('POST', `${d.base}/recibos`, {
      deudas: [{ obligacion: renta, valor: 10_000 }],
    });
    const empezar = () =>
      api.pedir<{ operacion: string }>('POST', `${d.base}/recibos/${cuerpo.recibo}/en-linea`);
    const una = await empezar();
    expect(una.cuerpo).toMatchObject({ estado: 'en-el-banco', valor: 10_000, recibo: cuerpo.recibo });
    expect((await empezar()).cuerpo.operacion).toBe(una.cuerpo.operacion);
    const vista = await api.pedir('GET', `${d.base}/pagos/${una.cuerpo.operacion}`);
    expect(vista.cuerpo).toMatchObject({ estado: 'en-el-banco' });
  });
});
