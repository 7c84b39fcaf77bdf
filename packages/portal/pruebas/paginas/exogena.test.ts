import { entregaLimpia } from '@autogestion/normas/exogena';
import { describe, expect, it } from 'vitest';
import { declarante, type Declarante } from '../declaraciones.ts';
import { enCsv, enTabla, formatoDePrueba } from '../exogena.ts';
import { firmar, pedirClave } from '../firma.ts';
import { abrirOficina, type OficinaDePrueba } from '../oficina.ts';
import { paseo } from './paseo.ts';

let o: OficinaDePrueba;
let q: Declarante;
let base: string;

const { rotas, seVen } = paseo(
  async () => ({ o: await abrirOficina() }),
  async (oficina) => {
    ({ o } = oficina);
    q = await declarante(o);
    base = q.base.replace('/declaraciones', '/exogena');
  },
);

const F1001 = formatoDePrueba('1001');
const ve = async (camino: string, estado = 200) => expect((await q.n.ver(camino)).statusCode).toBe(estado);

async function traer(contenido: string, estado = 303): Promise<string> {
  await ve(`${base}/nueva`);
  const r = await q.n.subir(
    `${base}/nueva`,
    { anio: '2025', reemplaza: 'nueva' },
    { campo: 'archivo', nombre: 'pagos.csv', contenido: Buffer.from(contenido) },
  );
  expect(r.statusCode).toBe(estado);
  return String(r.headers.location);
}

describe('las páginas de quien reporta', () => {
  it('la lista sin nada, y el archivo que falta', async () => {
    await ve(base);
    await traer('', 422);
  });

  it('una entrega: en revisión, con errores, por confirmar, por firmar, su firma, su recibo', async () => {
    const registros = entregaLimpia(F1001, 25, 5);
    const mala = await traer(enCsv(enTabla(F1001, [{ ...registros[0], pago: 'mucho' }])));
    await ve(mala);
    await o.trabajar();
    await ve(mala);
    await ve(`${mala}/firmar`, 409);
    const dudosa = await traer(enCsv(enTabla(F1001, [...registros, { ...registros[0], dir: 'OTRA' }])));
    await o.trabajar();
    await ve(dudosa);
    await q.n.enviar(`${dudosa}/descartar`);
    await ve(dudosa);
    const buena = await traer(enCsv(enTabla(F1001, registros)));
    await o.trabajar();
    await ve(buena);
    await pedirClave(o, q.n, `${buena}/firmar`);
    await firmar(o, q.n, `${buena}/firmar`, q.d.p);
    await ve(buena);
    await o.trabajar();
    await ve(buena);
    await ve(`${base}/nueva`);
    await ve(base);
  });

  it('una que se interrumpió', async () => {
    await ve(`${base}/nueva`);
    const r = await q.n.enviar(`${base}/empezar`, {
      ...{ anio: '2025', reemplaza: 'nueva', nombre: 'a.csv', bytes: '1000' },
    });
    await ve(r.json<{ en: string }>().en);
  });

  it('tarde, con lo que cuesta', async () => {
    o.reloj.avanzar(120 * 86_400_000);
    q = await declarante(o);
    base = q.base.replace('/declaraciones', '/exogena');
    await ve(base);
    const tarde = await traer(enCsv(enTabla(F1001, entregaLimpia(F1001, 12, 8))));
    await o.trabajar();
    await ve(tarde);
    expect(q.n.pagina?.body).toContain('se presenta tarde');
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
