import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  alguien,
  empezar,
  MUDARSE,
  responder,
  SIN_DIA,
  terminar,
  terminarIgual,
  versiones,
} from '../../../pruebas/actualizacion.ts';
import { idDe } from '../../../pruebas/cuentas.ts';
import { abrirOficina, type OficinaDePrueba } from '../../../pruebas/oficina.ts';
import { SISTEMA } from '../../../pruebas/transacciones.ts';

let o: OficinaDePrueba;
beforeAll(async () => {
  o = await abrirOficina();
});
afterAll(() => o.cerrar());

describe('lo que deja de ser cierto entre el borrador y el final', () => {
  it('la tercera dirección en seis meses: se dice desde cuándo, al empezar y al terminar', async () => {
    const { n, titular } = await alguien(o);
    const tercera = await empezar(n, titular);
    await responder(n, tercera, [...MUDARSE, SIN_DIA]);
    for (const finca of ['El Roble', 'El Pino']) {
      const base = await empezar(n, titular);
      await responder(n, base, [
        ...MUDARSE.slice(0, -1),
        ['direccion-libre', { direccion: `Vereda Santa Elena, finca ${finca}` }],
        SIN_DIA,
      ]);
      expect((await terminar(n, base)).headers.location).toContain('/actualizado/');
    }
    const r = await terminarIgual(n, tercera);
    expect(r.statusCode).toBe(409);
    expect(r.body).toContain('11 de septiembre de 2026');
    expect(r.body).toContain('en una sede');
    const otra = await empezar(n, titular);
    await n.ver(`${otra}/que-cambia`);
    const ya = await n.enviar(`${otra}/que-cambia`, { cambios: 'direccion' });
    expect(ya.statusCode).toBe(422);
    expect(ya.body).toContain('11 de septiembre de 2026');
    expect(await versiones(o, titular)).toHaveLength(3);
  });

  it('si el RUT se cancela mientras tanto, no se actualiza y se dice por qué', async () => {
    const { n, titular } = await alguien(o);
    const base = await empezar(n, titular);
    await responder(n, base, [...MUDARSE, SIN_DIA]);
    const id = await idDe(o, titular);
    await o.oficina.comoPropietario(SISTEMA, (trx) =>
      sql`select rut.insertar_cambio_estado(gen_random_uuid(), ${id}, 'cancelado', '2026-03-10', 'Acto 9', ${trx.ahora})`.execute(
        trx.bd,
      ),
    );
    const r = await terminarIgual(n, base);
    expect(r.statusCode).toBe(409);
    expect(r.body).toContain('está cancelado');
    expect(await versiones(o, titular)).toHaveLength(1);
    expect((await n.ver(`/de/${titular}/rut/actualizacion`)).body).toContain('hay que reactivarlo');
  });

  it('lo que otro cambió mientras tanto se conserva', async () => {
    const { n, titular } = await alguien(o);
    const base = await empezar(n, titular);
    await responder(n, base, [...MUDARSE, SIN_DIA]);
    const otra = await empezar(n, titular);
    await responder(n, otra, [
      ['que-cambia', { cambios: 'segundo-telefono' }],
      ['segundo-telefono', { telefono: '6017451000' }],
      SIN_DIA,
    ]);
    expect((await terminar(n, otra)).statusCode).toBe(303);
    expect((await terminar(n, base)).statusCode).toBe(303);
    expect((await versiones(o, titular)).at(-1)?.registro).toMatchObject({
      ubicacion: { municipio: '05001', telefono2: '6017451000' },
    });
  });
});
