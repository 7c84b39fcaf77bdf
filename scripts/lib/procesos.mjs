import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { constants } from 'node:os';
import { delimiter, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

export const RAIZ = resolve(fileURLToPath(import.meta.url), '../../..');

/** A step that went wrong, with what the reader can do about it. */
export class ErrorDePaso extends Error {
  constructor(mensaje, remedio) {
    super(mensaje);
    this.remedio = remedio;
  }
}

/** Announces a step, runs it and says how long it took. Its error passes through. */
export async function paso(titulo, hacer) {
  console.log(`▸ ${titulo}`);
  const inicio = performance.now();
  const valor = await hacer();
  console.log(`  ${titulo}: listo en ${((performance.now() - inicio) / 1000).toFixed(1)} s`);
  return valor;
}

/**
 * Runs a program at the root of the repository with its output in sight, passing on the signals that this
 * process receives. It resolves to the exit code, 128 + n when signal n ended it.
 *
 * The program gets a process group of its own: Ctrl-C would otherwise reach it twice, from the terminal and
 * from here, and a second interruption usually means "at once".
 */
export function ejecutar(programa, argumentos, { env = {}, cwd = RAIZ } = {}) {
  return new Promise((cumplir, rechazar) => {
    const hijo = spawn(programa, argumentos, {
      cwd,
      stdio: 'inherit',
      env: { ...process.env, ...env },
      detached: process.platform !== 'win32',
    });
    const soltar = reenviarSenales(hijo);
    hijo.on('error', (error) => {
      soltar();
      rechazar(error);
    });
    hijo.on('exit', (codigo, senal) => {
      soltar();
      cumplir(senal === null ? codigo : 128 + constants.signals[senal]);
    });
  });
}

/** npm: the one that is running this script or, when it was called directly, the one in PATH. */
export function npm(...argumentos) {
  const actual = process.env.npm_execpath;
  return actual?.endsWith('.js')
    ? ejecutar(process.execPath, [actual, ...argumentos])
    : ejecutar('npm', argumentos);
}

/** A program of node_modules/.bin. */
export function herramienta(nombre, argumentos, opciones) {
  return ejecutar(join(RAIZ, 'node_modules', '.bin', nombre), argumentos, opciones);
}

/** Where PATH finds a program; undefined when it does not. */
export function buscarPrograma(nombre) {
  return (process.env.PATH ?? '')
    .split(delimiter)
    .map((carpeta) => join(carpeta, nombre))
    .find((ruta) => existsSync(ruta));
}

/** Prints an error of a step as a person can use it. */
export function explicar(error) {
  console.error(`✗ ${error instanceof ErrorDePaso ? error.message : (error.stack ?? error)}`);
  if (error instanceof ErrorDePaso) console.error(`  ${error.remedio}`);
}

function reenviarSenales(hijo) {
  let ultima = 0;
  const oyentes = ['SIGINT', 'SIGTERM', 'SIGHUP'].map((senal) => {
    const oyente = () => {
      // The terminal and npm both deliver the same Ctrl-C.
      if (Date.now() - ultima < 500) return;
      ultima = Date.now();
      hijo.kill(senal);
    };
    process.on(senal, oyente);
    return () => process.off(senal, oyente);
  });
  return () => oyentes.forEach((quitar) => quitar());
}
