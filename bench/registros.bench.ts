/** Registrations a second: the end of complete drafts, and the whole journey through the API. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { persona } from '../e2e/apoyo/personas.ts';
import { sha256 } from '../packages/portal/src/plataforma/ids/index.ts';
import type { Base } from './apoyo/base.ts';
import type { BorradorCopiado } from './apoyo/borradores.ts';
import { pedirJson } from './apoyo/cliente.ts';
import { comparar } from './apoyo/comparar.ts';
import { enEscena } from './apoyo/escena.ts';
import { aLaVez } from './apoyo/estadistica.ts';
import { filasEscritas } from './apoyo/filas.ts';
import { grabar } from './apoyo/grabar.ts';
import { enJson, memoria, mostrar, RAPIDA, titulo } from './apoyo/informe.ts';
import { abrirPortal, abrirReferencia } from './apoyo/portal.ts';
import {
  caminarHastaElFinal,
  cargarIdentidades,
  destinoDelCodigo,
  terminar,
  ultimoCodigo,
} from './apoyo/viaje.ts';

const A_LA_VEZ = 8;
const FINALES = { turnos: RAPIDA ? 2 : 12, limiteMs: 15_000, porTurno: RAPIDA ? 8 : 100 };
const VIAJES = { turnos: RAPIDA ? 2 : 8, limiteMs: 20_000, porTurno: RAPIDA ? 2 : 16 };
/** Who is recorded, and from whom on each side registers. */
const GRABADA = 0;
const PORTAL = { finales: 10_000, viajes: 30_000 };
const REFERENCIA = { finales: 20_000, viajes: 40_000 };

await enEscena(async (base, abrir) => {
  // The warm-up turn has its people too, and so has the comparison of rows: the first of each.
  const cuantos = (m: typeof FINALES) => (m.turnos + 1) * m.porTurno + 1;
  await cargarIdentidades(base, GRABADA, 1);
  await cargarIdentidades(base, PORTAL.viajes, cuantos(VIAJES));
  await cargarIdentidades(base, REFERENCIA.viajes, cuantos(VIAJES));
  const grabado = await grabar(base, GRABADA, {
    portal: PORTAL.finales,
    referencia: REFERENCIA.finales,
    cuantos: cuantos(FINALES),
  });
  const archivo = join(base.directorio, 'guiones.json');
  writeFileSync(archivo, JSON.stringify(grabado.guiones));
  const portal = await abrir(abrirPortal(base, { trabajadores: 0 }));
  const referencia = await abrir(
    abrirReferencia('registros', { GUIONES: archivo, DATABASE_URL: base.urlAplicacion }),
  );

  const finalPortal = (b: BorradorCopiado) => terminar(portal.url, b);
  const finalReferencia = (b: BorradorCopiado) => terminarReferencia(referencia.url, b);
  const viajePortal = async (quien: number) =>
    terminar(portal.url, await caminarHastaElFinal(portal.url, base, quien));
  const viajeReferencia = (quien: number) => viajarReferencia(base, referencia.url, grabado.pasos, quien);
  const [unPortal, ...finalesPortal] = grabado.portal;
  const [unaReferencia, ...finalesReferencia] = grabado.referencia;
  if (!unPortal || !unaReferencia) throw new Error('No drafts were copied');
  await mismasFilas(
    base,
    () => finalPortal(unPortal),
    () => finalReferencia(unaReferencia),
  );
  await mismasFilas(
    base,
    () => viajePortal(PORTAL.viajes),
    () => viajeReferencia(REFERENCIA.viajes),
  );

  const { final, viaje } = grabado.sentencias;
  titulo(
    `Inscripciones por segundo, ${A_LA_VEZ} a la vez`,
    `Fastify solo, con las mismas ${final} sentencias al terminar y ${viaje} en el viaje entero`,
  );
  const finales = await comparar(
    {
      portal: {
        servidor: portal,
        turno: (n) => aLaVez(tramo(finalesPortal, n, FINALES.porTurno), A_LA_VEZ, finalPortal),
      },
      referencia: {
        servidor: referencia,
        turno: (n) => aLaVez(tramo(finalesReferencia, n, FINALES.porTurno), A_LA_VEZ, finalReferencia),
      },
    },
    FINALES,
  );
  mostrar('terminar una inscripción', finales);
  const gente = (desde: number) => Array.from({ length: cuantos(VIAJES) - 1 }, (_, i) => desde + 1 + i);
  const viajes = await comparar(
    {
      portal: {
        servidor: portal,
        turno: (n) => aLaVez(tramo(gente(PORTAL.viajes), n, VIAJES.porTurno), A_LA_VEZ, viajePortal),
      },
      referencia: {
        servidor: referencia,
        turno: (n) => aLaVez(tramo(gente(REFERENCIA.viajes), n, VIAJES.porTurno), A_LA_VEZ, viajeReferencia),
      },
    },
    VIAJES,
  );
  mostrar(`viaje entero (${grabado.pasos.length + 1} peticiones)`, viajes);
  enJson('registros', {
    aLaVez: A_LA_VEZ,
    terminar: finales,
    viaje: viajes,
    sentencias: grabado.sentencias,
    memoria: memoria({ portal, referencia }),
  });
});

function tramo<T>(todos: readonly T[], turno: number, cuantos: number): T[] {
  return todos.slice(turno * cuantos, (turno + 1) * cuantos);
}

function terminarReferencia(url: string, b: BorradorCopiado): Promise<unknown> {
  const { numero, correo, telefono } = persona(b.n);
  const cuerpo = {
    clave: b.borrador,
    externos: { numero, correo, telefono, borrador: b.borrador },
    bytes: { token: sha256(b.token).toString('hex') },
  };
  return pedirJson(`${url}/final/0`, { metodo: 'POST', cuerpo, espera: 200 });
}

async function viajarReferencia(
  base: Base,
  url: string,
  pasos: readonly string[],
  quien: number,
): Promise<void> {
  const p = persona(quien);
  const { numero, correo, telefono } = p;
  for (const [i, paso] of [...pasos, 'terminar'].entries()) {
    // The generator does the same on both sides: here too it looks for the code, and finds the recorded one.
    const destino = destinoDelCodigo(paso, p);
    if (destino) await ultimoCodigo(base, destino);
    const cuerpo = { clave: String(quien), externos: { numero, correo, telefono } };
    await pedirJson(`${url}/viaje/${i}`, { metodo: 'POST', cuerpo, espera: 200 });
  }
}

/** The reference is worth nothing unless it does the same work. @throws Error with what differs. */
async function mismasFilas(
  base: Base,
  delPortal: () => Promise<unknown>,
  deLaReferencia: () => Promise<unknown>,
): Promise<void> {
  const suyas = await filasEscritas(base, delPortal);
  const nuestras = await filasEscritas(base, deLaReferencia);
  if (suyas !== nuestras) throw new Error(`The reference writes other rows:\n${suyas}\n${nuestras}`);
}
