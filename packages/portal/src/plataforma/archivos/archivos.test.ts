import { mkdtempSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createHash, createHmac } from 'node:crypto';
import { createRequire } from 'node:module';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import { definidos } from '@autogestion/normas/definidos';
import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { abrirTransacciones, SISTEMA, type TransaccionesDePrueba } from '../../../pruebas/transacciones.ts';
import { sha256 } from '../ids/index.ts';
import { almacenS3, archivos, borrarObjetos, type AlmacenObjetos } from './index.ts';

let t: TransaccionesDePrueba;
beforeAll(async () => {
  t = await abrirTransacciones();
});
afterAll(() => t.cerrar());

const CONTENIDO = Buffer.from([0, 255, 1, 128, ...Buffer.from('ñandú')]);

function comoAlmacen(nombre: string, objetos: () => AlmacenObjetos | undefined, enBase: boolean): void {
  describe(nombre, () => {
    const almacen = () => archivos(objetos());
    const guardar = (persona?: string) =>
      t.dueno(SISTEMA, (trx) =>
        almacen().guardar(trx, {
          tipo: 'application/pdf',
          contenido: CONTENIDO,
          ...definidos({ persona: persona || undefined }),
        }),
      );

    it('devuelve los mismos bytes, con su tipo y su huella', async () => {
      const { id, hash } = await guardar();
      expect(hash).toEqual(sha256(CONTENIDO));
      expect(await t.dueno(SISTEMA, (trx) => almacen().leer(trx, id))).toEqual({
        tipo: 'application/pdf',
        contenido: CONTENIDO,
        hash,
      });
      const [f] = await t.consultar<{ lugar: string | null; dentro: boolean }>(
        'select lugar, contenido is not null as dentro from plataforma.archivo where id = $1',
        [id],
      );
      expect(f).toEqual({ lugar: enBase ? null : `archivos/${id}`, dentro: enBase });
    });

    it('lo lee su persona y nadie más', async () => {
      const { persona, actor } = await t.persona();
      const { id } = await guardar(persona);
      expect((await t.app(actor, (trx) => almacen().leer(trx, id))).contenido).toEqual(CONTENIDO);
      const otra = await t.persona();
      await expect(t.app(otra.actor, (trx) => almacen().leer(trx, id))).rejects.toThrow(
        'does not exist for who is acting',
      );
    });

    it('si lo guardado no es lo que se guardó, no se entrega', async () => {
      const { id } = await guardar();
      if (enBase) {
        const cliente = new Client({ connectionString: t.base.urlPropietario });
        await cliente.connect();
        await cliente.query('alter table plataforma.archivo disable trigger user');
        await cliente.query(`update plataforma.archivo set contenido = '\\x00' where id = $1`, [id]);
        await cliente.query('alter table plataforma.archivo enable trigger user');
        await cliente.end();
      } else await objetos()?.poner(`archivos/${id}`, Buffer.from('otra cosa'), 'application/pdf');
      await expect(t.dueno(SISTEMA, (trx) => almacen().leer(trx, id))).rejects.toThrow(
        'is not the one that was kept',
      );
    });
  });
}

comoAlmacen('archivos en la base de datos', () => undefined, true);

describe('archivos en un almacén de objetos', () => {
  let s3: { run(): Promise<AddressInfo>; close(): Promise<void> };
  let objetos: AlmacenObjetos;
  let opciones: Parameters<typeof almacenS3>[0];
  const carpeta = mkdtempSync(join(tmpdir(), 'autogestion-s3-'));

  beforeAll(async () => {
    const S3rver = createRequire(import.meta.url)('s3rver') as new (o: object) => typeof s3;
    s3 = new S3rver({
      address: '127.0.0.1',
      port: 0,
      silent: true,
      directory: carpeta,
      configureBuckets: [{ name: 'documentos' }],
    });
    const { port } = await s3.run();
    // The key that this server knows.
    opciones = {
      endpoint: `http://127.0.0.1:${port}`,
      region: 'us-east-1',
      bucket: 'documentos',
      idLlave: 'S3RVER',
      secreto: 'S3RVER',
    };
    objetos = almacenS3(opciones);
  });
  afterAll(async () => {
    await s3.close();
    rmSync(carpeta, { recursive: true, force: true });
  });

  comoAlmacen('que habla S3', () => objetos, false);

  it('cuando la fila se borra, la limpieza borra el objeto; lo que no se pudo queda para otra noche', async () => {
    const { id } = await t.dueno(SISTEMA, (trx) =>
      archivos(objetos).guardar(trx, { tipo: 'x', contenido: CONTENIDO }),
    );
    const porBorrar = () =>
      t.consultar('select 1 from plataforma.objeto_por_borrar where lugar = $1', [`archivos/${id}`]);
    await t.consultar('delete from plataforma.archivo where id = $1', [id]);
    expect((await objetos.leer(`archivos/${id}`)).equals(CONTENIDO)).toBe(true);
    const caido = { ...objetos, borrar: () => Promise.reject(new Error('no')) };
    expect(await t.dueno(SISTEMA, (trx) => borrarObjetos(trx, caido))).toBe(0);
    expect(await porBorrar()).toHaveLength(1);
    expect(await t.dueno(SISTEMA, (trx) => borrarObjetos(trx, objetos))).toBe(1);
    expect(await porBorrar()).toEqual([]);
    await expect(objetos.leer(`archivos/${id}`)).rejects.toThrow('404');
    // Deleted already, as by a night that died half way.
    await expect(objetos.borrar(`archivos/${id}`)).resolves.toBeUndefined();
  });

  it('un objeto que no está es una falla que se dice', async () => {
    await expect(objetos.leer('archivos/nada')).rejects.toThrow('404');
  });

  it('sin almacén configurado, lo que está allá se dice por su nombre', async () => {
    const { id } = await t.dueno(SISTEMA, (trx) =>
      archivos(objetos).guardar(trx, { tipo: 'x', contenido: CONTENIDO }),
    );
    await expect(t.dueno(SISTEMA, (trx) => archivos().leer(trx, id))).rejects.toThrow('S3_ENDPOINT');
  });
});

describe('firma de las peticiones S3', () => {
  it('es SigV4, recalculada aquí paso a paso', async () => {
    let visto: { metodo: string; url: string; cabeceras: IncomingHttpHeaders; cuerpo: Buffer } | undefined;
    const servidor = createServer((pedido, respuesta) => {
      const partes: Buffer[] = [];
      pedido.on('data', (p: Buffer) => partes.push(p));
      pedido.on('end', () => {
        visto = {
          metodo: pedido.method ?? '',
          url: pedido.url ?? '',
          cabeceras: pedido.headers,
          cuerpo: Buffer.concat(partes),
        };
        respuesta.end();
      });
    });
    await new Promise<void>((listo) => servidor.listen(0, '127.0.0.1', listo));
    const { port } = servidor.address() as AddressInfo;
    await almacenS3({
      endpoint: `http://127.0.0.1:${port}/`,
      region: 'sa-east-1',
      bucket: 'b',
      idLlave: 'ID',
      secreto: 'SECRETO',
    }).poner('archivos/1', CONTENIDO, 'application/pdf');
    await new Promise((listo) => servidor.close(listo));
    if (!visto) throw new Error('Nothing arrived');
    expect([visto.metodo, visto.url]).toEqual(['PUT', '/b/archivos/1']);
    expect(visto.cuerpo).toEqual(CONTENIDO);

    const { cabeceras } = visto;
    const [, alcance = '', firmadas = '', firma] =
      /Credential=ID\/(\S+), SignedHeaders=(\S+), Signature=(\w+)/.exec(cabeceras.authorization ?? '') ?? [];
    const fecha = String(cabeceras['x-amz-date']);
    expect(alcance).toBe(`${fecha.slice(0, 8)}/sa-east-1/s3/aws4_request`);
    const canonica = [
      'PUT',
      '/b/archivos/1',
      '',
      ...firmadas.split(';').map((n) => `${n}:${String(cabeceras[n]).trim()}`),
      '',
      firmadas,
      String(cabeceras['x-amz-content-sha256']),
    ].join('\n');
    const texto = [
      'AWS4-HMAC-SHA256',
      fecha,
      alcance,
      createHash('sha256').update(canonica).digest('hex'),
    ].join('\n');
    let clave: Buffer = Buffer.from('AWS4SECRETO');
    for (const parte of alcance.split('/')) clave = createHmac('sha256', clave).update(parte).digest();
    expect(firma).toBe(createHmac('sha256', clave).update(texto).digest('hex'));
  });
});
