import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cargarRecursos } from '../../src/interfaz/index.ts';
import { conContrasena, delegarDirecto, intentar, ponerAplicacion } from '../cuentas.ts';
import {
  comprobarIdentidad,
  documentoDe,
  fechaEnCampos,
  hastaIdentidad,
  inscribirPersona,
  persona,
  type PersonaDePrueba,
} from '../inscripcion.ts';
import { construirCliente, type ClienteConstruido } from '../interfaz/cliente.ts';
import type { Navegador } from '../navegador.ts';
import { abrirOficina, type OficinaDePrueba } from '../oficina.ts';
import { contribuyente, type Contribuyente } from '../verificados.ts';
import { coleccion } from './coleccion.ts';
import { conOjos } from './ojos.ts';
import { revisar } from './revisar.ts';

/** Every page that is shown here is looked at in a real browser at the end. */
const c = coleccion();
let o: OficinaDePrueba;
let cliente: ClienteConstruido;
let una: Contribuyente;

beforeAll(async () => {
  const [oficina, construido] = await Promise.all([abrirOficina(), construirCliente()]);
  cliente = construido;
  o = conOjos(oficina, c);
  cargarRecursos(cliente.directorio);
  una = await contribuyente(o, '05', '48');
});
afterAll(async () => {
  await o.cerrar();
  await cliente.borrar();
});

/** The title of the page that is shown, with the status of the answer. */
const dice = (n: Navegador) => [
  n.pagina?.statusCode,
  (/<h1[^>]*>([\s\S]*?)<\/h1>/.exec(n.pagina?.body ?? '')?.[1] ?? '').replaceAll(/<[^>]*>/g, ''),
];

describe('lo que se dice a quien no puede inscribirse aquí', () => {
  const enPaginas = async (p: PersonaDePrueba) => {
    o.reloj.avanzar(61_000);
    const b = await hastaIdentidad(o, p);
    const n = o.navegador();
    n.galletas.set('sesion', b.api.token ?? '');
    return { n, b, base: `/rut/inscripcion/${b.borrador}` };
  };
  it.each([
    ['ya inscrita', 'Usted ya está en el RUT', {}],
    ['fallecida', 'Este documento figura como de una persona fallecida', { fallecida_en: '2025-01-01' }],
    ['menor', 'La inscripción en línea es para mayores de 18 años', { fecha_nacimiento: '2015-02-01' }],
    ['con el correo de otra', 'Ese correo ya es de otra persona', {}],
  ])('%s: «%s»', async (caso, titulo, cambios) => {
    const p = persona(cambios);
    await o.identificar(p.fila);
    if (caso === 'ya inscrita') await inscribirPersona(o, p);
    const quien = caso === 'ya inscrita' ? { ...p, correo: 'otro.correo@ejemplo.co' } : p;
    if (caso === 'con el correo de otra') quien.correo = una.p.correo;
    const { n, base } = await enPaginas(quien);
    await n.ver(`${base}/fecha-expedicion`);
    await n.enviar(`${base}/fecha-expedicion`, fechaEnCampos(p.fila.fecha_expedicion));
    await n.seguir();
    expect(dice(n)).toEqual([200, titulo]);
  });

  it('a la tercera identidad fallida, qué falta y cómo empezar otra vez, con su radicado', async () => {
    const { n, b, base } = await enPaginas(persona());
    for (const resto of ['Le quedan 2 intentos', 'Le queda un intento']) {
      await n.ver(`${base}/fecha-expedicion`);
      const r = await n.enviar(`${base}/fecha-expedicion`, fechaEnCampos('2000-01-01'));
      expect([r.statusCode, r.body]).toEqual([422, expect.stringContaining(resto)]);
      // What must agree is before their eyes, with the way to change it.
      expect(r.body).toMatch(/href="documento">Cambiar/);
      expect(r.body).toMatch(/href="nombres">Cambiar/);
    }
    await comprobarIdentidad(b, '2000-01-01');
    await n.ver(`${base}/situacion`);
    expect(dice(n)).toEqual([200, 'No pudimos comprobar su identidad en línea']);
    expect(n.pagina?.body).toMatch(/\d{4}RA\d{9}/);
    // Nothing green: what is missing, by when, whom to write to, and a way to begin again that works.
    expect(n.pagina?.body).not.toContain('govuk-panel');
    for (const que of ['Qué falta', 'Hasta cuándo', 'A quién escribir'])
      expect(n.pagina?.body).toContain(que);
    expect((await n.enviar('/rut/inscripcion')).headers.location).toMatch(
      /^\/rut\/inscripcion\/[0-9a-z]{26}$/,
    );
  });

  it('retomar: con el correo vacío, con un código que no es y con varias sin terminar', async () => {
    const p = persona();
    await enPaginas(p);
    await enPaginas({ ...p, telefono: '3170001122' });
    o.reloj.avanzar(61_000);
    const n = o.navegador();
    await n.ver('/rut/inscripcion/retomar?vencida=si');
    expect((await n.enviar('/rut/inscripcion/retomar', { correo: '' })).statusCode).toBe(422);
    await n.enviar('/rut/inscripcion/retomar', { correo: p.correo });
    expect(dice(n)).toEqual([200, 'Escriba el código']);
    const retomar = (codigo: string) =>
      n.enviar('/rut/inscripcion/retomar/codigo', { correo: p.correo, codigo });
    expect((await retomar('')).statusCode).toBe(422);
    await retomar(await o.codigo(p.correo));
    expect(dice(n)).toEqual([200, 'Tiene varias inscripciones sin terminar']);
  });

  it('dos ventanas responden distinto, un formulario ajeno y uno demasiado grande', async () => {
    const { n, base } = await enPaginas(persona());
    await n.ver(`${base}/telefono`);
    const otra = o.navegador();
    for (const [nombre, valor] of n.galletas) otra.galletas.set(nombre, valor);
    await otra.ver(`${base}/nombres`);
    await n.ver(`${base}/nombres`);
    await n.enviar(`${base}/nombres`, { primerApellido: 'Uno', primerNombre: 'Dos' });
    await otra.enviar(`${base}/nombres`, { primerApellido: 'Tres', primerNombre: 'Dos' });
    expect(dice(otra)).toEqual([409, '¿Con cuál respuesta se queda?']);
    await n.ver(`${base}/correo`);
    expect((await n.enviar(`${base}/correo`, { _csrf: 'otro', correo: 'a@b.co' })).statusCode).toBe(403);
    expect((await n.enviar(`${base}/correo`, { correo: 'x'.repeat(70_000) })).statusCode).toBe(413);
    expect((await n.ver(`${base}/paso-que-no-existe`)).statusCode).toBe(404);
  });
});

describe('entrar', () => {
  it('con código, con contraseña que no es y con segundo paso', async () => {
    const p = persona();
    await inscribirPersona(o, p);
    const { n, titular } = await conContrasena(o, p);
    await ponerAplicacion(o, n);
    for (const camino of ['autenticador', 'codigos', 'llaves']) await n.ver(`/cuenta/${camino}`);
    await delegarDirecto(o, { de: una.i.titular, a: titular, ambito: 'consultar' });
    expect((await n.ver(una.de)).body).toContain('Usted actúa por');
    const otro = o.navegador();
    expect((await intentar(otro, p, 'no es la contraseña')).statusCode).toBe(422);
    await intentar(otro, p, 'cometa molino turpial');
    await otro.seguir();
    expect(dice(otro)).toEqual([200, 'Un paso más para entrar']);
    await otro.enviar('/entrar/segundo', { codigo: '000000' });
    const nadie = o.navegador();
    await nadie.ver('/entrar');
    await nadie.enviar('/entrar/pedir-codigo', { ...documentoDe(p), numero: '1990577777' });
    expect(dice(nadie)).toEqual([200, 'Escriba el código']);
    expect((await nadie.enviar('/entrar/codigo', { codigo: '' })).statusCode).toBe(422);
  });
});

describe('todas las páginas vistas', () => {
  it('ninguna da un nombre dos veces ni lo busca donde no está', () => {
    expect(c.rotas).toEqual({});
  });

  it('cumplen WCAG 2.2 AA y caben en 320 px, también con la letra al doble', async () => {
    expect(await revisar(c, cliente.directorio)).toEqual({});
  });
});
