import { NADIE_REPORTA } from '@autogestion/normas/formularios/210';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { enParalelo, llamar, prepararPorApi } from './apoyo/api.ts';
import { codigoPara } from './apoyo/buzon.ts';
import { CONTRASENA } from './apoyo/firma.ts';
import { abrirOficina, type Oficina } from './apoyo/oficina.ts';
import { expedicionDe, lectora, type Lectora } from './apoyo/paginas.ts';
import { personas, type Persona } from './apoyo/personas.ts';

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

/** Somebody before the button that files. */
interface PorPresentar {
  p: Persona;
  l: Lectora;
  firmar: string;
  campos: Record<string, string>;
}

async function preparar(p: Persona): Promise<PorPresentar> {
  const { borrador, token } = await prepararPorApi(oficina.url, p);
  const fin = await llamar(oficina.url, 'POST', `/rut/inscripciones/${borrador}/terminar`, {
    token,
    cuerpo: {},
  });
  const { token: sesion } = fin.cuerpo as { token: string };
  const [titular] = await oficina.sql<{ id: string }>(
    'select id_publico as id from rut.titular where numero_documento = $1',
    [p.numero],
  );
  const l = lectora(oficina.url, sesion);
  await l.ver('/mi-firma/acuerdo');
  await l.enviar('/mi-firma/acuerdo', { acepta: 'si' });
  const clave = await claveDe(p, l, '/mi-firma/emitir');
  const emitida = await l.enviar('/mi-firma/emitir', {
    ...clave,
    ...expedicionDe(p),
    contrasena: CONTRASENA,
    repetida: CONTRASENA,
  });
  expect(emitida.estado).toBe(303);
  const base = `/de/${titular?.id ?? ''}/declaraciones`;
  // The limits by address are for one person.
  const n = Number(p.numero) % 60_000;
  const desde = `10.2.${n >> 8}.${n & 255}`;
  const abierta = await llamar(oficina.url, 'POST', base, {
    token: sesion,
    desde,
    cuerpo: { formulario: '210', anio: 2025 },
  });
  const suya = `${base}/${String(abierta.cuerpo.borrador)}`;
  const lista = await llamar(oficina.url, 'PUT', suya, {
    token: sesion,
    desde,
    cuerpo: {
      casillas: { 32: 120_000_000, 33: 9_600_000, 36: 27_600_000 },
      temas: Object.fromEntries(NADIE_REPORTA.map((t) => [t, { aplica: false }])),
      ingresosQueFaltan: [],
    },
  });
  expect(lista.cuerpo).toMatchObject({ sePuedeFirmar: true });
  const firmar = `${suya}/firmar`;
  return { p, l, firmar, campos: { ...(await claveDe(p, l, firmar)), contrasena: CONTRASENA } };
}

/** Asks for a dynamic key on a page and reads it, with what the page shows. */
async function claveDe(p: Persona, l: Lectora, camino: string): Promise<Record<string, string>> {
  await oficina.sql(`update plataforma.envio_codigo set enviado_en = enviado_en - interval '1 minute'`);
  const { ocultos } = await l.ver(camino);
  const mostrado = ocultos.mostrado ?? '';
  const { estado } = await l.enviar(`${camino}/clave`, { canal: 'correo', mostrado });
  expect([camino, estado]).toEqual([camino, 303]);
  await l.ver(camino);
  return { mostrado, codigo: await codigoPara(oficina.url, p.correo) };
}

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
    const listas = await enParalelo(gente, A_LA_VEZ, preparar);
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
