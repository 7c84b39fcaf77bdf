import { fecha } from '@autogestion/normas/fechas';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { funcionario, idDe } from '../../../pruebas/cuentas.ts';
import { inscribirPersona, type Inscrita } from '../../../pruebas/inscripcion.ts';
import type { Navegador } from '../../../pruebas/navegador.ts';
import { abrirOficina, type OficinaDePrueba } from '../../../pruebas/oficina.ts';
import { archivoDeRecaudo } from '../../../pruebas/recaudo.ts';
import { SISTEMA } from '../../../pruebas/transacciones.ts';
import { abrirObligacion, asentar, cargo } from '../libro/index.ts';
import { registrarPago } from '../pagos/index.ts';
import { archivoCargado } from './consultas.ts';
import { CUADRAR } from './cuadrar.ts';
import { recibirArchivo } from './guardar-archivo.ts';

let o: OficinaDePrueba;
let quien: Inscrita;
let una: Navegador;
let otra: Navegador;
beforeAll(async () => {
  o = await abrirOficina();
  quien = await inscribirPersona(o);
  const titular = await idDe(o, quien.titular);
  const VENCE = fecha('2025-08-12');
  await o.oficina.comoPropietario(SISTEMA, async (trx) => {
    const obligacion = await abrirObligacion(trx, {
      titular,
      concepto: 'renta',
      anio: 2024,
      periodo: 'anual',
    });
    await asentar(trx, {
      clase: 'liquidacion',
      origen: 'prueba-identificar',
      asientos: [cargo({ obligacion, rubro: 'impuesto', valor: 50_000_000n, desde: VENCE, vence: VENCE })],
    });
  });
  ({ n: una } = await funcionario(o, { usuario: 'una', roles: ['obligaciones'] }));
  ({ n: otra } = await funcionario(o, { usuario: 'otra', roles: ['obligaciones', 'operador'] }));
});
afterAll(() => o.cerrar());

const LISTA = '/mesa/recaudo/por-identificar';
const texto = (html: string) =>
  html
    .replace(/<[^>]+>/g, ' ')
    .replace(/&nbsp;|\u00a0/g, ' ')
    .replace(/\s+/g, ' ');

/** Money that came with a number that is no slip's. @returns the address of its page */
async function llega(recibo: string, valor: bigint): Promise<string> {
  const { pago } = await o.oficina.comoPropietario(SISTEMA, (trx) =>
    registrarPago(trx, {
      ...{ recibo, valor, dia: o.reloj.hoy(), medio: 'ventanilla', banco: 'banco-950', referencia: recibo },
    }),
  );
  return `${LISTA}/${pago.idPublico}`;
}
const netoDe = async () => {
  const [f] = await o.consultar<{ neto: string }>(
    `select coalesce(sum(a.valor), 0)::text as neto from obligaciones.asiento a
     where a.haber_de is not null and a.haber = 'pagos'`,
  );
  return f?.neto;
};
/** Looks for the obligations of the taxpayer and takes the first one. */
async function decir(n: Navegador, camino: string, motivo = 'Trajo la consignación sellada por el banco') {
  await n.ver(camino);
  const hallado = await n.enviar(`${camino}/buscar`, { nit: quien.nit });
  expect(texto(hallado.body)).toContain('renta de 2024');
  const obligacion = /name="obligacion"[^>]*value="([^"]+)"/.exec(hallado.body)?.[1] ?? '';
  return n.enviar(camino, { obligacion, motivo, nit: quien.nit });
}

describe('dinero por identificar', () => {
  it('se busca, se dice de quién es con su razón, y desde ese día está en su obligación', async () => {
    const camino = await llega('8800111', 300_000n);
    expect(texto((await una.ver(`${LISTA}?q=00111`)).body)).toContain('8800111');
    expect(texto((await una.ver(`${LISTA}?q=$ 300.000`)).body)).toContain('8800111');
    expect(texto((await una.ver(`${LISTA}?q=nada`)).body)).toContain('Nada coincide');
    expect((await decir(una, camino, 'corta')).statusCode).toBe(422);
    expect((await decir(una, camino)).headers.location).toBe(`${LISTA}?hecho=hecha`);
    expect(await netoDe()).toBe('300000');
    expect(texto((await una.ver(LISTA)).body)).toContain('Todo el dinero tiene dueño');
    expect((await una.ver(camino)).statusCode).toBe(404);
  });

  it('desde diez millones lo confirma otra persona, y quien lo propuso no', async () => {
    const camino = await llega('8800222', 10_000_000n);
    expect((await decir(una, camino)).headers.location).toBe(`${LISTA}?hecho=propuesta`);
    const suya = await una.ver(camino);
    expect(texto(suya.body)).toContain('debe confirmarlo otra persona');
    const terca = await una.enviar(`${camino}/resolver`, { decision: 'confirmar' });
    expect([terca.statusCode, await netoDe()]).toEqual([409, '300000']);
    await otra.ver(camino);
    const hecho = await otra.enviar(`${camino}/resolver`, { decision: 'confirmar' });
    expect(hecho.headers.location).toBe(`${LISTA}?hecho=hecha`);
    expect(await netoDe()).toBe('10300000');
  });

  it('lo que la otra persona no confirma sigue sin dueño, y se puede decir de nuevo', async () => {
    const camino = await llega('8800333', 20_000_000n);
    await decir(una, camino);
    await otra.ver(camino);
    await otra.enviar(`${camino}/resolver`, { decision: 'objetar' });
    expect(texto((await una.ver(LISTA)).body)).toContain('8800333');
    expect((await decir(otra, camino)).headers.location).toBe(`${LISTA}?hecho=propuesta`);
  });

  it('un NIT que no es o que no tiene nada se dice, y quien solo opera no entra', async () => {
    const camino = await llega('8800444', 1_000n);
    await una.ver(camino);
    expect((await una.enviar(`${camino}/buscar`, { nit: 'x' })).statusCode).toBe(422);
    await una.ver(camino);
    expect(texto((await una.enviar(`${camino}/buscar`, { nit: '900123456' })).body)).toContain(
      'no tiene obligaciones aquí',
    );
    const { n } = await funcionario(o, { usuario: 'solo-opera', roles: ['operador'] });
    expect((await n.ver(LISTA)).statusCode).toBe(403);
  });
});

describe('revisión de cada noche', () => {
  it('con el libro bien dice que cuadra; con un dinero cambiado por fuera avisa con cifras y sin datos', async () => {
    await o.ejecutarTrabajo(CUADRAR, {});
    const bien = texto((await otra.ver('/mesa/recaudo/cuadre')).body);
    expect(bien).toMatch(/Resultado CUADRA/);
    expect(bien).toMatch(/Contribuyentes revisados 1/);
    await o.consultar(`alter table obligaciones.pago_recibido disable trigger inmutable`);
    await o.consultar(`update obligaciones.pago_recibido set valor = valor + 1 where recibo = '8800444'`);
    await o.consultar(`alter table obligaciones.pago_recibido enable trigger inmutable`);
    o.reloj.avanzar(60_000);
    await o.ejecutarTrabajo(CUADRAR, {});
    const mal = texto((await otra.ver('/mesa/recaudo/cuadre')).body);
    expect(mal).toMatch(/Resultado NO CUADRA/);
    expect(mal).toMatch(/Bancos cuyo total no es el del libro 1/);
    const correos = await o.consultar<{ destino: string; texto: string }>(
      `select destino, texto from plataforma.mensaje where asunto = 'El libro de obligaciones no cuadra' order by destino`,
    );
    expect(correos.map((c) => c.destino)).toContain('una@oficina.example');
    expect(correos[0]?.texto).not.toMatch(/8800444|950/);
  });
});

describe('tasas de usura', () => {
  it('se ven los meses que se suponen, se anota la certificada con su fuente, y la siguiente corrige a la anterior', async () => {
    const pagina = '/mesa/recaudo/tasas';
    expect(texto((await otra.ver(pagina)).body)).toMatch(/abril de 2026 — SUPUESTA/);
    const anotar = async (campos: Record<string, string>) => {
      await otra.ver(pagina);
      return otra.enviar(pagina, {
        ...{ mes: '2026-04', usura: '25,10', fuente: 'Superfinanciera, Resolución 0500 de 2026' },
        ...campos,
      });
    };
    const malas: Record<string, string>[] = [
      { mes: '2019-01' },
      { usura: '2,5' },
      { usura: 'mucho' },
      { fuente: '' },
    ];
    for (const mal of malas) expect((await anotar(mal)).statusCode).toBe(422);
    expect((await anotar({})).headers.location).toBe(`${pagina}?anotada=si`);
    expect((await anotar({ usura: '24,90' })).statusCode).toBe(303);
    expect(texto((await otra.ver(pagina)).body)).toMatch(/abril de 2026 24,90 % Superfinanciera/);
  });
});

describe('un archivo confirmado cuyo trabajo se perdió', () => {
  it('la revisión de la noche lo pone otra vez en la fila, y queda registrado entero', async () => {
    const contenido = archivoDeRecaudo([{ recibo: '49000099999900', valor: 7_000 }], { dia: o.reloj.hoy() });
    const enElPropietario = o.oficina.comoPropietario;
    const r = await enElPropietario(SISTEMA, (trx) => recibirArchivo(trx, { nombre: 'r.txt', contenido }));
    const archivo = r.tipo === 'cargado' ? r.archivo : '';
    await o.consultar(
      `insert into obligaciones.recaudo_decision (archivo, decision, actor, tomada_en)
       values ($1, 'confirmado', 'prueba', $2)`,
      [archivo, o.reloj.ahora()],
    );
    const estado = async () =>
      (await enElPropietario(SISTEMA, (trx) => archivoCargado(trx, archivo)))?.estado;
    await o.ejecutarTrabajo(CUADRAR, {});
    await o.trabajar();
    expect(await estado()).toBe('asentando');
    o.reloj.avanzar(61 * 60_000);
    await o.ejecutarTrabajo(CUADRAR, {});
    await o.trabajar();
    expect(await estado()).toBe('asentado');
  });
});
