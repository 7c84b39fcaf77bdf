import { Readable } from 'node:stream';
import { vi } from 'vitest';
import { ejecutar } from '../src/linea-de-ordenes/index.ts';

interface Corrida {
  codigo: number;
  /** Standard output, a text for each line. */
  fuera: string[];
  errores: string[];
}

/** Runs an order of the command line in this process, with `entrada` as its standard input. */
export async function correrOrden(argumentos: string[], entrada = ''): Promise<Corrida> {
  const fuera: string[] = [];
  const errores: string[] = [];
  const dobles = [
    vi.spyOn(process, 'stdin', 'get').mockReturnValue(Readable.from([entrada]) as typeof process.stdin),
    vi.spyOn(process.stdout, 'write').mockImplementation((t) => fuera.push(String(t).trimEnd()) > 0),
    vi.spyOn(console, 'log').mockImplementation((t: string) => void fuera.push(t)),
    vi.spyOn(console, 'error').mockImplementation((t: unknown) => void errores.push(String(t))),
  ];
  try {
    return { codigo: await ejecutar(argumentos, {}), fuera, errores };
  } finally {
    for (const doble of dobles) doble.mockRestore();
  }
}
