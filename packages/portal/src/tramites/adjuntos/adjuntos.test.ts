import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { alguna } from '@autogestion/normas/rut';
import { PDF_DE_PRUEBA, pdf } from '../../../pruebas/adjuntos.ts';
import { clamdDePrueba, EICAR } from '../../../pruebas/clamd.ts';
import { conContrasena, idDe } from '../../../pruebas/cuentas.ts';
import { inscribirPersona, persona } from '../../../pruebas/inscripcion.ts';
import type { Navegador } from '../../../pruebas/navegador.ts';
import { abrirOficina, type OficinaDePrueba } from '../../../pruebas/oficina.ts';
import type { Actor } from '../../plataforma/index.ts';
import { FLUJO_RUT } from '../flujo.ts';
import { prepararSolicitud } from '../preparar-solicitud.ts';
import { radicarCaso } from '../radicar-caso.ts';
import { deCasos } from '../acto.ts';
import { tipoDeCaso } from '../tipos.ts';
import { adjuntosDe } from './consultas.ts';
import { MAXIMO_ARCHIVOS, MAXIMO_BYTES } from './revisar-archivo.ts';

const TIPO = 'prueba.con-documentos';
const CONDICION = { id: 'x', estado: 'cumple', razon: 'Sí.', articulo: 'Ninguno', certeza: 'norma' } as const;

let o: OficinaDePrueba;
let antivirus: ReturnType<typeof clamdDePrueba>;
let ana: Alguien;
let beto: Alguien;
let carla: Alguien;

interface Alguien {
  n: Navegador;
  titular: string;
  id: string;
  actor: Actor;
}

beforeAll(async () => {
  antivirus = clamdDePrueba();
  antivirus.servidor.listen(0, '127.0.0.1');
  await once(antivirus.servidor, 'listening');
  const { port } = antivirus.servidor.address() as AddressInfo;
  const tipo = tipoDeCaso({
    tipo: TIPO,
    nombre: 'Trámite con documentos',
    serie: 'RU',
    rol: 'mesa-rut',
    flujo: FLUJO_RUT,
    cuatroOjos: false,
    esquema: z.object({}),
    presentar: () => ({ titulo: 'Prueba', secciones: [] }),
    documentos: () => [{ id: 'cedula', nombre: 'Copia de la cédula', obligatorio: true }],
    verificables: [],
    comprobar: async () => ({ estado: alguna(['cumple']), condiciones: [CONDICION] }),
    plantilla: () => ({ razones: 'x', fundamento: 'x' }),
  });
  o = await abrirOficina({ CLAMD: `tcp://127.0.0.1:${port}` }, undefined, {
    otrasSalas: [() => ({ nombre: 'prueba', tipos: deCasos(tipo) })],
  });
  [ana, beto, carla] = [await alguien(), await alguien(), await alguien()];
});
afterAll(async () => {
  await o.cerrar();
  await once(antivirus.servidor.close(), 'close');
});

async function alguien(): Promise<Alguien> {
  const p = persona();
  await inscribirPersona(o, p);
  const { n, titular } = await conContrasena(o, p);
  const id = await idDe(o, titular);
  return { n, titular, id, actor: { tipo: 'persona', persona: id, sesion: id } };
}

let siguiente = 0;
async function solicitudDe(a: Alguien): Promise<{ id: string; base: string }> {
  const s = await o.oficina.enTransaccion(a.actor, (trx) =>
    prepararSolicitud(trx, { tipo: TIPO, titular: a.id, solicitud: {}, clave: `docs-${siguiente++}` }),
  );
  return { id: s.id, base: `/de/${a.titular}/solicitudes/${s.idPublico}/documentos` };
}

const subir = (a: Alguien, base: string, contenido: Buffer, nombre = 'cedula.pdf') =>
  a.n.subir(base, { pedido: 'cedula' }, { campo: 'archivo-cedula', nombre, contenido });
const guardados = (a: Alguien, solicitud: string) =>
  o.oficina.enTransaccion(a.actor, (trx) => adjuntosDe(trx, solicitud));

describe('subir, ver y quitar un documento', () => {
  it('queda con su huella y su nombre, se descarga como archivo y no como página, y se puede quitar', async () => {
    const { id, base } = await solicitudDe(ana);
    await ana.n.ver(base);
    const r = await subir(ana, base, PDF_DE_PRUEBA, '../Cédula <de> Ana.exe');
    expect([r.statusCode, r.headers.location]).toEqual([303, base]);
    const pagina = await ana.n.seguir();
    expect(pagina.body).toContain('Cédula de Ana.pdf');
    const [a] = await guardados(ana, id);
    const archivo = await ana.n.ver(`${base}/${a?.idPublico}`);
    expect(archivo.rawPayload.equals(PDF_DE_PRUEBA)).toBe(true);
    expect(archivo.headers).toMatchObject({
      'content-type': 'application/pdf',
      'x-content-type-options': 'nosniff',
    });
    expect(archivo.headers['content-disposition']).toMatch(/^attachment; filename="C_dula_de_Ana\.pdf"$/);
    await ana.n.ver(base);
    await ana.n.enviar(`${base}/${a?.idPublico}/quitar`);
    expect(await guardados(ana, id)).toEqual([]);
    expect((await ana.n.ver(`${base}/${a?.idPublico}`)).statusCode).toBe(404);
    const quedan = await o.consultar('select 1 from plataforma.archivo where hash = decode($1, $2)', [
      a?.hash,
      'hex',
    ]);
    expect(quedan).toEqual([]);
  });

  it('lo que esta oficina selló se recibe aunque lleve archivos adentro, y cambiado no', async () => {
    const { id, base } = await solicitudDe(ana);
    await o.trabajar();
    const [copia] = await o.consultar<{ contenido: Buffer }>(
      `select a.contenido from sello.documentos d join plataforma.archivo a on a.id = d.archivo_id
       where d.titular_id = $1 limit 1`,
      [ana.id],
    );
    const sellado = copia?.contenido ?? Buffer.alloc(0);
    expect(sellado.includes('/EmbeddedFile')).toBe(true);
    await ana.n.ver(base);
    const alterado = Buffer.concat([sellado, Buffer.from('\n% otra cosa\nstartxref\n0\n%%EOF\n')]);
    const no = await subir(ana, base, alterado, 'copia.pdf');
    expect([no.statusCode, no.body.includes('trae dentro programas')]).toEqual([422, true]);
    expect((await subir(ana, base, sellado, 'copia.pdf')).statusCode).toBe(303);
    const [a] = await guardados(ana, id);
    expect((await ana.n.ver(`${base}/${a?.idPublico}`)).rawPayload.equals(sellado)).toBe(true);
  });

  it('quien mira sabe que se miró: subir, descargar y quitar quedan escritos', async () => {
    const acciones = await o.consultar<{ accion: string }>(
      `select distinct accion from plataforma.auditoria where persona_id = $1 and accion like 'tramites.%documento' order by 1`,
      [ana.id],
    );
    expect(acciones.map((a) => a.accion)).toEqual([
      'tramites.descargar-documento',
      'tramites.quitar-documento',
      'tramites.subir-documento',
    ]);
  });

  it('los de otra persona no se ven, no se bajan y no se quitan', async () => {
    const { id, base } = await solicitudDe(ana);
    await ana.n.ver(base);
    await subir(ana, base, PDF_DE_PRUEBA);
    const [a] = await guardados(ana, id);
    expect(await guardados(beto, id)).toEqual([]);
    const propia = (await solicitudDe(beto)).base;
    const disfrazada = base.replace(ana.titular, beto.titular);
    for (const camino of [
      base,
      disfrazada,
      `${base}/${a?.idPublico}`,
      `${disfrazada}/${a?.idPublico}`,
      `${propia}/${a?.idPublico}`,
    ])
      expect((await beto.n.ver(camino)).statusCode, camino).toBe(404);
    await beto.n.ver(propia);
    expect((await subir(beto, disfrazada, PDF_DE_PRUEBA)).statusCode).toBe(404);
    await beto.n.enviar(`${propia}/${a?.idPublico}/quitar`);
    expect(await guardados(ana, id)).toHaveLength(1);
  });
});

describe('lo que no se recibe', () => {
  it.each([
    ['una página que se llama PDF', Buffer.from('<script>alert(1)</script>'), 'es de otro tipo por dentro'],
    [
      'un PDF con código',
      Buffer.from(
        PDF_DE_PRUEBA.toString('latin1').replace('/MediaBox', '/AA << /O << /S /JavaScript >> >> /MediaBox'),
        'latin1',
      ),
      'no podemos recibirlo así',
    ],
    [
      'lo que el antivirus reconoce',
      Buffer.concat([PDF_DE_PRUEBA, Buffer.from(EICAR)]),
      'El antivirus encontró',
    ],
    ['un archivo de más de 20 MB', pdf(MAXIMO_BYTES), 'pesa más de 20 MB'],
    ['un archivo de 0 bytes', Buffer.alloc(0), 'está vacío: pesa 0 bytes'],
  ])('%s: se dice al lado del campo y no queda nada', async (_, contenido, dice) => {
    const { id, base } = await solicitudDe(ana);
    await ana.n.ver(base);
    const r = await subir(ana, base, contenido);
    expect(r.statusCode).toBe(422);
    expect(r.body).toContain(dice);
    expect(r.body).toMatch(/id="campo-archivo-cedula"[^>]*aria-invalid="true"/);
    expect(await guardados(ana, id)).toEqual([]);
  });

  it('si el antivirus no responde, no entra nada', async () => {
    const { id, base } = await solicitudDe(ana);
    await ana.n.ver(base);
    antivirus.callar(true);
    const r = await subir(ana, base, PDF_DE_PRUEBA);
    antivirus.callar(false);
    expect([r.statusCode, r.body.includes('Intente más tarde')]).toEqual([422, true]);
    expect(await guardados(ana, id)).toEqual([]);
  });

  it('un documento que nadie pidió', async () => {
    const { base } = await solicitudDe(ana);
    await ana.n.ver(base);
    const r = await ana.n.subir(
      base,
      { pedido: 'otro' },
      { campo: 'archivo-otro', nombre: 'a.pdf', contenido: PDF_DE_PRUEBA },
    );
    expect(r.statusCode).toBe(422);
  });
});

describe('cuánto cabe', () => {
  it('de seis archivos de 5 MB a la vez entran exactamente los que caben en 20 MB', async () => {
    const { id, base } = await solicitudDe(carla);
    await carla.n.ver(base);
    const grande = pdf(5 * 2 ** 20);
    const estados = await Promise.all(Array.from({ length: 6 }, () => subir(carla, base, grande)));
    expect(estados.map((r) => r.statusCode).toSorted()).toEqual([303, 303, 303, 422, 422, 422]);
    const suma = (await guardados(carla, id)).reduce((s, a) => s + a.tamano, 0);
    expect(suma).toBe(3 * grande.length);
  });

  it(`ni más de ${MAXIMO_ARCHIVOS} archivos`, async () => {
    const { base } = await solicitudDe(carla);
    await carla.n.ver(base);
    const [s] = await o.consultar<{ id: string }>('select id from tramites.solicitud where id_publico = $1', [
      base.split('/')[4],
    ]);
    for (let i = 0; i < MAXIMO_ARCHIVOS; i++)
      expect((await subir(carla, base, PDF_DE_PRUEBA)).statusCode).toBe(303);
    const r = await subir(carla, base, PDF_DE_PRUEBA);
    expect([r.statusCode, r.body.includes('20 archivos')]).toEqual([422, true]);
    expect(await guardados(carla, s?.id ?? '')).toHaveLength(MAXIMO_ARCHIVOS);
  });

  it('después de radicar no entra ni sale ninguno', async () => {
    const { id, base } = await solicitudDe(carla);
    await carla.n.ver(base);
    await subir(carla, base, PDF_DE_PRUEBA);
    const [a] = await guardados(carla, id);
    await o.oficina.enTransaccion(carla.actor, (trx) =>
      radicarCaso(trx, {
        solicitud: { id, tipo: TIPO, titular: carla.id, solicitud: {} },
        demostracion: true,
      }),
    );
    await carla.n.ver(base);
    expect((await subir(carla, base, PDF_DE_PRUEBA)).body).toContain('ya se presentó');
    await carla.n.enviar(`${base}/${a?.idPublico}/quitar`);
    expect(await guardados(carla, id)).toHaveLength(1);
  });
});
