import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  abrirOficinaConDeudas,
  deudoraSinDeudas,
  type Deudora,
} from '../../../../pruebas/oficina-con-deudas.ts';
import { CLAVE_MAESTRA, type OficinaDePrueba } from '../../../../pruebas/oficina.ts';
import { archivoDeRecaudo } from '../../../../pruebas/recaudo.ts';
import { SISTEMA } from '../../../../pruebas/transacciones.ts';
import { clavesDe } from '../../../plataforma/index.ts';
import { estadosAl, leerLibro } from '../../libro/index.ts';
import { asentarTanda } from '../../recaudo/asentar-recaudo.ts';
import { confirmarArchivo, recibirArchivo } from '../../recaudo/guardar-archivo.ts';
import {
  bancoDeDemostracion,
  dichoDelBanco,
  type CobroDeDemostracion,
  type Eleccion,
} from './banco-de-demostracion.ts';
import type { DichoPorElBanco } from './dicho.ts';
import { firmarAviso } from './firma-de-aviso.ts';

let o: OficinaDePrueba;
let d: Deudora;
let pagar: string;
let secreto: string;
beforeAll(async () => {
  ({ o, d } = await abrirOficinaConDeudas());
  pagar = `${d.base}/${await d.publico(await d.obligacion('renta', 2024))}/pagar`;
  secreto = bancoDeDemostracion({
    comoPropietario: o.oficina.comoPropietario,
    claves: clavesDe(CLAVE_MAESTRA),
    urlPublica: '',
  }).secreto;
});
afterAll(() => o.cerrar());

const texto = (): string =>
  (d.n.pagina?.body ?? '')
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll(/&nbsp;|\u00a0/g, ' ')
    .replaceAll(/\s+/g, ' ');

async function hacerRecibo(valor = '100.000'): Promise<string> {
  await d.n.ver(pagar);
  const r = await d.n.enviar(pagar, {
    ...{ cuanto: 'parte', valor, 'dia-dia': '10', 'dia-mes': '3', 'dia-anio': '2026' },
  });
  expect(r.statusCode).toBe(303);
  return `${d.base}/recibos/${String(r.headers.location).split('/').at(-1) ?? ''}`;
}

/** Presses to pay a slip. @returns the address of the payment, and its name at the bank */
async function empezar(recibo: string): Promise<{ pago: string; operacion: string }> {
  await d.n.ver(recibo);
  const r = await d.n.enviar(`${recibo}/en-linea`);
  expect(r.statusCode).toBe(303);
  const pago = String(r.headers.location);
  return { pago, operacion: pago.split('/').at(-1) ?? '' };
}

async function elegir(operacion: string, eleccion: Eleccion): Promise<void> {
  const n = o.navegador();
  await n.ver(`/banco-de-demostracion/${operacion}`);
  expect((await n.enviar(`/banco-de-demostracion/${operacion}`, { eleccion })).statusCode).toBe(303);
}

/** What the bank would say now, from what is written at it. */
async function dicho(operacion: string): Promise<DichoPorElBanco> {
  const [f] = await o.consultar<{
    recibo: string;
    valor: bigint;
    pedida_en: Date;
    numero: number;
    eleccion: Eleccion;
    elegida_en: Date;
  }>('select * from obligaciones.banco_de_demostracion where operacion = $1', [operacion]);
  if (!f) throw new Error('the bank does not know of it');
  const cobro: CobroDeDemostracion = {
    ...{ operacion, recibo: f.recibo, valor: BigInt(f.valor), volver: '', pedidaEn: f.pedida_en },
    numero: f.numero,
    eleccion: { cual: f.eleccion, en: f.elegida_en },
  };
  return dichoDelBanco(cobro, o.reloj.ahora());
}

const enviarAviso = (cuerpo: object | string, cabeceras: Record<string, string>) =>
  o.oficina.servidor.inject({
    method: 'POST',
    url: '/api/v1/banco/avisos',
    headers: { 'content-type': 'application/json', ...cabeceras },
    payload: typeof cuerpo === 'string' ? cuerpo : JSON.stringify(cuerpo),
  });
const avisar = (que: object, ahora = o.reloj.ahora()) => enviarAviso(que, firmarAviso(secreto, que, ahora));

const pagado = async (): Promise<bigint> => {
  const libro = await o.oficina.enTransaccion(
    { tipo: 'persona', persona: d.id, sesion: '00000000-0000-7000-8000-000000000000' },
    (trx) => leerLibro(trx),
  );
  const renta = estadosAl(libro, o.reloj.hoy()).find((e) => e.concepto === 'renta' && e.anio === 2024);
  return Object.values(renta?.estado.pagado ?? {}).reduce((a, b) => a + b, 0n);
};

describe('pagar en línea', () => {
  it('aprobado y confirmado: el pago está, con su número, y volver a cargar o a oprimir no paga otra vez', async () => {
    const antes = await pagado();
    const recibo = await hacerRecibo();
    const { pago, operacion } = await empezar(recibo);
    await d.n.ver(pago);
    expect(texto()).toContain('Termine su pago en el banco');
    expect(d.n.pagina?.body).toContain(`/banco-de-demostracion/${operacion}`);
    await elegir(operacion, 'aprobar');
    expect((await avisar(await dicho(operacion))).statusCode).toBe(200);
    for (let i = 0; i < 2; i++) {
      await d.n.ver(pago);
      expect(texto()).toContain('Pago recibido');
      expect(texto()).toContain((await dicho(operacion)).referencia);
    }
    const otra = await d.n.enviar(`${recibo}/en-linea`);
    expect(otra.statusCode).toBe(409);
    expect(await pagado()).toBe(antes + 100_000n);
  });

  it('lo que paga en línea viene después en el archivo del banco con el mismo número: es el mismo dinero, una vez', async () => {
    const antes = await pagado();
    const { operacion } = await empezar(await hacerRecibo());
    await elegir(operacion, 'aprobar');
    const { referencia, recibo, valor, dia } = await dicho(operacion);
    expect((await avisar(await dicho(operacion))).statusCode).toBe(200);
    const contenido = archivoDeRecaudo([{ recibo, valor, operacion: referencia }], { dia });
    await o.oficina.comoPropietario(SISTEMA, async (trx) => {
      const r = await recibirArchivo(trx, { nombre: 'recaudo.txt', contenido });
      if (r.tipo !== 'cargado') throw new Error(r.tipo);
      await confirmarArchivo(trx, r.archivo);
      await asentarTanda(trx, r.archivo);
    });
    expect(await pagado()).toBe(antes + 100_000n);
    const dichas = await o.consultar(
      'select medio from obligaciones.pago_dicho_dos_veces where recibo = $1',
      [recibo],
    );
    expect(dichas).toEqual([{ medio: 'archivo' }]);
  });

  it('oprimir dos veces, o con otro recibo de lo mismo, lleva al pago que está en camino', async () => {
    const [uno, otro] = [await hacerRecibo(), await hacerRecibo('120.000')];
    const primera = await empezar(uno);
    expect((await empezar(uno)).operacion).toBe(primera.operacion);
    expect((await empezar(otro)).operacion).toBe(primera.operacion);
    await elegir(primera.operacion, 'rechazar');
    await avisar(await dicho(primera.operacion));
    await d.n.ver(primera.pago);
    expect(texto()).toContain('El banco no hizo el pago');
    const segunda = await empezar(uno);
    expect(segunda.operacion).not.toBe(primera.operacion);
    await elegir(segunda.operacion, 'rechazar');
    await avisar(await dicho(segunda.operacion));
  });

  it('pendiente se dice como pendiente, sin decir que pague otra vez; la confirmación tardía entra', async () => {
    const antes = await pagado();
    const { pago, operacion } = await empezar(await hacerRecibo());
    await elegir(operacion, 'tarde');
    await avisar(await dicho(operacion));
    await d.n.ver(pago);
    expect(texto()).toContain('El banco aún no confirma su pago');
    expect(texto()).toContain('No pague otra vez');
    expect(await pagado()).toBe(antes);
    o.reloj.avanzar(121_000);
    await avisar(await dicho(operacion));
    await d.n.ver(pago);
    expect(texto()).toContain('Pago recibido');
    expect(await pagado()).toBe(antes + 100_000n);
  });

  it('confirmado dos veces entra una; por otro valor entra lo que entró, y se dice', async () => {
    const antes = await pagado();
    const doble = await empezar(await hacerRecibo());
    await elegir(doble.operacion, 'dos-veces');
    for (let i = 0; i < 2; i++) {
      o.reloj.avanzar(1_000);
      expect((await avisar(await dicho(doble.operacion))).statusCode).toBe(200);
    }
    expect(await pagado()).toBe(antes + 100_000n);
    const otro = await empezar(await hacerRecibo());
    await elegir(otro.operacion, 'otro-valor');
    await avisar(await dicho(otro.operacion));
    expect(await pagado()).toBe(antes + 199_000n);
    await d.n.ver(otro.pago);
    expect(texto()).toContain('El banco recibió un valor distinto del que dice el recibo');
  });

  it('si el banco calla, se le pregunta; lo que nadie termina acaba rechazado', async () => {
    const antes = await pagado();
    const { pago, operacion } = await empezar(await hacerRecibo());
    await elegir(operacion, 'callar');
    await o.ejecutarTrabajo('obligaciones.preguntar-al-banco');
    await o.ejecutarTrabajo('obligaciones.preguntar-al-banco');
    await d.n.ver(pago);
    expect(texto()).toContain('Pago recibido');
    expect(await pagado()).toBe(antes + 100_000n);
    const abandonado = await empezar(await hacerRecibo());
    await o.ejecutarTrabajo('obligaciones.preguntar-al-banco');
    await d.n.ver(abandonado.pago);
    expect(texto()).not.toContain('El banco no hizo el pago');
    await o.consultar(
      `update obligaciones.banco_de_demostracion set pedida_en = pedida_en - interval '31 minutes' where operacion = $1`,
      [abandonado.operacion],
    );
    await o.ejecutarTrabajo('obligaciones.preguntar-al-banco');
    await d.n.ver(abandonado.pago);
    expect(texto()).toContain('El banco no hizo el pago');
  });

  it('de otra persona no se ve ni se paga', async () => {
    const recibo = await hacerRecibo();
    const { pago, operacion } = await empezar(recibo);
    const otra = await deudoraSinDeudas(o);
    await otra.n.ver(otra.base);
    for (const camino of [recibo, pago].map((c) => c.replace(d.base, otra.base)))
      expect((await otra.n.ver(camino)).statusCode).toBe(404);
    await elegir(operacion, 'rechazar');
    await avisar(await dicho(operacion));
  });
});

describe('aviso del banco', () => {
  const cuerpo = () => ({
    operacion: 'de-otra-oficina',
    estado: 'aprobada',
    referencia: 'CUS-1',
    recibo: '49000000009999',
    valor: 5_000,
    dia: o.reloj.hoy(),
  });

  it('sin firma, con la de otro, de hace rato o que firma otra cosa no se lee', async () => {
    const que = cuerpo();
    const ahora = o.reloj.ahora();
    const buena = firmarAviso(secreto, que, ahora);
    const malas: Record<string, string>[] = [
      {},
      firmarAviso('x'.repeat(40), que, ahora),
      firmarAviso(secreto, que, new Date(ahora.getTime() - 6 * 60_000)),
      firmarAviso(secreto, que, new Date(ahora.getTime() + 6 * 60_000)),
      { ...buena, 'banco-huella': '0'.repeat(64) },
      { ...buena, 'banco-firma': 'no' },
    ];
    for (const cabeceras of malas) expect((await enviarAviso(que, cabeceras)).statusCode).toBe(401);
    // Who does not sign is told so whatever the body is: it was not read.
    expect((await enviarAviso('{no es json', {})).statusCode).toBe(401);
    expect((await enviarAviso({ ...que, valor: 9_000_000 }, buena)).statusCode).toBe(401);
  });

  it('uno que ya se leyó, uno largo, uno de un día que no ha llegado o que no se entiende se rechazan', async () => {
    const que = cuerpo();
    const cabeceras = firmarAviso(secreto, que, o.reloj.ahora());
    expect((await enviarAviso(que, cabeceras)).statusCode).toBe(200);
    expect((await enviarAviso(que, cabeceras)).statusCode).toBe(409);
    const [hay] = await o.consultar<{ n: string; novedades: string[] }>(
      `select count(*)::text as n, min(novedades) as novedades from obligaciones.pago_recibido where referencia = 'CUS-1'`,
    );
    expect(hay).toEqual({ n: '1', novedades: ['recibo-desconocido'] });
    const largo = { ...que, referencia: 'x'.repeat(5_000) };
    expect((await avisar(largo)).statusCode).toBe(413);
    expect((await avisar({ ...que, dia: '2027-01-01' })).statusCode).toBe(422);
    expect((await avisar({ ...que, valor: -5 })).statusCode).toBe(422);
    expect((await avisar({ ...que, sobra: 1 })).statusCode).toBe(422);
  });
});

describe('un banco que no responde', () => {
  it('no cobra, lo dice, y el pago se retoma por la misma operación', async () => {
    const recibo = await hacerRecibo();
    const numero = recibo.split('/').at(-1) ?? '';
    await o.consultar('alter table obligaciones.banco_de_demostracion rename to banco_caido');
    await d.n.ver(recibo);
    const r = await d.n.enviar(`${recibo}/en-linea`);
    expect([r.statusCode, texto().includes('No se le cobró nada')]).toEqual([503, true]);
    await o.ejecutarTrabajo('obligaciones.preguntar-al-banco');
    await o.consultar('alter table obligaciones.banco_caido rename to banco_de_demostracion');
    const { operacion } = await empezar(recibo);
    const [hay] = await o.consultar<{ n: string }>(
      'select count(*)::text as n from obligaciones.operacion_en_linea where recibo = $1',
      [numero],
    );
    expect(hay?.n).toBe('1');
    await elegir(operacion, 'rechazar');
  });
});
