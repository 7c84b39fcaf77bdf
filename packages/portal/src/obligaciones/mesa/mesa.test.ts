import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { funcionario } from '../../../pruebas/cuentas.ts';
import { abrirOficinaConDeudas, type Deudora } from '../../../pruebas/oficina-con-deudas.ts';
import type { Navegador } from '../../../pruebas/navegador.ts';
import type { OficinaDePrueba } from '../../../pruebas/oficina.ts';

let o: OficinaDePrueba;
let d: Deudora;
let nit: string;
let luz: Navegador;
beforeAll(async () => {
  ({ o, d } = await abrirOficinaConDeudas());
  const [f] = await o.consultar<{ nit: string }>(
    'select nit from rut.versiones where titular_id = $1 and vigente',
    [d.id],
  );
  nit = f?.nit ?? '';
  luz = (await funcionario(o, { usuario: 'luz', roles: ['obligaciones'] })).n;
});
afterAll(() => o.cerrar());

const MOTIVO = 'La persona llamó a preguntar por su pago.';
const mirar = async (n: Navegador, campos: Record<string, string>) => {
  await n.ver('/mesa/obligaciones');
  return n.enviar('/mesa/obligaciones', campos);
};

describe('mesa de obligaciones', () => {
  it('con una razón escrita se ve lo que debe y cada comprobante, y la persona ve quién miró', async () => {
    const r = await mirar(luz, { nit, motivo: MOTIVO });
    expect(r.statusCode).toBe(303);
    const { body } = await luz.ver(String(r.headers.location));
    expect(body).toContain('Renta de 2024');
    expect(body).toContain('Pago');
    expect(body).not.toMatch(/undefined|NaN/);
    const [anotado] = await o.consultar<{ motivo: string }>(
      `select datos ->> 'motivo' as motivo from plataforma.auditoria
       where accion = 'obligaciones.consultar' and persona_id = $1`,
      [d.id],
    );
    expect(anotado?.motivo).toBe(MOTIVO);
    const enlace = /\/mesa\/obligaciones\/[0-9a-z]{26}\?al=[^"]*/.exec(body)?.[0] ?? '';
    expect((await luz.ver(enlace.replaceAll('&amp;', '&'))).statusCode).toBe(200);
  });

  it('sin razón, con un NIT que no es, o de quien no está inscrito, no se mira', async () => {
    const sinRazon = await mirar(luz, { nit, motivo: 'ver' });
    expect([sinRazon.statusCode, sinRazon.body.includes('Diga por qué lo mira')]).toEqual([422, true]);
    expect((await mirar(luz, { nit: '12a', motivo: MOTIVO })).statusCode).toBe(422);
    const nadie = await mirar(luz, { nit: '899999034', motivo: MOTIVO });
    expect([nadie.statusCode, nadie.body.includes('Nadie está inscrito')]).toEqual([422, true]);
  });

  it('la razón de una funcionaria no sirve a otra, ni a otro rol, ni al día siguiente', async () => {
    const suya = String((await mirar(luz, { nit, motivo: MOTIVO })).headers.location);
    const mar = (await funcionario(o, { usuario: 'mar', roles: ['obligaciones'] })).n;
    expect((await mar.ver(suya)).statusCode).toBe(404);
    const deLaCola = (await funcionario(o, { usuario: 'sol', roles: ['pqsrd'] })).n;
    expect((await deLaCola.ver('/mesa/obligaciones')).statusCode).toBe(403);
    const propia = (
      await funcionario(o, { usuario: 'ella', roles: ['obligaciones'], numero: d.p.fila.numero })
    ).n;
    expect((await mirar(propia, { nit, motivo: MOTIVO })).statusCode).toBe(403);
    await o.consultar(
      `insert into obligaciones.atencion (id, id_publico, funcionario_id, titular_id, motivo, abierta_en)
       select gen_random_uuid(), repeat('d', 26), a.funcionario_id, a.titular_id, a.motivo, a.abierta_en - interval '9 hours'
       from obligaciones.atencion a limit 1`,
    );
    expect((await luz.ver(`/mesa/obligaciones/${'d'.repeat(26)}`)).statusCode).toBe(404);
  });
});
