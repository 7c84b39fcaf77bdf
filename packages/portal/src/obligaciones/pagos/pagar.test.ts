import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fecha } from '@autogestion/normas/fechas';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  abrirOficinaConDeudas,
  deudoraSinDeudas,
  type Deudora,
} from '../../../pruebas/oficina-con-deudas.ts';
import type { OficinaDePrueba } from '../../../pruebas/oficina.ts';
import { SISTEMA } from '../../../pruebas/transacciones.ts';
import { emitirReciboDe, registrarPago } from './index.ts';

let o: OficinaDePrueba;
let d: Deudora;
let pagar: string;
beforeAll(async () => {
  ({ o, d } = await abrirOficinaConDeudas());
  pagar = `${d.base}/${await d.publico(await d.obligacion('renta', 2024))}/pagar`;
});
afterAll(() => o.cerrar());

const HOY = { 'dia-dia': '10', 'dia-mes': '3', 'dia-anio': '2026' };
const parte = (valor: string) => ({ cuanto: 'parte', valor, ...HOY });
const texto = (): string =>
  (d.n.pagina?.body ?? '')
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll(/&nbsp;|\u00a0/g, ' ')
    .replaceAll(/\s+/g, ' ');

/** Makes a slip through the pages. @returns its number */
async function hacerRecibo(campos: Record<string, string>): Promise<string> {
  await d.n.ver(pagar);
  const r = await d.n.enviar(pagar, campos);
  expect(r.statusCode).toBe(303);
  return String(r.headers.location).split('/').at(-1) ?? '';
}

describe('página para pagar', () => {
  it('empieza con todo, hoy, y la cuenta hecha: a qué va, y que no queda debiendo', async () => {
    expect((await d.n.ver(pagar)).statusCode).toBe(200);
    expect(texto()).toContain('Pagar renta de 2024');
    expect(texto()).toContain('Después de pagar no queda debiendo nada de esto.');
    expect(texto()).toMatch(/Así se reparten los \$ 11\.\d{3}\.\d{3}, si los paga el 10 de marzo de 2026/);
  });

  it('una parte, escrita con puntos, comas o espacios, dice antes de pagar a qué va y qué queda', async () => {
    for (const valor of ['1000000', '1.000.000', '1,000,000', ' 1 000 000 ', '$ 1.000.000,00']) {
      await d.n.ver(pagar);
      const r = await d.n.enviar(`${pagar}/cuenta`, parte(valor));
      expect([valor, r.statusCode]).toEqual([valor, 200]);
      expect(texto()).toContain('Así se reparten los $ 1.000.000');
      expect(texto()).toMatch(
        /Después de pagar queda debiendo \$ [\d.]+\. Cada día que pase suma \$ [\d.]+ de/,
      );
    }
  });

  it('lo que no se puede leer, más de lo que debe, un día que pasó o nada se dice junto a su campo', async () => {
    const malos: [Record<string, string>, string][] = [
      [parte('mucho'), 'números'],
      [parte('0'), 'más de cero'],
      [parte('999.999.999'), 'Ese día debe menos que eso'],
      [{ cuanto: 'todo', 'dia-dia': '9', 'dia-mes': '3', 'dia-anio': '2026' }, 'La fecha de pago'],
      [{ cuanto: 'todo', 'dia-dia': '30', 'dia-mes': '2', 'dia-anio': '2026' }, 'febrero'],
      [HOY, 'Diga si va a pagar todo o una parte'],
    ];
    for (const a of ['', '/cuenta'])
      for (const [campos, dice] of malos) {
        await d.n.ver(pagar);
        const r = await d.n.enviar(`${pagar}${a}`, campos);
        expect([r.statusCode, campos]).toEqual([422, campos]);
        expect(texto()).toContain(dice);
        expect(texto()).toContain('Corrija lo que está marcado');
      }
  });

  it('oprimir dos veces hace un recibo, y volver a cargar la cuenta no hace ninguno', async () => {
    await d.n.ver(pagar);
    const clave = d.n.ocultos();
    const [a, b] = [
      await d.n.enviar(pagar, parte('20.000')),
      await d.n.enviar(pagar, { ...parte('20.000'), ...clave }),
    ];
    expect(a.headers.location).toBe(b.headers.location);
    expect((await d.n.ver(`${pagar}/cuenta`)).headers.location).toBe(pagar);
    await d.n.ver(pagar);
    expect(texto()).toContain('Ya tiene un recibo sin pagar de esto');
  });

  it('lo que no se debe no se paga otra vez', async () => {
    const nada = `${d.base}/${await d.publico(await d.obligacion('renta', 2023))}/pagar`;
    const r = await d.n.ver(nada);
    expect([r.statusCode, texto().includes('No hay nada por pagar de esto')]).toEqual([409, true]);
  });
});

describe('recibo 490', () => {
  it('su PDF está sellado, y zbarimg lee en él el número, el valor y el día', async () => {
    const numero = await hacerRecibo(parte('1.500.000'));
    const recibo = `${d.base}/recibos/${numero}`;
    expect((await d.n.ver(`${recibo}/pdf`)).statusCode).toBe(409);
    await o.trabajar();
    await d.n.ver(recibo);
    expect(texto()).toContain('Descargar el recibo en PDF');
    const pdf = await d.n.ver(`${recibo}/pdf`);
    expect(pdf.headers['content-type']).toBe('application/pdf');
    const carpeta = mkdtempSync(join(tmpdir(), 'recibo-490-'));
    try {
      const archivo = join(carpeta, 'recibo.pdf');
      writeFileSync(archivo, pdf.rawPayload);
      execFileSync('pdftoppm', ['-r', '150', '-gray', '-png', archivo, join(carpeta, 'hoja')]);
      const leido = execFileSync('zbarimg', ['-q', join(carpeta, 'hoja-1.png')], { encoding: 'utf8' });
      expect(leido.replaceAll('\u001d', '')).toContain(
        `CODE-128:41595200000000118020${numero}39001500000` + '12260310',
      );
      expect(execFileSync('pdfsig', ['-nocert', archivo], { encoding: 'utf8' })).toContain(
        'Signature is Valid',
      );
    } finally {
      rmSync(carpeta, { recursive: true });
    }
  });

  it('pagado dice que entró y cuándo; de otra persona no se ve', async () => {
    const numero = await hacerRecibo(parte('70.000'));
    await o.oficina.comoPropietario(SISTEMA, (trx) =>
      registrarPago(trx, {
        ...{ recibo: numero, valor: 65_000n, dia: o.reloj.hoy(), medio: 'ventanilla' },
        ...{ banco: 'banco-de-prueba', referencia: 'ventanilla-1' },
      }),
    );
    await d.n.ver(`${d.base}/recibos/${numero}`);
    expect(texto()).toContain('Recibo pagado');
    expect(texto()).toContain('El banco recibió un valor distinto del que dice el recibo');
    expect(texto()).not.toContain('Anular este recibo');
    const otra = await deudoraSinDeudas(o);
    expect((await otra.n.ver(`${otra.base}/recibos/${numero}`)).statusCode).toBe(404);
    expect((await otra.n.ver(`${otra.base}/recibos/${numero}/pdf`)).statusCode).toBe(404);
  });

  it('anulado, o de un día que pasó, dice que no se use y ofrece otro', async () => {
    const anulado = await hacerRecibo(parte('80.000'));
    await d.n.ver(`${d.base}/recibos/${anulado}`);
    await d.n.enviar(`${d.base}/recibos/${anulado}/anular`);
    await d.n.seguir();
    expect(texto()).toContain('Recibo anulado');
    expect(d.n.pagina?.body).toContain(`href="${pagar}"`);
    const renglones = [
      { obligacion: await d.obligacion('renta', 2024), capital: 9n, sancion: 0n, interes: 0n },
    ];
    const viejo = await o.oficina.comoPropietario(SISTEMA, (trx) =>
      emitirReciboDe(trx, {
        ...{ titular: d.id, paraEl: fecha('2026-03-09'), corte: 0n, clave: 'prueba:viejo', renglones },
      }),
    );
    await d.n.ver(`${d.base}/recibos/${viejo}`);
    expect(texto()).toContain(
      'Era para pagar hasta el 9 de marzo de 2026, y los intereses siguieron contando',
    );
    expect(d.n.pagina?.body).toContain(`href="${pagar}"`);
  });
});
