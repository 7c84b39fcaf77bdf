import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { abrirOficina, type OficinaDePrueba } from '../../../pruebas/oficina.ts';
import { inscribirPersona } from '../../../pruebas/inscripcion.ts';

let o: OficinaDePrueba;
beforeAll(async () => {
  o = await abrirOficina();
});
afterAll(() => o.cerrar());

describe('x', () => {
  it('y', async () => {
    const t0 = Date.now();
    const i = await inscribirPersona(o);
    console.log(i, Date.now() - t0);
    await o.trabajar();
    console.log(Date.now() - t0, await o.consultar('select * from rut.entrega'));
  });
});
