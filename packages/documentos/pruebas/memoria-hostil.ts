import { readFileSync, writeFileSync } from 'node:fs';
import { abrirAparte } from '../src/aparte/index.ts';
import { CORRIENTE, HOSTILES } from './hostiles.ts';
import { AHORA, autoridadDePrueba } from './muestras.ts';

/**
 * A process of its own, because memory is a process's: reads every hostile file as the office does and says what each
 * turned out to be, and the most that one of them took above what the process had when it came.
 */
const { raiz } = await autoridadDePrueba();
const opciones = { raices: [raiz.certificado], instante: AHORA };
const aparte = abrirAparte({ cuantos: 1 });

/** What Linux says of this process (proc(5)), in bytes: what it has, and the most it had since `olvidarPico`. */
const memoria = (cual: 'VmRSS' | 'VmHWM'): number =>
  Number(new RegExp(`${cual}:\\s*(\\d+)`).exec(readFileSync('/proc/self/status', 'utf8'))?.[1]) * 1_024;
const olvidarPico = (): void => writeFileSync('/proc/self/clear_refs', '5');

/** The file is made before, and let go of after, what is measured. */
async function midiendo<T>(archivo: () => Buffer, leer: (bytes: Buffer) => Promise<T>): Promise<[T, number]> {
  const bytes = archivo();
  global.gc?.();
  const antes = memoria('VmRSS');
  olvidarPico();
  const leido = await leer(bytes);
  return [leido, memoria('VmHWM') - antes];
}

const verificar = (bytes: Buffer) => aparte.hacer('verificarPdf', bytes, opciones);
const inspeccionar = (bytes: Buffer) => aparte.hacer('inspeccionarArchivo', bytes, undefined);

// The threads are as they are after an honest file of the same size, with many objects.
for (let vez = 0; vez < 3; vez++) {
  await verificar(CORRIENTE());
  await inspeccionar(CORRIENTE());
}
const dichos: Record<string, [veredicto: string, inspeccion: string]> = {};
const tomado: Record<string, number> = {};
for (const [nombre, archivo] of HOSTILES) {
  const [{ estado }, alVerificar] = await midiendo(archivo, verificar);
  const [r, alInspeccionar] = await midiendo(archivo, inspeccionar);
  dichos[nombre] = [estado, r.ok ? 'recibido' : r.codigo];
  tomado[nombre] = Math.max(alVerificar, alInspeccionar);
}
process.stdout.write(JSON.stringify({ tomado, dichos }));
await aparte.cerrar();
