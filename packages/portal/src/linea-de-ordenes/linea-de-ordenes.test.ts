import { spawn } from 'node:child_process';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { obtenerFirma } from '../../pruebas/firma.ts';
import { inscribirPersona, persona, type Inscrita } from '../../pruebas/inscripcion.ts';
import { abrirOficina, CLAVE_MAESTRA, type OficinaDePrueba } from '../../pruebas/oficina.ts';
import { textoDelQr } from '../../pruebas/pdf.ts';
import { SISTEMA } from '../../pruebas/transacciones.ts';
import { raizDelPaquete, sellarAuditoria } from '../plataforma/index.ts';
import { ejecutar } from './index.ts';

afterEach(() => vi.restoreAllMocks());

async function orden(argumentos: string[], entorno: Record<string, string> = {}) {
  const fuera: string[] = [];
  const errores: string[] = [];
  vi.spyOn(console, 'log').mockImplementation((t: string) => void fuera.push(t));
  vi.spyOn(console, 'error').mockImplementation((t: unknown) => void errores.push(String(t)));
  vi.spyOn(process.stderr, 'write').mockImplementation((t) => errores.push(String(t)) > 0);
  const codigo = await ejecutar(argumentos, entorno);
  vi.restoreAllMocks();
  return { codigo, fuera: fuera.join('\n'), errores: errores.join('\n') };
}

describe('nit', () => {
  it('con --json: un objeto en la salida, nada en los errores, y termina bien', async () => {
    const r = await orden(['nit', '900.123.456', '--json']);
    expect(r).toMatchObject({ codigo: 0, errores: '' });
    expect(JSON.parse(r.fuera)).toEqual({ nit: '900123456', dv: 8, formateado: '900.123.456-8' });
  });

  it('quince dígitos, los del algoritmo publicado; uno más ya no', async () => {
    const r = await orden(['nit', '123456789012345', '--json']);
    expect(r.codigo).toBe(0);
    expect(JSON.parse(r.fuera)).toMatchObject({ nit: '123456789012345', dv: 2 });
    expect((await orden(['nit', '1234567890123456', '--json'])).codigo).toBe(2);
  });

  it('un dígito escrito se juzga: si no es el suyo se responde cuál es, y el código es 2', async () => {
    expect(JSON.parse((await orden(['nit', '900123456-8', '--json'])).fuera)).toMatchObject({ valido: true });
    const malo = await orden(['nit', '900123456-7', '--json']);
    expect(malo.codigo).toBe(2);
    expect(JSON.parse(malo.fuera)).toMatchObject({
      dv: 8,
      valido: false,
      error: { codigo: 'dv-no-coincide' },
    });
  });

  it('sin --json habla como persona', async () => {
    expect((await orden(['nit', '900123456'])).fuera).toBe('900.123.456-8');
    expect((await orden(['nit', '900123456-7'])).fuera).toContain('no es el suyo');
  });

  it.each([['abc'], [''], ['12345678901234567890'], ['-8'], ['900123456-']])(
    '«%s» es entrada mala: código 2 y el error en JSON',
    async (texto) => {
      const r = await orden(['nit', '--json', '--', texto]);
      expect(r.codigo).toBe(2);
      const { error } = JSON.parse(r.fuera) as { error: { codigo: string; mensaje: string } };
      expect(error.codigo).toMatch(/^[a-z-]+$/);
      expect(error.mensaje).not.toBe('');
    },
  );

  it('sin --json el error va a los errores, con el uso', async () => {
    const r = await orden(['nit', 'abc']);
    expect(r).toMatchObject({ codigo: 2, fuera: '' });
    expect(r.errores).toContain('npx autogestion nit');
  });

  it('una opción que no existe, o ninguna orden, también es 2; pedir ayuda es 0', async () => {
    expect((await orden(['nit', '--nada', '--json'])).codigo).toBe(2);
    expect((await orden(['bailar'])).codigo).toBe(2);
    expect((await orden(['ayuda'])).codigo).toBe(0);
    expect((await orden(['constructor'])).codigo).toBe(2);
    expect((await orden([])).errores).toContain('auditoria verificar');
  });

  it('--entrada -: un objeto por línea y una respuesta por línea, diez mil en segundos', async () => {
    const lineas = Array.from({ length: 10_000 }, (_, k) => JSON.stringify({ nit: String(900_000_000 + k) }));
    lineas.splice(5, 0, '{"nit":', '', '{"nit":900123456}', '{"nit":"900123456-7"}', '{"nit":"x"}', 'null');
    const tsx = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href;
    const hijo = spawn(
      process.execPath,
      ['--import', tsx, join(raizDelPaquete(), 'src', 'cli.ts'), 'nit', '--entrada', '-'],
      {
        cwd: raizDelPaquete(),
        stdio: ['pipe', 'pipe', 'inherit'],
      },
    );
    let salida = '';
    hijo.stdout.on('data', (p: Buffer) => (salida += p.toString()));
    let desde = 0;
    hijo.stdout.once('data', () => (desde = performance.now()));
    hijo.stdin.end(`${lineas.join('\n')}\n`);
    const codigo = await new Promise((listo) => hijo.once('close', listo));
    const respuestas = salida
      .trimEnd()
      .split('\n')
      .map((l) => JSON.parse(l) as Record<string, unknown>);
    expect(codigo).toBe(0);
    // The empty line has no answer; every other has its own, in its place.
    expect(respuestas).toHaveLength(10_005);
    expect(respuestas.slice(5, 10)).toEqual([
      { error: { codigo: 'entrada', mensaje: expect.any(String) as string } },
      { nit: '900123456', dv: 8, formateado: '900.123.456-8' },
      { nit: '900123456', dv: 8, formateado: '900.123.456-8', valido: false },
      { error: { codigo: expect.any(String) as string, mensaje: expect.any(String) as string } },
      { error: { codigo: 'entrada', mensaje: expect.any(String) as string } },
    ]);
    expect(respuestas.at(-1)).toMatchObject({ nit: '900009999' });
    expect(performance.now() - desde).toBeLessThan(5_000);
  });
});

describe('verificar y auditoria verificar', () => {
  let o: OficinaDePrueba;
  let i: Inscrita;
  let carpeta: string;
  let publicados: string[];
  let pdf: Buffer;
  let ca: string;
  let llaves: string;
  let qr: string;

  beforeAll(async () => {
    carpeta = await mkdtemp(join(tmpdir(), 'autogestion-orden-'));
    o = await abrirOficina({ DATA_DIR: carpeta });
    publicados = await readdir(join(carpeta, 'publico'));
    i = await inscribirPersona(o);
    await o.trabajar();
    const api = o.api();
    api.token = i.token;
    pdf = (await api.pedir('GET', `/de/${i.titular}/rut/copias/${i.copia}`)).respuesta.rawPayload;
    const pagina = (url: string) => o.oficina.servidor.inject(url).then((r) => r.body);
    ca = join(carpeta, 'autoridad.pem');
    llaves = join(carpeta, 'llaves.json');
    await writeFile(ca, await pagina('/verificar/autoridad.pem'));
    await writeFile(llaves, await pagina('/verificar/llaves.json'));
    qr = await textoDelQr(pdf);
  });
  afterAll(async () => {
    await o.cerrar();
    await rm(carpeta, { recursive: true });
  });

  async function verificar(contenido: Buffer, ...opciones: string[]) {
    const archivo = join(carpeta, 'copia.pdf');
    await writeFile(archivo, contenido);
    return orden(['verificar', archivo, '--ca', ca, ...opciones]);
  }

  it('lo que se necesita para verificar sin conexión está desde que la oficina abre, antes de ningún trabajo', async () => {
    expect(publicados.sort()).toEqual(['autoridad.pem', 'llaves.json', 'revocados.crl']);
    const archivo = join(carpeta, 'copia.pdf');
    await writeFile(archivo, pdf);
    expect((await orden(['verificar', archivo], { DATA_DIR: carpeta })).codigo).toBe(0);
  });

  it('un PDF sellado es verdadero', async () => {
    const r = await verificar(pdf);
    expect(r.fuera).toMatch(/^VERDADERO/);
    expect(r.codigo).toBe(0);
    expect(JSON.parse((await verificar(pdf, '--json')).fuera)).toMatchObject({ estado: 'integro' });
  });

  it('con un byte cambiado, algo agregado o recortado, no', async () => {
    const cambiado = Buffer.from(pdf);
    const lugar = cambiado.indexOf('endobj') - 3;
    cambiado[lugar] = (cambiado[lugar] ?? 0) ^ 1;
    for (const malo of [
      cambiado,
      Buffer.concat([pdf, Buffer.from('\n% más\n')]),
      pdf.subarray(0, pdf.length - 100),
    ]) {
      const r = await verificar(malo);
      expect(r.codigo).toBe(1);
      expect(r.fuera).toContain('NO SE PUEDE CONFIAR');
    }
  });

  it('un acto firmado es verdadero con la lista de hoy; sin una posterior a la firma no se pudo comprobar, que no es ser falso', async () => {
    const quien = persona();
    const suya = await inscribirPersona(o, quien);
    const lista = (nombre: string) => join(carpeta, nombre);
    const bajar = async (nombre: string) =>
      writeFile(lista(nombre), (await o.navegador().ver('/firma/revocados.crl')).rawPayload);
    await bajar('antes.crl');
    o.reloj.avanzar(60_000);
    const { navegador: n, acto } = await obtenerFirma(o, suya, quien);
    await o.trabajar();
    await bajar('despues.crl');
    const firmado = (await n.ver(`${acto}/documento`)).rawPayload;
    const con = (...opciones: string[]) => verificar(firmado, ...opciones);
    const bien = await con('--lista', lista('despues.crl'));
    expect([bien.codigo, bien.fuera.split('\n')[0]]).toEqual([0, 'VERDADERO']);
    // Without options: the one that the installation left when the act was signed.
    await writeFile(join(carpeta, 'acto.pdf'), firmado);
    expect((await orden(['verificar', join(carpeta, 'acto.pdf')], { DATA_DIR: carpeta })).codigo).toBe(0);
    for (const opciones of [['--lista', lista('antes.crl')], []]) {
      const r = await con(...opciones);
      expect([r.codigo, r.fuera.split('\n')[0]]).toEqual([3, 'NO SE PUDO COMPROBAR']);
      expect(r.fuera).not.toContain('CONFIAR');
      expect(JSON.parse((await con(...opciones, '--json')).fuera)).toMatchObject({
        resultado: 'sin-comprobar',
        estado: 'integro',
        firma: { estado: 'sin-lista' },
      });
    }
  });

  it('el texto del QR es verdadero; con un carácter cambiado, o con la declaración de otro, no', async () => {
    expect(qr).toContain(`/verificar/${i.copia}#`);
    const r = await orden(['verificar', qr, '--llaves', llaves]);
    expect(r).toMatchObject({ codigo: 0 });
    expect(r.fuera).toContain(`NIT ${i.nit}-${i.dv}`);
    const k = qr.indexOf('#') + 60;
    const cambiado = `${qr.slice(0, k)}${qr[k] === 'A' ? 'B' : 'A'}${qr.slice(k + 1)}`;
    expect((await orden(['verificar', cambiado, '--llaves', llaves])).codigo).toBe(1);
    const mezcla = qr.replace(i.copia, '0'.repeat(26));
    const m = await orden(['verificar', mezcla, '--llaves', llaves, '--json']);
    expect(m.codigo).toBe(1);
    expect(JSON.parse(m.fuera)).toEqual({ valida: false, motivo: 'otro-documento' });
  });

  it.each([
    ['sin decir qué', []],
    ['un archivo que no está', ['/no/esta.pdf']],
  ])('%s es 2, con su error', async (_que, argumentos) => {
    const r = await orden(['verificar', ...argumentos, '--json', '--ca', ca]);
    expect(r.codigo).toBe(2);
    expect(JSON.parse(r.fuera)).toHaveProperty('error.codigo');
  });

  it('unas llaves o un certificado que no lo son, o que no están, son 2 y no una traza', async () => {
    const basura = join(carpeta, 'basura');
    await writeFile(basura, 'no es nada');
    const casos: [number, string[]][] = [
      [2, [qr, '--llaves', basura]],
      [2, [qr, '--llaves', '/no/hay']],
      [2, [join(carpeta, 'copia.pdf'), '--ca', basura]],
      [1, [`${qr}%zz`, '--llaves', llaves]],
    ];
    for (const [codigo, argumentos] of casos) {
      const r = await orden(['verificar', ...argumentos, '--json']);
      expect([argumentos.slice(1), r.codigo]).toEqual([argumentos.slice(1), codigo]);
      expect(r.errores).toBe('');
      expect(JSON.parse(r.fuera)).toBeTypeOf('object');
    }
  });

  it('autoridad renovar: pone otro sello, dice hasta cuándo sirve y que hay que reiniciar', async () => {
    const sello = async () =>
      (await o.consultar<{ hash: string }>('select md5(material_cifrado) as hash from sello.autoridad'))[0];
    const antes = await sello();
    const r = await orden(['autoridad', 'renovar'], {
      DATABASE_URL: o.base.urlAplicacion,
      DATABASE_OWNER_URL: o.base.urlPropietario,
      MASTER_KEY: CLAVE_MAESTRA.toString('base64'),
    });
    expect([r.codigo, r.errores]).toEqual([
      0,
      expect.stringMatching(/sirve hasta el \d{4}-\d{2}-\d{2}\. Reinicie la oficina/),
    ]);
    expect(await sello()).not.toEqual(antes);
  });

  it('auditoria verificar: entera es 0; rota es 1 y dice dónde', async () => {
    const entorno = { DATABASE_URL: o.base.urlAplicacion, DATABASE_OWNER_URL: o.base.urlPropietario };
    while ((await o.oficina.comoPropietario(SISTEMA, sellarAuditoria)) > 0);
    const bien = await orden(['auditoria', 'verificar', '--json'], entorno);
    expect(bien.codigo).toBe(0);
    expect(JSON.parse(bien.fuera)).toMatchObject({ sinSellar: 0 });
    expect((await orden(['auditoria', 'verificar'], entorno)).fuera).toContain('La cadena está entera');
    await o.consultar('alter table plataforma.auditoria disable trigger user');
    await o.consultar(`update plataforma.auditoria set actor = 'nadie' where accion = 'rut.inscribir'`);
    const rota = await orden(['auditoria', 'verificar'], entorno);
    expect(rota.codigo).toBe(1);
    expect(rota.fuera).toMatch(/ROTA en el eslabón \d+/);
  });
});
