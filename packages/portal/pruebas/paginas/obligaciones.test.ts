import { describe, expect, it } from 'vitest';
import { registrarPago } from '../../src/obligaciones/pagos/index.ts';
import { funcionario } from '../cuentas.ts';
import { navegadorDe } from '../firma.ts';
import { abrirOficinaConDeudas, deudoraSinDeudas, type Deudora } from '../oficina-con-deudas.ts';
import type { Navegador } from '../navegador.ts';
import type { OficinaDePrueba } from '../oficina.ts';
import { SISTEMA } from '../transacciones.ts';
import { paseo } from './paseo.ts';

let o: OficinaDePrueba;
let d: Deudora;
let n: Navegador;

const { rotas, seVen } = paseo(abrirOficinaConDeudas, (oficina) => {
  ({ o, d } = oficina);
  n = navegadorDe(o, d.inscrita);
});

describe('lo que se debe', () => {
  it('el estado, de hoy, de otro día y con una fecha que no es; y de quien no tiene nada', async () => {
    expect((await n.ver(d.base)).statusCode).toBe(200);
    expect((await n.enviar(d.base, { 'al-dia': '45', 'al-mes': '8', 'al-anio': '2025' })).statusCode).toBe(
      422,
    );
    expect((await n.ver(`${d.base}?al=2025-12-01&corte=999999`)).statusCode).toBe(200);
    const nueva = await deudoraSinDeudas(o);
    expect((await nueva.n.ver(nueva.base)).statusCode).toBe(200);
  });

  it.each([
    ['vencida y pagada en parte', 'iva', 2025, 'sep-oct'],
    ['en plazo', 'iva', 2026, 'ene-feb'],
    ['a favor', 'renta', 2023, 'anual'],
    ['al día', 'iva', 2025, 'nov-dic'],
  ] as const)('una obligación %s', async (_, concepto, anio, periodo) => {
    const suya = await d.publico(await d.obligacion(concepto, anio, periodo));
    expect((await n.ver(`${d.base}/${suya}`)).statusCode).toBe(200);
  });
});

describe('pagar varias y lo que no coincidió', () => {
  it('el recibo de varias deudas, con algo por corregir, hecho y por pagar', async () => {
    const deudas = [
      await d.publico(await d.obligacion('renta', 2024)),
      await d.publico(await d.obligacion('iva', 2025, 'sep-oct')),
    ];
    const pagar = `${d.base}/pagar`;
    await n.ver(`${pagar}?${new URLSearchParams(deudas.map((x) => ['deudas', x])).toString()}`);
    const dia = { 'dia-dia': '10', 'dia-mes': '3', 'dia-anio': '2026' };
    const mal = { [`valor-${deudas[0] ?? ''}`]: 'mucho' };
    expect((await n.enviar(pagar, { deudas, ...dia, ...mal })).statusCode).toBe(422);
    expect((await n.enviar(pagar, { deudas, ...dia })).statusCode).toBe(303);
    expect((await n.seguir()).statusCode).toBe(200);
  });

  it('los pagos que no coincidieron: ninguno, varios, uno, y sin decir por qué se mira', async () => {
    const luz = (await funcionario(o, { usuario: 'luz', roles: ['obligaciones'] })).n;
    const lista = '/mesa/obligaciones/novedades';
    expect((await luz.ver(lista)).statusCode).toBe(200);
    const [recibo] = await o.consultar<{ numero: string }>('select numero from obligaciones.recibo', []);
    await o.oficina.comoPropietario(SISTEMA, async (trx) => {
      const comun = { recibo: recibo?.numero ?? '', dia: o.reloj.hoy(), medio: 'ventanilla' } as const;
      await registrarPago(trx, { ...comun, valor: 1_000n, banco: 'banco-007', referencia: 'pagina-1' });
      await registrarPago(trx, { ...comun, valor: 2_000n, banco: 'banco-007', referencia: 'pagina-1' });
    });
    const { body } = await luz.ver(lista);
    const uno = new RegExp(`${lista}/[0-9a-z]{26}`).exec(body)?.[0] ?? '';
    expect((await luz.ver(uno)).statusCode).toBe(200);
    expect((await luz.enviar(uno)).statusCode).toBe(422);
  });
});

describe('todas las páginas vistas', () => {
  it('ninguna da un nombre dos veces ni lo busca donde no está', () => {
    expect(rotas).toEqual({});
  });

  it('cumplen WCAG 2.2 AA y caben en 320 px, también con la letra al doble', async () => {
    expect(await seVen()).toEqual({});
  });
});
