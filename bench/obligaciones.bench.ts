/** The statement of an usual taxpayer and of one with 10 000 entries, posting to many and to one, and growth. */
import { fecha } from '../packages/normas/src/fechas/index.ts';
import { sql } from 'kysely';
import { leerCuenta } from '../packages/portal/src/obligaciones/estado/cuenta.ts';
import { asentar, pago } from '../packages/portal/src/obligaciones/libro/index.ts';
import {
  abrirPool,
  cerrarPool,
  llamada,
  poolDe,
  relojDelSistema,
  ROL_APLICACION,
  transacciones,
  uuidv7,
  type Actor,
} from '../packages/portal/src/plataforma/index.ts';
import { DECLARACIONES, sembrarDeudas, sembrarPagos, titularNumero } from './apoyo/deudas.ts';
import { enEscena } from './apoyo/escena.ts';
import { aLaVez, Medida, type Resumen } from './apoyo/estadistica.ts';
import { enJson, nota, RAPIDA } from './apoyo/informe.ts';
import { aRitmo } from './apoyo/ritmo.ts';

const TAMANOS = RAPIDA
  ? [500, 1_000]
  : (process.env.BENCH_CONTRIBUYENTES ?? '10000,100000,1000000').split(',').map(Number);
const ASIENTOS_DE_UNO = RAPIDA ? 500 : 10_000;
const SEGUNDOS = RAPIDA ? 1 : 15;
/** Statements offered a second: of usual taxpayers, and of the one with many entries. */
const OFRECIDAS = { usual: 20, muchos: 4 } as const;
const CONTRIBUYENTES = 200;
const PAGOS_POR_TURNO = RAPIDA ? 100 : 1_000;
const TURNOS = RAPIDA ? 1 : 5;
const A_LA_VEZ = 16;

interface Explicado {
  'QUERY PLAN': [{ Plan: { 'Shared Hit Blocks': number; 'Shared Read Blocks': number } }];
}

await enEscena(async (base) => {
  const pool = abrirPool({ url: base.urlAplicacion, maximo: 20, rol: ROL_APLICACION, nombre: 'medicion' });
  const poolDueno = poolDe({ connectionString: base.urlPropietario, max: A_LA_VEZ });
  const app = transacciones(pool, relojDelSistema);
  const dueno = transacciones(poolDueno, relojDelSistema);
  const persona = (n: number): Actor => ({
    tipo: 'persona',
    persona: titularNumero(n),
    sesion: uuidv7(new Date()),
  });
  const leer = (n: number) => app(persona(n), (trx) => leerCuenta(trx));
  const SISTEMA: Actor = { tipo: 'sistema', trabajo: 'medicion' };

  /** Blocks of the database that reading a ledger touches: what the machine's other work does not change. */
  const bloques = (n: number) =>
    app(persona(n), async (trx) => {
      const plan = () =>
        sql<Explicado>`explain (analyze, buffers, format json)
          select * from ${llamada('obligaciones.mi_libro', { corte: 2n ** 60n })}`.execute(trx.bd);
      await plan();
      const nodo = (await plan()).rows[0]?.['QUERY PLAN'][0].Plan;
      return (nodo?.['Shared Hit Blocks'] ?? NaN) + (nodo?.['Shared Read Blocks'] ?? NaN);
    });

  const rondas: { contribuyentes: number; bloques: number; usual: Resumen }[] = [];
  let sembrados = 1;
  for (const contribuyentes of TAMANOS) {
    await sembrarDeudas(base, sembrados, contribuyentes + 1);
    sembrados = contribuyentes + 1;
    await base.asentar();
    const alguno = (n: number) => 1 + ((n * 7919) % contribuyentes);
    await aLaVez([...Array(50).keys()], 4, (n) => leer(alguno(n)));
    const usual = await ofrecer(OFRECIDAS.usual, (n) => leer(alguno(n)));
    rondas.push({ contribuyentes, bloques: await bloques(alguno(7)), usual });
    nota(
      `${contribuyentes} contribuyentes: estado usual (${2 * DECLARACIONES} asientos) ${cifras(usual)}; ${rondas.at(-1)?.bloques ?? NaN} bloques`,
    );
  }

  const conMuchos = 1;
  await sembrarPagos(base, titularNumero(conMuchos), ASIENTOS_DE_UNO);
  for (let i = 0; i < 3; i++) await leer(conMuchos);
  const muchos = await ofrecer(OFRECIDAS.muchos, () => leer(conMuchos));
  nota(`estado con ${ASIENTOS_DE_UNO} asientos: ${cifras(muchos)}`);

  const obligaciones = await base.sql<{ id: string }>(
    `select distinct on (titular_id) id from obligaciones.obligacion where titular_id <> $1 order by titular_id, anio limit ${CONTRIBUYENTES}`,
    [titularNumero(conMuchos)],
  );
  const dia = fecha('2026-01-15');
  let hechos = 0;
  const de = (n: number) => obligaciones[n % obligaciones.length]?.id ?? '';
  const porElLibro = (cual: (n: number) => string) => (n: number) =>
    dueno(SISTEMA, (trx) =>
      asentar(trx, {
        clase: 'pago',
        origen: `medicion:${(hechos += 1)}`,
        asientos: [pago(cual(n), 1_000n, dia)],
      }),
    );
  /** The same statements, sent by a loop that does nothing else. */
  const aSecas = (cual: (n: number) => string) => async (n: number) => {
    const conexion = await poolDueno.connect();
    try {
      await conexion.query(
        `begin; select set_config('app.persona', '', true), set_config('app.funcionario', '', true),
           set_config('app.sesion', '', true), set_config('app.titular', '', true), set_config('app.ambito', '', true)`,
      );
      await conexion.query('select obligaciones.asentar($1, $2, $3, $4, $5, $6)', [
        'pago',
        `medicion:${(hechos += 1)}`,
        '{}',
        'sistema:medicion',
        new Date(),
        JSON.stringify([{ debe: 'recaudo', haber_de: cual(n), haber: 'pagos', valor: '1000', efecto: dia }]),
      ]);
      await conexion.query('select; commit');
    } finally {
      conexion.release();
    }
  };
  const lados = {
    varios: porElLibro(de),
    uno: porElLibro(() => de(0)),
    'a secas': aSecas(de),
  };
  const ritmos = await porTurnos(lados);
  const razones = {
    unoSobreVarios: ritmos.uno / ritmos.varios,
    variosSobreASecas: ritmos.varios / ritmos['a secas'],
  };
  nota(
    `asentar, ${A_LA_VEZ} a la vez: a ${CONTRIBUYENTES} contribuyentes ${ritmos.varios.toFixed(0)}/s, a uno ${ritmos.uno.toFixed(0)}/s (razón ${razones.unoSobreVarios.toFixed(2)}); el mismo SQL a secas ${ritmos['a secas'].toFixed(0)}/s (razón ${razones.variosSobreASecas.toFixed(2)})`,
  );
  enJson('obligaciones', { rondas, asientosDeUno: ASIENTOS_DE_UNO, muchos, ritmos, razones });
  await Promise.all([pool, poolDueno].map(cerrarPool));
});

async function ofrecer(porSegundo: number, hacer: (n: number) => Promise<unknown>): Promise<Resumen> {
  const medida = new Medida();
  const [inicio, antes] = [performance.now(), process.cpuUsage()];
  const tiempos = await aRitmo(porSegundo, porSegundo * SEGUNDOS, hacer);
  const { user, system } = process.cpuUsage(antes);
  medida.turno(tiempos.length, performance.now() - inicio, (user + system) / 1_000);
  medida.ofrecidas(tiempos);
  return medida.resumen();
}

/** Sides in turns that alternate; the first turn of each warms up. @returns the median rate of each */
async function porTurnos<L extends string>(
  lados: Readonly<Record<L, (n: number) => Promise<unknown>>>,
): Promise<Record<L, number>> {
  const nombres = Object.keys(lados) as L[];
  const medidos = new Map(nombres.map((l) => [l, [] as number[]]));
  for (let turno = 0; turno <= TURNOS; turno++)
    for (const lado of turno % 2 === 0 ? nombres : nombres.toReversed()) {
      const { ms } = await aLaVez([...Array(PAGOS_POR_TURNO).keys()], A_LA_VEZ, lados[lado]);
      if (turno > 0) medidos.get(lado)?.push((PAGOS_POR_TURNO * 1_000) / ms);
    }
  const mediana = (v: number[]) => v.toSorted((a, b) => a - b)[Math.floor(v.length / 2)] ?? NaN;
  return Object.fromEntries(nombres.map((l) => [l, mediana(medidos.get(l) ?? [])])) as Record<L, number>;
}

function cifras({ porSegundo, p50, p95, cpu }: Resumen): string {
  return `${porSegundo.toFixed(0)}/s, p50 ${p50?.toFixed(1) ?? '—'} ms, p95 ${p95?.toFixed(1) ?? '—'} ms, ${cpu?.toFixed(1) ?? '—'} ms de procesador`;
}
