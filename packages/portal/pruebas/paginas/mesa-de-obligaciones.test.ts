import { describe, expect, it } from 'vitest';
import { pagosDe } from '../../src/obligaciones/actos/lo-que-hay.ts';
import { leerLibro } from '../../src/obligaciones/libro/index.ts';
import { funcionario } from '../cuentas.ts';
import type { Navegador } from '../navegador.ts';
import { abrirOficinaConDeudas, type Deudora } from '../oficina-con-deudas.ts';
import type { OficinaDePrueba } from '../oficina.ts';
import { archivoDeRecaudo } from '../recaudo.ts';
import { comoPersona } from '../tramites.ts';
import { paseo } from './paseo.ts';

let o: OficinaDePrueba;
let d: Deudora;
let luz: Navegador;
let mar: Navegador;

const { rotas, seVen } = paseo(abrirOficinaConDeudas, async (oficina) => {
  ({ o, d } = oficina);
  luz = (await funcionario(o, { usuario: 'luz', roles: ['obligaciones', 'operador'] })).n;
  mar = (await funcionario(o, { usuario: 'mar', roles: ['obligaciones'] })).n;
});

const MESA = '/mesa/obligaciones';
async function atender(): Promise<string> {
  await luz.ver(MESA);
  const motivo = 'La persona llamó a preguntar por su pago.';
  const r = await luz.enviar(MESA, { nit: d.inscrita.nit, motivo });
  return String(r.headers.location);
}
const estado = async (r: Promise<{ statusCode: number }>) => (await r).statusCode;

describe('la mesa de obligaciones y los actos', () => {
  it('buscar, mirar, y cada acto: lo que se pide, lo que falta, lo que hará y lo hecho', async () => {
    const base = await atender();
    await luz.ver(MESA);
    expect(await estado(luz.enviar(MESA, { nit: 'x', motivo: '' }))).toBe(422);
    expect(await estado(luz.ver(base))).toBe(200);
    const libro = await o.oficina.enTransaccion(comoPersona(d.id), (trx) => leerLibro(trx));
    const pago = pagosDe(libro)[0]?.id ?? '';
    const cargo = libro.renglones.find((r) => r.cuenta === 'impuesto');
    const motivo = 'La persona trajo el recibo del banco.';
    const destino = await d.publico(await d.obligacion('iva', 2026, 'ene-feb'));
    for (const [camino, campos] of [
      [`${base}/mover/${pago}`, { destino, valor: '1.000', motivo }],
      [`${base}/anular/${pago}`, { valor: '1.000', motivo }],
    ] as const) {
      expect(await estado(luz.ver(camino))).toBe(200);
      expect(await estado(luz.enviar(camino, { valor: '' }))).toBe(422);
      expect(await estado(luz.enviar(camino, campos))).toBe(200);
      await luz.enviar(camino, luz.ocultos());
      expect(await estado(luz.seguir())).toBe(200);
    }
    for (const camino of [`${base}/reducir/${cargo?.comprobante}.${cargo?.renglon}`, `${base}/cobrar`]) {
      expect(await estado(luz.ver(camino))).toBe(200);
      expect(await estado(luz.enviar(camino, {}))).toBe(422);
    }
  });

  it('lo que espera a otra persona: la lista, el acto, lo que falta y no confirmarlo', async () => {
    const { body } = await mar.ver(MESA);
    const accion = /action="(\/mesa\/obligaciones\/actos\/[^"]+)"/.exec(body)?.[1] ?? '';
    const camino = String((await mar.enviar(accion)).headers.location);
    expect(await estado(mar.ver(camino))).toBe(200);
    expect(await estado(mar.enviar(`${camino}/no-confirmar`, { nota: '' }))).toBe(422);
    await mar.enviar(`${camino}/no-confirmar`, { nota: 'El banco dice que sí entró.' });
    expect(await estado(mar.seguir())).toBe(200);
    expect(await estado(mar.ver('/mesa'))).toBe(200);
  });
});

describe('el recaudo', () => {
  const subir = async (contenido: Buffer) => {
    await luz.ver('/mesa/recaudo');
    return luz.subir('/mesa/recaudo', {}, { campo: 'archivo', nombre: 'recaudo.txt', contenido });
  };

  it('cargar un archivo, el que está mal, el que falta, y seguir uno', async () => {
    const pagos = [{ recibo: '49000099999900', valor: 5_000 }];
    expect((await subir(archivoDeRecaudo(pagos, { banco: '901' }))).statusCode).toBe(303);
    const previa = await luz.seguir();
    const camino = /action="(\/mesa\/recaudo\/archivos[^"]+)"/.exec(previa.body)?.[1] ?? '';
    await luz.enviar(camino, { decision: 'confirmado' });
    await o.trabajar();
    expect(await estado(luz.ver(camino))).toBe(200);
    expect((await subir(Buffer.from('hola\n'))).statusCode).toBe(303);
    expect(await estado(luz.seguir())).toBe(200);
    expect(await estado(subir(Buffer.alloc(0)))).toBe(422);
    expect(await estado(luz.ver('/mesa/recaudo'))).toBe(200);
  });

  it('el dinero por identificar: la lista, lo que no se halla, uno, y lo que falta', async () => {
    const lista = '/mesa/recaudo/por-identificar';
    expect(await estado(luz.ver(`${lista}?q=nada`))).toBe(200);
    const { body } = await luz.ver(lista);
    const uno = new RegExp(`href="(${lista}/[^"]+)"`).exec(body)?.[1] ?? '';
    expect(await estado(luz.ver(uno))).toBe(200);
    expect(await estado(luz.enviar(`${uno}/buscar`, { nit: 'x' }))).toBe(422);
    await luz.ver(uno);
    expect(await estado(luz.enviar(`${uno}/buscar`, { nit: d.inscrita.nit }))).toBe(200);
    expect(await estado(luz.enviar(uno, { motivo: 'no', nit: d.inscrita.nit }))).toBe(422);
  });

  it('el cuadre de cada noche y las tasas, también con lo que falta', async () => {
    expect(await estado(luz.ver('/mesa/recaudo/cuadre'))).toBe(200);
    expect(await estado(luz.ver('/mesa/recaudo/tasas'))).toBe(200);
    expect(await estado(luz.enviar('/mesa/recaudo/tasas', { mes: '', usura: '900', fuente: '' }))).toBe(422);
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
