import { cpus, loadavg } from 'node:os';
import type { Comparacion } from './comparar.ts';
import type { Resumen } from './estadistica.ts';
import type { Servidor } from './portal.ts';
import { memoriaDe } from './procesos.ts';
import { RAPIDA } from './rapida.ts';

export { RAPIDA };

/** Above this share of a processor the generator may be what is measured. */
const GENERADOR_LLENO = 0.85;

const decir = (linea: string) => process.stdout.write(`${linea}\n`);

export function titulo(texto: string, referencia: string): void {
  decir(`\n${texto}\n  referencia: ${referencia}\n`);
  decir(fila(['', 'veces', 'por segundo', 'p50 ms', 'p95 ms', 'CPU ms/u', 'razón']));
}

export function mostrar(nombre: string, c: Comparacion): void {
  decir(fila([nombre, ...columnas(c.portal), c.razon.toFixed(2)]));
  decir(fila(['  referencia', ...columnas(c.referencia), '']));
  if (c.generador > GENERADOR_LLENO) {
    decir(
      `  ⚠ el generador de carga usó ${(c.generador * 100).toFixed(0)} % de un procesador: puede ser él quien limita`,
    );
  }
}

export function nota(texto: string): void {
  decir(`  ${texto}`);
}

/** Says what each process holds, and gives it for the last line. */
export function memoria(
  servidores: Record<string, Servidor>,
): Record<string, { ahora: number; maxima: number }> {
  const medidas: Record<string, { ahora: number; maxima: number }> = {};
  for (const [nombre, { pid }] of Object.entries(servidores)) {
    const medida = memoriaDe(pid);
    if (!medida) continue;
    medidas[nombre] = medida;
    nota(`memoria (RSS) de ${nombre}: ${medida.ahora} MiB, máxima ${medida.maxima} MiB`);
  }
  return medidas;
}

/** Last line: the same for a program. */
export function enJson(medicion: string, datos: Record<string, unknown>): void {
  const maquina = {
    procesador: cpus()[0]?.model ?? '',
    nucleos: cpus().length,
    node: process.version,
    carga: loadavg().map((n) => Number(n.toFixed(2))),
  };
  const redondear = (_: string, v: unknown) => (typeof v === 'number' ? Number(v.toPrecision(4)) : v);
  decir(
    `\n${JSON.stringify({ medicion, fecha: new Date().toISOString(), rapida: RAPIDA, maquina, ...datos }, redondear)}`,
  );
}

const columnas = (r: Resumen) => [
  String(r.veces),
  r.porSegundo.toFixed(r.porSegundo < 100 ? 1 : 0),
  r.p50?.toFixed(2) ?? '—',
  r.p95?.toFixed(2) ?? '—',
  r.cpu === undefined ? '—' : r.cpu.toFixed(2),
];

const ANCHOS = [30, 8, 12, 9, 9, 9, 7];
const fila = (celdas: readonly string[]) =>
  celdas.map((c, i) => (i === 0 ? c.padEnd(ANCHOS[i] ?? 0) : c.padStart(ANCHOS[i] ?? 0))).join('');
