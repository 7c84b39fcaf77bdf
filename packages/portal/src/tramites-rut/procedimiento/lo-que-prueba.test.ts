import { sha256 } from '../../plataforma/index.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { recienProbados } from '../../../pruebas/actos-de-oficio.ts';
import { PDF_DE_PRUEBA } from '../../../pruebas/adjuntos.ts';
import { inscribirEmpresa } from '../../../pruebas/empresa.ts';
import { navegadorDe } from '../../../pruebas/firma.ts';
import type { Navegador } from '../../../pruebas/navegador.ts';
import { abrirOficina, type OficinaDePrueba } from '../../../pruebas/oficina.ts';
import { textoDePdf } from '../../../pruebas/pdf.ts';
import {
  contribuyente,
  decidirEnMesa,
  DEJO,
  deLaMesa,
  firmarSolicitud,
  responder,
  verificarEnMesa,
} from '../../../pruebas/verificados.ts';

let o: OficinaDePrueba;
beforeAll(async () => {
  o = await abrirOficina();
});
afterAll(() => o.cerrar());

const CESE = [
  ...DEJO,
  ['contador', { respuesta: 'si' }],
  ['numeracion', { numeracion: 'inhabilitada' }],
  ['respuesta', {}],
] as const;

const descargar = async (n: Navegador, camino: string) => {
  const r = await n.ver(camino);
  expect([camino, r.statusCode]).toEqual([camino, 200]);
  return textoDePdf(r.rawPayload);
};

describe('lo que prueba quién presentó qué', () => {
  it('el acuse dice el radicado, de quién es, quién lo presentó, en nombre de quién y cada archivo con su huella', async () => {
    const c = await contribuyente(o, '49');
    const empresa = await inscribirEmpresa(o, c.p);
    const de = `/de/${empresa.idPublico}`;
    const solicitud = await responder(c.n, `${de}/rut/cese-iva`, CESE);
    await c.n.ver(`${solicitud}/documentos`);
    await c.n.subir(
      `${solicitud}/documentos`,
      { pedido: 'certificacion' },
      { campo: 'archivo-certificacion', nombre: 'certificacion.pdf', contenido: PDF_DE_PRUEBA },
    );
    const radicado = await firmarSolicitud(o, c.n, c.p, solicitud);
    await o.trabajar();

    const acuse = await descargar(c.n, `${de}/tramites/${radicado}/acuse`);
    const nombres = await o.consultar<{ nombre: string; persona: string }>(
      `select d.publico ->> 'nombre' as nombre, d.publico #>> '{firma,por}' as persona
       from sello.documento d join firma.acto a on a.id::text = d.contenido ->> 'acto'
       where a.titular_publico = $1`,
      [empresa.idPublico],
    );
    const { nombre, persona } = nombres[0] ?? { nombre: '', persona: '' };
    expect(persona).not.toBe(nombre);
    for (const dicho of [
      radicado,
      `De ${nombre}, NIT`,
      `Presentó ${persona}, NIT`,
      `En nombre de ${nombre}`,
      'Formulario 1180, acto 2026FE',
      'certificacion.pdf',
      sha256(PDF_DE_PRUEBA).toString('hex'),
    ])
      expect(acuse.replaceAll(' ', '')).toContain(dicho.replaceAll(' ', ''));

    // The signed form is one touch away, for whoever asked and for whoever decides.
    const suya = await c.n.ver(`${de}/tramites/${radicado}`);
    expect(suya.body).toContain(`${de}/tramites/${radicado}/firmado`);
    expect(suya.body).toContain('formulario 1180 firmado');
    expect(await descargar(c.n, `${de}/tramites/${radicado}/firmado`)).toContain('Firmado por');
    const luz = await deLaMesa(o, 'luz');
    const caso = `/mesa/tramites/${radicado}`;
    expect((await luz.ver(caso)).body).toContain(`${caso}/firmado`);
    expect(await descargar(luz, `${caso}/firmado`)).toContain('Firmado por');
    expect(await descargar(luz, `${caso}/acuse`)).toContain(radicado);
    // And no one else's.
    const otra = await contribuyente(o, '49');
    expect((await otra.n.ver(`${de}/tramites/${radicado}/firmado`)).statusCode).toBe(404);
  });

  it('una negación dice en la página qué recursos hay y su último día, y la decisión va primero en el documento', async () => {
    const c = await contribuyente(o, '05', '33', '49');
    const solicitud = await responder(c.n, `${c.de}/rut/retiro-inc`, [
      ['solo-restaurantes', { respuesta: 'si' }],
      ...[3, 2, 1, 0].flatMap(
        (n) =>
          [
            [`ingresos-hace-${n}`, { valor: '60.000.000' }],
            [`establecimientos-hace-${n}`, { cuantos: '1' }],
          ] as const,
      ),
      ['respuesta', {}],
    ]);
    const radicado = await firmarSolicitud(o, c.n, c.p, solicitud);
    // While it is open, its first page says so and begins no other.
    const entrada = (await c.n.ver(`${c.de}/rut/retiro-inc`)).body;
    expect(entrada).toContain('Ya tiene una en curso');
    expect(entrada).toContain(`${c.de}/tramites/${radicado}`);
    const otra = await c.n.enviar(`${c.de}/rut/retiro-inc`);
    expect([otra.statusCode, otra.body.includes(`<a href="${c.de}/tramites/${radicado}">`)]).toEqual([
      409,
      true,
    ]);
    const eva = await deLaMesa(o, 'eva');
    const caso = await verificarEnMesa(eva, [], radicado);
    await eva.ver(caso);
    await eva.enviar(`${caso}/verificar`, { que: 'diferencias', hallazgo: 'hay', nota: 'Otra dirección.' });
    await recienProbados(o);
    const razones = 'Se niega porque:\n- Su RUT dice otra dirección.\n- No la actualizó.';
    expect((await decidirEnMesa(eva, caso, 'negada', { razones })).statusCode).toBe(303);
    const antes = (await c.n.ver(`${c.de}/tramites/${radicado}`)).body;
    expect(antes).toContain('El plazo empieza cuando se le notifique la decisión.');
    await o.trabajar();

    const { body } = await c.n.ver(`${c.de}/tramites/${radicado}`);
    expect(body).toContain('Se niega la solicitud.');
    expect(body).toContain('<li>Su RUT dice otra dirección.</li>');
    expect(body).toContain('recurso de reposición');
    // Told on Tuesday 10 March 2026: five business days, and ten more; 23 March is a holiday.
    expect(body).toContain('Tiene hasta el <strong>1 de abril de 2026</strong>');
    expect(body).toContain('25 de marzo de 2026');

    const pdf = await descargar(navegadorDe(o, c.i), `${c.de}/tramites/${radicado}/decision`);
    expect(pdf.indexOf('Se niega la solicitud.')).toBeLessThan(pdf.indexOf('Radicado'));
    expect(pdf).toMatch(/• .*Su RUT dice otra dirección\. .*No la actualizó\./);
  });
});
