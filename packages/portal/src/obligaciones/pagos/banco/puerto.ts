import { definidos } from '@autogestion/normas/definidos';
import { z } from 'zod';
import { DICHO, type DichoPorElBanco } from './dicho.ts';

/** What a bank is asked to collect. */
interface CobroPedido {
  /** With it the bank knows the same request again: asked twice, it collects once. */
  operacion: string;
  recibo: string;
  /** Pesos. */
  valor: bigint;
  /** Where the person comes back to. */
  volver: string;
}

/** The bank through which one pays in line. */
export interface PuertoBanco {
  /** How this office writes it: with the bank's number, what tells one operation from another. */
  nombre: string;
  /** Key of its notices (`firma-de-aviso.ts`). */
  secreto: string;
  /** @returns where the person pays. @throws when it does not answer */
  cobrar(c: CobroPedido): Promise<{ ir: string }>;
  /** @returns undefined for one that it does not know. @throws when it does not answer */
  preguntar(operacion: string): Promise<DichoPorElBanco | undefined>;
}

const COBRO = z.object({ ir: z.url({ protocol: /^https?$/ }) });

/** A request waits with the page open. */
const ESPERA_MS = 8_000;

/**
 * Real side: `POST /cobros` of `CobroPedido` as JSON, which answers `{"ir": url}`, and `GET /cobros/:operacion`, which
 * answers what a notice says (`DICHO`) or 404; with a bearer token. What the bank tells by itself comes to
 * `POST /api/v1/banco/avisos`.
 */
export function bancoPorHttp(b: { url: string; token?: string; secreto: string }): PuertoBanco {
  const base = b.url.replace(/\/$/, '');
  const pedir = (camino: string, cuerpo?: object) =>
    fetch(`${base}${camino}`, {
      method: cuerpo ? 'POST' : 'GET',
      headers: {
        'content-type': 'application/json',
        ...definidos({ authorization: b.token ? `Bearer ${b.token}` : undefined }),
      },
      ...(cuerpo && { body: JSON.stringify(cuerpo) }),
      signal: AbortSignal.timeout(ESPERA_MS),
    });
  return {
    nombre: 'banco-en-linea',
    secreto: b.secreto,
    async cobrar(c) {
      const r = await pedir('/cobros', { ...c, valor: Number(c.valor) });
      if (!r.ok) throw new Error(`The bank answered ${r.status}`);
      return COBRO.parse(await r.json());
    },
    async preguntar(operacion) {
      const r = await pedir(`/cobros/${encodeURIComponent(operacion)}`);
      if (r.status === 404) return undefined;
      if (!r.ok) throw new Error(`The bank answered ${r.status}`);
      return DICHO.parse(await r.json());
    },
  };
}
