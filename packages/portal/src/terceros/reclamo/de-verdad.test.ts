import { entregaLimpia } from '@autogestion/normas/exogena';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { declarante, declaranteDe, empezar, type Declarante } from '../../../pruebas/declaraciones.ts';
import { enCsv, enTabla, formatoDePrueba } from '../../../pruebas/exogena.ts';
import { firmar, pedirClave } from '../../../pruebas/firma.ts';
import { leido } from '../../../pruebas/leido.ts';
import { deudoraSinDeudas } from '../../../pruebas/oficina-con-deudas.ts';
import { abrirOficina, type OficinaDePrueba } from '../../../pruebas/oficina.ts';
import { reclamar } from '../../../pruebas/terceros.ts';

const F1001 = formatoDePrueba('1001');

let o: OficinaDePrueba;
let reporta: Declarante;
beforeAll(async () => {
  o = await abrirOficina();
  reporta = await declarante(o);
});
afterAll(() => o.cerrar());

/** Delivers and signs what is reported of twelve persons, one of them with that payment. @returns the delivery's page */
async function entregar(nit: string, pago: number, reemplaza = 'nueva'): Promise<string> {
  const { n, d } = reporta;
  const nueva = `${reporta.base.replace('/declaraciones', '/exogena')}/nueva`;
  const registros = entregaLimpia(F1001, 12, 5).map((r, i) =>
    i === 0
      ? {
          ...r,
          cpt: '5002',
          tdoc: '31',
          nid: nit,
          apl1: 'MUÑOZ',
          nom1: 'ZORAIDA',
          raz: '',
          pago: String(pago),
          retp: '0',
        }
      : r,
  );
  await n.ver(nueva);
  const { headers } = await n.subir(
    nueva,
    { anio: '2025', reemplaza },
    { campo: 'archivo', nombre: 'pagos.csv', contenido: Buffer.from(enCsv(enTabla(F1001, registros))) },
  );
  const entrega = String(headers.location);
  await o.trabajar();
  await pedirClave(o, n, `${entrega}/firmar`);
  const { statusCode } = await firmar(o, n, `${entrega}/firmar`, d.p);
  expect(statusCode).toBe(303);
  await o.trabajar();
  return entrega;
}

describe('de una entrega firmada a otra que la corrige', () => {
  it('la persona la ve, dice que no es así, quien reportó firma otra, y todo lo que la lee cambia solo', async () => {
    const p = await deudoraSinDeudas(o);
    const base = `/de/${p.inscrita.titular}`;
    const ver = async (donde: string) => leido((await p.n.ver(donde)).body);
    const entrega = await entregar(p.inscrita.nit, 8_000_000);
    expect(await ver(`${base}/reportado`)).toContain('le pagó $ 8.000.000 por honorarios');
    const q = await declaranteDe(o, p);
    const borrador = await empezar(q);
    const { body } = await q.n.ver(`${borrador}/lo-reportado`);
    const [campo = ''] = /es-s-[0-9a-f]{20}/.exec(body) ?? [];
    await q.n.enviar(`${borrador}/lo-reportado`, { [campo]: 'si' });

    const caso = await reclamar(p.n, p.inscrita.titular);
    await o.trabajar();
    await entregar(p.inscrita.nit, 4_000_000, entrega.slice(-26));
    const dice = await ver(caso);
    expect(dice).toContain('Corregida');
    // What a job tells of it follows the filing by itself.
    expect(dice).toContain('Se le contó a quien reclamó que ya no está reportado así');
    expect(await ver(`${base}/reportado`)).toContain('le pagó $ 4.000.000 por honorarios');
    const cambio = leido((await q.n.ver(`${borrador}/lo-reportado`)).body);
    expect(cambio).toMatch(/Esto cambió desde que empezó Antes: .*8\.000\.000.* Ahora: .*4\.000\.000/);
    expect((await q.n.ver(`${borrador}/firmar`)).statusCode).toBe(409);
  });
});
