import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { spawnSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { baseQueFalta } from '../../pruebas/base-que-falta.ts';
import { funcionario } from '../../pruebas/cuentas.ts';
import { declarante, empezar, llenar, type Declarante } from '../../pruebas/declaraciones.ts';
import { CONTRASENA, navegadorDe, pedirClave } from '../../pruebas/firma.ts';
import { leido } from '../../pruebas/leido.ts';
import { abrirOficina, type OficinaDePrueba } from '../../pruebas/oficina.ts';

let o: OficinaDePrueba;
let base: ReturnType<typeof baseQueFalta>;
let q: Declarante;
let borrador: string;
let carpeta: string;
/** The token of the form that was on screen before the office failed. */
let ficha: string;

beforeAll(async () => {
  carpeta = await mkdtemp(join(tmpdir(), 'autogestion-contingencia-'));
  o = await abrirOficina({ DATA_DIR: carpeta });
  base = baseQueFalta(o.base);
  q = await declarante(o);
  borrador = await empezar(q);
  await llenar(q, borrador);
});
afterAll(async () => {
  await o.cerrar();
  await rm(carpeta, { recursive: true, force: true });
});

const NUMERO = /\d{4}IN-[0-9A-Z]{4}-\d{6}-[0-9A-Z]{4}/;
const numeroDe = (html: string) => NUMERO.exec(html)?.[0] ?? '';
const enLaBase = () =>
  o.consultar<{ numero: string; que: string; causa: string; persona_id: string; titular_id: string }>(
    'select numero, que, causa, persona_id, titular_id from contingencia.intento order by en, numero',
  );

describe('la base de datos se detiene en medio de una presentación', () => {
  let numero: string;
  let pem: string;

  it('quien firmaba recibe una constancia numerada, con lo que intentó, por qué falló y qué dice la ley', async () => {
    await pedirClave(o, q.n, `${borrador}/firmar`);
    const codigo = await o.codigo(q.d.p.correo);
    ficha = q.n.ocultos()._csrf ?? '';
    const mostrado = q.n.ocultos().mostrado ?? '';
    await base.irse();
    const r = await q.n.enviar(`${borrador}/firmar`, { mostrado, contrasena: CONTRASENA, codigo });
    expect(r.statusCode).toBe(503);
    const texto = leido(r.body);
    numero = numeroDe(r.body);
    expect(numero).not.toBe('');
    expect(texto).toContain('Constancia de su intento');
    expect(texto).toContain('Firmar y presentar una declaración');
    expect(texto).toContain('La oficina no podía leer ni guardar datos en ese momento');
    expect(texto).toContain('hora legal de Colombia');
    expect(texto).toContain('ET art. 579-2');
    expect(texto).toContain('una declaración no presentada');
    pem = Buffer.from(/href="data:[^,]*base64,([^"]*)"/.exec(r.body)?.[1] ?? '', 'base64').toString();
    expect(pem).toContain('BEGIN CMS');
    // Neither who it is nor what they wrote stands in it.
    for (const suyo of [q.d.inscrita.nit, q.d.p.correo, '120.000.000', q.d.inscrita.titular])
      expect(r.body.slice(r.body.indexOf('Constancia de su intento'))).not.toContain(suyo);
  });

  it('lo anotado en el disco no dice de quién es ni qué escribió', async () => {
    const archivos = await readdir(join(carpeta, 'intentos'));
    expect(archivos).toHaveLength(1);
    const anotado = spawnSync('cat', [join(carpeta, 'intentos', archivos[0] ?? '')], {
      encoding: 'utf8',
    }).stdout;
    expect(anotado).toContain(numero);
    const token = q.n.galletas.get('sesion') ?? '';
    for (const suyo of [q.d.inscrita.nit, q.d.inscrita.titular, token, 'arepa', '120000000'])
      expect(anotado).not.toContain(suyo);
  });

  it('sin base de datos se ve, se descarga y se verifica; openssl la acepta', async () => {
    const n = o.navegador();
    expect((await n.ver(`/constancias/${numero}`)).statusCode).toBe(200);
    const suelta = await n.ver(`/constancias/${numero}/firmada`);
    expect(suelta.statusCode).toBe(200);
    const autoridad = (await n.ver('/verificar/autoridad.pem')).body;
    await writeFile(join(carpeta, 'autoridad.pem'), autoridad);
    for (const constancia of [pem, suelta.body]) {
      await writeFile(join(carpeta, 'constancia.pem'), constancia);
      const { status, stdout } = spawnSync(
        'openssl',
        [
          'cms',
          '-verify',
          '-inform',
          'PEM',
          '-in',
          'constancia.pem',
          '-CAfile',
          'autoridad.pem',
          '-attime',
          segundos(),
        ],
        { cwd: carpeta, encoding: 'utf8' },
      );
      expect([status, stdout.includes(`"numero": "${numero}"`)]).toEqual([0, true]);
    }
    await n.ver('/constancias');
    const archivo = { campo: 'archivo', nombre: 'c.pem', contenido: Buffer.from(pem) };
    const bien = await n.subir('/constancias/archivo', {}, archivo);
    expect(leido(bien.body)).toContain('La constancia es verdadera');
    expect(bien.body).toContain(numero);
    const otra = pem.replace(
      /(.{80})([A-Za-y0-8])/s,
      (_, antes: string, letra: string) => `${antes}${letra === 'A' ? 'B' : 'A'}`,
    );
    const mal = await n.subir('/constancias/archivo', {}, { ...archivo, contenido: Buffer.from(otra) });
    expect(leido(mal.body)).toContain('No es una constancia de esta oficina');
  });

  it('también quien guardaba el borrador; y a quien no ha entrado, o lo manda otra página, no se le da nada', async () => {
    const camino = `${borrador}/formulario/cedula-general-rentas-de-trabajo`;
    const guardar = await q.n.enviar(camino, { 'casilla-32': '1', _csrf: ficha });
    expect([guardar.statusCode, numeroDe(guardar.body) !== '']).toEqual([503, true]);
    const ajenos = [
      await o.navegador().enviar(camino, { 'casilla-32': '1', _csrf: 'x' }),
      await q.n.enviar(camino, { _csrf: 'otra' }),
      await q.n.enviar(camino, {}, { 'sec-fetch-site': 'cross-site' }),
    ];
    for (const r of ajenos) expect([r.statusCode >= 400, numeroDe(r.body)]).toEqual([true, '']);
  });

  it('quien repite recibe diez en una hora, y después el número de la última', async () => {
    const camino = `${borrador}/formulario/cedula-general-rentas-de-trabajo`;
    let ultima = '';
    for (let i = 0; i < 8; i += 1) {
      await q.n.enviar(camino, { 'casilla-32': '1', _csrf: ficha });
      ultima = numeroDe(q.n.pagina?.body ?? '');
      expect(ultima).not.toBe('');
    }
    const r = await q.n.enviar(camino, { 'casilla-32': '1', _csrf: ficha });
    expect(leido(r.body)).toContain('ya le dimos diez');
    expect(numeroDe(r.body)).toBe(ultima);
  });

  it('la base vuelve: cada una se trae una vez, aunque se corte y se repita, y aparece en «Mis intentos»', async () => {
    await base.volver();
    expect(await enLaBase()).toEqual([]);
    expect(await o.oficina.traerIntentos()).toBe(10);
    expect(await o.oficina.traerIntentos()).toBe(0);
    const otra = await abrirOficina({ DATA_DIR: carpeta }, o.base);
    // As a process that was killed before it forgot what it had brought.
    expect(await otra.oficina.traerIntentos()).toBe(0);
    await otra.oficina.cerrar();
    const filas = await enLaBase();
    expect(filas).toHaveLength(10);
    expect(filas[0]).toMatchObject({ numero, que: 'presentar-declaracion', causa: 'sin-base' });
    expect(new Set(filas.map((f) => `${f.persona_id} ${f.titular_id}`)).size).toBe(1);
    const pagina = await q.n.ver(`/de/${q.d.inscrita.titular}/intentos`);
    expect(pagina.body).toContain(numero);
    expect(leido((await q.n.ver(`/de/${q.d.inscrita.titular}`)).body)).toContain(
      'constancias de sus intentos',
    );
    expect((await o.navegador().ver(`/constancias/${numero.toLowerCase()}`)).headers.location).toBe(
      `/constancias/${numero}`,
    );
  });

  it('pasadas las horas el archivo se borra; lo traído queda, y quien opera lo ve contado', async () => {
    o.reloj.avanzar(3 * 3_600_000);
    expect(await o.oficina.traerIntentos()).toBe(0);
    expect(await readdir(join(carpeta, 'intentos'))).toEqual([]);
    const { n } = await funcionario(o, { usuario: 'quien-opera', roles: ['operador'] });
    const vista = leido((await n.ver('/operacion/intentos')).body);
    expect(vista).toContain('Firmar y presentar una declaración');
    expect(vista).not.toContain(q.d.inscrita.nit);
    await expect(o.consultar('delete from contingencia.intento')).rejects.toThrow();
  });
});

describe('lo demás que falla', () => {
  it('la API dice la constancia en el problema, a quien trae su token', async () => {
    const api = o.api();
    api.token = q.n.galletas.get('sesion') ?? '';
    o.reloj.avanzar(3_600_000);
    await navegadorDe(o, q.d.inscrita).ver(`/de/${q.d.inscrita.titular}`);
    await base.irse();
    const camino = `/de/${q.d.inscrita.titular}/obligaciones/recibos`;
    const r = await api.pedir<{ constancia?: { numero: string } }>('POST', camino, {});
    api.token = 'x'.repeat(43);
    const desconocido = await api.pedir<{ constancia?: object }>('POST', camino, {});
    await base.volver();
    expect([r.estado, r.cuerpo.constancia?.numero]).toEqual([503, expect.stringMatching(NUMERO)]);
    expect([desconocido.estado, desconocido.cuerpo.constancia]).toEqual([503, undefined]);
  });
});

const segundos = (): string => String(Math.floor(o.reloj.ahora().getTime() / 1000));
