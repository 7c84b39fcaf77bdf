import { NADIE_REPORTA } from '@autogestion/normas/formularios/210';
import { expect } from 'vitest';
import { llamar, prepararPorApi } from './api.ts';
import { codigoPara } from './buzon.ts';
import { CONTRASENA } from './firma.ts';
import type { Oficina } from './oficina.ts';
import { expedicionDe, lectora, type Lectora } from './paginas.ts';
import type { Persona } from './personas.ts';

/** Somebody before the button that files. */
interface PorPresentar {
  p: Persona;
  l: Lectora;
  /** Address of the person's pages. */
  de: string;
  firmar: string;
  campos: Record<string, string>;
}

/** Registers somebody, gives them a signature and fills a return of a salary, through the API and the pages without script. */
export async function hastaElBoton(oficina: Oficina, p: Persona): Promise<PorPresentar> {
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
  const clave = await claveDe(oficina, p, l, '/mi-firma/emitir');
  const emitida = await l.enviar('/mi-firma/emitir', {
    ...clave,
    ...expedicionDe(p),
    contrasena: CONTRASENA,
    repetida: CONTRASENA,
  });
  expect(emitida.estado).toBe(303);
  const de = `/de/${titular?.id ?? ''}`;
  const base = `${de}/declaraciones`;
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
  return { p, l, de, firmar, campos: { ...(await claveDe(oficina, p, l, firmar)), contrasena: CONTRASENA } };
}

/** Asks for a dynamic key on a page and reads it, with what the page shows. */
async function claveDe(
  oficina: Oficina,
  p: Persona,
  l: Lectora,
  camino: string,
): Promise<Record<string, string>> {
  await oficina.sql(`update plataforma.envio_codigo set enviado_en = enviado_en - interval '1 minute'`);
  const { ocultos } = await l.ver(camino);
  const mostrado = ocultos.mostrado ?? '';
  const { estado } = await l.enviar(`${camino}/clave`, { canal: 'correo', mostrado });
  expect([camino, estado]).toEqual([camino, 303]);
  await l.ver(camino);
  return { mostrado, codigo: await codigoPara(oficina.url, p.correo) };
}
