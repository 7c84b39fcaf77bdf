import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { abrirOficina, type OficinaDePrueba } from '../../pruebas/oficina.ts';
import { cambiarEstado, contribuyente } from '../../pruebas/verificados.ts';

let o: OficinaDePrueba;
beforeAll(async () => {
  o = await abrirOficina();
});
afterAll(() => o.cerrar());

const textoDe = (html: string) =>
  (/<main[\s\S]*<\/main>/.exec(html)?.[0] ?? '')
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim();
const verificar = async (contenido: Buffer) => {
  const n = o.navegador();
  await n.ver('/verificar');
  return n.subir('/verificar/archivo', {}, { campo: 'archivo', nombre: 'copia.pdf', contenido });
};

describe('verificar con el archivo', () => {
  it('dice de quién es, qué es, su estado entonces y su estado hoy, y que es de demostración', async () => {
    const { n, de, i } = await contribuyente(o, '05', '49');
    await o.trabajar();
    const pdf = (await n.ver(`${de}/rut/copias/${i.copia}`)).rawPayload;
    const antes = await verificar(pdf);
    expect(antes.statusCode).toBe(200);
    const texto = textoDe(antes.body);
    expect(texto).toContain('El archivo es verdadero y está completo');
    expect(texto).toContain('de Zoraida Muñoz Ficticia');
    expect(texto).toMatch(/Estado en el documento ACTIVO desde el 10 de marzo de 2026/);
    expect(texto).toMatch(/Estado hoy ACTIVO/);
    expect(texto).toContain('Es un documento de demostración: no tiene validez.');
    await cambiarEstado(o, i, 'suspendido');
    const despues = await verificar(pdf);
    expect(textoDe(despues.body)).toContain('El RUT está suspendido desde el 10 de marzo de 2026');
    expect(textoDe(despues.body)).toMatch(/Estado hoy SUSPENDIDO/);
    expect(despues.body).toContain('panel--ojo');
    expect(despues.body).not.toContain('panel--bien');
  });

  it('lo malo pesa tanto como lo bueno: panel rojo, con su cruz', async () => {
    const { n, de, i } = await contribuyente(o, '05', '49');
    await o.trabajar();
    const pdf = Buffer.from((await n.ver(`${de}/rut/copias/${i.copia}`)).rawPayload);
    pdf[1_000] = (pdf[1_000] ?? 0) ^ 1;
    const r = await verificar(pdf);
    expect(r.body).toContain('panel--mal');
    expect(r.body).toContain('dibujo--sello-mal');
    expect(textoDe(r.body)).not.toContain('Zoraida');
    const nadie = await o.navegador().ver('/verificar/0123456789abcdefghjkmnpqrs');
    expect([nadie.statusCode, nadie.body]).toEqual([404, expect.stringContaining('panel--mal')]);
  });

  it('más de 20 MB es demasiado grande, y no una razón para desconfiar', async () => {
    const r = await verificar(Buffer.alloc(20 * 1024 * 1024 + 1, 'x'));
    expect(r.statusCode).toBe(422);
    expect(textoDe(r.body)).toContain('El archivo es demasiado grande');
    expect(textoDe(r.body)).not.toContain('No confíe');
  });
});
