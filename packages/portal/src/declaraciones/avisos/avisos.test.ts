import { fecha, sumarDias } from '@autogestion/normas/fechas';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  declarante,
  empezar,
  firmarYPresentar,
  llenar,
  type Declarante,
} from '../../../pruebas/declaraciones.ts';
import { abrirOficina, type OficinaDePrueba } from '../../../pruebas/oficina.ts';
import { claseDe } from '../clases/index.ts';
import { AVISAR_SIN_FIRMAR, avisoQueToca, DIAS_ANTES } from './avisar-sin-firmar.ts';

let o: OficinaDePrueba;
let q: Declarante;
let borrador: string;
beforeAll(async () => {
  o = await abrirOficina();
  q = await declarante(o);
  borrador = await empezar(q);
});
afterAll(() => o.cerrar());

const DIA = 86_400_000;
const mensajes = () =>
  o.consultar<{ destino: string; asunto: string; texto: string }>(
    `select destino, asunto, texto from plataforma.mensaje where asunto like '%: no presentada' order by creado_en`,
  );
async function faltando(dias: number): Promise<void> {
  const vence = claseDe('210').vence(q.d.inscrita.nit, 2025, 'anual')?.fecha ?? fecha('2026-08-12');
  o.reloj.avanzar(Date.parse(`${sumarDias(vence, -dias)}T15:00:00Z`) - o.reloj.ahora().getTime());
  await o.ejecutarTrabajo(AVISAR_SIN_FIRMAR);
}

describe('el aviso de una declaración sin firmar', () => {
  it('toca el aviso más cercano que ya llegó, y ninguno cuando ya venció', () => {
    const hoy = fecha('2026-08-12');
    const [primero, segundo] = DIAS_ANTES;
    const tocan = [primero + 1, primero, segundo + 1, segundo, 1, 0, -1].map((d) =>
      avisoQueToca(sumarDias(hoy, d), hoy),
    );
    expect(tocan).toEqual([undefined, primero, primero, segundo, segundo, segundo, undefined]);
  });

  it('antes no se escribe; a cinco y a dos días se dice «no presentada», una vez cada uno y sin cifras', async () => {
    await llenar(q, borrador);
    await faltando(6);
    expect(await mensajes()).toEqual([]);
    await faltando(5);
    await o.ejecutarTrabajo(AVISAR_SIN_FIRMAR);
    await faltando(4);
    expect(await mensajes()).toHaveLength(1);
    await faltando(1);
    const dichos = await mensajes();
    expect(dichos).toHaveLength(2);
    for (const m of dichos) {
      expect(m.destino).toBe(q.d.p.correo);
      expect(m.asunto).toBe('Declaración de renta de 2025: no presentada');
      expect(m.texto).toContain('mientras no la firme, está no presentada');
      expect(m.texto).toContain(borrador);
      expect(m.texto).not.toMatch(/\$|120/);
      expect(m.texto).not.toContain(q.d.inscrita.nit);
    }
    expect((await q.n.ver(q.base)).statusCode).toBe(303);
  });

  it('de la presentada y de la descartada no se escribe', async () => {
    const firmada = await declarante(o);
    const suyo = await empezar(firmada);
    await llenar(firmada, suyo);
    await firmarYPresentar(o, firmada, suyo);
    const quien = await declarante(o);
    const descartado = await empezar(quien);
    await quien.n.ver(`${descartado}/descartar`);
    await quien.n.enviar(`${descartado}/descartar`);
    const antes = (await mensajes()).length;
    for (let dias = 0; dias < 400; dias += 5) {
      o.reloj.avanzar(5 * DIA);
      await o.ejecutarTrabajo(AVISAR_SIN_FIRMAR);
    }
    expect((await mensajes()).filter((m) => m.destino !== q.d.p.correo)).toEqual([]);
    expect((await mensajes()).length).toBe(antes);
  });
});
