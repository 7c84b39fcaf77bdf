import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sql } from 'kysely';
import {
  clavesDe,
  codigosDeUnUso,
  relojDelSistema,
  tokenCsrf,
  uuidv7,
  type Ruta,
} from '../src/plataforma/index.ts';
import { CON_LOS_FUNCIONARIOS } from '../src/cuentas/politicas.ts';
import {
  EN_LA_MESA_DE_OBLIGACIONES,
  SOBRE_EL_RECAUDO,
  SOBRE_LO_QUE_SE_DEBE,
} from '../src/obligaciones/politicas.ts';
import { SOBRE_FACTURAS } from '../src/facturas/politicas.ts';
import { SOBRE_LOS_RECLAMOS } from '../src/terceros/reclamo/politicas.ts';
import { OPERAR } from '../src/operacion/politicas.ts';
import { SOBRE_UN_RUT } from '../src/tramites-rut/politicas.ts';
import { EN_LA_MESA } from '../src/tramites/politicas.ts';
import { recorridoInscripcion } from '../src/tramites-rut/inscripcion/recorrido.ts';
import { inscribirPersona, type Inscrita } from './inscripcion.ts';
import { delegarDirecto, funcionario } from './cuentas.ts';
import { abrirMundo, PRUEBA, type Mundo } from './mundo.ts';
import { salaDePrueba, tipoDePrueba } from './tramites.ts';
import { abrirOficina, CLAVE_MAESTRA, type OficinaDePrueba } from './oficina.ts';

/**
 * Generated from the route table: whatever a room adds is tried here, as nobody, as a visitor and as another person,
 * and compared with the access that it declares.
 */
let o: OficinaDePrueba;
let mundo: Mundo;
let duena: Inscrita;
let ajena: Inscrita;
let delegada: Inscrita;
let sinRol: string;

beforeAll(async () => {
  mundo = await abrirMundo();
  ({ o, duena, ajena } = mundo);
  delegada = await inscribirPersona(o);
  await delegarDirecto(o, { de: duena.titular, a: delegada.titular, ambito: 'consultar', minutos: 600 });
  const { n } = await funcionario(o, { usuario: 'sin-rol', roles: ['chat'] });
  sinRol = n.galletas.get('sesion') ?? '';
  await funcionario(o, { usuario: 'otra-funcionaria', roles: ['supervisor'] });
  await mundo.conPruebaFresca();
});
afterAll(() => o.cerrar());

/** What stands in an address. A copy and a document are shown to anybody who has their code: that is what it is for. */
const DE_COSAS = new Set(
  // A look-up is sealed: it hides the number that was asked for, and opens what anybody may ask.
  'titular copia documento radicado firmado borrador paso caso solicitud adjunto sentido acto version grupo vez propuesta consulta certificado obligacion busqueda atencion recaudo rechazado recibo operacion pago facilidad sinPresentar declaracion opcion formulario seccion casilla tema renglon asiento anexo fila intento habilitacion ejemplo rango factura entrega lote suscripcion dia reclamo prueba reporte anio envio'.split(
    ' ',
  ),
);

type Quien =
  'nadie' | 'visitante' | 'otra persona' | 'delegada sin alcance' | 'funcionaria sin rol' | 'ella misma';
const QUIENES: readonly Quien[] = [
  'nadie',
  'visitante',
  'otra persona',
  'delegada sin alcance',
  'funcionaria sin rol',
  'ella misma',
];
const tokenDe = (q: Quien): string | undefined =>
  ({
    nadie: undefined,
    visitante: mundo.visita,
    'otra persona': ajena.token,
    'delegada sin alcance': delegada.token,
    'funcionaria sin rol': sinRol,
    'ella misma': duena.token,
  })[q];

const RECORRIDO = recorridoInscripcion({
  codigos: codigosDeUnUso(clavesDe(CLAVE_MAESTRA)),
  claves: clavesDe(CLAVE_MAESTRA),
  registro: { comprobar: async () => ({ tipo: 'no-disponible' }) },
  reloj: relojDelSistema,
  demostracion: true,
  paginaSituacion: (b) => b,
});
/** A step is refused for what is written before it is for whose it is: here it is well written. */
function ejemploDe(r: Ruta): object {
  const paso = RECORRIDO.pasos.find((p) => r.camino.endsWith(`/pasos/${p.slug}`));
  const ejemplos =
    typeof paso?.ejemplos === 'function' ? paso.ejemplos({ respuestas: {}, hechos: {} }) : paso?.ejemplos;
  return ejemplos?.[0]?.escrito ?? {};
}

const CLAVES = clavesDe(CLAVE_MAESTRA);
let direccion = 0;
async function pedir(r: Ruta, quien: Quien, en = o) {
  const token = tokenDe(quien);
  const csrf = token ? tokenCsrf(CLAVES, token) : '';
  return en.oficina.servidor.inject({
    method: r.metodo,
    url: mundo.caminoDe(r),
    remoteAddress:
      r.nombre === 'plataforma.metricas'
        ? '127.0.0.1'
        : `10.9.${Math.floor(direccion / 250)}.${direccion++ % 250}`,
    headers: {
      'sec-fetch-site': 'same-origin',
      ...(token &&
        (r.api ? { authorization: `Bearer ${token}` } : { cookie: `sesion=${token}; prueba=${PRUEBA}` })),
      ...(r.metodo !== 'GET' && {
        'content-type': r.api ? 'application/json' : 'application/x-www-form-urlencoded',
      }),
    },
    ...(r.metodo !== 'GET' && { payload: r.api ? JSON.stringify(ejemploDe(r)) : `_csrf=${csrf}` }),
  });
}

type Fallo = 'pasa' | 'a entrar' | 'sin sesión' | 'no existe' | 'sin permiso';
function falloDe(estado: number, destino: string | undefined): Fallo {
  if (estado === 401) return 'sin sesión';
  if (estado === 404) return 'no existe';
  if (estado === 403) return 'sin permiso';
  if (
    estado === 303 &&
    (destino === '/entrar' || destino === '/mesa/entrar' || destino?.startsWith('/rut/inscripcion/retomar'))
  )
    return 'a entrar';
  return 'pasa';
}

/** What each access promises. A draft is of the session that opened it: to others it does not exist. */
function debido(r: Ruta, quien: Quien): Fallo {
  if (r.acceso === 'publico') return 'pasa';
  const sinSesion = r.api ? 'sin sesión' : 'a entrar';
  if (quien === 'nadie') return sinSesion;
  if (r.acceso === 'visitante') return r.camino.includes(':borrador') ? 'no existe' : 'pasa';
  if (quien === 'visitante') return sinSesion;
  if (r.acceso === 'cuenta') return 'pasa';
  const esFuncionaria = quien === 'funcionaria sin rol';
  if (esFuncionaria !== (r.acceso === 'funcionario')) return sinSesion;
  if (esFuncionaria) return r.roles?.length ? 'sin permiso' : 'pasa';
  if (r.acceso === 'persona' || quien === 'ella misma') return 'pasa';
  if (quien === 'otra persona') return 'no existe';
  const ambito = r.ambito ?? (r.metodo === 'GET' ? 'consultar' : 'firmar');
  return ambito === 'consultar' ? 'pasa' : 'sin permiso';
}

/** What each capability says of the officials who may do each thing. */
const POLITICAS: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  cuentas: CON_LOS_FUNCIONARIOS,
  tramites: EN_LA_MESA,
  'tramites-rut': SOBRE_UN_RUT,
  obligaciones: { ...SOBRE_EL_RECAUDO, ...SOBRE_LO_QUE_SE_DEBE, ...EN_LA_MESA_DE_OBLIGACIONES },
  facturas: SOBRE_FACTURAS,
  terceros: SOBRE_LOS_RECLAMOS,
  operacion: OPERAR,
};
const LEY = Object.entries(POLITICAS).flatMap(([sala, cosas]) =>
  Object.entries(cosas).map(([cosa, roles]) => `${sala}, ${cosa}: ${roles.join(', ')}`),
);

describe('matriz de rutas', () => {
  it('de lo de los funcionarios, quién puede qué', () => {
    expect(LEY).toEqual([
      'cuentas, ver: supervisor, operador, auditor',
      'cuentas, cambiar: supervisor, operador',
      'tramites, mirar: mesa-rut, devoluciones, obligaciones, pqsrd, video, supervisor',
      'tramites, tomar: mesa-rut, devoluciones, obligaciones, pqsrd, video',
      'tramites, asignar: supervisor',
      'tramites, verCargas: supervisor, auditor',
      'tramites-rut, atender: mesa-rut, video',
      'tramites-rut, presentarSolicitud: mesa-rut',
      'tramites-rut, actuarDeOficio: mesa-rut',
      'obligaciones, recaudar: operador, obligaciones',
      'obligaciones, identificar: obligaciones',
      'obligaciones, mirar: obligaciones, supervisor',
      'obligaciones, cambiar: obligaciones',
      'obligaciones, atender: obligaciones',
      'facturas, entregar: operador',
      'terceros, mirar: pqsrd, supervisor',
      'terceros, recordar: pqsrd',
      'operacion, operar: operador',
    ]);
  });

  it('una ruta de funcionarios pide los roles que dice la política de su capacidad, o ninguno', () => {
    const mal = o.oficina.rutas.flatMap((r) => {
      if (!r.roles?.length) return [];
      const sala = Object.entries(POLITICAS[r.nombre.split('.')[0] ?? ''] ?? {});
      return sala.some(([, roles]) => roles === r.roles) ? [] : [`${r.nombre}: ${r.roles.join(', ')}`];
    });
    expect(mal).toEqual([]);
  });

  it('toda ruta declara su acceso, y su nombre es de una sala y no se repite', () => {
    const { rutas } = o.oficina;
    expect(rutas.length).toBeGreaterThan(40);
    expect(new Set(rutas.map((r) => r.nombre)).size).toBe(rutas.length);
    expect(new Set(rutas.map((r) => `${r.metodo} ${r.camino}`)).size).toBe(rutas.length);
    for (const r of rutas) {
      expect(['publico', 'visitante', 'cuenta', 'persona', 'titular', 'funcionario']).toContain(r.acceso);
      // What was typed comes back to the same path: somebody must be there to show it.
      if (r.reciente && !r.api)
        expect(
          rutas.some((g) => g.metodo === 'GET' && g.camino === r.camino),
          r.nombre,
        ).toBe(true);
      expect(r.nombre).toMatch(/^[a-z-]+(\.[a-z0-9-]+)+$/);
      if (r.api) expect(r.camino, r.nombre).toMatch(/^\/api\/v1\//);
      expect(/\/de\/:titular/.test(r.camino), `${r.nombre}: acting for somebody is in the path`).toBe(
        r.acceso === 'titular',
      );
    }
  });

  it('ninguna ruta lleva un secreto en su dirección: solo nombres de cosas, que por sí solos no abren nada', () => {
    const nombres = o.oficina.rutas.flatMap((r) =>
      [...r.camino.matchAll(/:(\w+)/g)].map(([, nombre = '']) => nombre),
    );
    const comodines = o.oficina.rutas.filter((r) => r.camino.includes('*')).map((r) => r.nombre);
    expect([...new Set(nombres)].filter((n) => !DE_COSAS.has(n))).toEqual([]);
    // Of those the rest of the address is not read.
    expect(comodines).toEqual(['cuentas.deshacer-de-antes', 'cuentas.ver-invitacion-de-antes']);
  });

  it.each(QUIENES)('como %s, cada ruta deja pasar o no según dice', async (quien) => {
    const mal: string[] = [];
    // Signing out is in the table too.
    const rutas = [...o.oficina.rutas].filter(
      (r) =>
        !/salir$|cerrar-sesiones$/.test(r.nombre) &&
        !(
          quien === 'ella misma' &&
          /(quitar-documento|borrar-solicitud|declaraciones\.descartar|descartar-entrega)$/.test(r.nombre)
        ),
    );
    for (const r of rutas) {
      const { statusCode, headers } = await pedir(r, quien);
      const fallo = falloDe(statusCode, headers.location);
      const esperado = debido(r, quien);
      // What a public form answers to an empty one (404 of a look-up, 422) is its own business.
      const bien =
        esperado === 'pasa'
          ? statusCode < 500 && (r.acceso === 'publico' || fallo === 'pasa')
          : fallo === esperado;
      if (!bien)
        mal.push(
          `${r.metodo} ${r.camino} (${r.acceso}): ${statusCode} ${headers.location ?? ''}; debía: ${esperado}`,
        );
    }
    expect(mal).toEqual([]);
  });

  it('con la política apagada la base rechaza igual: por la dueña no actúa nadie sin título, ni sin rol se ve a otros', async () => {
    const [{ id } = { id: '' }] = await o.consultar<{ id: string }>(
      'select id from rut.titular where id_publico = $1',
      [duena.titular],
    );
    const abierta = await abrirOficina({}, o.base, {
      otrasSalas: [salaDePrueba(tipoDePrueba())],
      puertas: {
        titular: async () => ({ titular: id, ambito: 'firmar' }),
        tieneRol: async () => true,
        politica: () => true,
      },
    });
    const cuantas = () => o.consultar('select 1 from cuentas.funcionario where retirado_en is null');
    const antes = (await cuantas()).length;
    try {
      const mal: string[] = [];
      for (const r of o.oficina.rutas.filter((x) => x.acceso === 'titular'))
        for (const quien of ['otra persona', 'delegada sin alcance'] as const) {
          const { statusCode } = await pedir(r, quien, abierta);
          if (statusCode !== 403) mal.push(`${quien}: ${r.metodo} ${r.camino}: ${statusCode}`);
        }
      for (const r of o.oficina.rutas.filter((x) => x.acceso === 'funcionario' && x.roles)) {
        const { statusCode, body } = await pedir(r, 'funcionaria sin rol', abierta);
        if (statusCode >= 500 || body.includes('otra-funcionaria'))
          mal.push(`${r.metodo} ${r.camino}: ${statusCode}`);
      }
      expect(mal).toEqual([]);
      expect(await cuantas()).toHaveLength(antes);
    } finally {
      await abierta.oficina.cerrar();
    }
  });

  it('y con la base como segunda puerta: por las rutas de una persona, otra no alcanza ninguna fila suya', async () => {
    const tablas = await o.consultar<{ tabla: string; columna: string }>(
      `select n.nspname || '.' || c.relname as tabla, a.attname as columna
       from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
       where c.relkind in ('r', 'p', 'v') and not c.relispartition and a.attname in ('titular_id', 'persona_id')
         and n.nspname !~ '^pg_' and has_table_privilege('autogestion_app', c.oid, 'select') order by 1`,
    );
    expect(tablas.length).toBeGreaterThan(6);
    const [suya] = await o.consultar<{ id: string }>('select id from rut.titular where id_publico = $1', [
      ajena.titular,
    ]);
    const [de] = await o.consultar<{ id: string }>('select id from rut.titular where id_publico = $1', [
      duena.titular,
    ]);
    const actor = { tipo: 'persona', persona: suya?.id ?? '', sesion: uuidv7(o.reloj.ahora()) } as const;
    for (const { tabla, columna } of tablas) {
      const n = await o.oficina.enTransaccion(actor, async (trx) => {
        const { rows } = await sql<{ n: number }>`select count(*)::int as n from ${sql.raw(tabla)}
          where ${sql.raw(columna)} = ${de?.id}`.execute(trx.bd);
        return rows[0]?.n;
      });
      expect(n, tabla).toBe(0);
    }
  });

  it('la copia de otra persona no se alcanza desde la dirección propia', async () => {
    const api = o.api();
    api.token = ajena.token;
    expect((await api.pedir('GET', `/de/${ajena.titular}/rut/copias/${duena.copia}`)).estado).toBe(404);
    expect((await api.pedir('GET', `/de/${ajena.titular}/rut/copias/${ajena.copia}`)).estado).toBe(200);
  });

  it('una sesión cerrada no abre ninguna ruta que la pida', async () => {
    await o.consultar('update plataforma.sesion set cerrada_en = $1', [o.reloj.ahora()]);
    for (const r of o.oficina.rutas.filter((x) => x.acceso !== 'publico')) {
      const { statusCode, headers } = await pedir(r, 'ella misma');
      expect(falloDe(statusCode, headers.location), r.camino).toBe(r.api ? 'sin sesión' : 'a entrar');
    }
  });
});
