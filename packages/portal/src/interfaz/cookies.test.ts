import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { abrirOficina, type OficinaDePrueba } from '../../pruebas/oficina.ts';

let o: OficinaDePrueba;
beforeAll(async () => {
  o = await abrirOficina();
});
afterAll(() => o.cerrar());

/** A browser that throws away whatever cookie it is given. */
async function sinCookies(camino: string) {
  const n = o.navegador();
  const sin = async <T>(obra: Promise<T>) => {
    const r = await obra;
    n.galletas.clear();
    return r;
  };
  await sin(n.ver(camino));
  return { enviar: (a: string, campos = {}) => sin(n.enviar(a, campos)), seguir: () => sin(n.seguir()) };
}

describe('un navegador que no guarda cookies', () => {
  it('se le dice al primer envío que las necesita, sin dar vueltas ni prometer nada', async () => {
    const n = await sinCookies('/rut/inscripcion');
    expect((await n.enviar('/rut/inscripcion')).headers.location).toMatch(/^\/cookies\?a=/);
    const r = await n.seguir();
    expect(r.statusCode).toBe(200);
    expect(r.body).toContain('Su navegador no guarda cookies');
    expect(r.body).not.toContain('No perdió nada');
  });

  it('también al entrar con un código', async () => {
    const n = await sinCookies('/entrar');
    await n.enviar('/entrar/pedir-codigo', { tipo: '13', numero: '52418906' });
    await n.enviar('/entrar/codigo', { codigo: 'ABC234' });
    expect((await n.seguir()).body).toContain('Su navegador no guarda cookies');
  });

  it('puede verificar un documento y consultar un NIT, que no las necesitan', async () => {
    const v = await sinCookies('/verificar');
    expect((await v.enviar('/verificar', { codigo: 'a'.repeat(26) })).headers.location).toBe(
      `/verificar/${'a'.repeat(26)}`,
    );
    const n = await sinCookies('/rut/estado');
    expect((await n.enviar('/rut/estado', { nit: '899.999.034-1' })).statusCode).toBe(303);
    expect((await n.seguir()).body).toContain('Ese NIT no está en el RUT');
  });
});

describe('un navegador que las guarda', () => {
  it('no pasa por ahí', async () => {
    const n = o.navegador();
    await n.ver('/rut/inscripcion');
    expect((await n.enviar('/rut/inscripcion')).headers.location).toMatch(/^\/rut\/inscripcion\//);
  });

  it('y quien llegó sin ninguna sigue a donde iba, solo dentro de la oficina', async () => {
    const n = o.navegador();
    await n.ver('/rut/inscripcion');
    n.galletas.clear();
    await n.enviar('/rut/inscripcion');
    expect((await n.seguir()).headers.location).toMatch(/^\/rut\/inscripcion\/[0-9a-z]{26}$/);
    for (const a of ['//malo.ejemplo', 'https://malo.ejemplo', '/\\malo.ejemplo'])
      expect((await n.ver(`/cookies?${new URLSearchParams({ a })}`)).headers.location).toBe('/');
  });
});

describe('cuánto le queda a la sesión', () => {
  it('la página lo dice, preguntar la alarga, y nunca más de lo que puede durar', async () => {
    const n = o.navegador();
    const dicho = () => /data-sesion="(\d+)"/.exec(n.pagina?.body ?? '')?.[1];
    await n.ver('/rut/inscripcion');
    expect(dicho()).toBeUndefined();
    await n.enviar('/rut/inscripcion');
    const base = (await n.seguir()).headers.location ?? '';
    await n.ver(base);
    expect(dicho()).toBe('3600');
    const acabaEn = async () => (await n.ver('/sesion')).json<{ acabaEn: number }>().acabaEn;
    for (let vez = 0; vez < 13; vez++) {
      o.reloj.avanzar(55 * 60_000);
      expect(await acabaEn(), `vez ${vez}`).toBe(vez < 12 ? 3600 : 300);
    }
    o.reloj.avanzar(6 * 60_000);
    expect(await acabaEn()).toBe(0);
  });
});
