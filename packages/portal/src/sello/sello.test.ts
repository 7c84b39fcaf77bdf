import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ErrorAparte, type Aparte } from '@autogestion/documentos';
import { compactVerify, createLocalJWKSet, type JSONWebKeySet } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inscribirPersona, persona, type Inscrita, type PersonaDePrueba } from '../../pruebas/inscripcion.ts';
import { abrirOficina, type OficinaDePrueba } from '../../pruebas/oficina.ts';
import { SISTEMA } from '../../pruebas/transacciones.ts';
import { ANONIMO, sellarAuditoria, type Transaccion } from '../plataforma/index.ts';
import { selladoPorLaOficina, verificarArchivo } from './verificar-documento.ts';

const SELLAR = 'sello.sellar-documento';
let o: OficinaDePrueba;
let p: PersonaDePrueba;
let i: Inscrita;
beforeAll(async () => {
  o = await abrirOficina();
  p = persona();
  i = await inscribirPersona(o, p);
});
afterAll(() => o.cerrar());

const idDe = async (publico: string) =>
  (await o.consultar<{ id: string }>('select id from sello.documento where id_publico = $1', [publico]))[0]
    ?.id ?? '';
const sellados = async (publico: string) =>
  (
    await o.consultar(
      'select 1 from sello.sellado s join sello.documento d on d.id = s.documento_id where d.id_publico = $1',
      [publico],
    )
  ).length;
const enCola = async (tarea: string) =>
  (
    await o.consultar<{ n: number }>(
      `select count(*)::int as n from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id where t.identifier = $1`,
      [tarea],
    )
  )[0]?.n ?? 0;

async function otraCopia(): Promise<string> {
  const api = o.api();
  api.token = i.token;
  const r = await api.pedir<{ copia: string }>('POST', `/de/${i.titular}/rut/copias`, {});
  expect(r.estado).toBe(202);
  return r.cuerpo.copia;
}
async function pdfDe(copia: string): Promise<Buffer> {
  const api = o.api();
  api.token = i.token;
  const r = await api.pedir('GET', `/de/${i.titular}/rut/copias/${copia}`);
  expect(r.estado).toBe(200);
  return r.respuesta.rawPayload;
}

describe('sellar', () => {
  it('expedido y sellado son dos cosas: antes del sello se verifica, y descargar dice que espere', async () => {
    const copia = await otraCopia();
    const pagina = await o.navegador().ver(`/verificar/${copia}`);
    expect(pagina.statusCode).toBe(200);
    expect(pagina.body).toContain('En proceso');
    const api = o.api();
    api.token = i.token;
    expect(await api.pedir('GET', `/de/${i.titular}/rut/copias/${copia}`)).toMatchObject({
      estado: 409,
      cuerpo: { codigo: 'rut.copia-sin-sellar' },
    });
    await o.trabajar();
    expect((await pdfDe(copia)).subarray(0, 5).toString()).toBe('%PDF-');
  });

  it('el mismo trabajo dos veces, y cuatro trabajadores a la vez, sellan una', async () => {
    const copia = await otraCopia();
    const id = await idDe(copia);
    await Promise.all(Array.from({ length: 4 }, () => o.ejecutarTrabajo(SELLAR, { id })));
    await o.ejecutarTrabajo(SELLAR, { id });
    expect(await sellados(copia)).toBe(1);
    const archivos = await o.consultar(
      'select 1 from plataforma.archivo a join sello.sellado s on s.archivo_id = a.id where s.documento_id = $1',
      [id],
    );
    expect(archivos).toHaveLength(1);
    await o.trabajar();
  });

  it('la reconciliación halla lo que quedó sin sello, y no toca lo reciente', async () => {
    const copia = await otraCopia();
    await o.consultar(
      'select graphile_worker.complete_jobs(array_agg(id)) from graphile_worker._private_jobs',
    );
    await o.trabajar();
    expect(await sellados(copia)).toBe(0);
    await o.ejecutarTrabajo('sello.reconciliar-sellos');
    expect(await enCola(SELLAR)).toBe(0);
    o.reloj.avanzar(60_001);
    await o.ejecutarTrabajo('sello.reconciliar-sellos');
    await o.ejecutarTrabajo('sello.reconciliar-sellos');
    expect(await enCola(SELLAR)).toBe(1);
    await o.trabajar();
    expect(await sellados(copia)).toBe(1);
    await o.ejecutarTrabajo('sello.reconciliar-sellos');
    expect(await enCola(SELLAR)).toBe(0);
  });

  it('un documento que no existe no es una falla: no hay qué sellar', async () => {
    await expect(
      o.ejecutarTrabajo(SELLAR, { id: '019cd843-1180-737e-a2d6-b39df72ad39b' }),
    ).resolves.toBeUndefined();
  });
});

describe('la copia de la inscripción', () => {
  it('llega al correo del RUT con el PDF, exactamente una vez', async () => {
    const persona2 = persona();
    const suya = await inscribirPersona(o, persona2);
    await o.trabajar();
    const id = await idDe(suya.copia);
    await Promise.allSettled(
      Array.from({ length: 4 }, () => o.ejecutarTrabajo('sello.entregar-documento', { id })),
    );
    await o.ejecutarTrabajo('sello.entregar-documento', { id });
    const correos = await o.consultar<{ adjuntos: { nombre: string; archivo: string }[]; texto: string }>(
      `select adjuntos, texto from plataforma.mensaje where destino = $1 and adjuntos <> '[]'`,
      [persona2.correo],
    );
    expect(correos).toHaveLength(1);
    expect(correos[0]?.adjuntos).toMatchObject([{ nombre: `RUT-${suya.nit}.pdf` }]);
    expect(correos[0]?.texto).toContain(suya.radicado);
    expect(correos[0]?.texto).toContain(`/verificar/${suya.copia}`);
    expect(await o.consultar('select 1 from sello.entrega where documento_id = $1', [id])).toHaveLength(1);
  });

  it('las que se piden después no se mandan por correo', async () => {
    const antes = (await o.consultar('select 1 from sello.entrega')).length;
    await otraCopia();
    await o.trabajar();
    expect((await o.consultar('select 1 from sello.entrega')).length).toBe(antes);
  });
});

describe('verificar', () => {
  it('quien escanea ve lo mínimo: NIT, nombre, estado, fecha y huella', async () => {
    await o.trabajar();
    const api = o.api();
    const { cuerpo } = await api.pedir('GET', `/documentos/${i.copia}`);
    expect(Object.keys(cuerpo).sort()).toEqual([
      'demostracion',
      'desde',
      'dv',
      'estado',
      'estadoHoy',
      'estadoHoyDesde',
      'fecha',
      'hash',
      'nit',
      'nombre',
      'selladoEn',
      'titulo',
    ]);
    expect(cuerpo).toMatchObject({
      nit: i.nit,
      dv: i.dv,
      estado: 'activo',
      estadoHoy: 'activo',
      demostracion: true,
    });
    const pagina = await o.navegador().ver(`/verificar/${i.copia}`);
    for (const reservado of [p.correo, p.telefono, 'Vereda San Juan', '5613'])
      expect(pagina.body).not.toContain(reservado);
  });

  it('si el estado cambió después de expedir, lo dice', async () => {
    await o.consultar(
      `insert into rut.cambio_estado select gen_random_uuid(), id, 'suspendido', '2026-03-11', 'Acto 1', $2 from rut.titular where id_publico = $1`,
      [i.titular, o.reloj.ahora()],
    );
    const pagina = await o.navegador().ver(`/verificar/${i.copia}`);
    expect(pagina.body).toContain('El estado cambió después de expedir el documento');
    expect(pagina.body).toContain('11 de marzo de 2026');
    expect((await o.api().pedir('GET', `/documentos/${i.copia}`)).cuerpo).toMatchObject({
      estado: 'activo',
      estadoHoy: 'suspendido',
      estadoHoyDesde: '2026-03-11',
    });
  });

  it('un código con cualquier carácter cambiado no existe', async () => {
    const n = o.navegador();
    expect((await n.ver(`/verificar/${i.copia}`)).statusCode).toBe(200);
    for (let k = 0; k < i.copia.length; k += 5) {
      const cambiado = `${i.copia.slice(0, k)}${i.copia[k] === 'a' ? 'b' : 'a'}${i.copia.slice(k + 1)}`;
      const r = await o.navegador().ver(`/verificar/${cambiado}`);
      expect(r.statusCode, cambiado).toBe(404);
      expect(r.body).toContain('No expedimos un documento con ese código');
    }
  });

  it.each(['', 'x', 'U'.repeat(26), '../autoridad', `x' or 1=1`])(
    '«%s» tampoco, y se dice sin romperse',
    async (codigo) => {
      const n = o.navegador();
      await n.ver('/verificar');
      expect((await n.enviar('/verificar', { codigo })).statusCode).toBe(422);
    },
  );

  it('escrito con mayúsculas, grupos, letras que parecen números o el enlace entero es el mismo, también en la dirección', async () => {
    const n = o.navegador();
    await n.ver('/verificar');
    const enGrupos = i.copia.toUpperCase().replace(/(.{5})/g, '$1-');
    const parecido = i.copia.replaceAll('0', 'O').replaceAll('1', 'l');
    const escritos = [
      ` ${enGrupos} `,
      `${i.copia}.`,
      parecido,
      `https://oficina.ejemplo.co/verificar/${parecido}#abc.def.ghi`,
      `oficina.ejemplo.co/verificar/${i.copia}/?utm_source=correo`,
    ];
    for (const codigo of escritos)
      expect((await n.enviar('/verificar', { codigo })).headers.location, codigo).toBe(
        `/verificar/${i.copia}`,
      );
    for (const enDireccion of [`${parecido}.`, enGrupos])
      expect((await n.ver(`/verificar/${enDireccion}`)).headers.location).toBe(`/verificar/${i.copia}`);
  });

  it('el archivo es verdadero tal como salió; con un byte cambiado, no; y no se guarda', async () => {
    const pdf = await pdfDe(i.copia);
    const subir = async (contenido: Buffer) => {
      const marca = 'limite';
      const cuerpo = Buffer.concat([
        Buffer.from(
          `--${marca}\r\ncontent-disposition: form-data; name="archivo"; filename="x.pdf"\r\ncontent-type: application/pdf\r\n\r\n`,
        ),
        contenido,
        Buffer.from(`\r\n--${marca}--\r\n`),
      ]);
      const r = await o.oficina.servidor.inject({
        method: 'POST',
        url: '/api/v1/verificaciones',
        remoteAddress: '10.77.0.1',
        headers: { 'content-type': `multipart/form-data; boundary=${marca}` },
        payload: cuerpo,
      });
      return r.json<{ estado: string; razones: string[] }>();
    };
    const antes = (await o.consultar('select 1 from plataforma.archivo')).length;
    expect((await subir(pdf)).estado).toBe('integro');
    const cambiado = Buffer.from(pdf);
    const lugar = cambiado.indexOf('endobj');
    cambiado[lugar - 3] = (cambiado[lugar - 3] ?? 0) ^ 1;
    expect((await subir(cambiado)).estado).not.toBe('integro');
    expect((await subir(Buffer.from('no soy un PDF'))).estado).toBe('sin-sello');
    expect((await o.consultar('select 1 from plataforma.archivo')).length).toBe(antes);
  });
});

describe('leer lo que sube un desconocido', () => {
  it('mientras se juzga no se tiene ninguna conexión a la base, y la respuesta es la del juicio', async () => {
    let abiertas = 0;
    let juzgados = 0;
    const contando = async <T>(obra: (trx: Transaccion) => Promise<T>): Promise<T> => {
      abiertas++;
      try {
        return await o.oficina.enTransaccion(ANONIMO, obra);
      } finally {
        abiertas--;
      }
    };
    const aparte = o.oficina.aparte;
    const vigilado: Aparte = {
      ...aparte,
      hacer: (...encargo) => {
        juzgados++;
        expect(abiertas).toBe(0);
        return aparte.hacer(...encargo);
      },
    };
    const e = {
      aparte: vigilado,
      estadoHoy: async () => undefined,
      listaDeRevocados: async () => new Uint8Array(0),
    };
    const visto = await verificarArchivo(e, contando, await pdfDe(i.copia));
    expect(visto).toMatchObject({ veredicto: { estado: 'integro' }, documento: { idPublico: i.copia } });
    expect(await selladoPorLaOficina(e, contando, await pdfDe(i.copia))).toBe(true);
    expect(juzgados).toBe(2);
  });

  it('lo que pide demasiado no se da por falso, y cuando esperan demasiados se dice que vuelva', async () => {
    const que = (codigo: 'PLAZO' | 'SATURADO') => {
      const error = new ErrorAparte(codigo);
      const aparte: Aparte = { ...o.oficina.aparte, hacer: () => Promise.reject(error) };
      const e = { aparte, estadoHoy: async () => undefined, listaDeRevocados: async () => new Uint8Array(0) };
      return verificarArchivo(e, (obra) => o.oficina.enTransaccion(ANONIMO, obra), Buffer.from('%PDF-'));
    };
    expect(await que('PLAZO')).toBeUndefined();
    await expect(que('SATURADO')).rejects.toMatchObject({ estado: 503 });
  });
});

describe('puntos de control de la auditoría', () => {
  it('cada día se publica la cabeza firmada, una vez, y cualquiera la comprueba con las llaves publicadas', async () => {
    while ((await o.oficina.comoPropietario(SISTEMA, sellarAuditoria)) > 0);
    await o.ejecutarTrabajo('sello.publicar-punto-de-control');
    await o.ejecutarTrabajo('sello.publicar-punto-de-control');
    const n = o.navegador();
    const puntos = (await n.ver('/verificar/auditoria.json')).json<{ dia: string; declaracion: string }[]>();
    expect(puntos).toHaveLength(1);
    const llaves = (await n.ver('/verificar/llaves.json')).json<JSONWebKeySet>();
    const { payload } = await compactVerify(puntos[0]?.declaracion ?? '', createLocalJWKSet(llaves));
    const [cabeza] = await o.consultar<{ hash: Buffer; eslabon: string }>(
      'select hash, eslabon from plataforma.auditoria_cadena order by eslabon desc limit 1',
    );
    expect(JSON.parse(Buffer.from(payload).toString())).toMatchObject({
      dia: o.reloj.hoy(),
      eslabon: cabeza?.eslabon,
      hash: cabeza?.hash.toString('hex'),
    });
  });
});

describe('autoridad', () => {
  it('otra oficina sobre la misma base usa la misma; con otra clave maestra no abre, y dice por qué', async () => {
    const carpeta = mkdtempSync(join(tmpdir(), 'autogestion-autoridad-'));
    try {
      const otra = await abrirOficina({ DATA_DIR: carpeta }, { ...o.base, borrar: async () => undefined });
      const pem = (r: OficinaDePrueba) =>
        r.oficina.servidor.inject('/verificar/autoridad.pem').then((x) => x.body);
      expect(await pem(otra)).toBe(await pem(o));
      await otra.cerrar();
      const { crearOficina } = await import('../app.ts');
      const { crearRegistro, leerConfig } = await import('../plataforma/index.ts');
      await expect(
        crearOficina({
          config: leerConfig({ DATA_DIR: carpeta }),
          urls: o.base,
          claveMaestra: Buffer.alloc(32, 8),
          registro: crearRegistro('silent'),
        }),
      ).rejects.toThrow('la clave maestra no es la que las cifró');
    } finally {
      rmSync(carpeta, { recursive: true });
    }
  });

  it('la llave no está en claro en la base', async () => {
    const [f] = await o.consultar<{ material_cifrado: Buffer; publico: object }>(
      'select material_cifrado, publico from sello.autoridad',
    );
    expect(f?.material_cifrado.toString('latin1')).not.toContain('PRIVATE KEY');
    expect(JSON.stringify(f?.publico)).not.toMatch(/PRIVATE KEY|"d":/);
  });
});
