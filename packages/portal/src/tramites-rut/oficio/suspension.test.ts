import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  abrir,
  cambiosDeEstado,
  confirmar,
  contribuyente,
  estadoPublico,
  LEVANTAR,
  mensajeDe,
  radicadoDe,
  radicar,
  recienProbados,
  SUSPENDER,
  type Campos,
  type Contribuyente,
} from '../../../pruebas/actos-de-oficio.ts';
import type { Navegador } from '../../../pruebas/navegador.ts';
import { abrirOficina, type OficinaDePrueba } from '../../../pruebas/oficina.ts';
import { decidirEnMesa, deLaMesa } from '../../../pruebas/verificados.ts';

let o: OficinaDePrueba;
let luz: Navegador;
let mar: Navegador;
beforeAll(async () => {
  o = await abrirOficina();
  luz = await deLaMesa(o, 'luz');
  mar = await deLaMesa(o, 'mar');
});
afterAll(() => o.cerrar());
beforeEach(() => recienProbados(o));

describe('suspensión', () => {
  it('uno la prepara y otro la confirma; la persona lo supo desde el inicio y la verificación pública lo dice', async () => {
    const c = await contribuyente(o);
    const caso = await radicar(o, luz, 'suspension', c.nit, SUSPENDER);
    expect((await luz.ver(caso)).body).toContain('Lo tiene usted');
    const suyo = `/de/${c.titular}/tramites/${radicadoDe(caso)}`;
    const abierta = (await c.n.ver(suyo)).body;
    expect(abierta).toContain('En preparación');
    expect(abierta).toContain('La dirección informada no existe');
    expect(abierta).not.toContain('Retirar esta solicitud');
    expect((await decidirEnMesa(luz, caso, 'ordenada')).statusCode).toBe(303);
    expect(await estadoPublico(o, c.nit)).toBe('activo');
    expect((await confirmar(luz, caso)).statusCode).toBe(409);
    expect(await estadoPublico(o, c.nit)).toBe('activo');
    expect((await confirmar(mar, caso)).statusCode).toBe(303);
    expect(await estadoPublico(o, c.nit)).toBe('suspendido');
    expect(await cambiosDeEstado(o, c.nit)).toEqual([
      { estado: 'suspendido', acto: radicadoDe(caso), desde: '2026-03-10' },
    ]);
    await o.trabajar();
    expect((await c.n.ver(suyo)).body).toContain('Descargar decisión en PDF');
    const correos = await o.consultar<{ asunto: string; texto: string }>(
      `select asunto, texto from plataforma.mensaje where destino = $1 and asunto like '%' || $2 || '%' order by asunto`,
      [c.p.correo, radicadoDe(caso)],
    );
    expect(correos.map((m) => m.asunto)).toEqual([
      `La oficina abrió una actuación sobre su RUT: ${radicadoDe(caso)}`,
      `Suspendido: actuación ${radicadoDe(caso)} sobre su RUT`,
    ]);
    expect(correos[0]?.texto).not.toContain('su solicitud');
  });

  it('el plazo es el día hábil siguiente (DUR 1.6.1.2.17)', async () => {
    const c = await contribuyente(o);
    const { body } = await luz.ver(await radicar(o, luz, 'suspension', c.nit, SUSPENDER));
    expect(body).toContain('11 de marzo de 2026');
    expect(body).toContain('1.6.1.2.17');
  });

  it('archivada no cambia nada, y la persona no puede retirar lo que no pidió', async () => {
    const c = await contribuyente(o);
    const caso = await radicar(o, luz, 'suspension', c.nit, SUSPENDER);
    const suyo = `/de/${c.titular}/tramites/${radicadoDe(caso)}`;
    await c.n.ver(suyo);
    expect((await c.n.enviar(`${suyo}/desistir`)).statusCode).toBe(409);
    const razones = 'La persona probó que vive en esa dirección.';
    await decidirEnMesa(luz, caso, 'archivada', { razones, fundamento: 'DUR 1.6.1.2.16' });
    expect((await confirmar(mar, caso)).statusCode).toBe(303);
    expect([await estadoPublico(o, c.nit), await cambiosDeEstado(o, c.nit)]).toEqual(['activo', []]);
    expect((await c.n.ver(suyo)).body).toContain('Archivada');
  });

  it('sin causal, sin apoyo o sin la fecha que hace falta no sigue, y conserva lo escrito', async () => {
    const c = await contribuyente(o);
    const base = String((await abrir(luz, 'suspension', c.nit)).headers.location);
    const enviar = async (campos: Campos) => {
      await luz.ver(`${base}/acto`);
      return luz.enviar(`${base}/acto`, campos);
    };
    const vacio = await enviar({});
    expect([vacio.statusCode, mensajeDe(vacio.body)]).toEqual([
      422,
      expect.stringContaining('Elija la causal'),
    ]);
    const corta = await enviar({ causal: 'orden', evidencia: 'Porque sí' });
    expect([corta.statusCode, corta.body.includes('Porque sí')]).toEqual([422, true]);
    const sinFecha = await enviar({ ...SUSPENDER, causal: 'proveedor-o-exportador-ficticio' });
    expect(sinFecha.statusCode).toBe(422);
    const futura = { 'fecha-dia': '11', 'fecha-mes': '3', 'fecha-anio': '2026' };
    expect(
      (await enviar({ ...SUSPENDER, causal: 'proveedor-o-exportador-ficticio', ...futura })).statusCode,
    ).toBe(422);
  });
});

describe('levantamiento', () => {
  async function suspendida(campos = SUSPENDER): Promise<Contribuyente> {
    const c = await contribuyente(o);
    const caso = await radicar(o, luz, 'suspension', c.nit, campos);
    await decidirEnMesa(luz, caso, 'ordenada');
    await confirmar(mar, caso);
    return c;
  }

  it('lo que causó la suspensión se arregló: el RUT queda activo', async () => {
    const c = await suspendida();
    const caso = await radicar(o, mar, 'levantamiento', c.nit, LEVANTAR);
    expect((await decidirEnMesa(mar, caso, 'ordenada')).statusCode).toBe(303);
    expect((await confirmar(luz, caso)).statusCode).toBe(303);
    expect(await estadoPublico(o, c.nit)).toBe('activo');
  });

  it('por otra causal que la de la suspensión no se levanta', async () => {
    const c = await suspendida();
    await expect(radicar(o, mar, 'levantamiento', c.nit, { ...LEVANTAR, causal: 'orden' })).rejects.toThrow(
      'se suspendió por otra causal',
    );
  });

  it('un ficticio espera cinco años desde la firmeza (ET 671)', async () => {
    const firme = { 'fecha-dia': '10', 'fecha-mes': '3', 'fecha-anio': '2025' };
    const causal = 'proveedor-o-exportador-ficticio';
    const c = await suspendida({ ...SUSPENDER, causal, ...firme });
    const pedido = { ...LEVANTAR, causal, ...firme, documentos: 'si' };
    await expect(radicar(o, mar, 'levantamiento', c.nit, pedido)).rejects.toThrow('10 de marzo de 2030');
    const vieja = { ...pedido, 'fecha-anio': '2021', 'fecha-dia': '9' };
    const caso = await radicar(o, mar, 'levantamiento', c.nit, vieja);
    expect((await decidirEnMesa(mar, caso, 'ordenada')).statusCode).toBe(303);
    expect((await confirmar(luz, caso)).statusCode).toBe(303);
    expect(await estadoPublico(o, c.nit)).toBe('activo');
  });
});
