import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CLAVE, conContrasena, idDe, intentar } from '../../../pruebas/cuentas.ts';
import { inscribirPersona, persona, type PersonaDePrueba } from '../../../pruebas/inscripcion.ts';
import type { Navegador } from '../../../pruebas/navegador.ts';
import { abrirOficina, type OficinaDePrueba } from '../../../pruebas/oficina.ts';
import { exigeFactorReforzado } from './consultas.ts';

let o: OficinaDePrueba;
beforeAll(async () => {
  o = await abrirOficina();
});
afterAll(() => o.cerrar());

interface Dentro {
  p: PersonaDePrueba;
  n: Navegador;
  titular: string;
}
async function dentro(): Promise<Dentro> {
  const p = persona();
  await inscribirPersona(o, p);
  return { p, ...(await conContrasena(o, p)) };
}

async function cambiarCorreo({ n, titular }: Dentro, nuevo: string) {
  const camino = `/de/${titular}/contacto/correo`;
  o.reloj.avanzar(61_000);
  await n.ver(camino);
  await n.enviar(camino, { nuevo });
  return n.enviar(`${camino}/codigo`, { nuevo, codigo: await o.codigo(nuevo) });
}

const versionDe = async (titular: string) =>
  (
    await o.consultar<{ numero: number; concepto: string; correo: string }>(
      `select numero, concepto, registro #>> '{ubicacion,correo}' as correo from rut.versiones
       where id_publico = $1 and vigente`,
      [titular],
    )
  )[0];

async function codigoParaDeshacer(correo: string): Promise<string> {
  const [m] = await o.consultar<{ texto: string }>(
    `select texto from plataforma.mensaje where destino = $1 and texto like '%/deshacer%' order by creado_en desc, id desc limit 1`,
    [correo],
  );
  return /^(?:[0-9A-Z]{4}-){3}[0-9A-Z]{4}$/m.exec(m?.texto ?? '')?.[0] ?? '';
}

describe('cambiar el correo', () => {
  it('con el código que llega al nuevo hay una versión nueva del RUT, y el anterior recibe un aviso', async () => {
    const d = await dentro();
    const antes = await versionDe(d.titular);
    const r = await cambiarCorreo(d, 'nuevo.uno@ejemplo.co');
    expect(r.statusCode).toBe(200);
    expect(await versionDe(d.titular)).toEqual({
      numero: (antes?.numero ?? 0) + 1,
      concepto: '02',
      correo: 'nuevo.uno@ejemplo.co',
    });
    expect(await codigoParaDeshacer(d.p.correo)).toMatch(/^[0-9A-Z-]{19}$/);
  });

  it('por 72 horas se exige un factor que no sea el correo', async () => {
    const d = await dentro();
    const id = await idDe(o, d.titular);
    const exige = () =>
      o.oficina.enTransaccion({ tipo: 'persona', persona: id, sesion: id }, (trx) =>
        exigeFactorReforzado(trx, id),
      );
    expect(await exige()).toBe(false);
    await cambiarCorreo(d, 'nuevo.dos@ejemplo.co');
    expect(await exige()).toBe(true);
    o.reloj.avanzar(72 * 3_600_000 - 1);
    expect(await exige()).toBe(true);
    o.reloj.avanzar(1);
    expect(await exige()).toBe(false);
  });

  it('sin prueba reciente se pide, y al volver está lo que se escribió', async () => {
    const d = await dentro();
    const camino = `/de/${d.titular}/contacto/correo`;
    await d.n.ver(camino);
    o.reloj.avanzar(11 * 60_000);
    await d.n.enviar(camino, { nuevo: 'escrito.antes@ejemplo.co' });
    expect(d.n.pagina?.headers.location).toBe('/confirmar?nivel=una');
    await d.n.seguir();
    await d.n.enviar('/confirmar', { contrasena: CLAVE });
    expect((await d.n.seguir()).body).toContain('escrito.antes@ejemplo.co');
  });

  it('el código que llegó a un correo no sirve para registrar otro', async () => {
    const d = await dentro();
    const camino = `/de/${d.titular}/contacto/correo`;
    await d.n.ver(camino);
    await d.n.enviar(camino, { nuevo: 'mio.propio@ejemplo.co' });
    const codigo = await o.codigo('mio.propio@ejemplo.co');
    const r = await d.n.enviar(`${camino}/codigo`, { nuevo: 'de.otro@ejemplo.co', codigo });
    expect(r.statusCode).toBe(422);
    expect((await versionDe(d.titular))?.correo).toBe(d.p.correo);
  });

  it('el correo de otra persona natural no se puede registrar, y se dice', async () => {
    const [d, otra] = [await dentro(), await dentro()];
    const r = await cambiarCorreo(d, otra.p.correo.toUpperCase());
    expect(r.statusCode).toBe(422);
    expect(r.body).toContain('ya lo usa otra persona');
  });

  it('el celular también: código al nuevo, aviso al correo y al anterior', async () => {
    const d = await dentro();
    const camino = `/de/${d.titular}/contacto/telefono`;
    await d.n.ver(camino);
    await d.n.enviar(camino, { nuevo: '310 555 0199' });
    const r = await d.n.enviar(`${camino}/codigo`, {
      nuevo: '3105550199',
      codigo: await o.codigo('3105550199'),
    });
    expect(r.statusCode).toBe(200);
    const [m] = await o.consultar('select 1 from plataforma.mensaje where destino = $1 and texto like $2', [
      d.p.telefono,
      'Cambió el celular%',
    ]);
    expect(m).toBeDefined();
    expect(await codigoParaDeshacer(d.p.correo)).not.toBe('');
  });
});

describe('deshacer el cambio', () => {
  it('desde el correo anterior y sin entrar: vuelve el de antes y se va lo que dejó quien lo cambió', async () => {
    const d = await dentro();
    await cambiarCorreo(d, 'ladrona.uno@ejemplo.co');
    const mala = 'tornillo azul ventana';
    await d.n.ver('/cuenta/contrasena');
    await d.n.enviar('/cuenta/contrasena', { contrasena: mala, otra: mala });
    const codigo = await codigoParaDeshacer(d.p.correo);
    const n = o.navegador();
    await n.ver('/deshacer');
    const escrito = codigo.toLowerCase().replaceAll('-', ' ');
    expect((await n.enviar('/deshacer', { codigo: escrito })).headers.location).toBe('/deshacer/hecho');
    expect((await n.seguir()).body).toContain('El cambio se deshizo');
    expect((await versionDe(d.titular))?.correo).toBe(d.p.correo);
    expect((await d.n.ver('/cuenta')).headers.location).toBe('/entrar');
    expect((await intentar(o.navegador(), d.p, mala)).statusCode).toBe(422);
    // Once.
    await n.ver('/deshacer');
    expect((await n.enviar('/deshacer', { codigo })).statusCode).toBe(422);
  });

  it('un mensaje de antes, que traía un enlace con el secreto, sirve pegándolo: la dirección sola no hace nada', async () => {
    const d = await dentro();
    await cambiarCorreo(d, 'ladrona.dos@ejemplo.co');
    const secreto = 's'.repeat(43);
    await o.consultar(
      `update cuentas.cambio_contacto set secreto_hash = sha256($1::bytea) where ahora = 'ladrona.dos@ejemplo.co'`,
      [Buffer.from(secreto)],
    );
    const n = o.navegador();
    expect((await n.ver(`/deshacer/${secreto}`)).headers.location).toBe('/deshacer');
    expect((await versionDe(d.titular))?.correo).toBe('ladrona.dos@ejemplo.co');
    await n.seguir();
    const r = await n.enviar('/deshacer', { codigo: `https://oficina.example/deshacer/${secreto}` });
    expect(r.headers.location).toBe('/deshacer/hecho');
    expect((await versionDe(d.titular))?.correo).toBe(d.p.correo);
  });

  it('a las 72 horas ya no', async () => {
    const d = await dentro();
    await cambiarCorreo(d, 'nuevo.tres@ejemplo.co');
    const codigo = await codigoParaDeshacer(d.p.correo);
    o.reloj.avanzar(72 * 3_600_000);
    const n = o.navegador();
    await n.ver('/deshacer');
    expect((await n.enviar('/deshacer', { codigo })).statusCode).toBe(422);
    expect((await versionDe(d.titular))?.correo).toBe('nuevo.tres@ejemplo.co');
  });

  it('dos a la vez: deshace exactamente una', async () => {
    const d = await dentro();
    await cambiarCorreo(d, 'nuevo.cuatro@ejemplo.co');
    const codigo = await codigoParaDeshacer(d.p.correo);
    const visitas = await Promise.all(
      [1, 2, 3].map(async () => {
        const n = o.navegador();
        await n.ver('/deshacer');
        return n;
      }),
    );
    const estados = await Promise.all(
      visitas.map(async (n) => (await n.enviar('/deshacer', { codigo })).statusCode),
    );
    expect(estados.toSorted()).toEqual([303, 422, 422]);
    expect((await versionDe(d.titular))?.numero).toBe(3);
  });

  it('un secreto inventado no deshace nada', async () => {
    const n = o.navegador();
    await n.ver('/deshacer');
    for (const codigo of ['', 'ABCD', 'ABCD-EFGH-JKMN-PQRS', 'x'.repeat(43)])
      expect((await n.enviar('/deshacer', { codigo })).statusCode).toBe(422);
  });
});
