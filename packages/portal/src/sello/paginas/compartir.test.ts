import { afterAll, beforeAll, expect, it } from 'vitest';
import { obtenerFirma } from '../../../pruebas/firma.ts';
import { inscribirPersona, persona } from '../../../pruebas/inscripcion.ts';
import { abrirOficina, type OficinaDePrueba } from '../../../pruebas/oficina.ts';

let o: OficinaDePrueba;
beforeAll(async () => {
  o = await abrirOficina();
});
afterAll(() => o.cerrar());

it('un acuse se descarga primero y se comparte con la dirección que lo comprueba, sin datos de nadie', async () => {
  const p = persona();
  const i = await inscribirPersona(o, p);
  const { navegador: n, acto } = await obtenerFirma(o, i, p);
  await o.trabajar();
  for (const pagina of [`/de/${i.titular}/rut/inscripcion/${i.radicado}`, acto]) {
    const { body } = await n.ver(pagina);
    const [, correo = ''] = /href="(mailto:[^"]*)"/.exec(body) ?? [];
    const { protocol, pathname, searchParams } = new URL(correo.replaceAll('&amp;', '&'));
    expect([protocol, pathname]).toEqual(['mailto:', '']);
    const direccion = searchParams.get('body') ?? '';
    expect(direccion).toMatch(/^https?:\/\/[^/]+\/verificar\/[^/?]+$/);
    expect(body).toContain(`<span class="copiable copiable--larga">${direccion}</span>`);
    expect(body).toContain(`data-direccion="${direccion}"`);
    expect(body.indexOf('Descargar')).toBeLessThan(body.indexOf('Enviar por correo'));
    for (const suyo of [p.fila.numero, p.fila.primer_apellido, p.correo])
      expect(decodeURIComponent(correo)).not.toContain(suyo);
    // Whoever gets it needs no account.
    expect((await o.navegador().ver(new URL(direccion).pathname)).statusCode).toBe(200);
  }
});
