import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  declarante,
  empezar,
  firmarYPresentar,
  llenar,
  type Declarante,
} from '../../../pruebas/declaraciones.ts';
import { leido } from '../../../pruebas/leido.ts';
import { abrirOficina, type OficinaDePrueba } from '../../../pruebas/oficina.ts';
import { reportar } from '../../../pruebas/terceros.ts';

let o: OficinaDePrueba;
beforeAll(async () => {
  o = await abrirOficina();
});
afterAll(() => o.cerrar());

const casa = async ({ n, base }: Declarante) => leido((await n.ver(base.replace('/declaraciones', ''))).body);
const NO_PRESENTADA = 'Declaración de renta de 2025: no presentada';

describe('la declaración de renta en el inicio', () => {
  it('se dice que no está presentada, se sigue el borrador, y presentada ya no se pide', async () => {
    const q = await declarante(o);
    expect(await casa(q)).not.toContain(NO_PRESENTADA);
    await reportar(o, { titular: q.d.id, formato: '1001', concepto: '5045', campos: { pago: 10, retp: 1 } });
    expect(await casa(q)).toMatch(
      /Declaración de renta de 2025: no presentada.*(Vence|Venció) el .*mire si debe declarar/,
    );
    const borrador = await empezar(q);
    expect(await casa(q)).toContain('Tiene un borrador: falta firmarlo.');
    expect(q.n.pagina?.body).toContain(`href="${borrador}"`);
    const { body } = await q.n.ver(`${borrador}/lo-reportado`);
    const campos = [...body.matchAll(/name="(es-s-[0-9a-f]{20})"/g)].map((m) => m[1] ?? '');
    await q.n.enviar(`${borrador}/lo-reportado`, Object.fromEntries(campos.map((c) => [c, 'si'])));
    await llenar(q, borrador);
    await firmarYPresentar(o, q, borrador);
    const despues = await casa(q);
    expect(despues).not.toContain(NO_PRESENTADA);
    expect(despues).toContain('Presentada el');
  });
});
