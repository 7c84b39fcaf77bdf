import { describe, expect, it } from 'vitest';
import {
  declarante,
  empezar,
  firmarYPresentar,
  llenar,
  reciboDe,
  type Declarante,
} from '../declaraciones.ts';
import { baseQueFalta } from '../base-que-falta.ts';
import { delegarDirecto, funcionario } from '../cuentas.ts';
import { abrirOficina, type OficinaDePrueba } from '../oficina.ts';
import { reportar } from '../terceros.ts';
import { paseo } from './paseo.ts';

let o: OficinaDePrueba;
let q: Declarante;

const { rotas, seVen } = paseo(
  async () => ({ o: await abrirOficina() }),
  async (oficina) => {
    ({ o } = oficina);
    q = await declarante(o);
  },
);

const ve = async (camino: string, estado = 200) => expect((await q.n.ver(camino)).statusCode).toBe(estado);
const envia = async (camino: string, campos: Record<string, string>, estado: number, a = camino) => {
  await q.n.ver(camino);
  expect((await q.n.enviar(a, campos)).statusCode).toBe(estado);
  return String(q.n.pagina?.headers.location);
};
const corregir = (recibo: string) => envia(recibo, {}, 303, `${recibo}/corregir`);
const COMUNES = {
  ...{ ingresos: '90.000.000', 'ingresos-consolidados': '0', rut: 'si', firma: 'si', factura: 'si' },
  ...{ 'utilidad-grupo-6': 'no', 'exclusion-anterior': 'no' },
};
const DE_PERSONA = { ...COMUNES, empresa: 'si', residencia: 'si', 'relacion-laboral': 'no' };
const DE_SOCIEDAD = {
  ...COMUNES,
  ...{ sociedad: 'si', socios: 'no-se', extranjera: 'no', 'relacion-laboral-de-socios': 'no' },
  ...{ 'depende-de-otra': 'si', 'participa-en-otras': 'no', 'entidad-financiera': 'no', escision: 'no' },
};
const TRABAJO = 'formulario/cedula-general-rentas-de-trabajo';

describe('las páginas de una declaración', () => {
  let recibo: string;

  it('la lista sin nada, con un borrador, y el borrador con sus partes', async () => {
    await ve(q.base);
    await reportar(o, { titular: q.d.id, formato: '2276', campos: { pasa: 96_000_000, vare: 1_200_000 } });
    const borrador = await empezar(q);
    await ve(q.base);
    await ve(borrador);
    await ve(`${borrador}/formulario/otros-datos`);
    await envia(`${borrador}/${TRABAJO}`, { 'casilla-32': 'mucho', 'casilla-33': '9.600.000' }, 422);
  });

  it('la entrevista: lo reportado, lo que nadie reporta, un tema y su renglón, también con algo mal', async () => {
    const borrador = await empezar(q);
    await ve(`${borrador}/lo-que-paso`);
    await envia(`${borrador}/lo-reportado`, {}, 422);
    const [campo = ''] = /es-s-[0-9a-f]{20}/.exec(q.n.pagina?.body ?? '') ?? [];
    const detalle = await envia(`${borrador}/lo-reportado`, { [campo]: 'otro' }, 303);
    await envia(detalle, { 'dato-ingreso': 'casi nada' }, 422);
    await envia(detalle, { 'dato-ingreso': '120.000.000', razon: 'Hubo una prima.' }, 303);
    await envia(`${borrador}/nadie-reporta`, {}, 422);
    await envia(`${borrador}/tema/arriendos/nuevo`, { 'dato-ingreso': '14.400.000' }, 303);
    await ve(`${borrador}/tema/arriendos`);
    await ve(`${borrador}/tema/arriendos/0`);
  });

  it('la revisión con faltas y sin ellas, el porqué de una casilla, firmar y el recibo', async () => {
    const borrador = await empezar(q);
    await llenar(q, borrador, { 'casilla-32': '1.000.000', 'casilla-33': '2.000.000' });
    await ve(`${borrador}/revision`);
    await ve(`${borrador}/firmar`, 409);
    await llenar(q, borrador);
    await ve(`${borrador}/revision`);
    await ve(`${borrador}/casilla/129`);
    await ve(`${borrador}/firmar`);
    await firmarYPresentar(o, q, borrador);
    recibo = reciboDe(q);
    await o.trabajar();
    await ve(recibo);
    await ve(q.base);
  });

  it('la corrección que sube, y su recibo; la que ya no está a tiempo; y la historia', async () => {
    const borrador = await corregir(recibo);
    await llenar(q, borrador, { 'casilla-32': '140.000.000', 'casilla-33': '9.600.000' });
    await ve(`${borrador}/revision`);
    await firmarYPresentar(o, q, borrador);
    await ve(reciboDe(q));
    await ve(recibo);
    await ve(`${recibo}/historia`);
    await q.n.ver(recibo);
    expect((await q.n.enviar(`${recibo}/corregir`)).statusCode).toBe(409);

    const vieja = await empezar(q, { anio: 2023 });
    await llenar(q, vieja);
    await firmarYPresentar(o, q, vieja);
    const tarde = await corregir(reciboDe(q));
    await llenar(q, tarde, { 'casilla-32': '90.000.000' });
    await ve(`${tarde}/revision`);
    await ve(`${tarde}/sancion`);
    await envia(`${tarde}/sancion`, {}, 422);
  });
});

describe('las páginas de quien lleva las declaraciones de otros', () => {
  it('la tabla vacía y llena, el lote con cosas bien y mal antes y después de guardarlo, y pedir la firma', async () => {
    await ve('/clientes');
    const cliente = await declarante(o);
    const de = cliente.d.inscrita.titular;
    await delegarDirecto(o, { de, a: q.d.inscrita.titular, ambito: 'preparar', minutos: 60_000 });
    await ve('/actuar');
    const sinArchivo = { campo: 'archivo', nombre: '', contenido: Buffer.alloc(0) };
    const lote = `nit;formulario;anio;periodo;casilla;valor
${cliente.d.inscrita.nit};210;2025;anual;32;120000000
${q.d.inscrita.nit};210;2025;anual;32;1`;
    await ve('/clientes/preparar');
    expect((await q.n.subir('/clientes/preparar', { declaraciones: 'nit' }, sinArchivo)).statusCode).toBe(
      422,
    );
    await q.n.subir('/clientes/preparar', { declaraciones: lote }, sinArchivo);
    await q.n.enviar('/clientes/preparar/guardar', { lote: q.n.ocultos().lote ?? '', desde: '0' });
    await ve('/clientes');
    const [borrador = ''] =
      /\/de\/[0-9a-z]{26}\/declaraciones\/[0-9a-z]{26}/.exec(q.n.pagina?.body ?? '') ?? [];
    await envia(`${borrador}/nadie-reporta`, { _accion: 'ninguna' }, 303);
    await ve(`${borrador}/revision`);
    await ve('/clientes');
    expect((await q.n.enviar(`${borrador}/pedir-firma`)).statusCode).toBe(303);
    await ve(`${borrador}/revision`);
  });
});

describe('las páginas de un intento que falló', () => {
  it('la constancia en la página de la falla, la que se verifica, lo que no es una, y «Mis intentos»', async () => {
    const base = baseQueFalta(o.base);
    const borrador = await empezar(q, { anio: 2024 });
    const camino = `${borrador}/${TRABAJO}`;
    await q.n.ver(camino);
    await base.irse();
    await q.n.enviar(camino, { 'casilla-32': '1' });
    const [numero = ''] = /\d{4}IN(?:-[0-9A-Z]{4,6}){3}/.exec(q.n.pagina?.body ?? '') ?? [];
    const archivo = { campo: 'archivo', nombre: 'c.pem', contenido: Buffer.from('nada') };
    const constancia = Buffer.from((await q.n.ver(`/constancias/${numero}/firmada`)).body);
    await ve('/constancias');
    await q.n.subir('/constancias/archivo', {}, archivo);
    await q.n.subir('/constancias/archivo', {}, { ...archivo, contenido: constancia });
    await base.volver();
    await o.oficina.traerIntentos();
    await ve(`/constancias/${numero}`);
    await envia('/constancias', { numero: 'uno' }, 422);
    await ve(`/de/${q.d.inscrita.titular}/intentos`);
    await ve(`/de/${q.d.inscrita.titular}`);
    const operadora = await funcionario(o, { usuario: 'operadora-que-mira', roles: ['operador'] });
    await operadora.n.ver('/operacion/intentos');
  });
});

describe('las páginas del SIMPLE', () => {
  it('¿puedo estar en él?: las preguntas, lo que falta y lo que resulta', async () => {
    for (const { camino, responde } of [
      { camino: '/declaraciones/simple/puedo-estar', responde: DE_PERSONA },
      { camino: '/declaraciones/simple/puedo-estar/sociedad', responde: DE_SOCIEDAD },
    ]) {
      await ve(camino);
      await envia(camino, {}, 422);
      await envia(camino, responde, 200);
    }
  });

  it('¿me conviene?: las preguntas, lo que falta y lo que resulta', async () => {
    const negocio = { 'grupo-1': '200.000.000', costos: '60.000.000', ica: '5,5', dependientes: '0' };
    await ve('/declaraciones/simple/comparar');
    await envia('/declaraciones/simple/comparar', {}, 422);
    await envia('/declaraciones/simple/comparar', negocio, 200);
  });

  it('acogerse: fuera del plazo, con lo que falta, sin caber, listo para firmar y hecho', async () => {
    await ve(q.base.replace('/declaraciones', '/simple'));
    // 2026-01-20: one may enter.
    o.reloj.avanzar(-49 * 86_400_000);
    q = await declarante(o);
    const simple = q.base.replace('/declaraciones', '/simple');
    await ve(simple);
    await envia(simple, {}, 422, `${simple}/entrar`);
    await envia(simple, { ...DE_PERSONA, residencia: 'no' }, 200, `${simple}/entrar`);
    const firmar = await envia(simple, DE_PERSONA, 303, `${simple}/entrar`);
    await ve(firmar.replace('/firmar', ''));
    await ve(firmar);
    await firmarYPresentar(o, q, firmar.replace('/firmar', ''));
    await ve(firmar.replace('/firmar', ''));
    await ve(simple);
    await ve(firmar, 409);
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
