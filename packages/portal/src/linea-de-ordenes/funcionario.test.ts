import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { abrirOficina, type OficinaDePrueba } from '../../pruebas/oficina.ts';
import { ejecutar } from './index.ts';

let o: OficinaDePrueba;
beforeAll(async () => {
  o = await abrirOficina();
});
afterAll(() => o.cerrar());
afterEach(() => vi.restoreAllMocks());

async function orden(...argumentos: string[]) {
  const fuera: string[] = [];
  vi.spyOn(console, 'log').mockImplementation((t: string) => void fuera.push(t));
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
  const codigo = await ejecutar(argumentos, {
    DATABASE_URL: o.base.urlAplicacion,
    DATABASE_OWNER_URL: o.base.urlPropietario,
    DEMO: '1',
  });
  return { codigo, fuera: fuera.join('\n') };
}

const crear = (usuario: string, rol: string, numero: string) =>
  orden(
    ...[
      'funcionario',
      'crear',
      '--usuario',
      usuario,
      '--nombre',
      'Ana Ficticia',
      '--correo',
      'ana@oficina.example',
    ],
    ...['--documento', `13:${numero}`, '--rol', rol, '--json'],
  );

describe('funcionario', () => {
  it('crear da una invitación que abre la cuenta; repetir el usuario es entrada mala', async () => {
    const r = await crear('ana.gil', 'supervisor', '1990930001');
    expect(r.codigo).toBe(0);
    const { invitacion, codigo } = JSON.parse(r.fuera) as { invitacion: string; codigo: string };
    const n = o.navegador();
    const { pathname } = new URL(invitacion);
    await n.ver(pathname);
    const aceptada = await n.enviar(pathname, { codigo, contrasena: 'cometa molino turpial' });
    expect(aceptada.headers.location).toBe('/mesa/entrar');
    const otra = await crear('ana.gil', 'chat', '1990930002');
    expect(otra.codigo).toBe(2);
    expect(otra.fuera).toContain('Ya hay un funcionario con ese usuario');
  });

  it.each([
    ['un rol que no hay', 'eva.gil', 'jefe', '1990930003', 'No hay un rol'],
    ['un usuario imposible', 'Á', 'chat', '1990930003', 'El usuario tiene'],
    ['un documento imposible', 'eva.gil', 'chat', 'x', 'cédula'],
  ])('%s es entrada mala, y se dice', async (_que, usuario, rol, numero, mensaje) => {
    const r = await crear(usuario, rol, numero);
    expect(r.codigo).toBe(2);
    expect(r.fuera.toLowerCase()).toContain(mensaje.toLowerCase());
  });

  it('retirar lo deja fuera de servicio', async () => {
    expect((await orden('funcionario', 'retirar', 'ana.gil')).codigo).toBe(0);
    expect((await orden('funcionario', 'retirar', 'ana.gil')).codigo).toBe(2);
  });
});
