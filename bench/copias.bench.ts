/** Copies a second: asked for, drawn, sealed and stored, by one worker and by two. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as esperar } from 'node:timers/promises';
import type { Base } from './apoyo/base.ts';
import { ipDe, pedirJson } from './apoyo/cliente.ts';
import { comparar, type Comparacion } from './apoyo/comparar.ts';
import { enEscena } from './apoyo/escena.ts';
import { aLaVez, Medida, type Resumen } from './apoyo/estadistica.ts';
import { enJson, memoria, mostrar, nota, RAPIDA, titulo } from './apoyo/informe.ts';
import { abrirPortal, abrirReferencia, type Servidor } from './apoyo/portal.ts';
import { aRitmo } from './apoyo/ritmo.ts';
import { caminarHastaElFinal, cargarIdentidades, terminar, type Inscrita } from './apoyo/viaje.ts';
import type { VersionCopiada } from './referencias/copias.ts';

const QUIEN = 0;
const POR_TURNO = RAPIDA ? 2 : 30;
const TURNOS = { turnos: RAPIDA ? 2 : 6, limiteMs: 14_000 };
const PIDEN_A_LA_VEZ = 4;
/** The statement of the QR changes with its identifier, and its signature with chance; the rest is the same copy. */
const DIFERENCIA_DE_TAMANO = 0.02;
let pedidas = 0;

await enEscena(async (base, abrir) => {
  await cargarIdentidades(base, QUIEN, 1);
  const registro = await abrir(abrirPortal(base, { trabajadores: 1 }));
  const persona = await terminar(registro.url, await caminarHastaElFinal(registro.url, base, QUIEN));
  await todasSelladas(base);
  await registro.cerrar();
  const archivo = join(base.directorio, 'version.json');
  writeFileSync(archivo, JSON.stringify(await versionDe(base, persona, registro.url)));
  const referencia = await abrir(abrirReferencia('copias', { VERSION: archivo }));
  await mismaCopia(base, referencia);

  titulo(
    `Copias por segundo, de la solicitud al PDF sellado y guardado (${POR_TURNO} por turno)`,
    'dibujar y sellar la misma copia en un bucle, sin base de datos, cola ni almacenamiento',
  );
  const medidas: Record<string, Comparacion | Resumen> = {};
  const memorias: Record<string, unknown> = {};
  for (const trabajadores of RAPIDA ? [1] : [1, 2]) {
    const portal = await abrir(abrirPortal(base, { trabajadores }));
    const clave = `trabajadores${trabajadores}`;
    const medida = await comparar(
      {
        portal: { servidor: portal, turno: () => turnoDelPortal(base, portal, persona) },
        referencia: { servidor: referencia, turno: () => dibujar(referencia, POR_TURNO) },
      },
      TURNOS,
    );
    mostrar(trabajadores === 1 ? '1 trabajador' : `${trabajadores} trabajadores`, medida);
    medidas[clave] = medida;
    if (trabajadores === 1) {
      const sola = await deUnaPorSegundo(base, portal, persona);
      medidas.unaSola = sola;
      nota(
        `una por segundo: de pedirla a guardada, p50 ${sola.p50?.toFixed(0) ?? '—'} ms, p95 ${sola.p95?.toFixed(0) ?? '—'} ms`,
      );
    }
    memorias[clave] = memoria({ portal, referencia });
    await portal.cerrar();
  }
  enJson('copias', { porTurno: POR_TURNO, ...medidas, memoria: memorias });
});

function pedirCopia(portal: Servidor, persona: Inscrita): Promise<{ copia: string }> {
  pedidas++;
  return pedirJson(`${portal.url}/api/v1/de/${persona.titular}/rut/copias`, {
    metodo: 'POST',
    cuerpo: {},
    token: persona.token,
    ip: ipDe(pedidas),
    espera: 202,
  });
}

/** Asks for all of a turn at once and waits until the last is stored. */
async function turnoDelPortal(base: Base, portal: Servidor, persona: Inscrita) {
  const copias: string[] = [];
  const inicio = performance.now();
  await aLaVez(Array.from({ length: POR_TURNO }), PIDEN_A_LA_VEZ, async () => {
    copias.push((await pedirCopia(portal, persona)).copia);
  });
  await todasSelladas(base);
  const ms = performance.now() - inicio;
  return { tiempos: copias, ms };
}

/** What a person waits for their copy when one is asked for each second. */
async function deUnaPorSegundo(base: Base, portal: Servidor, persona: Inscrita): Promise<Resumen> {
  const medida = new Medida();
  const cuantas = RAPIDA ? 2 : 30;
  const inicio = performance.now();
  const tiempos = await aRitmo(1, cuantas, async () => {
    const { copia } = await pedirCopia(portal, persona);
    await sellada(base, copia);
  });
  medida.turno(cuantas, performance.now() - inicio, undefined);
  medida.ofrecidas(tiempos);
  return medida.resumen();
}

async function sellada(base: Base, copia: string): Promise<void> {
  for (const fin = Date.now() + 60_000; Date.now() < fin; await esperar(5)) {
    const [f] = await base.sql<{ hash: Buffer | null }>(
      'select hash from sello.documentos where id_publico = $1',
      [copia],
    );
    if (f?.hash) return;
  }
  throw new Error('La copia no se selló');
}

async function todasSelladas(base: Base): Promise<void> {
  for (const fin = Date.now() + 60_000; Date.now() < fin; await esperar(5)) {
    const [f] = await base.sql<{ n: number }>(`select count(*)::int as n from sello.documento d
      where not exists (select 1 from sello.sellado s where s.documento_id = d.id)`);
    if (f?.n === 0) return;
  }
  throw new Error('Hay copias que nadie sella');
}

function dibujar(
  referencia: Servidor,
  cuantas: number,
): Promise<{ tiempos: number[]; ms: number; bytes: number }> {
  return pedirJson(`${referencia.url}/copias/${cuantas}`, { metodo: 'POST', espera: 200 });
}

async function versionDe(base: Base, persona: Inscrita, urlPublica: string): Promise<VersionCopiada> {
  const [v] = await base.sql<VersionCopiada>(
    `select v.registro, v.formulario, v.radicado, encode(v.hash, 'hex') as hash, rut.nombre_de(v.registro) as nombre,
       d.id_publico as "idPublico", d.publico ->> 'fecha' as fecha
     from rut.version v join sello.documento d on d.titular_id = v.titular_id where d.id_publico = $1`,
    [persona.copia],
  );
  if (!v) throw new Error('The registration left no version');
  return { ...v, urlPublica };
}

/** The reference is worth nothing unless it draws the same. @throws Error with both sizes. */
async function mismaCopia(base: Base, referencia: Servidor): Promise<void> {
  const [del] = await base.sql<{ bytes: number }>('select tamano as bytes from plataforma.archivo');
  const { bytes } = await dibujar(referencia, 1);
  const suyos = del?.bytes ?? 0;
  if (Math.abs(suyos - bytes) > bytes * DIFERENCIA_DE_TAMANO)
    throw new Error(`The reference draws another copy: ${suyos} bytes and ${bytes}`);
  nota(`la copia sellada pesa ${(suyos / 1024).toFixed(1)} KiB`);
}
