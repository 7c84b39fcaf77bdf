import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { delegarDirecto, idDe } from '../../../pruebas/cuentas.ts';
import { declarante, firmarYPresentar, type Declarante } from '../../../pruebas/declaraciones.ts';
import { navegadorDe } from '../../../pruebas/firma.ts';
import { inscribirPersona, type Inscrita } from '../../../pruebas/inscripcion.ts';
import { leido } from '../../../pruebas/leido.ts';
import type { Navegador } from '../../../pruebas/navegador.ts';
import { abrirOficina, type OficinaDePrueba } from '../../../pruebas/oficina.ts';
import { leerLote } from './leer-lote.ts';

let o: OficinaDePrueba;
let contadora: Inscrita;
let n: Navegador;
let ana: Declarante;
let beto: Declarante;
/** Whoever lets her only look. */
let carla: Inscrita;
const nit = (q: Declarante) => q.d.inscrita.nit;

beforeAll(async () => {
  o = await abrirOficina();
  contadora = await inscribirPersona(o);
  [ana, beto, carla] = [await declarante(o), await declarante(o), await inscribirPersona(o)];
  const a = contadora.titular;
  for (const q of [ana, beto])
    await delegarDirecto(o, { de: q.d.inscrita.titular, a, ambito: 'preparar', minutos: 60_000 });
  await delegarDirecto(o, { de: carla.titular, a, ambito: 'consultar', minutos: 60_000 });
  n = navegadorDe(o, contadora);
});
afterAll(() => o.cerrar());

const CABEZA = 'nit;formulario;anio;periodo;casilla;valor';
const de = (suNit: string, casilla: string, valor: string) => `${suNit};210;2025;anual;${casilla};${valor}`;
async function previa(texto: string) {
  await n.ver('/clientes/preparar');
  return n.subir(
    '/clientes/preparar',
    { declaraciones: texto },
    { campo: 'archivo', nombre: '', contenido: Buffer.alloc(0) },
  );
}
const guardar = () => n.enviar('/clientes/preparar/guardar', { lote: n.ocultos().lote ?? '', desde: '0' });
const borradores = () =>
  o.consultar<{ titular_id: string; contenido: Record<string, unknown> }>(
    'select titular_id, contenido from declaraciones.borrador where descartado_en is null order by empezado_en',
  );

describe('leer un lote', () => {
  it('el CSV puede traer sus columnas en otro orden, y el NIT con puntos y dígito de verificación', () => {
    const leido = leerLote('\uFEFFvalor,casilla,NIT,formulario,Año,período\n5,32,1.990.000.003-1,210,2025,');
    expect(leido).toMatchObject({
      ok: true,
      clientes: [
        {
          nit: '1990000003',
          faltas: [],
          declaraciones: [
            { formulario: '210', anio: 2025, periodo: 'anual', valores: [{ clave: '32', valor: '5' }] },
          ],
        },
      ],
    });
  });

  it('dice todo lo que está mal, cada cosa con su renglón y su columna', () => {
    const leido = leerLote(
      [
        CABEZA,
        de('1990000003', '32', '1'),
        de('1990000003', '32', '2'),
        de('x', '32', '1'),
        '1990000003;210;25;;;',
      ].join('\n'),
    );
    expect(leido.ok && leido.clientes.flatMap((c) => c.faltas.map((f) => [f.renglon, f.columna]))).toEqual([
      [3, 'casilla'],
      [5, 'anio'],
      [4, 'nit'],
    ]);
  });

  it.each([
    ['', 'Elija un archivo'],
    ['nit;formulario', 'Falta la columna «anio»'],
    [CABEZA, 'No hay ningún renglón'],
    ['{"declaraciones":', 'El JSON no se puede leer'],
    ['{"otra":1}', 'debe decir «declaraciones»'],
  ])('%s: no se puede leer y dice por qué', (texto, porque) => {
    const leido = leerLote(texto);
    expect(leido.ok ? '' : leido.mensaje).toContain(porque);
  });
});

describe('quien lleva las declaraciones de otros', () => {
  it('ve antes qué cambiaría y qué está mal, por renglón y columna, y nada se guarda', async () => {
    const texto = [
      CABEZA,
      de(nit(ana), '32', '120.000.000'),
      de(nit(ana), '33', '9600000'),
      de(nit(beto), '32', '50000000'),
      de(nit(beto), '34', 'x'),
      de(nit(beto), '999', '1'),
      de(carla.nit, '32', '1'),
      de('800197268', '32', '1'),
    ].join('\n');
    const r = await previa(texto);
    expect(r.statusCode).toBe(200);
    const visto = leido(r.body);
    expect(visto).toContain('Todavía no se ha guardado nada');
    expect(visto).toMatch(new RegExp(`NIT ${nit(ana)}.*Declaración de renta de 2025`));
    expect(visto).toMatch(/6.*casilla.*no tiene la casilla 999/);
    expect(visto).toContain('Su permiso es solo para consultar');
    expect(visto).toContain('Usted no puede actuar por ese NIT');
    expect(await borradores()).toEqual([]);
  });

  it('de cada cliente se guarda todo o nada, y repetirlo no cambia nada más', async () => {
    const r = await guardar();
    expect(leido(r.body)).toContain('De estos clientes no se guardó nada');
    const hechos = await borradores();
    expect(hechos.map((b) => b.titular_id)).toEqual([await idDe(o, ana.d.inscrita.titular)]);
    expect(hechos[0]?.contenido).toMatchObject({ 'casilla:32': 120_000_000, 'casilla:33': 9_600_000 });
    await previa([CABEZA, de(nit(ana), '32', '120000000')].join('\n'));
    await guardar();
    expect(await borradores()).toEqual(hechos);
  });

  it('la API hace lo mismo, con ensayo y sin él', async () => {
    const api = o.api();
    api.token = contadora.token;
    const declaraciones = [{ nit: nit(beto), formulario: '210', anio: 2025, casillas: { '32': 50_000_000 } }];
    const pedir = (cuerpo: object) =>
      api.pedir<{ clientes: { ok: boolean; preparadas?: { cambian: number }[]; faltas?: object[] }[] }>(
        'POST',
        '/clientes/declaraciones',
        cuerpo,
      );
    const ensayo = await pedir({ ensayo: true, declaraciones });
    expect([ensayo.estado, ensayo.cuerpo.clientes[0]?.preparadas?.[0]?.cambian]).toEqual([200, 1]);
    expect(await borradores()).toHaveLength(1);
    expect((await pedir({ declaraciones })).cuerpo.clientes[0]?.ok).toBe(true);
    expect(await borradores()).toHaveLength(2);
    const mal = await pedir({
      declaraciones: [{ ...declaraciones[0], formulario: '210', casillas: { '32': {} } }],
    });
    expect(mal.cuerpo.clientes[0]?.faltas).toEqual([
      { renglon: 1, columna: '32', mensaje: 'Debe ser un número o un texto.' },
    ]);
  });

  it('los ve en una tabla por fecha de vencimiento, con el estado de cada declaración y sin cifras', async () => {
    const tabla = leido((await n.ver('/clientes')).body);
    expect(tabla).toContain('3 clientes');
    expect(tabla).toMatch(/Declaración de renta de 2025.*En borrador/);
    expect(tabla).not.toMatch(/120\.000\.000|50\.000\.000/);
    const api = o.api();
    api.token = contadora.token;
    const { cuerpo } = await api.pedir<{ declaraciones: { nit: string; vence: string; estado: string }[] }>(
      'GET',
      '/clientes/declaraciones',
    );
    const porHacer = cuerpo.declaraciones.filter((d) => d.estado !== 'presentada').map((d) => d.vence);
    expect(porHacer).toEqual(porHacer.toSorted());
    expect(cuerpo.declaraciones.filter((d) => d.estado === 'en-borrador').map((d) => d.nit)).toEqual(
      expect.arrayContaining([nit(ana), nit(beto)]),
    );
    const sola = navegadorDe(o, carla);
    expect(leido((await sola.ver('/clientes')).body)).toContain('Todavía no puede actuar por nadie');
  });

  it('lo que se descarga no lo toma una hoja de cálculo por fórmula', async () => {
    await o.consultar(
      `insert into rut.version (id, titular_id, numero, formulario, concepto, registro, radicado, hash, creada_en)
       select gen_random_uuid(), titular_id, numero + 1, '0018' || substr(formulario, 5), '02',
         jsonb_set(registro, '{identificacion,primerNombre}', '"=HYPERLINK(1)"'), radicado || 'X', hash, $2
       from rut.version where titular_id = $1 order by numero desc limit 1`,
      [await idDe(o, beto.d.inscrita.titular), o.reloj.ahora()],
    );
    const { body, headers } = await n.ver('/clientes/tabla.csv');
    expect(headers['content-type']).toContain('text/csv');
    expect(body).toMatch(/"'=/);
    expect(body).not.toMatch(/;"=|\n"=/);
  });

  it('pide la firma por correo cuando está lista, y el cliente firma con su propia clave', async () => {
    const base = String(
      (/href="(\/de\/[^"]*\/declaraciones\/[0-9a-z]{26})"/.exec((await n.ver(ana.base)).body) ?? [])[1],
    );
    const antes = await n.enviar(`${base}/pedir-firma`);
    expect([antes.statusCode, leido(antes.body).includes('le falta algo')]).toEqual([409, true]);
    await n.ver(`${base}/nadie-reporta`);
    await n.enviar(`${base}/nadie-reporta`, { _accion: 'ninguna' });
    expect(leido((await n.ver('/clientes')).body)).toContain('Pedirle la firma');
    for (let vez = 0; vez < 2; vez += 1) {
      await n.ver(`${base}/revision`);
      expect((await n.enviar(`${base}/pedir-firma`)).statusCode).toBe(303);
    }
    expect(leido((await n.ver(`${base}/revision`)).body)).toContain('Se le pidió por correo el');
    const correos = await o.consultar<{ destino: string; texto: string }>(
      `select destino, texto from plataforma.mensaje where asunto like '%lista para que usted la firme'`,
    );
    expect(correos.map((c) => c.destino)).toEqual([ana.d.p.correo]);
    expect(correos[0]?.texto).toContain(`${base}/revision`);
    expect(correos[0]?.texto).not.toMatch(/\$|120/);
    expect((await n.ver(`${base}/firmar`)).statusCode).toBe(403);
    // Without having come in the link leads to the way in, and then to the return.
    expect((await o.navegador().ver(`${base}/revision`)).headers.location).toBe('/entrar');
    await ana.n.ver(`${base}/revision`);
    expect((await ana.n.enviar(`${base}/pedir-firma`)).statusCode).toBe(409);
    await firmarYPresentar(o, ana, base);
    expect(leido((await n.ver('/clientes')).body)).toMatch(/Declaración de renta de 2025.*Presentada/);
  });

  it('a quien solo consulta no se le deja preparar ni pedir la firma', async () => {
    await navegadorDe(o, carla).ver(`/de/${carla.titular}/declaraciones`);
    await n.ver(`/de/${carla.titular}/declaraciones`);
    const r = await n.enviar(`/de/${carla.titular}/declaraciones`, {
      formulario: '210',
      anio: '2025',
      periodo: 'anual',
    });
    expect(r.statusCode).toBe(403);
    expect(leido(r.body)).toContain('no puede ver ni hacer esto');
  });
});
