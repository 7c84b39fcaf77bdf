import { NADIE_REPORTA } from '@autogestion/normas/formularios/210';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import delFormulario from '../../../../normas/pruebas/formulario-210.json' with { type: 'json' };
import { declarante, firmarYPresentar, type Declarante } from '../../../pruebas/declaraciones.ts';
import type { ClienteApi } from '../../../pruebas/navegador.ts';
import { abrirOficina, type OficinaDePrueba } from '../../../pruebas/oficina.ts';
import { reportar } from '../../../pruebas/terceros.ts';
import { campoDeCasilla, seEscribe } from '../../interfaz/formulario/index.ts';
import { claseDe } from '../clases/index.ts';
import { seccionesDe } from '../llenar/secciones.ts';

let o: OficinaDePrueba;
let q: Declarante;
let api: ClienteApi;
beforeAll(async () => {
  o = await abrirOficina();
  q = await declarante(o);
  api = o.api();
  api.token = q.n.galletas.get('sesion');
});
afterEach(() =>
  o.consultar('update declaraciones.borrador set descartado_en = cambiado_en where presentada_id is null'),
);
afterAll(() => o.cerrar());

interface BorradorLeido {
  borrador: string;
  revision: number;
  casillas: Record<string, number | string>;
  faltas: { ruta: string; mensaje: string }[];
  porDecidir: { id: string; frase: string; porCompletar: string[] }[];
  sinResponder: number;
  sePuedeFirmar: boolean;
  firmar: string;
}

async function empezar(anio = 2025): Promise<string> {
  const { estado, cuerpo } = await api.pedir<{ borrador: string }>('POST', `${q.base}`, {
    formulario: '210',
    anio,
  });
  expect(estado).toBe(201);
  return `${q.base}/${cuerpo.borrador}`;
}

const ver = async (borrador: string) => (await api.pedir<BorradorLeido>('GET', `${borrador}`)).cuerpo;

async function descartar(borrador: string): Promise<void> {
  await q.n.ver(borrador);
  await q.n.enviar(`${borrador}/descartar`);
}

const NADA_MAS = {
  temas: Object.fromEntries(NADIE_REPORTA.map((t) => [t, { aplica: false }])),
  ingresosQueFaltan: [],
};

/** The examples in thousands of pesos, as a return is filed, of the years that are declared. */
const EJEMPLOS = delFormulario.ejemplos.filter(
  (e) => e.formulario === '210' && e.redondeo === 'mil' && e.anio >= 2024,
);

/** What the examples call the facts. */
const HECHOS: Readonly<Record<string, string>> = {
  dep: 'dependientes',
  fe: 'comprasFacturaElectronica',
  years: 'numeroDeclaracion',
  prev_net: 'impuestoNetoAnterior',
};
/** The office fills it. */
const SANCION = '135';
const DEL_SALDO = [SANCION, '136', '137'];

function deEjemplo(e: (typeof EJEMPLOS)[number]) {
  const escritas = Object.entries(e.entradas).filter(([k]) => /^\d+$/.test(k) && k !== SANCION);
  const hechos = Object.entries(e.hechos).flatMap(([k, v]) =>
    HECHOS[k] ? [[HECHOS[k], v as number] as const] : [],
  );
  const esperadas = Object.entries(e.esperado).filter(([k, v]) => /^\d+$/.test(k) && typeof v === 'number');
  return {
    casillas: Object.fromEntries(escritas) as Record<string, number>,
    hechos: Object.fromEntries(hechos),
    esperadas: {
      ...(Object.fromEntries(esperadas) as Record<string, number>),
      135: e.entradas[SANCION] ?? 0,
    },
  };
}

/** Some boxes; the examples were filed in time, so what is owed is told without the penalty for being late. */
function las(de: Record<string, number>, casillas: BorradorLeido['casillas']) {
  const dice = (k: string) => Number(casillas[k] ?? 0);
  const claves = Object.keys(de).filter((k) => !DEL_SALDO.includes(k));
  const saldo = '136' in de || '137' in de ? dice('136') - dice('137') - dice('135') : undefined;
  return { ...Object.fromEntries(claves.map((k) => [k, dice(k)])), saldo };
}

describe('los ejemplos publicados del 210, casilla por casilla', () => {
  it.each(EJEMPLOS.map((e) => [e.id, e] as const))('%s, por la API y por las páginas', async (_, e) => {
    const { casillas, hechos, esperadas } = deEjemplo(e);
    const porApi = await empezar(e.anio);
    const r = await api.pedir<BorradorLeido>('PUT', `${porApi}`, { casillas, hechos });
    expect([r.estado, r.cuerpo.faltas]).toEqual([200, []]);
    expect(las(esperadas, r.cuerpo.casillas)).toEqual(las(esperadas, esperadas));
    await descartar(porApi);

    const porPaginas = await empezar(e.anio);
    for (const { slug, seccion } of seccionesDe(claseDe('210').formulario)) {
      const suyas = seccion.casillas.filter((c) => seEscribe(c) && c.clave in casillas);
      if (suyas.length === 0) continue;
      await q.n.ver(`${porPaginas}/formulario/${slug}`);
      const campos = suyas.map((c) => [campoDeCasilla(c.clave), String(casillas[c.clave])]);
      const s = await q.n.enviar(
        `${porPaginas}/formulario/${slug}`,
        Object.fromEntries(campos) as Record<string, string>,
      );
      expect([slug, s.statusCode]).toEqual([slug, 303]);
    }
    const otros = Object.entries(hechos).map(([k, v]) => [`hecho-${k}`, String(v)]);
    await q.n.ver(`${porPaginas}/formulario/otros-datos`);
    const ultima = await q.n.enviar(
      `${porPaginas}/formulario/otros-datos`,
      Object.fromEntries(otros) as Record<string, string>,
    );
    expect(ultima.statusCode).toBe(303);
    // Each draft has the number of its form (box 4).
    expect({ ...(await ver(porPaginas)).casillas, 4: '' }).toEqual({ ...r.cuerpo.casillas, 4: '' });
  });
});

describe('preparar una declaración por la API', () => {
  it('se empieza una vez, se responde, dice lo que falta, y la persona la firma en su página', async () => {
    const borrador = await empezar();
    expect(await empezar()).toBe(borrador);
    const antes = await ver(borrador);
    expect([antes.sePuedeFirmar, antes.sinResponder > 0]).toEqual([false, true]);
    const { cuerpo } = await api.pedir<BorradorLeido>('PUT', `${borrador}`, {
      casillas: { 32: 120_000_000, 33: 9_600_000, 36: 27_600_000 },
      ...NADA_MAS,
    });
    expect(cuerpo).toMatchObject({ faltas: [], porDecidir: [], sinResponder: 0, sePuedeFirmar: true });
    expect(cuerpo.firmar).toMatch(new RegExp(`${borrador}/firmar$`));
    expect((await firmarYPresentar(o, q, borrador)).statusCode).toBe(200);
    expect((await api.pedir('GET', `${borrador}`)).estado).toBe(409);
    const lista = await api.pedir<{ presentadas: { declaracion: string; estado: string }[] }>(
      'GET',
      `${q.base}`,
    );
    const [presentada] = lista.cuerpo.presentadas;
    expect(presentada).toMatchObject({ formulario: '210', anio: 2025, estado: 'presentada' });
    const suya = await api.pedir<{ casillas: object }>(
      'GET',
      `${q.base}/presentadas/${presentada?.declaracion ?? ''}`,
    );
    expect(suya.cuerpo.casillas).toEqual(cuerpo.casillas);
  });

  it('todo o nada: lo que está mal se dice por su ruta y no se guarda nada', async () => {
    const borrador = await empezar(2024);
    const r = await api.pedir<{ error: { campos: Record<string, string> } }>('PUT', `${borrador}`, {
      casillas: { 29: 5_000_000, 32: -1, 34: 7, 135: 9000, 99999: 1 },
      hechos: { cualquiera: 1 },
      sugerencias: { 'nadie:1': { como: 'si' } },
    });
    expect(r.estado).toBe(422);
    expect(JSON.stringify(r.cuerpo)).toMatch(/casillas\.32.*casillas\.34|casillas\.34.*casillas\.32/);
    for (const ruta of ['casillas.99999', 'casillas.135', 'hechos.cualquiera', 'sugerencias.nadie:1'])
      expect(JSON.stringify(r.cuerpo)).toContain(ruta);
    expect((await ver(borrador)).revision).toBe(0);
    expect((await ver(borrador)).casillas[29]).toBeUndefined();
  });

  it('lo que cambió en otra parte desde la revisión leída se rechaza; lo demás se junta', async () => {
    const borrador = await empezar(2024);
    const poner = (casillas: object, revision: number) =>
      api.pedir<BorradorLeido>('PUT', `${borrador}`, { casillas }, { 'if-match': `"${String(revision)}"` });
    expect((await poner({ 32: 50_000_000 }, 0)).cuerpo.revision).toBe(1);
    expect((await poner({ 32: 60_000_000 }, 0)).estado).toBe(409);
    expect((await poner({ 29: 80_000_000 }, 0)).estado).toBe(200);
    expect((await ver(borrador)).casillas).toMatchObject({ 29: 80_000_000, 32: 50_000_000 });
    expect((await poner({ 32: null }, 2)).cuerpo.casillas[32]).toBeUndefined();
  });

  it('lo que otros reportaron se confirma, se cambia o se niega por su identificador', async () => {
    await reportar(o, {
      titular: q.d.id,
      anio: 2024,
      formato: '2276',
      campos: { pasa: 90_000_000, vare: 1_200_000 },
    });
    const borrador = await empezar(2024);
    const [una] = (await ver(borrador)).porDecidir;
    expect(una?.frase).toContain('Panadería La Espiga');
    const decidir = async (d: object) =>
      (
        await api.pedir<BorradorLeido>('PUT', `${borrador}`, {
          ...NADA_MAS,
          sugerencias: { [una?.id ?? '']: d },
        })
      ).cuerpo;
    const si = await decidir({ como: 'si' });
    expect([si.casillas[32], si.sePuedeFirmar]).toEqual([90_000_000, true]);
    const otro = await decidir({ como: 'otro', renglon: { ingreso: 70_000_000 }, razon: 'Renuncié.' });
    expect(otro.casillas[32]).toBe(70_000_000);
    expect((await decidir({ como: 'no' })).casillas[32]).toBeUndefined();
  });

  it('de otra persona no se ve ni se toca', async () => {
    const borrador = await empezar(2024);
    const ajena = await declarante(o);
    const suya = o.api();
    suya.token = ajena.n.galletas.get('sesion');
    const mal = `${ajena.base}/${borrador.split('/').at(-1) ?? ''}`;
    expect((await suya.pedir('GET', mal)).estado).toBe(404);
    expect((await suya.pedir('PUT', mal, { casillas: { 32: 1 } })).estado).toBe(404);
    expect((await suya.pedir('GET', `${borrador}`)).estado).toBe(404);
  });
});
