/** What is used of autocannon 9, which carries no types. */
declare module 'autocannon' {
  import type { EventEmitter } from 'node:events';

  export interface Opciones {
    url: string;
    connections: number;
    /** How many requests in all. */
    amount: number;
    /** Each connection goes round them. */
    requests: { path: string; headers: Record<string, string> }[];
    /** Milliseconds between samples; it ends at one of them. */
    sampleInt: number;
  }
  export interface Resultado {
    errors: number;
    timeouts: number;
    non2xx: number;
  }
  export default function autocannon(
    opciones: Opciones,
    alTerminar: (error: Error | null, resultado: Resultado) => void,
  ): EventEmitter;
}
