import { afterAll, beforeAll, expect, it } from 'vitest';
import { enParalelo } from './apoyo/api.ts';
import { abrirOficina, type Oficina } from './apoyo/oficina.ts';
import { personas } from './apoyo/personas.ts';
import { hastaElBoton } from './apoyo/presentar.ts';

/** `PRESENTACIONES=2000` for the whole; so many are enough to die in the middle of. */
const CUANTAS = Number(process.env.PRESENTACIONES ?? 12);
const A_LA_VEZ = 6;
const gente = personas(CUANTAS).todas;

let oficina: Oficina;
beforeAll(async () => {
  oficina = await abrirOficina({}, { embebida: true });
  await oficina.inscribibles(gente);
});
afterAll(() => oficina.cerrar());

const presentadas = () =>
  oficina.sql<{ numero: string; radicado: string; asientos: number; firmadas: number }>(
    `select t.numero_documento as numero, d.radicado,
       (select count(*)::int from obligaciones.comprobante c where c.origen = 'declaracion:' || d.numero) as asientos,
       (select count(*)::int from firma.acto a where a.id = d.acto_id) as firmadas
     from declaraciones.declaracion d join rut.titular t on t.id = d.titular_id`,
  );

it(
  'kill -9 de la oficina y de la base en medio de las presentaciones: ninguna respondida se pierde, ninguna queda dos veces ni a medias',
  { timeout: 3_600_000 },
  async () => {
    const listas = await enParalelo(gente, A_LA_VEZ, (p) => hastaElBoton(oficina, p));
    const respondidas = new Set<string>();
    let muerte: Promise<void> | undefined;
    await enParalelo(listas, A_LA_VEZ, async ({ p, l, firmar, campos }) => {
      if (muerte) return;
      const r = await l.enviar(firmar, campos).catch(() => undefined);
      if (r?.estado === 303) respondidas.add(p.numero);
      if (respondidas.size >= CUANTAS / 3) muerte ??= oficina.apagon();
    });
    await muerte;
    expect(respondidas.size).toBeGreaterThanOrEqual(CUANTAS / 3);
    expect(respondidas.size).toBeLessThan(CUANTAS);
    await oficina.reabrir();

    const despues = await presentadas();
    expect([...respondidas].filter((n) => !despues.some((d) => d.numero === n))).toEqual([]);
    expect(despues.filter((d) => d.asientos !== 1 || d.firmadas !== 1)).toEqual([]);

    // Whoever got no answer presses again: filed once, whichever of both times it was.
    await enParalelo(listas, A_LA_VEZ, async ({ p, l, firmar, campos }) => {
      if (respondidas.has(p.numero)) return;
      const r = await l.enviar(firmar, campos);
      const ya = despues.some((d) => d.numero === p.numero);
      expect([p.numero, ya, r.estado]).toEqual([p.numero, ya, ya ? 409 : 303]);
    });
    const todas = await presentadas();
    expect(new Set(todas.map((d) => d.numero)).size).toBe(CUANTAS);
    expect(new Set(todas.map((d) => d.radicado)).size).toBe(CUANTAS);
    expect(todas).toHaveLength(CUANTAS);
    expect(todas.filter((d) => d.asientos !== 1 || d.firmadas !== 1)).toEqual([]);
    expect(JSON.parse(await oficina.orden('auditoria', 'verificar', '--json'))).not.toHaveProperty('falla');
  },
);
