import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { Opciones, Respuesta, Tarea, Valor } from './tareas.ts';

type CodigoAparte =
  /** It took longer than any honest file. */
  | 'PLAZO'
  /** It asked for more memory than any honest file. */
  | 'MEMORIA'
  /** Too many wait already. */
  | 'SATURADO';

/** A file was not read through, and why. */
export class ErrorAparte extends Error {
  override readonly name = 'ErrorAparte';
  readonly codigo: CodigoAparte;

  constructor(codigo: CodigoAparte) {
    super(`A file was not read apart: ${codigo}`);
    this.codigo = codigo;
  }
}

interface Reglas {
  /** Files that are read at once, each in its own thread. */
  cuantos: number;
  /** Files that wait for their turn. */
  cola: number;
  /** From when its turn comes. An honest file of 20 MB takes seconds. */
  plazoMs: number;
  /** Of the heap of a thread. What is outside of it (buffers, pictures) the readers bound by themselves. */
  memoriaMb: number;
  /** The program of a worker. */
  programa: () => URL;
}

/** House rules. */
const REGLAS: Reglas = { cuantos: 2, cola: 64, plazoMs: 60_000, memoriaMb: 128, programa: programaPropio };

export interface Aparte {
  /**
   * Reads strangers' bytes in a thread with bounds of memory and time, so that whatever they are the others are
   * answered meanwhile. The bytes are handed over: large ones are not copied, and who asks no longer has them.
   * @throws ErrorAparte; what the task throws
   */
  hacer<T extends Tarea>(tarea: T, bytes: Uint8Array, opciones: Opciones<T>): Promise<Valor<T>>;
  /** Has a thread ready, so that nobody waits for it to start. */
  preparar(): void;
  cerrar(): Promise<void>;
}

interface Pedido {
  encargo: { tarea: Tarea; bytes: Uint8Array<ArrayBuffer>; opciones: unknown };
  resolver(valor: unknown): void;
  rechazar(error: unknown): void;
}

/** Few threads that live as long as the process, but for those that a file makes fall. */
export function abrirAparte(cambios: Partial<Reglas> = {}): Aparte {
  const reglas = { ...REGLAS, ...cambios };
  const vivos = new Set<Worker>();
  const libres: Worker[] = [];
  const esperan: Pedido[] = [];
  let ocupados = 0;

  const contratar = (): Worker => {
    const obrero = nuevoObrero(reglas);
    vivos.add(obrero);
    obrero.on('exit', () => {
      vivos.delete(obrero);
      const lugar = libres.indexOf(obrero);
      if (lugar >= 0) libres.splice(lugar, 1);
    });
    return obrero;
  };

  const atender = (): void => {
    while (ocupados < reglas.cuantos) {
      const pedido = esperan.shift();
      if (!pedido) return;
      ocupados++;
      const obrero = libres.pop() ?? contratar();
      trabajar(obrero, pedido, reglas.plazoMs, (sigue) => {
        ocupados--;
        if (sigue) libres.push(obrero);
        atender();
      });
    }
  };

  return {
    hacer: <T extends Tarea>(tarea: T, bytes: Uint8Array, opciones: Opciones<T>) =>
      new Promise<Valor<T>>((resolver, rechazar) => {
        if (esperan.length >= reglas.cola) return rechazar(new ErrorAparte('SATURADO'));
        esperan.push({ encargo: { tarea, bytes: cedidos(bytes), opciones }, resolver, rechazar });
        atender();
      }),
    preparar() {
      if (vivos.size === 0) libres.push(contratar());
    },
    async cerrar() {
      libres.length = 0;
      await Promise.all([...vivos].map((obrero) => obrero.terminate()));
    },
  };
}

function nuevoObrero({ programa, memoriaMb }: Reglas): Worker {
  const obrero = new Worker(programa(), {
    resourceLimits: { maxOldGenerationSizeMb: memoriaMb, maxYoungGenerationSizeMb: 8, stackSizeMb: 4 },
    // Neither the secrets of the office nor how it was called are for who reads strangers' files.
    env: {},
    execArgv: [],
  });
  // One that falls while nobody asks it anything is no loss, and none keeps the process alive.
  obrero.on('error', () => undefined).unref();
  return obrero;
}

/** @param alAcabar told whether the worker may be asked again, before who asked knows anything */
function trabajar(
  obrero: Worker,
  { encargo, ...pedido }: Pedido,
  plazoMs: number,
  alAcabar: (sigue: boolean) => void,
): void {
  const concluir = (sigue: boolean): void => {
    clearTimeout(reloj);
    obrero.off('message', responde).off('error', cae).off('exit', sale).unref();
    if (!sigue) void obrero.terminate();
    alAcabar(sigue);
  };
  const responde = (r: Respuesta): void => {
    concluir(true);
    if ('error' in r) pedido.rechazar(r.error);
    else pedido.resolver(r.valor);
  };
  const cae = (error: Error & { code?: string }): void => {
    concluir(false);
    pedido.rechazar(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? new ErrorAparte('MEMORIA') : error);
  };
  const sale = (): void => cae(new Error('The worker that read a file ended'));
  const reloj = setTimeout(() => cae(new ErrorAparte('PLAZO')), plazoMs);
  obrero.on('message', responde).on('error', cae).on('exit', sale).ref();
  obrero.postMessage(encargo, [encargo.bytes.buffer]);
}

/** Smaller ones share their memory with others, and copying them costs nothing. */
const GRANDE = 1_000_000;

/** The bytes in memory of their own, which can be handed over. */
function cedidos(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const { buffer, byteOffset, byteLength } = bytes;
  const propio = byteLength >= GRANDE && buffer.byteLength - byteLength <= 1_024;
  return propio && buffer instanceof ArrayBuffer
    ? new Uint8Array(buffer, byteOffset, byteLength)
    : new Uint8Array(bytes);
}

function programaPropio(): URL {
  const aqui = import.meta.url;
  if (aqui.endsWith('.ts')) return new URL('./arranque.mjs', aqui);
  // Built: beside the program, or a folder above what several programs share.
  const construidos = ['./obrero.js', '../obrero.js'].map((lugar) => new URL(lugar, aqui));
  const hallado = construidos.find((lugar) => existsSync(fileURLToPath(lugar)));
  if (!hallado) throw new Error('obrero.js is missing beside the program: build the portal (npm run build)');
  return hallado;
}
