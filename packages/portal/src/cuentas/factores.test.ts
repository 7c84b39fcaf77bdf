import { Secret, TOTP } from 'otpauth';
import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { documentoDe, inscribirPersona, persona, type PersonaDePrueba } from '../../pruebas/inscripcion.ts';
import { abrirOficina, type OficinaDePrueba } from '../../pruebas/oficina.ts';
import {
  CLAVE,
  codigoDeAplicacion,
  conContrasena,
  entrarConCodigo,
  intentar,
  ponerAplicacion,
} from '../../pruebas/cuentas.ts';

let o: OficinaDePrueba;
beforeAll(async () => {
  o = await abrirOficina();
});
afterAll(() => o.cerrar());

async function inscrita(): Promise<PersonaDePrueba> {
  const p = persona();
  await inscribirPersona(o, p);
  return p;
}

describe('entrar con contraseña', () => {
  it('quien ya está en el RUT entra con un código, crea la contraseña y con ella vuelve a entrar', async () => {
    const p = await inscrita();
    const { titular } = await conContrasena(o, p);
    const otra = o.navegador();
    await intentar(otra, p, CLAVE);
    expect(otra.pagina?.headers.location).toBe(`/de/${titular}`);
    expect((await otra.seguir()).statusCode).toBe(200);
  });

  it.each([
    ['corta', 'corta1', /al menos 12/],
    ['muy usada', 'contraseña123', /se adivina fácil/],
    ['con su documento y poco más', 'NUMERO rojo', /se adivina fácil/],
    ['de teclas seguidas', 'qwertyuiop123', /se adivina fácil/],
  ])('una contraseña %s no sirve, y se dice por qué', async (_que, contrasena, mensaje) => {
    const p = await inscrita();
    const n = await entrarConCodigo(o, p);
    await n.ver('/cuenta/contrasena');
    const escrita = contrasena.replaceAll('NUMERO', p.fila.numero);
    const r = await n.enviar('/cuenta/contrasena', { contrasena: escrita, otra: escrita });
    expect(r.statusCode).toBe(422);
    expect(r.body).toMatch(mensaje);
    expect(r.body).not.toContain(escrita);
  });

  it('la página y el trabajo son los mismos exista o no la cuenta, y tenga o no contraseña', async () => {
    const con = await inscrita();
    await conContrasena(o, con);
    const sinContrasena = await inscrita();
    const hacer = async (numero: string) => {
      const espia = vi.spyOn(Client.prototype, 'query');
      const [antes, escritos] = [await verificaciones(), await mensajes()];
      const n = o.navegador();
      await n.ver('/entrar');
      const desde = espia.mock.calls.length;
      const r = await n.enviar('/entrar', { tipo: '13', numero, contrasena: 'una que no es, seguro' });
      const sentencias = espia.mock.calls
        .slice(desde)
        .map(([q]) => (typeof q === 'string' ? q : (q as { text: string }).text).replace(/'[^']*'/g, '…'));
      espia.mockRestore();
      const html = r.body.replace(/value="[\w-]{43}"/g, '…').replaceAll(numero, 'N');
      return {
        estado: r.statusCode,
        html,
        sentencias,
        verificaciones: (await verificaciones()) - antes,
        mensajes: (await mensajes()) - escritos,
      };
    };
    const nadie = await hacer('1099999801');
    expect(nadie).toMatchObject({ estado: 422, verificaciones: 1, mensajes: 0 });
    expect(nadie.sentencias.length).toBeGreaterThan(8);
    expect(await hacer(con.fila.numero)).toEqual(nadie);
    expect(await hacer(sinContrasena.fila.numero)).toEqual(nadie);
  });
});

async function mensajes(): Promise<number> {
  const [f] = await o.consultar<{ n: number }>('select count(*)::int as n from plataforma.mensaje');
  return f?.n ?? 0;
}

async function verificaciones(): Promise<number> {
  const r = await o.oficina.servidor.inject({ url: '/metricas', remoteAddress: '127.0.0.1' });
  return Number(/^autogestion_contrasenas_verificadas_total (\d+)/m.exec(r.body)?.[1] ?? 0);
}

describe('frenos', () => {
  it('después de unos intentos hay que esperar, cada vez más, también con la contraseña buena', async () => {
    const p = await inscrita();
    await conContrasena(o, p);
    const ladrona = o.navegador();
    for (let i = 0; i < 5; i++)
      expect((await intentar(ladrona, p, `mala número ${i}`)).body).toContain('no coinciden');
    const r = await intentar(ladrona, p, CLAVE);
    expect(r.statusCode).toBe(422);
    expect(r.body).toMatch(/Espere \d+ segundos/);
    o.reloj.avanzar(6_000);
    expect((await intentar(ladrona, p, 'otra mala')).body).toContain('no coinciden');
    o.reloj.avanzar(6_000);
    expect((await intentar(ladrona, p, 'otra mala')).body).toMatch(/Espere/);
    o.reloj.avanzar(5_000);
    expect((await intentar(ladrona, p, CLAVE)).statusCode).toBe(303);
  });

  it('quien adivina no deja afuera a la dueña: ni desde su dispositivo conocido, ni desde otra dirección', async () => {
    const p = await inscrita();
    const { n: conocido } = await conContrasena(o, p);
    const ladrona = o.navegador();
    for (let i = 0; i < 8; i++) await intentar(ladrona, p, `mala número ${i}`);
    expect((await intentar(ladrona, p, CLAVE)).body).toMatch(/Espere/);
    await conocido.enviar('/salir');
    expect((await intentar(conocido, p, CLAVE)).statusCode).toBe(303);
    expect((await intentar(o.navegador(), p, CLAVE)).statusCode).toBe(303);
    // Also from the very address of who guesses, if the browser is known.
    const vecino = o.navegador();
    vecino.galletas.set('dispositivo', conocido.galletas.get('dispositivo') ?? '');
    expect((await intentar(vecino, p, CLAVE)).statusCode).toBe(303);
  });

  it('con muchas direcciones la cuenta entera va más despacio, y el dispositivo conocido no', async () => {
    const p = await inscrita();
    const { n: conocido } = await conContrasena(o, p);
    for (let i = 0; i < 51; i++) await intentar(o.navegador(), p, `mala número ${i}`);
    expect((await intentar(o.navegador(), p, CLAVE)).body).toMatch(/Espere/);
    await conocido.enviar('/salir');
    expect((await intentar(conocido, p, CLAVE)).statusCode).toBe(303);
  });

  it('intentos a la vez cuentan uno por uno: de treinta se verifican los gratuitos y no más', async () => {
    const p = await inscrita();
    await conContrasena(o, p);
    const n = o.navegador();
    await n.ver('/entrar');
    const antes = await verificaciones();
    const ocultos = n.ocultos();
    const r = await Promise.all(
      Array.from({ length: 30 }, (_, i) =>
        o.oficina.servidor.inject({
          method: 'POST',
          url: '/entrar',
          remoteAddress: '10.77.0.1',
          headers: {
            'sec-fetch-site': 'same-origin',
            'content-type': 'application/x-www-form-urlencoded',
            cookie: `visita=${n.galletas.get('visita')}`,
          },
          payload: new URLSearchParams({
            ...ocultos,
            ...documentoDe(p),
            contrasena: `mala número ${i}`,
          }).toString(),
        }),
      ),
    );
    expect(r.every((x) => x.statusCode === 422)).toBe(true);
    expect((await verificaciones()) - antes).toBe(5);
  });
});

describe('aplicación de códigos', () => {
  it('puesta, al entrar se pide: con su código se entra, sin él no', async () => {
    const p = await inscrita();
    const { n, titular } = await conContrasena(o, p);
    const { secreto, codigos } = await ponerAplicacion(o, n);
    expect(codigos).toHaveLength(10);
    const otra = o.navegador();
    expect((await intentar(otra, p, CLAVE)).headers.location).toBe('/entrar/segundo');
    expect((await otra.ver(`/de/${titular}`)).headers.location).toBe('/entrar');
    await otra.ver('/entrar/segundo');
    expect((await otra.enviar('/entrar/segundo', { codigo: '000000' })).statusCode).toBe(422);
    o.reloj.avanzar(30_000);
    const r = await otra.enviar('/entrar/segundo', { codigo: codigoDeAplicacion(o, secreto) });
    expect(r.headers.location).toBe(`/de/${titular}`);
  });

  it('también cuando lo primero fue el código del correo', async () => {
    const p = await inscrita();
    const { n } = await conContrasena(o, p);
    await ponerAplicacion(o, n);
    o.reloj.avanzar(61_000);
    const otra = o.navegador();
    await otra.ver('/entrar');
    await otra.enviar('/entrar/pedir-codigo', documentoDe(p));
    const r = await otra.enviar('/entrar/codigo', { codigo: await o.codigo(p.correo) });
    expect(r.headers.location).toBe('/entrar/segundo');
  });

  it('el mismo código a la vez desde dos visitas: gana exactamente una, y repetido no sirve', async () => {
    const p = await inscrita();
    const { n } = await conContrasena(o, p);
    const { secreto } = await ponerAplicacion(o, n);
    o.reloj.avanzar(30_000);
    const visitas = await Promise.all(
      Array.from({ length: 4 }, async () => {
        const v = o.navegador();
        await intentar(v, p, CLAVE);
        await v.ver('/entrar/segundo');
        return v;
      }),
    );
    const codigo = codigoDeAplicacion(o, secreto);
    const estados = await Promise.all(
      visitas.map(async (v) => (await v.enviar('/entrar/segundo', { codigo })).statusCode),
    );
    expect(estados.toSorted()).toEqual([303, 422, 422, 422]);
    expect((await visitas.at(-1)?.enviar('/entrar/segundo', { codigo }))?.statusCode).not.toBe(200);
  });

  it('un código de recuperación sirve una vez; a la vez, gana uno', async () => {
    const p = await inscrita();
    const { n } = await conContrasena(o, p);
    const { codigos } = await ponerAplicacion(o, n);
    const visitas = await Promise.all(
      Array.from({ length: 3 }, async () => {
        const v = o.navegador();
        await intentar(v, p, CLAVE);
        await v.ver('/entrar/segundo');
        return v;
      }),
    );
    const codigo = codigos[0]?.toLowerCase().replace('-', ' ') ?? '';
    const estados = await Promise.all(
      visitas.map(async (v) => (await v.enviar('/entrar/segundo', { codigo })).statusCode),
    );
    expect(estados.toSorted()).toEqual([303, 422, 422]);
    await n.ver('/cuenta');
    expect(n.pagina?.body).toContain('Le quedan 9');
  });

  it('perdido el celular de la aplicación, sirve el otro canal: con contraseña, un SMS', async () => {
    const p = await inscrita();
    const { n, titular } = await conContrasena(o, p);
    await ponerAplicacion(o, n);
    o.reloj.avanzar(61_000);
    const otra = o.navegador();
    await intentar(otra, p, CLAVE);
    await otra.ver('/entrar/segundo');
    expect((await otra.enviar('/entrar/segundo/enviar')).statusCode).toBe(200);
    const r = await otra.enviar('/entrar/segundo/otro-canal', { enviado: await o.codigo(p.telefono) });
    expect(r.headers.location).toBe(`/de/${titular}`);
  });

  it('el secreto está cifrado en la base, y los códigos de recuperación no están', async () => {
    const p = await inscrita();
    const { n } = await conContrasena(o, p);
    const { secreto, codigos } = await ponerAplicacion(o, n);
    const todo = JSON.stringify(
      await o.consultar(
        `select encode(secreto_cifrado, 'escape') as s from cuentas.totp union all select encode(hash, 'escape') from cuentas.codigo_recuperacion`,
      ),
    );
    expect(todo).not.toContain(secreto);
    for (const c of codigos) expect(todo).not.toContain(c.replace('-', ''));
  });

  it('el código de otra cuenta no sirve', async () => {
    const [a, b] = [await inscrita(), await inscrita()];
    const [ca, cb] = [await conContrasena(o, a), await conContrasena(o, b)];
    await ponerAplicacion(o, ca.n);
    const { secreto } = await ponerAplicacion(o, cb.n);
    o.reloj.avanzar(30_000);
    const v = o.navegador();
    await intentar(v, a, CLAVE);
    await v.ver('/entrar/segundo');
    expect((await v.enviar('/entrar/segundo', { codigo: codigoDeAplicacion(o, secreto) })).statusCode).toBe(
      422,
    );
  });

  it('un código de hace dos minutos ya venció', async () => {
    const p = await inscrita();
    const { n } = await conContrasena(o, p);
    const { secreto } = await ponerAplicacion(o, n);
    o.reloj.avanzar(60_000);
    const viejo = new TOTP({ secret: Secret.fromBase32(secreto) }).generate({
      timestamp: o.reloj.ahora().getTime(),
    });
    o.reloj.avanzar(120_000);
    const v = o.navegador();
    await intentar(v, p, CLAVE);
    await v.ver('/entrar/segundo');
    expect((await v.enviar('/entrar/segundo', { codigo: viejo })).statusCode).toBe(422);
  });
});

describe('confirmar otra vez', () => {
  it('pasados diez minutos se pide, y después vuelve a donde estaba', async () => {
    const p = await inscrita();
    const { n } = await conContrasena(o, p);
    o.reloj.avanzar(10 * 60_000 + 1);
    expect((await n.ver('/cuenta/autenticador')).headers.location).toBe('/confirmar?nivel=una');
    await n.seguir();
    expect((await n.enviar('/confirmar', { contrasena: 'esta no es' })).statusCode).toBe(422);
    const r = await n.enviar('/confirmar', { contrasena: CLAVE });
    expect(r.headers.location).toBe('/cuenta/autenticador');
    expect((await n.seguir()).statusCode).toBe(200);
  });

  it('sin contraseña ni aplicación, con un código al correo', async () => {
    const p = await inscrita();
    const n = await entrarConCodigo(o, p);
    o.reloj.avanzar(11 * 60_000);
    await n.ver('/cuenta/contrasena');
    await n.seguir();
    await n.enviar('/confirmar/enviar', { canal: 'correo' });
    const r = await n.enviar('/confirmar/enviado', { enviado: await o.codigo(p.correo), _canal: 'correo' });
    expect(r.headers.location).toBe('/cuenta/contrasena');
  });

  it('una galleta robada no firma ni cambia nada: no trae la prueba, aunque la dueña la tenga fresca', async () => {
    const p = await inscrita();
    const { n, titular } = await conContrasena(o, p);
    const ladrona = o.navegador();
    ladrona.galletas.set('sesion', n.galletas.get('sesion') ?? '');
    expect((await ladrona.ver(`/de/${titular}`)).statusCode).toBe(200);
    expect((await ladrona.ver('/cuenta/contrasena')).headers.location).toBe('/confirmar?nivel=una');
    ladrona.galletas.set('prueba', 'x'.repeat(43));
    expect((await ladrona.ver('/cuenta/contrasena')).headers.location).toBe('/confirmar?nivel=una');
    expect((await n.ver('/cuenta/contrasena')).statusCode).toBe(200);
  });

  it('quitar la aplicación pide algo más que el correo o la contraseña', async () => {
    const p = await inscrita();
    const { n } = await conContrasena(o, p);
    const { secreto } = await ponerAplicacion(o, n);
    await n.ver('/cuenta/autenticador/quitar');
    await n.enviar('/cuenta/autenticador/quitar');
    expect(n.pagina?.headers.location).toBe('/confirmar?nivel=reforzada');
    await n.seguir();
    expect(n.pagina?.body).not.toContain('Enviar un código al correo');
    o.reloj.avanzar(30_000);
    const r = await n.enviar('/confirmar/autenticador', { codigo: codigoDeAplicacion(o, secreto) });
    expect(r.headers.location).toBe('/cuenta/autenticador/quitar');
    await n.seguir();
    expect((await n.enviar('/cuenta/autenticador/quitar')).headers.location).toBe('/cuenta');
    expect((await n.seguir()).body).toContain('No tiene');
  });
});

describe('sesiones abiertas', () => {
  it('se ven con su dispositivo, y se cierra una o todas las demás', async () => {
    const p = await inscrita();
    const { n } = await conContrasena(o, p);
    const celular = o.navegador();
    await celular.ver('/entrar');
    await celular.enviar(
      '/entrar',
      { ...documentoDe(p), contrasena: CLAVE },
      {
        'sec-fetch-site': 'same-origin',
        'user-agent': 'Mozilla/5.0 (Linux; Android 14) Chrome/130.0 Mobile',
      },
    );
    const casa = await celular.seguir();
    expect(casa.statusCode).toBe(200);
    expect((await n.ver('/cuenta')).body).toContain('Chrome en Android');
    const una = /name="una" value="([0-9a-f-]{36})"/.exec(n.pagina?.body ?? '')?.[1] ?? '';
    await n.enviar('/cuenta/sesiones/cerrar', { una });
    expect((await celular.ver('/cuenta')).headers.location).toBe('/entrar');
    expect((await n.ver('/cuenta')).statusCode).toBe(200);
  });

  it('nadie cierra la de otra persona', async () => {
    const [a, b] = [await inscrita(), await inscrita()];
    const [ca, cb] = [await conContrasena(o, a), await conContrasena(o, b)];
    const [ajena] = await o.consultar<{ id: string }>(
      `select id from plataforma.sesion where token_hash = sha256($1::bytea)`,
      [Buffer.from(cb.n.galletas.get('sesion') ?? '')],
    );
    await ca.n.ver('/cuenta');
    await ca.n.enviar('/cuenta/sesiones/cerrar', { una: ajena?.id ?? '' });
    expect((await cb.n.ver('/cuenta')).statusCode).toBe(200);
  });

  it('cambiar la contraseña cierra las demás', async () => {
    const p = await inscrita();
    const { n } = await conContrasena(o, p);
    const otra = o.navegador();
    await intentar(otra, p, CLAVE);
    const nueva = 'molino turpial cometa';
    await n.ver('/cuenta/contrasena');
    await n.enviar('/cuenta/contrasena', { contrasena: nueva, otra: nueva });
    expect((await otra.ver('/cuenta')).headers.location).toBe('/entrar');
    expect((await n.ver('/cuenta')).statusCode).toBe(200);
    expect((await intentar(o.navegador(), p, CLAVE)).statusCode).toBe(422);
  });
});

describe('limpieza', () => {
  it('de noche se van los frenos de ayer, los retos sin respuesta y los dispositivos que no volvieron', async () => {
    const p = await inscrita();
    const { n } = await conContrasena(o, p);
    await n.ver('/cuenta/llaves');
    await n.enviar('/cuenta/llaves/opciones');
    const contar = async () =>
      (
        await o.consultar<{ f: number; r: number; d: number }>(
          `select (select count(*)::int from cuentas.freno) as f, (select count(*)::int from cuentas.reto) as r,
             (select count(*)::int from cuentas.dispositivo) as d`,
        )
      )[0];
    expect((await contar())?.r).toBeGreaterThan(0);
    o.reloj.avanzar(181 * 86_400_000);
    await o.ejecutarTrabajo('cuentas.limpiar-vencidos');
    expect(await contar()).toEqual({ f: 0, r: 0, d: 0 });
  });
});
