import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { abrirTransacciones, type TransaccionesDePrueba } from '../../../pruebas/transacciones.ts';
import { clavesDe } from '../cifrado/index.ts';
import type { Actor } from '../transaccion/index.ts';
import { codigosDeUnUso, normalizarCodigo, REGLAS_CODIGO, type Comprobacion, type Emision } from './index.ts';

const codigos = codigosDeUnUso(clavesDe(Buffer.alloc(32, 1)));
let t: TransaccionesDePrueba;
beforeAll(async () => {
  t = await abrirTransacciones(24);
});
afterAll(() => t.cerrar());

interface Visita {
  emitir(destino?: string, proposito?: string): Promise<Emision>;
  comprobar(escrito: string, destino?: string, proposito?: string): Promise<Comprobacion>;
}
let siguiente = 0;
const unDestino = () => `persona.${++siguiente}@ejemplo.co`;

async function visita(destino: string): Promise<Visita> {
  const { sesion, actor } = await t.visitante();
  const con = (a: Actor) => a;
  return {
    emitir: (d = destino, p = 'prueba') => t.app(con(actor), (trx) => codigos.emitir(trx, sesion.id, p, d)),
    comprobar: (escrito, d = destino, p = 'prueba') =>
      t.app(con(actor), (trx) => codigos.comprobar(trx, sesion.id, p, d, escrito)),
  };
}

async function conCodigo(destino = unDestino()): Promise<Visita & { codigo: string; malo: string }> {
  const v = await visita(destino);
  const e = await v.emitir();
  if (e.tipo !== 'emitido') throw new Error('the first code of an address always goes out');
  return { ...v, codigo: e.codigo, malo: e.codigo === '000000' ? '111111' : '000000' };
}

describe('códigos de un uso', () => {
  it('son seis letras y números sin I, L, O ni U', async () => {
    expect((await conCodigo()).codigo).toMatch(/^[0-9A-HJKMNP-TV-Z]{6}$/);
  });

  it('el correcto sirve una vez', async () => {
    const v = await conCodigo();
    expect(await v.comprobar(v.codigo)).toBe('correcto');
    expect(await v.comprobar(v.codigo)).toBe('vencido');
  });

  it('veinte intentos a la vez con el correcto: gana exactamente uno', async () => {
    const v = await conCodigo();
    const r = await Promise.all(Array.from({ length: 20 }, () => v.comprobar(v.codigo)));
    expect(r.filter((x) => x === 'correcto')).toHaveLength(1);
    expect(r.filter((x) => x === 'vencido')).toHaveLength(19);
  });

  it('a los cinco errores se agota, y ya ni el correcto sirve', async () => {
    const v = await conCodigo();
    for (let i = 1; i < REGLAS_CODIGO.intentos; i++) expect(await v.comprobar(v.malo)).toBe('incorrecto');
    expect(await v.comprobar(v.malo)).toBe('agotado');
    expect(await v.comprobar(v.codigo)).toBe('agotado');
  });

  it('cincuenta errores a la vez gastan cinco intentos y no más', async () => {
    const v = await conCodigo();
    const r = await Promise.all(Array.from({ length: 50 }, () => v.comprobar(v.malo)));
    expect(r.filter((x) => x === 'incorrecto')).toHaveLength(REGLAS_CODIGO.intentos - 1);
    expect(await v.comprobar(v.codigo)).toBe('agotado');
  });

  it('vence a los diez minutos, en punto', async () => {
    const a = await conCodigo();
    const b = await conCodigo();
    t.reloj.avanzar(REGLAS_CODIGO.vigenciaMinutos * 60_000 - 1);
    expect(await a.comprobar(a.codigo)).toBe('correcto');
    t.reloj.avanzar(1);
    expect(await b.comprobar(b.codigo)).toBe('vencido');
  });

  it('es de su sesión, de su propósito y de su destino', async () => {
    const destino = unDestino();
    const v = await conCodigo(destino);
    const otraSesion = await visita(destino);
    expect(await otraSesion.comprobar(v.codigo)).toBe('sin-codigo');
    expect(await v.comprobar(v.codigo, destino, 'otro')).toBe('sin-codigo');
    expect(await v.comprobar(v.codigo, unDestino())).toBe('sin-codigo');
    expect(await v.comprobar(v.codigo, destino.toUpperCase())).toBe('correcto');
  });

  it('entre un envío y otro al mismo destino pasan 60 segundos, pida quien pida', async () => {
    const destino = unDestino();
    await conCodigo(destino);
    const otra = await visita(destino.toUpperCase());
    t.reloj.avanzar(59_999);
    expect(await otra.emitir()).toEqual({ tipo: 'espere', segundos: 1 });
    t.reloj.avanzar(1);
    expect(await otra.emitir()).toMatchObject({ tipo: 'emitido' });
  });

  it('veinte peticiones a la vez mandan un solo código', async () => {
    const v = await visita(unDestino());
    const r = await Promise.all(Array.from({ length: 20 }, () => v.emitir()));
    expect(r.filter((e) => e.tipo === 'emitido')).toHaveLength(1);
  });

  it('pedir un código para una cosa no dice si alguien lo pidió para otra', async () => {
    const destino = unDestino();
    await conCodigo(destino);
    const otra = await visita(destino);
    expect(await otra.emitir(destino, 'otro-proposito')).toMatchObject({ tipo: 'emitido' });
  });

  it('a un destino salen a lo sumo veinte por día, y al otro día vuelven a salir', async () => {
    const v = await visita(unDestino());
    const dia = t.reloj.hoy();
    for (let i = 0; i < REGLAS_CODIGO.porDia; i++) {
      expect((await v.emitir()).tipo, String(i)).toBe('emitido');
      t.reloj.avanzar(60_000);
    }
    expect(await v.emitir()).toEqual({ tipo: 'agotado' });
    expect(t.reloj.hoy()).toBe(dia);
    t.reloj.avanzar(86_400_000);
    expect((await v.emitir()).tipo).toBe('emitido');
  });

  it('lo que piden desconocidos no gasta lo de quien el destino ya conoce, ni lo hace esperar', async () => {
    const destino = unDestino();
    const v = await visita(destino);
    for (let i = 0; i < REGLAS_CODIGO.porDia; i++) {
      await v.emitir();
      t.reloj.avanzar(60_000);
    }
    expect(await v.emitir()).toEqual({ tipo: 'agotado' });
    const { sesion, actor } = await t.visitante();
    const propio = () =>
      t.app(actor, (trx) => codigos.emitir(trx, sesion.id, 'prueba', destino, 'su-navegador'));
    expect(await propio()).toMatchObject({ tipo: 'emitido' });
    t.reloj.avanzar(18_000);
    expect(await propio()).toEqual({ tipo: 'espere', segundos: 42 });
  });

  it('pedir otro deja sin valor el anterior', async () => {
    const v = await conCodigo();
    t.reloj.avanzar(60_000);
    const nuevo = await v.emitir();
    if (nuevo.tipo === 'emitido' && nuevo.codigo !== v.codigo)
      expect(await v.comprobar(v.codigo)).toBe('incorrecto');
    expect(nuevo.tipo === 'emitido' && (await v.comprobar(nuevo.codigo))).toBe('correcto');
  });

  it('en la base no está el código ni el destino', async () => {
    const destino = unDestino();
    const v = await conCodigo(destino);
    const filas = JSON.stringify(
      await t.consultar(
        `select c::text from plataforma.codigo c union all select e::text from plataforma.envio_codigo e`,
      ),
    );
    expect(filas).not.toContain(destino);
    expect(filas).not.toContain(v.codigo);
  });

  it.each([
    ['abc-234', 'ABC234'],
    [' a b c 2 3 4 ', 'ABC234'],
    ['oO0iIlL1', '00011111'],
  ])('«%s» se lee %s', (escrito, leido) => {
    expect(normalizarCodigo(escrito)).toBe(leido);
  });

  it('se acepta escrito con letras que parecen números', async () => {
    const v = await conCodigo();
    const parecido = v.codigo.toLowerCase().replace(/0/g, 'o').replace(/1/g, 'l');
    expect(await v.comprobar(`${parecido.slice(0, 3)} - ${parecido.slice(3)}`)).toBe('correcto');
  });
});
