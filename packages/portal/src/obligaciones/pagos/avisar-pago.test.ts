import { fecha } from '@autogestion/normas/fechas';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { idDe } from '../../../pruebas/cuentas.ts';
import {
  inscribirPersona,
  persona,
  type Inscrita,
  type PersonaDePrueba,
} from '../../../pruebas/inscripcion.ts';
import { abrirOficina, type OficinaDePrueba } from '../../../pruebas/oficina.ts';
import { SISTEMA } from '../../../pruebas/transacciones.ts';
import { cambiarEstado } from '../../../pruebas/verificados.ts';
import { abrirObligacion, asentar, cargo } from '../libro/index.ts';
import { AVISAR_PAGO } from './avisar-pago.ts';
import { emitirReciboDe, registrarPago, type PagoRegistrado } from './index.ts';

const VENCE = fecha('2025-08-12');
let o: OficinaDePrueba;
let p: PersonaDePrueba;
let quien: Inscrita;
beforeAll(async () => {
  o = await abrirOficina();
  p = persona();
  quien = await inscribirPersona(o, p);
});
afterAll(() => o.cerrar());

let hecho = 0;
/** A payment, with a slip of its own, of what somebody owes of a year. */
async function pagar(anio: number, pagador?: string): Promise<PagoRegistrado> {
  const titular = await idDe(o, quien.titular);
  const n = (hecho += 1);
  return o.oficina.comoPropietario(SISTEMA, async (trx) => {
    const obligacion = await abrirObligacion(trx, { titular, concepto: 'renta', anio, periodo: 'anual' });
    await asentar(trx, {
      clase: 'liquidacion',
      origen: `prueba-aviso:${n}`,
      asientos: [cargo({ obligacion, rubro: 'impuesto', valor: 500_000n, desde: VENCE, vence: VENCE })],
    });
    const recibo = await emitirReciboDe(trx, {
      titular,
      paraEl: o.reloj.hoy(),
      corte: 0n,
      clave: `prueba-aviso:${n}`,
      renglones: [{ obligacion, capital: 500_000n, sancion: 0n, interes: 0n }],
    });
    return registrarPago(trx, {
      ...{ recibo, valor: 500_000n, dia: o.reloj.hoy(), medio: 'ventanilla' },
      ...{ banco: 'banco-de-prueba', referencia: `aviso-${n}` },
      ...(pagador !== undefined && { pagador }),
    });
  });
}

/** Those of a year, by what they say: all are of the same instant. */
const avisos = (anio: number) =>
  o.consultar<{ asunto: string; texto: string }>(
    `select asunto, texto from plataforma.mensaje where destino = $1 and asunto like 'Recibimos%' and texto like $2`,
    [p.correo, `%renta de ${anio}.%`],
  );

describe('aviso de un pago', () => {
  it('quien debía se entera una vez, de cuánto entró y de qué se abonó', async () => {
    const { pago } = await pagar(2023, quien.nit);
    expect(pago.novedades).toEqual([]);
    await o.trabajar();
    await o.ejecutarTrabajo(AVISAR_PAGO, { id: pago.id });
    const [aviso, ...otros] = await avisos(2023);
    expect(otros).toEqual([]);
    expect(aviso?.asunto).toMatch(/^Recibimos su pago de \$\s500\.000$/);
    expect(aviso?.texto).toContain('Se abonó a: renta de 2023.');
  });

  it('si pagó otra persona, el pago vale igual y se dice', async () => {
    expect((await pagar(2022, '1020999888')).pago.novedades).toEqual(['pago-de-otro']);
    await o.trabajar();
    expect((await avisos(2022))[0]?.texto).toContain('Pagó otra persona. El pago vale igual');
  });

  it('con el RUT cancelado, lo que entra se abona a lo que se debía, y la oficina lo ve', async () => {
    await cambiarEstado(o, quien, 'cancelado');
    expect((await pagar(2021)).pago.novedades).toEqual(['rut-cancelado']);
    await o.trabajar();
    expect((await avisos(2021))[0]?.texto).toContain(
      'El RUT está cancelado. Lo que se debía sigue por pagar',
    );
  });
});
