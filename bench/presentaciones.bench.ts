/** Returns filed a second: read again, signed, written, posted and numbered, committed; and the rate of the season. */
import { NADIE_REPORTA } from '@autogestion/normas/formularios/210';
import { abrirClavePersona, crearClavePersona } from '@autogestion/documentos';
import { abrirBorrador, guardarCambios } from '../packages/portal/src/declaraciones/borrador/index.ts';
import { INGRESOS_QUE_FALTAN } from '../packages/portal/src/declaraciones/prellenado/index.ts';
import { TIPO_PRESENTAR } from '../packages/portal/src/declaraciones/presentar/index.ts';
import {
  loQueSeFirma,
  presentarDeclaracion,
} from '../packages/portal/src/declaraciones/presentar/presentar-declaracion.ts';
import { presentarActo } from '../packages/portal/src/firma/firmar-acto.ts';
import type { Transaccion } from '../packages/portal/src/plataforma/index.ts';
import { comparar } from './apoyo/comparar.ts';
import { enEscena } from './apoyo/escena.ts';
import { aLaVez, percentil } from './apoyo/estadistica.ts';
import {
  APERTURA,
  claveDe,
  firmanteNuevo,
  firmarComo,
  firmaSuelta,
  LLAVE_DE_LA_MESA,
  mesaDeFirma,
  type FirmanteDePrueba,
  type Mesa,
} from './apoyo/firmantes.ts';
import { enJson, mostrar, nota, RAPIDA, titulo } from './apoyo/informe.ts';
import { abrirPortal } from './apoyo/portal.ts';
import { aRitmo } from './apoyo/ritmo.ts';
import { enviar, sentenciasDe, type Sentencia } from './apoyo/sentencias.ts';

const A_LA_VEZ = 4;
const POR_TURNO = RAPIDA ? 2 : 24;
const TURNOS = { turnos: RAPIDA ? 2 : 6, limiteMs: 60_000 };
/**
 * What the season asks for at its most, and for how long it is asked here. With `BENCH_SELLOS` an office in a process of its
 * own works meanwhile with so many jobs at a time: it prints, seals and sends what is filed.
 */
const RITMO = {
  porSegundo: Number(process.env.BENCH_RITMO ?? 35),
  segundos: RAPIDA ? 0 : Number(process.env.BENCH_SEGUNDOS ?? 60),
  sellos: Number(process.env.BENCH_SELLOS ?? 0),
};
const ANIO = 2025;

/** As many boxes as a return has, of nobody. */
const ACTO_DE_REFERENCIA = {
  tipo: 'declaraciones.presentar',
  radicado: '2026DR000000001',
  acto: {
    casillas: Object.fromEntries(Array.from({ length: 40 }, (_, i) => [String(29 + i), 1_000_000 * i])),
  },
  mostrado: '0'.repeat(64),
};

const SELLADOS = 'select count(*)::int as n from sello.sellado';

type Obra = (trx: Transaccion) => Promise<void>;

const AQUI = { pid: process.pid };

await enEscena(async (base, abrir) => {
  const mesa = await mesaDeFirma(base, [TIPO_PRESENTAR]);
  let personas = 0;
  /** As many filings as are asked for, each of somebody else, with its key already asked for. */
  async function preparadas(cuantas: number): Promise<{ f: FirmanteDePrueba; obra: Obra }[]> {
    const turnos = Array.from({ length: cuantas }, () => personas++);
    const gente: FirmanteDePrueba[] = [];
    await aLaVez(turnos, A_LA_VEZ, async (n) => gente.push(await firmanteNuevo(mesa, n)));
    // Between two keys to the same address a minute must pass.
    mesa.reloj.avanzar(61_000);
    const listas: { f: FirmanteDePrueba; obra: Obra }[] = [];
    await aLaVez(gente, A_LA_VEZ, async (f) => listas.push({ f, obra: await unaPresentacion(mesa, f) }));
    return listas;
  }

  titulo(
    `Declaraciones por segundo, ${A_LA_VEZ} a la vez: leída otra vez, firmada, escrita, asentada y con su número, confirmadas`,
    'abrir la clave con la contraseña, firmar lo mismo y enviar las mismas sentencias, con nada más',
  );
  const suelta = await firmaSuelta(mesa, ACTO_DE_REFERENCIA);
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
            await enviar(mesa.pool, sentencias);
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
    if (RITMO.sellos > 0)
      await abrir(
        abrirPortal(base, { trabajadores: RITMO.sellos, llave: LLAVE_DE_LA_MESA.toString('base64') }),
      );
    const sellados = () => base.sql<{ n: number }>(SELLADOS).then(([f]) => f?.n ?? 0);
    const antes = await sellados();
    const tiempos = await aRitmo(RITMO.porSegundo, cuantas, (n) => {
      const una = listas[n];
      return una ? mesa.enTransaccion(una.f.actor, una.obra) : Promise.resolve();
    });
    const orden = tiempos.toSorted((a, b) => a - b);
    p95 = percentil(orden, 0.95);
    nota(`documentos sellados mientras tanto: ${(await sellados()) - antes}`);
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
  await mesa.cerrar();
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
    const firmado = await firmarComo(trx, m, f, { tipo, acto, mostrado, codigo });
    await presentarDeclaracion(trx, { borrador, acto: firmado });
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
