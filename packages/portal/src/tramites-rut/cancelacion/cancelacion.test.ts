import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inscribirEmpresa } from '../../../pruebas/empresa.ts';
import { abrirOficina, type OficinaDePrueba } from '../../../pruebas/oficina.ts';
import {
  contribuyente,
  decidirEnMesa,
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

describe('cancelación', () => {
  const POR_VERIFICAR = [
    'deudas',
    'deberes',
    'procesos-administrativos',
    'procesos-judiciales',
    'numeracion',
    'beneficiarios-finales',
    'diferencias',
  ];

  it('la pide el representante, la deciden dos funcionarios y el RUT queda cancelado con su radicado', async () => {
    const c = await contribuyente(o, '49');
    const empresa = await inscribirEmpresa(o, c.p);
    const de = `/de/${empresa.idPublico}`;
    const solicitud = await responder(c.n, `${de}/rut/cancelacion`, [
      ['sujeto', { sujeto: 'persona-juridica' }],
      // Two NIT of one company: the law asks for no document.
      ['motivo', { motivo: 'n' }],
      ['documentos', {}],
      ['numeracion', { numeracion: 'sin-numeracion' }],
      ['beneficiarios', { beneficiarios: 'reportados' }],
      ['respuesta', {}],
    ]);
    const radicado = await firmarSolicitud(o, c.n, c.p, solicitud);

    const ana = await deLaMesa(o, 'ana');
    const caso = await verificarEnMesa(ana, POR_VERIFICAR);
    expect((await decidirEnMesa(ana, caso, 'aprobada')).statusCode).toBe(303);
    const estado = () =>
      o.consultar<{ estado: string; acto: string }>(
        `select c.estado, c.acto from rut.cambio_estado c join rut.titular t on t.id = c.titular_id
         where t.id_publico = $1`,
        [empresa.idPublico],
      );
    expect(await estado()).toEqual([]);
    await ana.ver(caso);
    expect((await ana.enviar(`${caso}/confirmar`)).statusCode).toBe(409);
    expect(await estado()).toEqual([]);

    const mar = await deLaMesa(o, 'mar');
    await mar.ver(caso);
    expect((await mar.enviar(`${caso}/confirmar`)).statusCode).toBe(303);
    expect(await estado()).toEqual([{ estado: 'cancelado', acto: radicado }]);
    expect((await c.n.ver(`${de}/rut/cancelacion`)).body).toContain('Su RUT está cancelado');
  });

  it('una persona que cerró su negocio lee que eso no cancela el RUT y qué hacer', async () => {
    const c = await contribuyente(o, '49');
    await c.n.ver(`${c.de}/rut/cancelacion`);
    const base = String((await c.n.enviar(`${c.de}/rut/cancelacion`)).headers.location);
    for (const [slug, campos] of [
      ['sujeto', { sujeto: 'persona-natural' }],
      ['motivo', { motivo: 'dejo-la-actividad' }],
    ] as const) {
      await c.n.ver(`${base}/${slug}`);
      await c.n.enviar(`${base}/${slug}`, campos);
    }
    await c.n.seguir();
    expect(c.n.pagina?.body).toContain('Por ahora este RUT no se puede cancelar');
    expect(c.n.pagina?.body).toContain(`href="${c.de}/rut/cese-iva"`);
    expect(c.n.pagina?.body).not.toContain('>Continuar<');
  });

  it('un documento que falta no deja firmar', async () => {
    const c = await contribuyente(o, '49');
    const solicitud = await responder(c.n, `${c.de}/rut/cancelacion`, [
      ['sujeto', { sujeto: 'persona-natural' }],
      ['motivo', { motivo: 'e' }],
      ['documentos', {}],
      ['numeracion', { numeracion: 'sin-numeracion' }],
      ['respuesta', {}],
    ]);
    const r = await c.n.ver(`${solicitud}/firmar`);
    expect(r.statusCode).toBe(409);
    expect(r.body).toContain('Documento de la autoridad que canceló el documento de identidad anterior');
  });

  it('lo que no es de ese RUT no se puede elegir, ni con la página alterada', async () => {
    const c = await contribuyente(o, '49');
    await c.n.ver(`${c.de}/rut/cancelacion`);
    const base = String((await c.n.enviar(`${c.de}/rut/cancelacion`)).headers.location);
    await c.n.ver(`${base}/sujeto`);
    for (const sujeto of ['consorcio', 'sucesion', 'nada', ''])
      expect((await c.n.enviar(`${base}/sujeto`, { sujeto })).statusCode).toBe(422);
    await c.n.enviar(`${base}/sujeto`, { sujeto: 'persona-natural' });
    await c.n.ver(`${base}/motivo`);
    expect((await c.n.enviar(`${base}/motivo`, { motivo: 'c' })).statusCode).toBe(422);
  });
});
