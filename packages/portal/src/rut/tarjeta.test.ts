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

describe('su RUT es primero una tarjeta', () => {
  it('dice quién, con qué NIT, en qué estado y desde cuándo, qué hace, qué tiene que hacer y dónde', async () => {
    const { n, de, p } = await contribuyente(o, '05', '49');
    const r = await n.ver(`${de}/rut`);
    const texto = textoDe(r.body);
    expect(texto).toContain('Zoraida Muñoz Ficticia');
    expect(texto).toMatch(/NIT 1\.020\.000\.\d{3}-\d Activo desde 10 de marzo de 2026/);
    expect(texto).toContain('No cobra IVA. No declara IVA.');
    expect(texto).toContain('Declara renta, si sus ingresos');
    expect(texto).toContain(p.correo);
    expect(texto).toContain('Soacha');
    expect(texto).not.toContain('Casilla 24');
    expect(r.body).toContain(`href="${de}/rut/formulario"`);
    const formulario = textoDe((await n.ver(`${de}/rut/formulario`)).body);
    expect(formulario).toContain('Casilla 24 Tipo de contribuyente');
  });

  it('si está suspendido o cancelado, por qué, qué no puede hacer y cómo termina; y ofrece solo lo que puede', async () => {
    for (const estado of ['suspendido', 'cancelado'] as const) {
      const { n, de, i } = await contribuyente(o, '05', '48');
      await cambiarEstado(o, i, estado);
      const r = await n.ver(`${de}/rut`);
      const texto = textoDe(r.body);
      expect(texto).toContain(`Su RUT está ${estado} Por: `);
      expect(texto).toContain('Lo que no puede hacer');
      expect(texto).toContain('Cómo termina');
      expect(r.body.includes(`href="${de}/rut/actualizacion"`)).toBe(estado === 'suspendido');
      expect(r.body).not.toContain(`href="${de}/rut/cancelacion"`);
      const casa = textoDe((await n.ver(de)).body);
      expect(casa).toContain(`Su RUT está ${estado}`);
    }
  });
});
