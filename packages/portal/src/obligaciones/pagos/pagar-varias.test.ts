import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  abrirOficinaConDeudas,
  deudoraSinDeudas,
  type Deudora,
} from '../../../pruebas/oficina-con-deudas.ts';
import type { OficinaDePrueba } from '../../../pruebas/oficina.ts';
import { SISTEMA } from '../../../pruebas/transacciones.ts';
import { registrarPago } from './index.ts';

let o: OficinaDePrueba;
let d: Deudora;
let pagar: string;
let renta: string;
let iva: string;
beforeAll(async () => {
  ({ o, d } = await abrirOficinaConDeudas());
  pagar = `${d.base}/pagar`;
  renta = await d.publico(await d.obligacion('renta', 2024));
  iva = await d.publico(await d.obligacion('iva', 2025, 'sep-oct'));
});
afterAll(() => o.cerrar());

const HOY = { 'dia-dia': '10', 'dia-mes': '3', 'dia-anio': '2026' };
const texto = (): string =>
  (d.n.pagina?.body ?? '')
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll(/&nbsp;|\u00a0/g, ' ')
    .replaceAll(/\s+/g, ' ');

const escoger = () => d.n.ver(`${pagar}?deudas=${renta}&deudas=${iva}&escogidas=si`);

/** Makes a slip of both debts through the pages. @returns its number */
async function hacerRecibo(campos: Record<string, string> = {}): Promise<string> {
  await escoger();
  const r = await d.n.enviar(pagar, { deudas: [renta, iva], ...HOY, ...campos });
  expect([r.statusCode, r.body]).toEqual([303, '']);
  return String(r.headers.location).split('/').at(-1) ?? '';
}

const valorDe = (numero: string, obligacion: string) =>
  o
    .consultar<{ valor: string }>(
      `select (l.capital + l.sancion + l.interes)::text as valor from obligaciones.recibo_renglon l
       join obligaciones.obligacion o on o.id = l.obligacion where l.recibo = $1 and o.id_publico = $2`,
      [numero, obligacion],
    )
    .then((filas) => BigInt(filas[0]?.valor ?? 0));

describe('varias deudas con un solo recibo', () => {
  it('el estado de obligaciones ofrece escogerlas, con las vencidas marcadas', async () => {
    await d.n.ver(d.base);
    expect(texto()).toContain('Pagar varias con un solo recibo');
    expect(d.n.pagina?.body).toMatch(new RegExp(`value="${renta}"[^>]* checked`));
    expect(d.n.pagina?.body).toContain(`<form method="get" action="${pagar}"`);
  });

  it('antes de pagar dice de cada deuda a qué va, cuánto queda y el total', async () => {
    expect((await escoger()).statusCode).toBe(200);
    expect(texto()).toContain('Escogió 2 deudas');
    expect(texto()).toMatch(/Renta de 2024 .*IVA de septiembre y octubre de 2025/);
    expect(texto()).toContain('Después de pagar no queda debiendo nada de esto');
    const parte = { [`valor-${renta}`]: '1.000.000' };
    const r = await d.n.enviar(`${pagar}/cuenta`, { deudas: [renta, iva], ...HOY, ...parte });
    expect(r.statusCode).toBe(200);
    expect(texto()).toMatch(/Después de pagar queda debiendo \$ [\d.]+ de estas deudas/);
  });

  it('lo que no sirve se dice junto a su campo, y lo escrito no se pierde', async () => {
    const malos: [Record<string, string>, string][] = [
      [{ [`valor-${renta}`]: 'mucho' }, 'números'],
      [{ [`valor-${iva}`]: '999.999.999' }, 'Ese día debe menos que eso'],
      [{ [`valor-${renta}`]: '0' }, 'más de cero'],
      [{ 'dia-dia': '9' }, 'La fecha de pago'],
    ];
    for (const a of ['', '/cuenta'])
      for (const [campos, dice] of malos) {
        await escoger();
        const r = await d.n.enviar(`${pagar}${a}`, { deudas: [renta, iva], ...HOY, ...campos });
        expect([r.statusCode, campos]).toEqual([422, campos]);
        expect(texto()).toContain(dice);
        for (const escrito of Object.values(campos)) expect(r.body).toContain(`value="${escrito}"`);
      }
  });

  it('sin escoger ninguna, o con una que no está pendiente, se vuelve a escoger', async () => {
    expect((await d.n.ver(pagar)).statusCode).toBe(200);
    expect((await d.n.ver(`${pagar}?escogidas=si`)).statusCode).toBe(422);
    expect(texto()).toContain('Escoja al menos una deuda');
    const pagada = await d.publico(await d.obligacion('renta', 2023));
    expect((await d.n.ver(`${pagar}?deudas=${renta}&deudas=${pagada}`)).statusCode).toBe(422);
    expect(texto()).toContain('Una de esas deudas ya no está pendiente');
    const sinNada = await deudoraSinDeudas(o);
    expect((await sinNada.n.ver(`${sinNada.base}/pagar`)).statusCode).toBe(409);
  });

  it('un número, un código de barras y un total; el PDF no se llama formulario 490 y su hoja 2 dice las deudas', async () => {
    const numero = await hacerRecibo({ [`valor-${renta}`]: '1.000.000', [`valor-${iva}`]: '200.000' });
    await o.trabajar();
    await d.n.ver(`${d.base}/recibos/${numero}`);
    expect(texto()).toContain(`Recibo de varias deudas n.º ${numero}`);
    expect(texto()).toContain('Total: $ 1.200.000');
    const pdf = await d.n.ver(`${d.base}/recibos/${numero}/pdf`);
    const carpeta = mkdtempSync(join(tmpdir(), 'recibo-de-varias-'));
    try {
      const archivo = join(carpeta, 'recibo.pdf');
      writeFileSync(archivo, pdf.rawPayload);
      const dicho = execFileSync('pdftotext', ['-layout', archivo, '-'], { encoding: 'utf8' });
      for (const parte of ['Recibo de pago de varias deudas', 'hoja 2', 'DEUDA 1: RENTA DE 2024', 'DEUDA 2'])
        expect(dicho).toContain(parte);
      execFileSync('pdftoppm', ['-r', '150', '-gray', '-png', archivo, join(carpeta, 'hoja')]);
      const leido = execFileSync('zbarimg', ['-q', join(carpeta, 'hoja-1.png')], { encoding: 'utf8' });
      expect(leido.replaceAll('\u001d', '')).toContain(
        `CODE-128:41595200000000118020${numero}39001200000` + '12260310',
      );
      expect(execFileSync('pdfsig', ['-nocert', archivo], { encoding: 'utf8' })).toContain(
        'Signature is Valid',
      );
    } finally {
      rmSync(carpeta, { recursive: true });
    }
  });

  it('el banco dice una operación y el dinero va a cada deuda por su renglón; si entró menos, en su orden', async () => {
    const entrar = async (numero: string, valor: bigint) => {
      const { pago } = await o.oficina.comoPropietario(SISTEMA, (trx) =>
        registrarPago(trx, {
          ...{ recibo: numero, valor, dia: o.reloj.hoy(), medio: 'ventanilla' },
          ...{ banco: 'banco-de-prueba', referencia: `varias-${numero}` },
        }),
      );
      const filas = await o.consultar<{ id_publico: string; valor: string }>(
        `select o.id_publico, a.valor::text as valor from obligaciones.asiento a
         join obligaciones.obligacion o on o.id = a.haber_de where a.comprobante = $1`,
        [String(pago.comprobante)],
      );
      return Object.fromEntries(filas.map((f) => [f.id_publico, BigInt(f.valor)]));
    };
    const partes = { [`valor-${renta}`]: '300.000', [`valor-${iva}`]: '100.000' };
    const justo = await hacerRecibo(partes);
    expect(await entrar(justo, 400_000n)).toEqual({ [renta]: 300_000n, [iva]: 100_000n });
    expect(await entrar(await hacerRecibo(partes), 350_000n)).toEqual({ [renta]: 300_000n, [iva]: 50_000n });
    expect(await valorDe(justo, iva)).toBe(100_000n);
    await d.n.ver(`${d.base}/recibos/${justo}`);
    expect(texto()).toContain('Recibo pagado');
  });

  it('anulado ofrece hacer otro de las mismas deudas', async () => {
    const numero = await hacerRecibo({ [`valor-${renta}`]: '5.000' });
    await d.n.ver(`${d.base}/recibos/${numero}`);
    await d.n.enviar(`${d.base}/recibos/${numero}/anular`);
    await d.n.seguir();
    expect(d.n.pagina?.body).toContain(`href="${pagar}?deudas=${renta}&amp;deudas=${iva}"`);
  });
});
