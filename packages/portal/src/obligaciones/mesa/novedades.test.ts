import { fecha } from '@autogestion/normas/fechas';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { funcionario } from '../../../pruebas/cuentas.ts';
import { abrirOficinaConDeudas, type Deudora } from '../../../pruebas/oficina-con-deudas.ts';
import type { Navegador } from '../../../pruebas/navegador.ts';
import type { OficinaDePrueba } from '../../../pruebas/oficina.ts';
import { SISTEMA } from '../../../pruebas/transacciones.ts';
import { emitirReciboDe, registrarPago } from '../pagos/index.ts';

const LISTA = '/mesa/obligaciones/novedades';
let o: OficinaDePrueba;
let d: Deudora;
let luz: Navegador;
let recibo: string;
beforeAll(async () => {
  ({ o, d } = await abrirOficinaConDeudas());
  luz = (await funcionario(o, { usuario: 'luz', roles: ['obligaciones'] })).n;
  const obligacion = await d.obligacion('renta', 2024);
  recibo = await o.oficina.comoPropietario(SISTEMA, (trx) =>
    emitirReciboDe(trx, {
      ...{ titular: d.id, paraEl: fecha('2026-03-10'), corte: 0n, clave: 'prueba-novedades' },
      renglones: [{ obligacion, capital: 90_000n, sancion: 0n, interes: 0n }],
    }),
  );
});
afterAll(() => o.cerrar());

const entrar = (referencia: string, valor: bigint, numero = recibo) =>
  o.oficina.comoPropietario(SISTEMA, (trx) =>
    registrarPago(trx, {
      ...{ recibo: numero, valor, dia: o.reloj.hoy(), medio: 'ventanilla' },
      ...{ banco: 'banco-007', referencia },
    }),
  );

describe('pagos que no coincidieron', () => {
  it('sin ninguno lo dice; después dice qué pasó con cada uno y qué hizo la oficina, y se filtra', async () => {
    expect((await luz.ver(LISTA)).body).toContain('Todos los pagos coincidieron con su recibo');
    await entrar('n-1', 90_000n);
    await entrar('n-2', 80_000n);
    await entrar('n-2', 81_000n);
    await entrar('n-3', 5_000n, '49000099999900');
    const { body } = await luz.ver(LISTA);
    for (const dice of [
      'Recibo pagado más de una vez',
      'Entró un valor distinto',
      'El banco dijo otra cosa después',
      'Recibo que no existe',
      'Guardó el dinero sin dueño',
    ])
      expect(body).toContain(`>${dice}`);
    const filtrada = (await luz.ver(`${LISTA}?clase=desacuerdo`)).body;
    expect(filtrada).toContain(recibo);
    expect(filtrada).not.toContain('49000099999900');
    expect((await luz.ver(`${LISTA}?clase=pago-de-otro`)).body).toContain('Ningún pago tiene esa novedad');
  });

  it('un archivo con muchos recibos de nadie no tapa lo demás: de cada clase, los 20 más recientes', async () => {
    for (let n = 0; n < 21; n += 1) await entrar(`nadie-${n}`, 7_000n, `490000888000${10 + n}`);
    const { body } = await luz.ver(LISTA);
    // With the one that the test before left.
    expect(body.match(/(?:490000888000\d\d|49000099999900)</g)).toHaveLength(20);
    expect(body).toContain('De cada clase, los 20 más recientes');
    expect(body).toContain(recibo);
    const deNadie = (await luz.ver(`${LISTA}?clase=recibo-desconocido`)).body;
    expect(deNadie.match(/490000888000\d\d</g)).toHaveLength(21);
  });

  it('de quién es se ve con una razón escrita, y nadie más que obligaciones entra', async () => {
    const { body } = await luz.ver(`${LISTA}?clase=desacuerdo`);
    const uno = new RegExp(`${LISTA}/[0-9a-z]{26}`).exec(body)?.[0] ?? '';
    expect((await luz.ver(uno)).body).toContain('El banco también dijo');
    expect((await luz.enviar(uno, { motivo: 'corta' })).statusCode).toBe(422);
    const r = await luz.enviar(uno, { motivo: 'El banco preguntó por este pago.' });
    expect(r.statusCode).toBe(303);
    expect((await luz.seguir()).body).toContain('Renta de 2024');
    const [anotado] = await o.consultar<{ n: string }>(
      `select count(*)::text as n from plataforma.auditoria
       where accion = 'obligaciones.consultar' and persona_id = $1`,
      [d.id],
    );
    expect(anotado?.n).toBe('1');
    const op = (await funcionario(o, { usuario: 'opera', roles: ['operador'] })).n;
    expect((await op.ver(LISTA)).statusCode).toBe(403);
  });
});
