import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { verificarPdf } from '@autogestion/documentos';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { enParalelo, llamar, prepararPorApi } from './apoyo/api.ts';
import { abrirOficina, type Oficina } from './apoyo/oficina.ts';
import { personas } from './apoyo/personas.ts';

const CUANTAS = 200;
const gente = personas(CUANTAS).todas;

let oficina: Oficina;
beforeAll(async () => {
  oficina = await abrirOficina();
  await oficina.inscribibles(gente);
});
afterAll(() => oficina.cerrar());

interface Inscrita {
  numero: string;
  version: string;
  radicado: string;
  documento: string;
}

/** What the registry holds of everyone whose document is in it, whole or not. */
const inscritas = () =>
  oficina.sql<{ [C in keyof Inscrita]: Inscrita[C] | null }>(
    `select t.numero_documento as numero, v.id as version, v.radicado, d.id as documento
     from rut.titular t left join rut.version v on v.titular_id = t.id
     left join sello.documento d on d.titular_id = t.id and d.contenido ->> 'version' = v.id::text`,
  );

// Some forty seconds on two idle cores; the rest is for a machine that does other things.
const PLAZO = { timeout: 400_000 };

it(
  'kill -9 en medio de 200 inscripciones: cada una está entera o no está, y ninguna respondida se pierde',
  PLAZO,
  async () => {
    const borradores = await enParalelo(gente, 12, (p) => prepararPorApi(oficina.url, p));

    // Everyone finishes; the process dies with requests in every stage of their transactions.
    const respondidas = new Map<string, string>();
    let muerte: Promise<void> | undefined;
    await enParalelo(borradores, 24, async ({ borrador, token, persona }) => {
      if (muerte) return;
      const r = await terminar(borrador, token).catch(() => undefined);
      if (r?.estado === 200) respondidas.set(persona.numero, String(r.cuerpo.radicado));
      if (respondidas.size >= CUANTAS / 3) muerte ??= oficina.matar();
    });
    await muerte;
    expect(respondidas.size).toBeGreaterThanOrEqual(CUANTAS / 3);
    expect(respondidas.size).toBeLessThan(CUANTAS);
    await oficina.reabrir();

    const despues = await inscritas();
    expect(despues.filter((i) => !i.version || !i.radicado || !i.documento)).toEqual([]);
    expect(despues.length).toBeGreaterThanOrEqual(respondidas.size);
    expect(despues.length).toBeLessThan(CUANTAS);
    const radicadoDe = new Map(despues.map((i) => [i.numero, i.radicado]));
    for (const [numero, radicado] of respondidas) {
      expect([numero, radicadoDe.get(numero)]).toEqual([numero, radicado]);
    }

    // Whoever got no answer asks again, and no draft was lost: all end registered, each once, with one number.
    await enParalelo(borradores, 12, async ({ borrador, token, persona }) => {
      const r = await terminar(borrador, token);
      const antes = radicadoDe.get(persona.numero) ?? r.cuerpo.radicado;
      expect([r.estado, r.cuerpo.radicado]).toEqual([200, antes]);
    });
    const todas = await inscritas();
    expect(new Set(todas.map((i) => i.numero)).size).toBe(CUANTAS);
    expect(new Set(todas.map((i) => i.radicado)).size).toBe(CUANTAS);
    expect(todas.length).toBe(CUANTAS);

    await expect.poll(sinSellar, { timeout: 200_000, interval: 500 }).toBe(0);
    const autoridad = await readFile(join(oficina.directorio, 'publico', 'autoridad.pem'), 'utf8');
    const [raiz = ''] = /-----BEGIN CERTIFICATE-----[\s\S]+?-----END CERTIFICATE-----/.exec(autoridad) ?? [];
    const archivos = await oficina.sql<{ contenido: Buffer }>(
      'select a.contenido from sello.sellado s join plataforma.archivo a on a.id = s.archivo_id',
    );
    expect(archivos.length).toBe(CUANTAS);
    for (const { contenido } of archivos) {
      const veredicto = await verificarPdf(contenido, { raices: [raiz], instante: new Date() });
      expect(veredicto.estado).toBe('integro');
    }
  },
);

it('la auditoría sigue encadenada después de la muerte del servidor', async () => {
  const informe = await oficina.orden('auditoria', 'verificar', '--json');
  expect(JSON.parse(informe)).not.toHaveProperty('falla');
});

const terminar = (borrador: string, token: string) =>
  llamar(oficina.url, 'POST', `/rut/inscripciones/${borrador}/terminar`, { token, cuerpo: {} });

async function sinSellar(): Promise<number> {
  const [f] = await oficina.sql<{ n: number }>(`select count(*)::int as n from sello.documento d
    where not exists (select 1 from sello.sellado s where s.documento_id = d.id)`);
  return f?.n ?? -1;
}
