import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { delegarDirecto } from '../../../pruebas/cuentas.ts';
import { registrar } from '../../../pruebas/facturas-registradas.ts';
import { navegadorDe } from '../../../pruebas/firma.ts';
import {
  inscribirPersona,
  persona,
  type Inscrita,
  type PersonaDePrueba,
} from '../../../pruebas/inscripcion.ts';
import { leido } from '../../../pruebas/leido.ts';
import type { Navegador } from '../../../pruebas/navegador.ts';
import { abrirOficina, type OficinaDePrueba } from '../../../pruebas/oficina.ts';

let o: OficinaDePrueba;
let p: PersonaDePrueba;
let i: Inscrita;
let n: Navegador;
let base: string;
let otra: Inscrita;
beforeAll(async () => {
  o = await abrirOficina();
  p = persona();
  i = await inscribirPersona(o, p);
  otra = await inscribirPersona(o);
  n = navegadorDe(o, i);
  base = `/de/${i.titular}/facturas`;
  await o.trabajar();
});
afterAll(() => o.cerrar());

const compra = (cambios: Record<string, unknown> = {}) =>
  registrar(o, { adquirente_numero: p.fila.numero, adquirente_nombre: 'ZORAIDA MUÑOZ', ...cambios });
const ver = async (camino: string, de = n) => leido((await de.ver(camino)).body);

describe('mis facturas', () => {
  it('las que recibió y las que expidió, por mes, con totales que restan las notas crédito; y de nadie más', async () => {
    expect(await ver(base)).toContain('No hay ninguna con estos filtros');
    const f = await compra({ fecha: '2026-02-10', emisor_nombre: 'TIENDA FICTICIA SAS' });
    await compra({
      fecha: '2026-02-11',
      raiz: 'CreditNote',
      tipo: '91',
      total: 1_900_000,
      corrige_codigo: f.codigo,
    });
    await compra({ fecha: '2026-03-01', ambiente: '2' });
    await registrar(o, { nit_emisor: i.nit, fecha: '2026-01-20', total: 5_000_050 });
    await registrar(o, { adquirente_numero: '1000000999' });
    const compras = await ver(`${base}?anio=2026`);
    expect(compras).toContain('Compras de 2026: 3');
    expect(compras).toMatch(/Febrero \$ 100\.000 2 \$ 0 0/);
    expect(compras).toMatch(/Enero \$ 0 0 \$ 50\.000,50 1/);
    expect(compras).toContain('Tienda Ficticia SAS');
    expect(compras).toMatch(/De prueba/);
    expect(await ver(`${base}?papel=ventas&anio=2026`)).toContain('Ventas de 2026: 1');
    expect(await ver(`${base}?anio=2026&mes=3`)).toContain('Compras de marzo de 2026: 1');
    expect(await ver(`${base}?anio=2026&numero=${f.numero.toLowerCase()}`)).toContain('Compras de 2026: 1');
    expect(await ver(`${base}?anio=harto&mes=99&papel=x&pagina=-1`)).toContain('Compras de 2026: 3');
    const ajena = navegadorDe(o, otra);
    expect(await ver(`/de/${otra.titular}/facturas?anio=2026`, ajena)).toContain(
      'No hay ninguna con estos filtros',
    );
  });

  it('una por una, con su estado y su original tal como llegó; la de otro no existe', async () => {
    const [archivo] = await o.consultar<{ id: string; contenido: Buffer }>(
      'select id, contenido from plataforma.archivo limit 1',
    );
    const f = await compra({ archivo: archivo?.id });
    const una = await ver(`${base}/ver/${f.id}`);
    expect(una).toContain(`Está registrada Factura electrónica de venta ${f.numero}`);
    expect(una).toContain('Compró Zoraida Muñoz');
    const original = await n.ver(`${base}/ver/${f.id}/original.xml`);
    expect(original.rawPayload.equals(archivo?.contenido ?? Buffer.alloc(0))).toBe(true);
    const ajena = navegadorDe(o, otra);
    for (const camino of [`ver/${f.id}`, `ver/${f.id}/original.xml`])
      expect((await ajena.ver(`/de/${otra.titular}/facturas/${camino}`)).statusCode).toBe(404);
    expect((await n.ver(`${base}/ver/no-es`)).statusCode).toBe(404);
  });

  it('la lista en CSV no deja fórmulas: lo que otro escribió va inerte', async () => {
    await compra({ fecha: '2025-07-01', emisor_nombre: '=HYPERLINK("http://x")' });
    const r = await n.ver(`${base}/facturas.csv?anio=2025`);
    expect(r.headers['content-type']).toContain('text/csv');
    expect(r.body).toContain(`"'=HYPERLINK(""http://x"")"`);
    expect(r.body.split('\r\n')).toHaveLength(3);
  });

  it('quien consulta por otro las ve, y la API da lo mismo', async () => {
    await delegarDirecto(o, { de: i.titular, a: otra.titular, ambito: 'consultar' });
    expect(await ver(`${base}?anio=2025`, navegadorDe(o, otra))).toContain('Compras de 2025: 1');
    const api = o.api();
    api.token = i.token;
    const { cuerpo } = await api.pedir('GET', `${base}?anio=2025`);
    expect(cuerpo).toMatchObject({ total: 1, facturas: [{ total: '119000.00', bruto: '100000.00' }] });
  });
});

describe('el 1 % de las compras (ET 336 num. 5, casilla 28)', () => {
  it('dice cuáles cuentan y por qué no cada una de las otras', async () => {
    await compra({ fecha: '2025-08-01', medios_de_pago: ['10'] });
    await compra({ fecha: '2025-08-02', formas_de_pago: ['2'] });
    await compra({ fecha: '2025-08-03', tipo: '20' });
    const anulada = await compra({ fecha: '2025-08-04' });
    const nota = { raiz: 'CreditNote', tipo: '91', corrige_codigo: anulada.codigo, concepto: '2' };
    // Of another issuer it corrects nothing.
    await compra({ ...nota, fecha: '2025-08-05', nit_emisor: '900000999' });
    expect(await ver(`${base}/uno-por-ciento?anio=2025`)).toContain('Cuentan $ 200.000 en 2025');
    await compra({ ...nota, fecha: '2025-08-05' });
    const texto = await ver(`${base}/uno-por-ciento?anio=2025`);
    expect(texto).toContain('Cuentan $ 100.000 en 2025');
    expect(texto).toContain('El 1 % son $ 1.000: casilla 28');
    expect(texto).toContain('Hasta 240 UVT: $ 11.952.000');
    expect(texto).toMatch(/se pagó en efectivo.*Concepto DIAN 006258 de 2024/);
    expect(texto).toContain('Es a crédito, y la factura no dice si la pagó en 2025');
    expect(texto).toContain('Una nota crédito la anuló');
    expect(texto).toContain('No es una factura electrónica de venta');

    const api = o.api();
    api.token = i.token;
    expect((await api.pedir('GET', `${base}/uno-por-ciento?anio=2025`)).cuerpo).toMatchObject({
      suma: 100_000,
      deduccion: 1_000,
    });
  });
});
