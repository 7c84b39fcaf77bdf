import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { verificarPdf } from '@autogestion/documentos';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { smtpDePrueba } from '../packages/portal/pruebas/smtp.ts';
import { enParalelo, llamar, prepararPorApi } from './apoyo/api.ts';
import { abrirOficina, type Oficina } from './apoyo/oficina.ts';
import { personas } from './apoyo/personas.ts';

const CUANTAS = 100;
const gente = personas(CUANTAS).todas;

let oficina: Oficina;
beforeAll(async () => {
  oficina = await abrirOficina({}, { embebida: true });
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

// Some twenty seconds on two idle cores; the rest is for a machine that does other things.
const PLAZO = { timeout: 400_000 };

it(
  'kill -9 en medio de cien inscripciones: cada una está entera o no está, y ninguna respondida se pierde',
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

it(
  'kill -9 entre el envío y la nota: el correo sale otra vez con el mismo identificador, y el trámite lo dice una vez',
  PLAZO,
  async () => {
    let otra: Oficina | undefined;
    let muerte: Promise<void> | undefined;
    // It has the whole message and the office dies before it hears so.
    const smtp = await smtpDePrueba(async () => {
      if (!muerte && otra) await (muerte = otra.matar());
    });
    try {
      const correo = { SMTP_URL: smtp.url, SMTP_FROM: 'oficina@ejemplo.gov.co' };
      otra = await abrirOficina(correo, { embebida: true });
      const caso = await avisoPorEnviar(otra);
      await expect.poll(() => smtp.recibidos.length, { timeout: 60_000 }).toBe(1);
      await muerte;
      expect(await notificadas(otra, caso)).toEqual([]);
      await otra.reabrir();
      await expect.poll(async () => notificadas(otra, caso), { timeout: 60_000 }).toHaveLength(1);
      const identificadores = smtp.recibidos.map((r) => /^Message-ID: (.*)$/m.exec(r.fuente)?.[1]);
      expect(identificadores).toHaveLength(2);
      expect(new Set(identificadores).size).toBe(1);
    } finally {
      await otra?.cerrar();
      await smtp.cerrar();
    }
  },
);

/** A case of nobody, with an acuse that waits to be sent. @returns the case */
async function avisoPorEnviar(o: Oficina): Promise<string> {
  const [f] = await o.sql<{ caso: string }>(
    `with s as (insert into tramites.solicitud select gen_random_uuid(), 's', 'tramites-rut.retiro-iva', gen_random_uuid(),
        '{"anio": 2026, "anterior": {}, "enCurso": {}}', 's', now() returning id, titular_id),
     c as (insert into tramites.caso select gen_random_uuid(), '2026RU000000001', 'tramites-rut.retiro-iva', titular_id, 't',
        id, null, sha256('x'), false, now(), current_date from s returning *),
     v as (insert into tramites.evento select c.id, 1, 'radicada', '{"rol": "mesa-rut"}', 'prueba', null, now(), current_date from c),
     p as (insert into tramites.pendiente select c.id, c.radicado, c.tipo, c.titular_id, 'mesa-rut', 'oficina',
        'en-verificacion', null, c.radicado_dia, c.radicado_dia + 43 from c),
     m as (insert into plataforma.mensaje (id, canal, destino, asunto, texto, creado_en, al_terminar)
        values (gen_random_uuid(), 'correo', 'persona@ejemplo.co', 'Acuse', 'Recibimos.', now(), 'tramites.anotar-entrega')
        returning id),
     e as (insert into tramites.entrega select m.id, c.id, 'acuse', gen_random_uuid()::text, 'p…@ejemplo.co', 1 from m, c)
     select c.id as caso, graphile_worker.add_job('plataforma.enviar-mensaje', json_build_object('id', m.id)) from m, c`,
  );
  return f?.caso ?? '';
}

const notificadas = (o: Oficina | undefined, caso: string) =>
  o?.sql(`select 1 from tramites.evento where caso_id = $1 and hecho = 'notificada'`, [caso]);

const terminar = (borrador: string, token: string) =>
  llamar(oficina.url, 'POST', `/rut/inscripciones/${borrador}/terminar`, { token, cuerpo: {} });

async function sinSellar(): Promise<number> {
  const [f] = await oficina.sql<{ n: number }>(`select count(*)::int as n from sello.documento d
    where not exists (select 1 from sello.sellado s where s.documento_id = d.id)`);
  return f?.n ?? -1;
}
