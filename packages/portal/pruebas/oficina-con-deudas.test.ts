import { obligacionEnPalabras } from '@autogestion/normas/estado-de-cuenta';
import { fecha } from '@autogestion/normas/fechas';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { estadosAl, leerLibro } from '../src/obligaciones/libro/index.ts';
import { abrirOficinaConDeudas, deudoraSinDeudas, type Deudora } from './oficina-con-deudas.ts';
import type { OficinaDePrueba } from './oficina.ts';
import { comoPersona } from './tramites.ts';

let o: OficinaDePrueba;
let d: Deudora;
beforeAll(async () => {
  ({ o, d } = await abrirOficinaConDeudas());
});
afterAll(() => o.cerrar());

const libroDe = ({ id }: Deudora) => o.oficina.enTransaccion(comoPersona(id), (trx) => leerLibro(trx));

describe('una oficina con deudas', () => {
  it('la persona debe renta, la mitad de un IVA y otro que no ha vencido; tiene a favor el pago que fue a otro año', async () => {
    const estados = estadosAl(await libroDe(d), fecha('2026-03-10'));
    const deCada = estados.map(({ concepto, anio, periodo, estado: e }) => [
      obligacionEnPalabras(concepto, anio, periodo),
      e.debe > 0n ? (e.diasDeMora > 0 ? 'vencida' : 'en plazo') : e.exceso > 0n ? 'a favor' : 'al día',
    ]);
    expect(deCada).toEqual([
      ['renta de 2023', 'a favor'],
      ['renta de 2024', 'vencida'],
      ['IVA de noviembre y diciembre de 2025', 'al día'],
      ['IVA de septiembre y octubre de 2025', 'vencida'],
      ['IVA de enero y febrero de 2026', 'en plazo'],
    ]);
    expect((await d.n.ver(`/de/${d.inscrita.titular}`)).statusCode).toBe(200);
  });

  it('de otra persona el libro no tiene nada', async () => {
    expect((await libroDe(await deudoraSinDeudas(o))).renglones).toEqual([]);
  });
});
