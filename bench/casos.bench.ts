/** Queue reads of 500 officials and 50 decisions a second, against 10 000, 100 000 and 1 000 000 cases. */
import { sql, type RawBuilder } from 'kysely';
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
import { decidirCaso } from '../packages/portal/src/tramites/decidir-caso.ts';
import { leerCola } from '../packages/portal/src/tramites/mesa/cola.ts';
import { tomarSiguiente } from '../packages/portal/src/tramites/repartir-casos.ts';
import {
  casaDeMedicion,
  FUNCIONARIOS,
  sembrarCasos,
  sembrarFuncionarios,
  sembrarTitulares,
} from './apoyo/casos.ts';
import { enEscena } from './apoyo/escena.ts';
import { aLaVez, Medida, type Resumen } from './apoyo/estadistica.ts';
import { enJson, nota, RAPIDA } from './apoyo/informe.ts';
import { abrirPortal } from './apoyo/portal.ts';
import { aRitmo } from './apoyo/ritmo.ts';
import { caminarHastaElFinal, cargarIdentidades, terminar } from './apoyo/viaje.ts';

const TAMANOS = RAPIDA ? [1_000, 2_000] : [10_000, 100_000, 1_000_000];
const DECISIONES_POR_SEGUNDO = 50;
/** Each official looks at the queue so often: 100 a second in all. */
const SEGUNDOS_ENTRE_LECTURAS = 5;
const SEGUNDOS = RAPIDA ? 1 : 15;
const LECTORES_A_LA_VEZ = 8;

interface Explicado {
  'QUERY PLAN': [{ Plan: { 'Shared Hit Blocks': number; 'Shared Read Blocks': number } }];
}

interface Ronda {
  casos: number;
  /** Blocks touched by one read of the queue, and by finding the next case to take. */
  bloquesDeLectura: number;
  bloquesDeToma: number;
  /** Without pause and without decisions, so many at a time: the most that one process reads. */
  lecturaSeguida: Resumen;
  lectura: Resumen;
  /** Of the database alone: the same rows, asked for by the owner in one statement. */
  lecturaSola: Resumen;
  decision: Resumen;
  /** One event written and its row of the queue taken out, committed: the least that a decision is. */
  decisionSola: Resumen;
}

await enEscena(async (base, abrir) => {
  const casa = casaDeMedicion();
  await cargarIdentidades(base, 0, 1);
  const portal = await abrir(abrirPortal(base, { trabajadores: 0 }));
  await terminar(portal.url, await caminarHastaElFinal(portal.url, base, 0));
  await portal.cerrar();
  const funcionarios = (await sembrarFuncionarios(base)).map((id): Actor => ({
    tipo: 'funcionario',
    funcionario: id,
    sesion: uuidv7(new Date()),
  }));
  await sembrarTitulares(base);
  const pool = abrirPool({ url: base.urlAplicacion, maximo: 20, rol: ROL_APLICACION, nombre: 'medicion' });
  const dueno = poolDe({ connectionString: base.urlPropietario, max: 8 });
  const enTransaccion = transacciones(pool, relojDelSistema, () => casa);

  const leer = (quien: Actor) =>
    enTransaccion(quien, (trx) => leerCola(trx, { rol: 'mesa-rut', de: 'libres' }));
  const leerSolo = () =>
    dueno.query(
      `select * from tramites.pendiente where rol = 'mesa-rut' and asignado_a is null and turno = 'oficina'
       order by vence, caso_id limit 26`,
    );
  const decidir = async (n: number) => {
    const quien = funcionarios[n % funcionarios.length] ?? fallar();
    const caso = await enTransaccion(quien, (trx) => tomarSiguiente(trx, 'mesa-rut'));
    if (!caso) throw new Error('The queue is empty');
    await enTransaccion(quien, (trx) =>
      decidirCaso(trx, {
        radicado: caso.radicado,
        sentido: 'aprobada',
        razones: 'Cumple las condiciones que pide la norma.',
        fundamento: 'DUR 1.6.1.2.31',
        demostracion: true,
      }),
    );
  };
  const decidirSolo = () =>
    dueno.query(
      `with p as (delete from tramites.pendiente where caso_id = (select caso_id from tramites.pendiente
         where rol = 'mesa-rut' and asignado_a is null and turno = 'oficina' order by vence, caso_id limit 1
         for update skip locked) returning caso_id)
       insert into tramites.evento select caso_id, 2, 'decidida', '{}', 'medicion', null, now(), current_date from p`,
    );

  /** Blocks of the database that a statement touches: what the machine's other work does not change. The second time. */
  const bloques = (pregunta: RawBuilder<unknown>) =>
    enTransaccion(funcionarios[0] ?? fallar(), async (trx) => {
      const plan = () =>
        sql<Explicado>`explain (analyze, buffers, format json) select * from ${pregunta}`.execute(trx.bd);
      await plan();
      const nodo = (await plan()).rows[0]?.['QUERY PLAN'][0].Plan ?? fallar();
      return nodo['Shared Hit Blocks'] + nodo['Shared Read Blocks'];
    });
  const cola = () =>
    llamada('tramites.cola', {
      rol: 'mesa-rut',
      tipo: null,
      de: 'libres',
      asignado: null,
      desde: null,
      hasta: null,
      trasVence: null,
      trasCaso: null,
      limite: 26,
    });

  const rondas: Ronda[] = [];
  let sembrados = 0;
  for (const casos of TAMANOS) {
    await sembrarCasos(base, sembrados, casos);
    sembrados = casos;
    // A checkpoint that the seeding started goes on for minutes, and its writing would be measured as growth.
    await base.asentar();
    // Not counted: the first ones warm up the process and the new rows.
    await aLaVez(funcionarios.slice(0, 50), LECTORES_A_LA_VEZ, leer);
    await aLaVez(
      Array.from({ length: 50 }, (_, n) => n),
      LECTORES_A_LA_VEZ,
      decidir,
    );
    const lecturaSeguida = await seguido(funcionarios, leer);
    const [lectura, decision] = await aLaVezQue(funcionarios, leer, decidir);
    const [lecturaSola, decisionSola] = await aLaVezQue(funcionarios, leerSolo, decidirSolo);
    const bloquesDeLectura = await bloques(cola());
    const bloquesDeToma = await bloques(
      llamada('tramites.siguiente', { rol: 'mesa-rut', ahora: new Date() }),
    );
    rondas.push({
      casos,
      bloquesDeLectura,
      bloquesDeToma,
      lecturaSeguida,
      lectura,
      lecturaSola,
      decision,
      decisionSola,
    });
    decir(rondas.at(-1) ?? fallar());
  }
  const [primera, ultima] = [rondas[0] ?? fallar(), rondas.at(-1) ?? fallar()];
  const crece = (de: (r: Ronda) => number | undefined) => (de(ultima) ?? NaN) / (de(primera) ?? NaN);
  nota(
    `de ${primera.casos} a ${ultima.casos} casos: la lectura p50 es ${crece((r) => r.lectura.p50).toFixed(2)} veces y p95 ${crece((r) => r.lectura.p95).toFixed(2)}; la decisión p50 ${crece((r) => r.decision.p50).toFixed(2)} y p95 ${crece((r) => r.decision.p95).toFixed(2)}`,
  );
  enJson('casos', { funcionarios: FUNCIONARIOS, decisionesPorSegundo: DECISIONES_POR_SEGUNDO, rondas });
  await Promise.all([pool, dueno].map(cerrarPool));
});

/** Every official reads once, so many at a time, without pause. */
async function seguido(
  funcionarios: readonly Actor[],
  leer: (quien: Actor) => Promise<unknown>,
): Promise<Resumen> {
  const medida = new Medida();
  const { tiempos, ms } = await aLaVez(funcionarios, LECTORES_A_LA_VEZ, leer);
  medida.turno(tiempos.length, ms, undefined);
  return medida.resumen();
}

/** Every official looks at the queue at their pace while decisions come at theirs, whatever each takes. */
function aLaVezQue(
  funcionarios: readonly Actor[],
  leer: (quien: Actor) => Promise<unknown>,
  decidir: (n: number) => Promise<unknown>,
): Promise<[Resumen, Resumen]> {
  return Promise.all([
    ofrecer(funcionarios.length / SEGUNDOS_ENTRE_LECTURAS, (n) =>
      leer(funcionarios[n % funcionarios.length] ?? fallar()),
    ),
    ofrecer(DECISIONES_POR_SEGUNDO, decidir),
  ]);
}

async function ofrecer(porSegundo: number, hacer: (n: number) => Promise<unknown>): Promise<Resumen> {
  const medida = new Medida();
  const inicio = performance.now();
  const tiempos = await aRitmo(porSegundo, porSegundo * SEGUNDOS, hacer);
  medida.turno(tiempos.length, performance.now() - inicio, undefined);
  medida.ofrecidas(tiempos);
  return medida.resumen();
}

function fallar(): never {
  throw new Error('There is nobody to measure with');
}

function decir(r: Ronda): void {
  const cifras = ({ porSegundo, p50, p95 }: Resumen) =>
    `${porSegundo.toFixed(0)}/s${p50 === undefined ? '' : `, p50 ${p50.toFixed(1)} ms, p95 ${p95?.toFixed(1) ?? '—'} ms`}`;
  const razon = (sola: Resumen, toda: Resumen) => ((sola.p50 ?? NaN) / (toda.p50 ?? NaN)).toFixed(2);
  nota(`${r.casos} casos; bloques: leer ${r.bloquesDeLectura}, hallar el que sigue ${r.bloquesDeToma}`);
  nota(`  leer la cola sin pausa, ${LECTORES_A_LA_VEZ} a la vez: ${cifras(r.lecturaSeguida)}`);
  nota(
    `  leer la cola: ${cifras(r.lectura)} · sola: ${cifras(r.lecturaSola)} · razón p50 ${razon(r.lecturaSola, r.lectura)}`,
  );
  nota(
    `  decidir: ${cifras(r.decision)} · sola: ${cifras(r.decisionSola)} · razón p50 ${razon(r.decisionSola, r.decision)}`,
  );
}
