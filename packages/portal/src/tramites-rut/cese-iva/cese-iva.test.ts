import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PDF_DE_PRUEBA } from '../../../pruebas/adjuntos.ts';
import { inscribirEmpresa } from '../../../pruebas/empresa.ts';
import { abrirOficina, type OficinaDePrueba } from '../../../pruebas/oficina.ts';
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

const codigos = async (titular: string) => {
  const [v] = await o.consultar<{ codigos: string[]; radicado: string }>(
    `select v.registro #> '{clasificacion,responsabilidades}' as codigos, v.radicado from rut.version v
     join rut.titular t on t.id = v.titular_id where t.id_publico = $1 order by v.numero desc limit 1`,
    [titular],
  );
  return v;
};

describe('cese de actividades con IVA (ET 614)', () => {
  it('una persona lo firma sin adjuntar nada; al aprobarlo, el 48 pasa a 49 con el radicado', async () => {
    const c = await contribuyente(o, '05', '48');
    const solicitud = await responder(c.n, `${c.de}/rut/cese-iva`, [
      ...DEJO,
      ['contador', { respuesta: 'no' }],
      ['nueva-actividad', { actividad: 'Cuido a mi familia' }],
      ['nueva-desde', { 'fecha-dia': '16', 'fecha-mes': '1', 'fecha-anio': '2026' }],
      ['numeracion', { numeracion: 'sin-numeracion' }],
      ['respuesta', {}],
    ]);
    const radicado = await firmarSolicitud(o, c.n, c.p, solicitud);
    const seguimiento = await c.n.ver(`${c.de}/tramites/${radicado}`);
    expect(seguimiento.body).toContain('Cese de actividades con IVA');

    const luz = await deLaMesa(o, 'luz');
    const caso = await verificarEnMesa(luz, ['diferencias']);
    const sinMirar = await decidirEnMesa(luz, caso, 'aprobada');
    expect([sinMirar.statusCode, sinMirar.body.includes('números de factura')]).toEqual([409, true]);
    await luz.ver(caso);
    await luz.enviar(`${caso}/verificar`, { que: 'numeracion', hallazgo: 'no-hay', nota: 'No tiene.' });
    expect((await decidirEnMesa(luz, caso, 'aprobada')).statusCode).toBe(303);
    expect(await codigos(c.i.titular)).toEqual({ codigos: ['05', '49'], radicado });
  });

  it('una empresa adjunta la certificación de su contador, y queda sin el 48 ni otro en su lugar', async () => {
    const c = await contribuyente(o, '49');
    const empresa = await inscribirEmpresa(o, c.p);
    const solicitud = await responder(c.n, `/de/${empresa.idPublico}/rut/cese-iva`, [
      ...DEJO,
      ['contador', { respuesta: 'si' }],
      ['numeracion', { numeracion: 'inhabilitada' }],
      ['respuesta', {}],
    ]);
    const falta = await c.n.ver(`${solicitud}/firmar`);
    expect([falta.statusCode, falta.body.includes('Certificación de su contador o revisor fiscal')]).toEqual([
      409,
      true,
    ]);
    const documentos = `${solicitud}/documentos`;
    await c.n.ver(documentos);
    const subido = await c.n.subir(
      documentos,
      { pedido: 'certificacion' },
      { campo: 'archivo-certificacion', nombre: 'certificacion.pdf', contenido: PDF_DE_PRUEBA },
    );
    expect(subido.statusCode).toBe(303);
    const radicado = await firmarSolicitud(o, c.n, c.p, solicitud);
    const eva = await deLaMesa(o, 'eva');
    const caso = await verificarEnMesa(eva, ['diferencias', 'numeracion']);
    expect((await decidirEnMesa(eva, caso, 'aprobada')).statusCode).toBe(303);
    expect(await codigos(empresa.idPublico)).toEqual({ codigos: ['05'], radicado });
  });

  it('quien todavía vende lee que sigue siendo responsable, y qué puede pedir en vez de eso', async () => {
    const c = await contribuyente(o, '05', '48');
    await c.n.ver(`${c.de}/rut/cese-iva`);
    const base = String((await c.n.enviar(`${c.de}/rut/cese-iva`)).headers.location);
    await c.n.ver(`${base}/vende-gravado`);
    await c.n.enviar(`${base}/vende-gravado`, { respuesta: 'si' });
    const { body } = await c.n.ver(`${base}/respuesta`);
    expect(body).toContain('Todavía vende cosas que pagan IVA');
    expect(body).toContain('Sigue siendo responsable');
    expect(body).toContain(`href="${c.de}/rut/retiro-iva"`);
    expect((await c.n.ver(`${base}/revision`)).headers.location).toBe(`${base}/respuesta`);
  });

  it('dice hasta cuándo se informa y que ya venció; una fecha que no ha llegado vuelve con su mensaje', async () => {
    const c = await contribuyente(o, '05', '48');
    await c.n.ver(`${c.de}/rut/cese-iva`);
    const base = String((await c.n.enviar(`${c.de}/rut/cese-iva`)).headers.location);
    const responderA = async (slug: string, campos: Record<string, string>) => {
      await c.n.ver(`${base}/${slug}`);
      return c.n.enviar(`${base}/${slug}`, campos);
    };
    await responderA('vende-gravado', { respuesta: 'no' });
    const futura = await responderA('cese', { 'fecha-dia': '1', 'fecha-mes': '1', 'fecha-anio': '2190' });
    expect([futura.statusCode, futura.body.includes('value="2190"')]).toEqual([422, true]);
    await responderA('cese', { 'fecha-dia': '3', 'fecha-mes': '3', 'fecha-anio': '2025' });
    await responderA('inventario', { respuesta: 'si' });
    const { body } = await c.n.ver(`${base}/respuesta`);
    expect(body).toMatch(/Venció el \d+ de abril de 2025/);
  });
});
