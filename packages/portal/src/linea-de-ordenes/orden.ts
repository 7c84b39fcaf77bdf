import type { ParseArgsConfig } from 'node:util';

export interface Llamada {
  opciones: Record<string, string | boolean | (string | boolean)[] | undefined>;
  argumentos: string[];
  entorno: Record<string, string | undefined>;
}

export interface Orden {
  uso: string;
  /** More lines of `uso`, for who called it wrong. */
  detalle?: string;
  ayuda: string;
  opciones: Record<string, { type: 'string' | 'boolean' }> & ParseArgsConfig['options'];
  ejecutar: (l: Llamada) => Promise<number>;
}
