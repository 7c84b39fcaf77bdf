/** Returns filed a second: read again, signed, written, posted and numbered, committed; and the rate of the season. */
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { NADIE_REPORTA } from '@autogestion/normas/formularios/210';
import {
  abrirClavePersona,
  crearClavePersona,
  emitirCertificadoPersona,
  firmarActoConClave,
} from '@autogestion/documentos';
import { llavesDeAcceso } from '../packages/portal/src/cuentas/index.ts';
import { abrirBorrador, guardarCambios } from '../packages/portal/src/declaraciones/borrador/index.ts';
import { INGRESOS_QUE_FALTAN } from '../packages/portal/src/declaraciones/prellenado/index.ts';
import { TIPO_PRESENTAR } from '../packages/portal/src/declaraciones/presentar/index.ts';
import {
  loQueSeFirma,
  presentarDeclaracion,
} from '../packages/portal/src/declaraciones/presentar/presentar-declaracion.ts';
import { ACTOS_PROPIOS } from '../packages/portal/src/firma/actos-propios.ts';
import { firmarActo, presentarActo } from '../packages/portal/src/firma/firmar-acto.ts';
import { TIPOS_DE_ACTO } from '../packages/portal/src/firma/index.ts';
import {
  abrirCasa,
  abrirPool,
  cerrarPool,
  clavesDe,
  codigosDeUnUso,
  crearRegistro,
  relojFijo,
  ROL_APLICACION,
  transacciones,
  type Transaccion,
} from '../packages/portal/src/plataforma/index.ts';
import { abrirAutoridad } from '../packages/portal/src/sello/index.ts';
import { comparar } from './apoyo/comparar.ts';
import { enEscena } from './apoyo/escena.ts';
import { aLaVez, percentil } from './apoyo/estadistica.ts';
import { claveDe, CONTRASENA, firmanteNuevo, type FirmanteDePrueba, type Mesa } from './apoyo/firmantes.ts';
import { enJson, mostrar, nota, RAPIDA, titulo } from './apoyo/informe.ts';
import { aRitmo } from './apoyo/ritmo.ts';
import { enviar, sentenciasDe, type Sentencia } from './apoyo/sentencias.ts';

const A_LA_VEZ = 4;
const POR_TURNO = RAPIDA ? 2 : 24;
const TURNOS = { turnos: RAPIDA ? 2 : 6, limiteMs: 60_000 };
/** What the season asks for at its most, and for how long it is asked here. */
const RITMO = { porSegundo: Number(process.env.BENCH_RITMO ?? 35), segundos: RAPIDA ? 0 : 60 };
const ANIO = 2025;
type Obra = (trx: Transaccion) => Promise<void>;

const AQUI = { pid: process.pid };
const URL = 'https://medicion.example';
const APERTURA = { contrasena: CONTRASENA, pimienta: new Uint8Array(32), contexto: 'medicion' };

await enEscena(async (base) => {
  const reloj = relojFijo(new Date());
  const claves = clavesDe(Buffer.alloc(32, 7));
  const pool = abrirPool({ url: base.urlAplicacion, maximo: 16, rol: ROL_APLICACION, nombre: 'medicion' });
  const dueno = abrirPool({ url: base.urlPropietario, maximo: 4, nombre: 'medicion' });
  const comoPropietario = transacciones(dueno, reloj);
  const autoridad = await comoPropietario({ tipo: 'sistema', trabajo: 'medicion' }, (trx) =>
    abrirAutoridad(trx, {
      claves,
      reloj,
      registro: crearRegistro('silent'),
      directorioPublico: join(base.directorio, 'publico'),
    }),
  );
  const casa = abrirCasa([
    { nombre: 'firma', recibe: [TIPOS_DE_ACTO], tipos: TIPOS_DE_ACTO.de(...ACTOS_PROPIOS, TIPO_PRESENTAR) },
  ]);
  const mesa: Mesa = {
    base,
    enTransaccion: transacciones(pool, reloj, () => casa),
    comoPropietario,
    reloj,
    firma: {
      autoridad,
      claves,
      codigos: codigosDeUnUso(claves),
      llaves: llavesDeAcceso({ urlPublica: URL }),
      urlPublica: URL,
      demostracion: true,
    },
  };
  let personas = 0;
  /** As many filings as are asked for, each of somebody else, with its key already asked for. */
  async function preparadas(cuantas: number): Promise<{ f: FirmanteDePrueba; obra: Obra }[]> {
    const gente: FirmanteDePrueba[] = [];
    while (gente.length < cuantas) gente.push(await firmanteNuevo(mesa, personas++));
    // Between two keys to the same address a minute must pass.
    reloj.avanzar(61_000);
    const listas = [];
    for (const f of gente) listas.push({ f, obra: await unaPresentacion(mesa, f) });
    return listas;
  }

  titulo(
    `Declaraciones por segundo, ${A_LA_VEZ} a la vez: leída otra vez, firmada, escrita, asentada y con su número, confirmadas`,
    'abrir la clave con la contraseña, firmar lo mismo y enviar las mismas sentencias, con nada más',
  );
  const suelta = await firmaSuelta(mesa);
  const turnos = TURNOS.turnos + 1;
  const delPortal = await preparadas(turnos * POR_TURNO);
  const grabadas: Sentencia[][] = [];
  for (const { f, obra } of await preparadas(turnos * POR_TURNO))
    grabadas.push(await sentenciasDe(mesa, f, obra));
  const tramo = <T>(todas: readonly T[], n: number) => todas.slice(n * POR_TURNO, (n + 1) * POR_TURNO);
  const presentaciones = await comparar(
    {
      portal: {
        servidor: AQUI,
        turno: (n) =>
          aLaVez(tramo(delPortal, n), A_LA_VEZ, ({ f, obra }) => mesa.enTransaccion(f.actor, obra)),
      },
      referencia: {
        servidor: AQUI,
        turno: (n) =>
          aLaVez(tramo(grabadas, n), A_LA_VEZ, async (sentencias) => {
            await suelta();
            await enviar(pool, sentencias);
          }),
      },
    },
    TURNOS,
  );
  mostrar('presentar', presentaciones);
  const argon = await soloArgon();
  nota(`abrir la clave (argon2id): ${argon.toFixed(1)} ms de procesador de cada presentación`);
  nota(`sentencias de una presentación: ${grabadas[0]?.length ?? 0}`);

  const cuantas = RITMO.porSegundo * RITMO.segundos;
  let p95: number | undefined;
  if (cuantas > 0) {
    const listas = await preparadas(cuantas);
    const tiempos = await aRitmo(RITMO.porSegundo, cuantas, (n) => {
      const una = listas[n];
      return una ? mesa.enTransaccion(una.f.actor, una.obra) : Promise.resolve();
    });
    const orden = tiempos.toSorted((a, b) => a - b);
    p95 = percentil(orden, 0.95);
    nota(
      `a ${RITMO.porSegundo} por segundo durante ${RITMO.segundos} s: p50 ${percentil(orden, 0.5).toFixed(0)} ms, p95 ${p95.toFixed(0)} ms desde que cada una debía empezar`,
    );
  }
  const [cuenta] = await base.sql<{ firmadas: number; presentadas: number }>(
    `select (select count(*) from firma.acto where tipo = 'declaraciones.presentar')::int as firmadas,
       (select count(*) from declaraciones.declaracion)::int as presentadas`,
  );
  if (!cuenta || cuenta.firmadas !== cuenta.presentadas)
    throw new Error(`Not the same: ${JSON.stringify(cuenta)}`);
  enJson('presentaciones', { presentaciones, argon, ritmo: { ...RITMO, p95 } });
  await Promise.all([pool, dueno].map(cerrarPool));
});

/** A return of a salary that squares, ready to be signed: what is left is what happens when the button is pressed. */
async function unaPresentacion(m: Mesa, f: FirmanteDePrueba): Promise<Obra> {
  const borrador = await m.enTransaccion(f.actor, async (trx) => {
    const { idPublico } = await abrirBorrador(trx, { formulario: '210', anio: ANIO, periodo: 'anual' });
    await guardarCambios(trx, {
      idPublico,
      desde: 0,
      cambios: {
        'casilla:32': 120_000_000,
        'casilla:33': 9_600_000,
        'casilla:36': 27_600_000,
        [INGRESOS_QUE_FALTAN]: [],
        ...Object.fromEntries(NADIE_REPORTA.map((t) => [`tema:${t}`, { aplica: false }])),
      },
    });
    return idPublico;
  });
  const { mostrado } = await m.enTransaccion(f.actor, async (trx) => {
    const { tipo, acto } = await loQueSeFirma(trx, borrador);
    return presentarActo(trx, tipo, acto);
  });
  const codigo = await claveDe(m, f, mostrado);
  return async (trx) => {
    const { tipo, acto } = await loQueSeFirma(trx, borrador);
    const r = await firmarActo(trx, m.firma, {
      tipo,
      titular: f.persona,
      acto,
      mostrado,
      contrasena: CONTRASENA,
      factor: { tipo: 'clave-dinamica', codigo },
      sesion: f.sesion,
      clave: randomUUID(),
    });
    if (!r.ok) throw new Error(r.mensaje);
    await presentarDeclaracion(trx, { borrador, acto: r.acto });
  };
}

/** Opening a key with its password and signing as much, with nothing of the office. */
async function firmaSuelta({ firma }: Mesa): Promise<() => Promise<void>> {
  const { material } = firma.autoridad;
  const { publica, sobre } = await crearClavePersona(APERTURA);
  const desde = new Date();
  const persona = { nit: '1990600000', nombre: 'MEDIDA FICTICIA PERSONA' };
  const { pem } = await emitirCertificadoPersona(material, {
    persona: { nit: persona.nit, apellidos: 'Medida Ficticia', nombres: 'Persona' },
    publica,
    desde,
    hasta: new Date(desde.getTime() + 86_400_000),
    urlLista: `${URL}/firma/revocados.crl`,
    urlPolitica: `${URL}/firma/politica`,
    demostracion: true,
  });
  const acto = Object.fromEntries(Array.from({ length: 40 }, (_, i) => [String(29 + i), 1_000_000 * i]));
  return async () => {
    const clave = await abrirClavePersona(sobre, APERTURA);
    if (!clave) throw new Error('The password does not open the key');
    await firmarActoConClave(
      {
        version: 1,
        tipo: 'declaraciones.presentar',
        radicado: '2026DR000000001',
        firmante: persona,
        titular: persona,
        firmadoEn: new Date().toISOString(),
        acto: { casillas: acto },
        mostrado: '0'.repeat(64),
      },
      { clave, certificado: pem, material },
    );
  };
}

/** Milliseconds of processor of opening one key, threads of the library included: the least of some. */
async function soloArgon(): Promise<number> {
  const { sobre } = await crearClavePersona(APERTURA);
  const medidas = [];
  for (let i = 0; i < (RAPIDA ? 2 : 20); i++) {
    const antes = process.cpuUsage();
    await abrirClavePersona(sobre, APERTURA);
    const { user, system } = process.cpuUsage(antes);
    medidas.push((user + system) / 1000);
  }
  return Math.min(...medidas);
}
