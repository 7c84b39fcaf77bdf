import { abrirAparte } from '../src/aparte/index.ts';
import { CORRIENTE, HOSTILES } from './hostiles.ts';
import { AHORA, autoridadDePrueba } from './muestras.ts';

/**
 * A process of its own, because memory is a process's: reads every hostile file as the office does and says what each
 * turned out to be, and how much memory the process ever had above what it had before the first.
 */
const { raiz } = await autoridadDePrueba();
const opciones = { raices: [raiz.certificado], instante: AHORA };
const aparte = abrirAparte({ cuantos: 1 });
const leer = async (archivo: () => Buffer): Promise<[veredicto: string, inspeccion: string]> => {
  const { estado } = await aparte.hacer('verificarPdf', archivo(), opciones);
  // What this program itself let go of is not what reading took.
  global.gc?.();
  const r = await aparte.hacer('inspeccionarArchivo', archivo(), undefined);
  global.gc?.();
  return [estado, r.ok ? 'recibido' : r.codigo];
};
// The threads are as they are after an honest file of the same size, with many objects.
for (let vez = 0; vez < 3; vez++) await leer(CORRIENTE);
const antes = process.memoryUsage.rss();
const dichos: Record<string, [string, string]> = {};
for (const [nombre, archivo] of HOSTILES) {
  dichos[nombre] = await leer(archivo);
}
const pico = process.resourceUsage().maxRSS * 1_024;
process.stdout.write(JSON.stringify({ crece: pico - antes, dichos }));
await aparte.cerrar();
