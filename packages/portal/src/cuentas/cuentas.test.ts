import { Client } from 'pg';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { entrarConCodigo } from '../../pruebas/cuentas.ts';
import {
  documentoDe,
  inscribirPersona,
  persona,
  type Inscrita,
  type PersonaDePrueba,
} from '../../pruebas/inscripcion.ts';
import { abrirOficina, type OficinaDePrueba } from '../../pruebas/oficina.ts';

let o: OficinaDePrueba;
let p: PersonaDePrueba;
let i: Inscrita;
beforeAll(async () => {
  o = await abrirOficina();
  p = persona();
  i = await inscribirPersona(o, p);
});
afterAll(() => o.cerrar());
afterEach(() => vi.restoreAllMocks());

const despues = () => o.reloj.avanzar(61_000);

async function pedir(documento: { tipo: string; numero: string }) {
  const n = o.navegador();
  await n.ver('/entrar');
  await n.enviar('/entrar/pedir-codigo', documento);
  return n;
}
/** What a person sees, without what is random by nature. */
const aLaVista = (html: string | undefined) => (html ?? '').replace(/value="[\w-]{43}"/g, 'value="…"');

describe('entrar', () => {
  it('con el código del correo se entra, y la sesión de antes ya no vale', async () => {
    despues();
    const n = await pedir(documentoDe(p));
    const visita = n.galletas.get('sesion');
    const r = await n.enviar('/entrar/codigo', { codigo: await o.codigo(p.correo) });
    expect([r.statusCode, r.headers.location]).toEqual([303, `/de/${i.titular}`]);
    expect(n.galletas.get('sesion')).not.toBe(visita);
    expect((await n.seguir()).statusCode).toBe(200);
    const [vieja] = await o.consultar<{ cerradas: number }>(
      `select count(*)::int as cerradas from plataforma.sesion where token_hash = sha256($1::bytea) and cerrada_en is not null`,
      [Buffer.from(visita ?? '')],
    );
    expect(vieja?.cerradas).toBe(1);
  });

  it('una segunda pestaña que seguía entrando sigue, y no saca a la primera', async () => {
    despues();
    const una = await pedir(documentoDe(p));
    const otra = o.navegador();
    const mismas = (de: typeof una, a: typeof una) => {
      a.galletas.clear();
      for (const [nombre, valor] of de.galletas) a.galletas.set(nombre, valor);
    };
    mismas(una, otra);
    await otra.ver('/entrar');
    await una.enviar('/entrar/codigo', { codigo: await o.codigo(p.correo) });
    mismas(una, otra);
    const envios: [string, Record<string, string>][] = [
      ['/entrar', { ...documentoDe(p), contrasena: 'cualquiera' }],
      ['/entrar/pedir-codigo', documentoDe(p)],
      ['/entrar/codigo', { codigo: 'ABC234' }],
      ['/entrar/segundo', { codigo: '123456' }],
    ];
    for (const [camino, campos] of envios) {
      const r = await otra.enviar(camino, campos);
      expect([camino, r.statusCode, r.headers.location]).toEqual([camino, 303, `/de/${i.titular}`]);
    }
    expect(otra.galletas.get('sesion')).toBe(una.galletas.get('sesion'));
    expect((await una.ver(`/de/${i.titular}`)).statusCode).toBe(200);
    // Another person's document is another sign-in.
    const ajeno = { tipo: '13', numero: '52418906' };
    expect((await otra.enviar('/entrar/pedir-codigo', ajeno)).statusCode).toBe(200);
  });

  it('queda anotado, y la persona lo ve', async () => {
    const filas = await o.consultar(
      `select a.accion from plataforma.auditoria a join rut.titular t on t.id = a.persona_id
       where t.id_publico = $1 and a.accion = 'cuentas.entrar'`,
      [i.titular],
    );
    expect(filas.length).toBeGreaterThan(0);
  });

  it('la página contesta igual exista o no un RUT con ese documento', async () => {
    despues();
    const con = await pedir(documentoDe(p));
    const sin = await pedir({ tipo: '13', numero: '1099999999' });
    expect(con.pagina?.statusCode).toBe(200);
    expect(aLaVista(sin.pagina?.body)).toBe(aLaVista(con.pagina?.body));
    // The second asking within the minute too.
    const conOtraVez = await pedir(documentoDe(p));
    const sinOtraVez = await pedir({ tipo: '13', numero: '1099999999' });
    expect(aLaVista(sinOtraVez.pagina?.body)).toBe(aLaVista(conOtraVez.pagina?.body));
    // And a wrong code.
    const malo = { codigo: '000000' };
    expect(aLaVista((await sin.enviar('/entrar/codigo', malo)).body)).toBe(
      aLaVista((await con.enviar('/entrar/codigo', malo)).body),
    );
  });

  it('quien sabe la cédula no deja a su dueña sin códigos: gastados los del día, ella los recibe donde ya entró', async () => {
    const ella = persona();
    await inscribirPersona(o, ella);
    const suyo = await entrarConCodigo(o, ella);
    await suyo.enviar('/salir');
    for (let vez = 0; vez < 20; vez++) {
      o.reloj.avanzar(61_000);
      const otra = o.navegador();
      await otra.ver('/entrar');
      await otra.enviar('/entrar/pedir-codigo', documentoDe(ella));
    }
    const gastado = o.navegador();
    await gastado.ver('/entrar');
    const r = await gastado.enviar('/entrar/pedir-codigo', documentoDe(ella));
    expect(r.statusCode).toBe(200);
    expect(r.body).toContain('Por hoy ya se enviaron todos');
    expect(r.body).toContain('Ver otras formas de entrar');
    await suyo.ver('/entrar');
    expect((await suyo.enviar('/entrar/pedir-codigo', documentoDe(ella))).body).not.toContain('Por hoy');
    const dentro = await suyo.enviar('/entrar/codigo', { codigo: await o.codigo(ella.correo) });
    expect(dentro.statusCode).toBe(303);
    // Again at once: a wait, with its seconds, and no field marked as wrong.
    await suyo.enviar('/salir');
    await suyo.ver('/entrar');
    const espera = await suyo.enviar('/entrar/pedir-codigo', documentoDe(ella));
    expect(espera.body).toContain('Para volver a pedir espere 60 segundos');
    expect(espera.body).not.toContain('govuk-error-message');
  });

  it('y hace el mismo trabajo: las mismas sentencias, en el mismo orden', async () => {
    const sentencias = async (numero: string) => {
      despues();
      const espia = vi.spyOn(Client.prototype, 'query');
      const api = o.api();
      await api.pedir('POST', '/accesos', { tipo: '13', numero });
      const textos = espia.mock.calls.map(([q]) =>
        typeof q === 'string' ? q : (q as { text: string }).text,
      );
      espia.mockRestore();
      return textos.map((t) => t.replace(/'[^']*'/g, '…'));
    };
    const con = await sentencias(p.fila.numero);
    expect(con.length).toBeGreaterThan(5);
    expect(await sentencias('1099999998')).toEqual(con);
  });

  it('lo que se escribe para nadie no sale ni se muestra, y su texto se olvida', async () => {
    despues();
    await pedir({ tipo: '13', numero: '1099999997' });
    const pagina = await o.oficina.servidor.inject('/operacion/buzon');
    expect(pagina.body).toContain('Buzón de la demostración');
    expect(pagina.body).not.toContain('.invalid');
    await o.trabajar();
    expect(
      await o.consultar(
        `select texto, asunto from plataforma.mensaje where destino like '%.invalid' and (texto is not null or coalesce(enviado_en, fallido_en) is null)`,
      ),
    ).toEqual([]);
  });

  it('el código de un documento sin RUT no abre nada aunque se acierte', async () => {
    despues();
    const n = await pedir({ tipo: '13', numero: '1099999996' });
    // Nobody can read it: it is looked for in the message that goes nowhere.
    const r = await n.enviar('/entrar/codigo', { codigo: await o.codigo('nadie@sin-destino.invalid') });
    expect(r.statusCode).toBe(422);
    expect((await n.ver(`/de/${i.titular}`)).statusCode).toBe(303);
  });

  it('el código de una sesión no entra desde otra', async () => {
    despues();
    await pedir(documentoDe(p));
    const codigo = await o.codigo(p.correo);
    const ladrona = await pedir({ tipo: '13', numero: '1099999995' });
    expect((await ladrona.enviar('/entrar/codigo', { codigo })).statusCode).toBe(422);
  });

  it('por la API es lo mismo: token de visita, código, token de la persona', async () => {
    despues();
    const api = o.api();
    const pedido = await api.pedir<{ token: string }>('POST', '/accesos', documentoDe(p));
    expect(pedido.estado).toBe(202);
    api.token = pedido.cuerpo.token;
    const r = await api.pedir<{ token: string; titular: string }>('POST', '/accesos/codigo', {
      codigo: await o.codigo(p.correo),
    });
    expect(r).toMatchObject({ estado: 200, cuerpo: { titular: i.titular } });
    expect((await api.pedir('GET', `/de/${i.titular}/rut`)).estado).toBe(401);
    api.token = r.cuerpo.token;
    expect((await api.pedir('GET', `/de/${i.titular}/rut`)).estado).toBe(200);
  });

  it.each([
    ['con RUT', () => documentoDe(p)],
    ['sin RUT', () => ({ tipo: '13', numero: '1099999994' })],
  ])(
    'por la API, pedir otro código antes del minuto dice cuánto esperar: documento %s',
    async (_cual, doc) => {
      despues();
      const api = o.api();
      const primero = await api.pedir<{ token: string }>('POST', '/accesos', doc());
      expect([Object.keys(primero.cuerpo), primero.respuesta.headers['retry-after']]).toEqual([
        ['token'],
        undefined,
      ]);
      api.token = primero.cuerpo.token;
      o.reloj.avanzar(20_000);
      const otro = await api.pedir<{ token: string }>('POST', '/accesos', doc());
      expect([otro.estado, otro.respuesta.headers['retry-after']]).toEqual([202, '40']);
      expect(otro.cuerpo).toEqual({
        token: primero.cuerpo.token,
        espere: { segundos: 40, mensaje: expect.stringContaining('espere 40 segundos') as string },
      });
    },
  );

  it('por la API, gastados los códigos del día se dice, sin prometer segundos', async () => {
    const documento = { tipo: '13', numero: '1099999993' };
    for (let vez = 0; vez < 20; vez++) {
      despues();
      await o.api().pedir('POST', '/accesos', documento);
    }
    despues();
    const r = await o.api().pedir('POST', '/accesos', documento);
    expect([r.estado, r.respuesta.headers['retry-after']]).toEqual([202, undefined]);
    expect(r.cuerpo.espere).toEqual({ mensaje: expect.stringContaining('Por hoy ya se enviaron') as string });
  });

  it('salir cierra la sesión también para quien guardó su secreto', async () => {
    despues();
    const n = await pedir(documentoDe(p));
    await n.enviar('/entrar/codigo', { codigo: await o.codigo(p.correo) });
    await n.seguir();
    const guardado = n.galletas.get('sesion') ?? '';
    await n.enviar('/salir');
    expect(n.galletas.has('sesion')).toBe(false);
    n.galletas.set('sesion', guardado);
    expect((await n.ver(`/de/${i.titular}`)).headers.location).toBe('/entrar');
  });

  it.each([
    ['vacío', ''],
    ['con letras', 'ABC'],
    ['larguísimo', '9'.repeat(10_000)],
    ['con SQL', `1' or '1'='1`],
    ['con emoji', '😀😀😀'],
    ['de solo un byte nulo', '\u0000'],
  ])('un número %s es un 422 con lo escrito y su mensaje', async (_que, numero) => {
    const n = o.navegador();
    await n.ver('/entrar');
    const r = await n.enviar('/entrar/pedir-codigo', { tipo: '13', numero });
    expect(r.statusCode).toBe(422);
    expect(r.body).toContain('govuk-error-message');
  });
});
