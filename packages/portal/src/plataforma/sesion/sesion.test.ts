import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { abrirTransacciones, type TransaccionesDePrueba } from '../../../pruebas/transacciones.ts';
import { ANONIMO } from '../transaccion/index.ts';
import { actorDe, cerrarSesion, DURACION_MS, INACTIVIDAD_MS, leerSesion } from './index.ts';

let t: TransaccionesDePrueba;
beforeAll(async () => {
  t = await abrirTransacciones();
});
afterAll(() => t.cerrar());

const leer = (token: string) => t.app(ANONIMO, (trx) => leerSesion(trx, token));

describe('sesión', () => {
  it('se lee con su secreto, que la base no guarda', async () => {
    const { sesion, persona } = await t.persona();
    expect(await leer(sesion.token)).toEqual({ ...sesion, persona });
    expect(sesion.token).toMatch(/^[\w-]{43}$/);
    expect(JSON.stringify(await t.consultar('select s::text from plataforma.sesion s'))).not.toContain(
      sesion.token,
    );
    expect(await leer('x'.repeat(43))).toBeUndefined();
  });

  it('vence a la hora sin uso', async () => {
    const { sesion } = await t.visitante();
    t.reloj.avanzar(INACTIVIDAD_MS);
    expect(await leer(sesion.token)).toMatchObject({ id: sesion.id });
    t.reloj.avanzar(INACTIVIDAD_MS + 1);
    expect(await leer(sesion.token)).toBe('vencida');
  });

  it('usarla la alarga, y a las doce horas vence por mucho que se use', async () => {
    const { sesion } = await t.visitante();
    const paso = INACTIVIDAD_MS / 2;
    for (let ms = paso; ms < DURACION_MS; ms += paso) {
      t.reloj.avanzar(paso);
      expect(await leer(sesion.token), String(ms)).toMatchObject({ id: sesion.id });
    }
    t.reloj.avanzar(paso);
    expect(await leer(sesion.token)).toBe('vencida');
  });

  it('se anota su uso a lo sumo una vez por minuto', async () => {
    const { sesion } = await t.visitante();
    const usada = async () =>
      (
        await t.consultar<{ usada_en: Date }>('select usada_en from plataforma.sesion where id = $1', [
          sesion.id,
        ])
      )[0]?.usada_en;
    const alAbrir = await usada();
    t.reloj.avanzar(60_000);
    await leer(sesion.token);
    expect(await usada()).toEqual(alAbrir);
    t.reloj.avanzar(1);
    await leer(sesion.token);
    expect(await usada()).toEqual(t.reloj.ahora());
  });

  it('cerrada no vuelve, ni usándola', async () => {
    const { sesion } = await t.persona();
    await t.app(ANONIMO, (trx) => cerrarSesion(trx, sesion.token));
    expect(await leer(sesion.token)).toBe('vencida');
    expect(await leer(sesion.token)).toBe('vencida');
  });

  it('quien actúa es la persona, el visitante o nadie', () => {
    const base = { id: 's', token: 't', medio: 'navegador', vence: new Date() } as const;
    expect(actorDe(undefined)).toEqual({ tipo: 'anonimo' });
    expect(actorDe(base)).toEqual({ tipo: 'visitante', sesion: 's' });
    expect(actorDe({ ...base, persona: 'p' })).toEqual({ tipo: 'persona', persona: 'p', sesion: 's' });
  });
});
