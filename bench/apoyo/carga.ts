import autocannon from 'autocannon';
import { ipDe } from './cliente.ts';

interface Carga {
  url: string;
  camino: string;
  cabeceras: Record<string, string>;
  /** Requests of the turn. */
  cuantas: number;
  conexiones: number;
  /** First of the addresses from which the visitors come. */
  desdeIp: number;
}

/** How many addresses the visitors of a turn share. */
export const VISITANTES = 100;

/** Asks for the same page over several connections. @throws Error unless every answer is 2xx. */
export function cargar(c: Carga): Promise<{ tiempos: number[]; ms: number }> {
  const requests = Array.from({ length: VISITANTES }, (_, i) => ({
    path: c.camino,
    headers: { ...c.cabeceras, 'x-forwarded-for': ipDe(c.desdeIp + i) },
  }));
  const tiempos: number[] = [];
  return new Promise((listo, falla) => {
    let inicio = 0;
    let ultima = 0;
    const corrida = autocannon(
      { url: c.url, connections: c.conexiones, amount: c.cuantas, requests, sampleInt: 50 },
      (error, r) => {
        if (error) falla(error);
        else if (r.non2xx + r.errors + r.timeouts > 0)
          falla(new Error(`${c.camino}: ${r.non2xx} no son 2xx, ${r.errors + r.timeouts} sin respuesta`));
        else listo({ tiempos, ms: ultima - inicio });
      },
    );
    corrida.once('start', () => (inicio = performance.now()));
    corrida.on('response', (_cliente: unknown, _estado: number, _bytes: number, ms: number) => {
      ultima = performance.now();
      tiempos.push(ms);
    });
  });
}
