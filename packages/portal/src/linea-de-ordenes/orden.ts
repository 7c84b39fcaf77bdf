import type { ParseArgsConfig } from 'node:util';

export interface Llamada {
  opciones: Record<string, string | boolean | (string | boolean)[] | undefined>;
  argumentos: string[];
  entorno: Record<string, string | undefined>;
}

export interface Orden {
  uso: string;
  ayuda: string;
  opciones: Record<string, { type: 'string' | 'boolean' }> & ParseArgsConfig['options'];
  ejecutar: (l: Llamada) => Promise<number>;
}
