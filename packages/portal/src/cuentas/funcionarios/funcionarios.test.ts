import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CLAVE, codigoDeAplicacion, delegarDirecto, funcionario, idDe } from '../../../pruebas/cuentas.ts';
import { inscribirPersona, persona } from '../../../pruebas/inscripcion.ts';
import { abrirOficina, type OficinaDePrueba } from '../../../pruebas/oficina.ts';
import { SISTEMA } from '../../../pruebas/transacciones.ts';
import { crearFuncionario } from './crear-funcionario.ts';
import { puedeAtender, tieneRol } from './politica.ts';

let o: OficinaDePrueba;
beforeAll(async () => {
  o = await abrirOficina();
});
afterAll(() => o.cerrar());

const actorDe = async (usuario: string) => {
  const [f] = await o.consultar<{ id: string }>('select id from cuentas.funcionario where usuario = $1', [
    usuario,
  ]);
  return { tipo: 'funcionario', funcionario: f?.id ?? '', sesion: f?.id ?? '' } as const;
};

describe('cuentas de funcionarios', () => {
  it('con la invitación elige su contraseña, una vez; sin segundo factor no hace nada más que ponerlo', async () => {
    const { enlace, codigo } = await o.oficina.comoPropietario(SISTEMA, (trx) =>
      crearFuncionario(
        trx,
        {
          usuario: 'nueva',
          nombre: 'Funcionaria nueva',
          correo: 'nueva@oficina.example',
          tipoDocumento: '13',
          numero: '1990911111',
          roles: ['supervisor'],
        },
        '',
      ),
    );
    const n = o.navegador();
    await n.ver(enlace);
    expect((await n.enviar(enlace, { codigo, contrasena: 'funcionaria' })).statusCode).toBe(422);
    expect((await n.enviar(enlace, { codigo, contrasena: CLAVE })).headers.location).toBe('/mesa/entrar');
    const usada = await n.enviar(enlace, { codigo, contrasena: CLAVE });
    expect([usada.statusCode, usada.body.includes('ya se usó')]).toEqual([422, true]);
    await n.ver('/mesa/entrar');
    expect((await n.enviar('/mesa/entrar', { usuario: 'Nueva', contrasena: CLAVE })).headers.location).toBe(
      '/mesa',
    );
    expect((await n.seguir()).body).toContain('ponga un segundo factor');
    expect((await n.ver('/mesa/funcionarios')).statusCode).toBe(403);
    expect(
      await o.oficina.enTransaccion(await actorDe('nueva'), (trx) => tieneRol(trx, ['supervisor'])),
    ).toBe(false);
  });

  it('una invitación vence', async () => {
    const { enlace, codigo } = await o.oficina.comoPropietario(SISTEMA, (trx) =>
      crearFuncionario(
        trx,
        {
          usuario: 'tardia',
          nombre: 'Funcionaria tardía',
          correo: 'tardia@oficina.example',
          tipoDocumento: '13',
          numero: '1990911112',
          roles: ['chat'],
        },
        '',
      ),
    );
    o.reloj.avanzar(72 * 3_600_000);
    const n = o.navegador();
    await n.ver(enlace);
    expect((await n.enviar(enlace, { codigo, contrasena: CLAVE })).statusCode).toBe(422);
  });

  it('con segundo factor entra con los dos, y cada rol abre lo suyo', async () => {
    const { n, secreto } = await funcionario(o, { usuario: 'supervisora', roles: ['supervisor'] });
    expect((await n.ver('/mesa/funcionarios')).statusCode).toBe(200);
    await n.enviar('/salir');
    await n.ver('/mesa/entrar');
    expect(
      (await n.enviar('/mesa/entrar', { usuario: 'supervisora', contrasena: CLAVE })).headers.location,
    ).toBe('/entrar/segundo');
    await n.seguir();
    o.reloj.avanzar(30_000);
    expect(
      (await n.enviar('/entrar/segundo', { codigo: codigoDeAplicacion(o, secreto) })).headers.location,
    ).toBe('/mesa');
    const { n: chat } = await funcionario(o, { usuario: 'chat', roles: ['chat'] });
    expect((await chat.ver('/mesa')).statusCode).toBe(200);
    expect((await chat.ver('/mesa/funcionarios')).statusCode).toBe(403);
  });

  it('quien supervisa crea y retira, con prueba reforzada; a sí misma no; retirada deja de servir ya', async () => {
    const { n, secreto } = await funcionario(o, { usuario: 'jefa', roles: ['supervisor'] });
    const datos = {
      usuario: 'recien',
      nombre: 'Funcionaria recién llegada',
      correo: 'recien@oficina.example',
      tipo: '13',
      numero: '1990922222',
      roles: 'pqsrd',
    };
    await n.ver('/mesa/funcionarios/nuevo');
    await n.enviar('/mesa/funcionarios/nuevo', datos);
    expect(n.pagina?.headers.location).toBe('/confirmar?nivel=reforzada');
    await n.seguir();
    o.reloj.avanzar(30_000);
    await n.enviar('/confirmar/autenticador', { codigo: codigoDeAplicacion(o, secreto) });
    expect(n.pagina?.headers.location).toBe('/mesa/funcionarios/nuevo');
    expect((await n.seguir()).body).toContain('value="recien"');
    const r = await n.enviar('/mesa/funcionarios/nuevo', datos);
    expect(r.statusCode).toBe(200);
    expect(r.body).toMatch(/(?:[0-9A-Z]{4}-){3}[0-9A-Z]{4}/);
    expect((await n.enviar('/mesa/funcionarios/nuevo', datos)).body).toContain('Ya hay un funcionario');

    const { n: otra } = await funcionario(o, { usuario: 'saliente', roles: ['auditor'] });
    const publico = async (usuario: string) =>
      (
        await o.consultar<{ p: string }>(
          'select id_publico as p from cuentas.funcionario where usuario = $1',
          [usuario],
        )
      )[0]?.p ?? '';
    await n.ver('/mesa/funcionarios');
    await n.enviar('/mesa/funcionarios/retirar', { funcionario: await publico('saliente') });
    expect((await otra.ver('/mesa')).statusCode).toBe(403);
    await n.ver('/mesa/funcionarios');
    await n.enviar('/mesa/funcionarios/retirar', { funcionario: await publico('recien') });
    expect((await n.enviar('/mesa/funcionarios/nuevo', datos)).body).toContain('con ese usuario');
    const otraVez = await n.enviar('/mesa/funcionarios/nuevo', { ...datos, usuario: 'recien-otra-vez' });
    expect(otraVez.body).toMatch(/(?:[0-9A-Z]{4}-){3}[0-9A-Z]{4}/);
    await n.ver('/mesa/funcionarios');
    await n.enviar('/mesa/funcionarios/retirar', { funcionario: await publico('jefa') });
    expect((await n.ver('/mesa')).statusCode).toBe(200);
  });

  it('una cuenta de contribuyente no entra a la mesa, ni la de un funcionario a la oficina', async () => {
    const { n } = await funcionario(o, { usuario: 'operadora', roles: ['operador'] });
    expect((await n.ver('/cuenta')).headers.location).toBe('/entrar');
    const i = await inscribirPersona(o);
    const galleta = o.navegador();
    galleta.galletas.set('sesion', i.token);
    expect((await galleta.ver('/mesa')).headers.location).toBe('/mesa/entrar');
    expect((await n.ver(`/de/${i.titular}`)).headers.location).toBe('/entrar');
  });

  it('nadie atiende su propio caso: ni el suyo, ni el de quien autorizó o lo autorizó, ni sin el rol', async () => {
    const [propia, cliente, ajena] = [persona(), persona(), persona()];
    const [yo, c, a] = [
      await inscribirPersona(o, propia),
      await inscribirPersona(o, cliente),
      await inscribirPersona(o, ajena),
    ];
    await funcionario(o, { usuario: 'mesa', roles: ['mesa-rut'], numero: propia.fila.numero });
    await delegarDirecto(o, { de: c.titular, a: yo.titular, ambito: 'consultar' });
    const actor = await actorDe('mesa');
    const atiende = async (titular: string, rol: 'mesa-rut' | 'devoluciones') => {
      const id = await idDe(o, titular);
      return o.oficina.enTransaccion(actor, (trx) => puedeAtender(trx, id, rol));
    };
    expect(await atiende(a.titular, 'mesa-rut')).toBe(true);
    expect(await atiende(a.titular, 'devoluciones')).toBe(false);
    expect(await atiende(yo.titular, 'mesa-rut')).toBe(false);
    expect(await atiende(c.titular, 'mesa-rut')).toBe(false);
  });
});
