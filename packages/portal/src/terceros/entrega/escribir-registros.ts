import { sql } from 'kysely';
import { llamar, type Transaccion } from '../../plataforma/index.ts';
import type { FilaDeRegistro } from './fila-de-registro.ts';

/** Records that travel to the database in one statement. */
const POR_ENVIO = 5_000;

/** Makes room for the records of a year, in a transaction of its own. @param trx of the owner's role */
export const abrirAnio = (trx: Transaccion, anio: number): Promise<void> =>
  llamar(trx, 'terceros.abrir_anio', { anio }).then(() => undefined);

/** Writes the records of a delivery as they come, some at a time. @param trx of the owner's role */
export class EscritorDeRegistros {
  readonly #trx: Transaccion;
  readonly #entrega: string;
  readonly #anio: number;
  #filas: FilaDeRegistro[] = [];
  /** One statement is on its way while the next rows are being read. */
  #enCamino: Promise<unknown> = Promise.resolve();

  constructor(trx: Transaccion, { entrega, anio }: { entrega: string; anio: number }) {
    this.#trx = trx;
    this.#entrega = entrega;
    this.#anio = anio;
  }

  async escribir(fila: FilaDeRegistro): Promise<void> {
    this.#filas.push(fila);
    if (this.#filas.length >= POR_ENVIO) await this.#enviar();
  }

  /** What was not sent is dropped, and what is on its way waited for: whoever calls takes back what was written. */
  async abandonar(): Promise<void> {
    this.#filas = [];
    await this.#enCamino.catch(() => undefined);
  }

  async terminar(): Promise<void> {
    if (this.#filas.length > 0) await this.#enviar();
    await this.#enCamino;
  }

  async #enviar(): Promise<void> {
    const lote = this.#filas;
    this.#filas = [];
    await this.#enCamino;
    this.#enCamino = this.#insertar(lote);
    // Whoever waits for the next one, or for the end, is told.
    this.#enCamino.catch(() => undefined);
  }

  #insertar(lote: readonly FilaDeRegistro[]): Promise<unknown> {
    return sql`insert into terceros.registro (anio, numero, tipo, entrega_id, fila, orden, concepto, campos)
      select ${this.#anio}::int, r.numero, r.tipo, ${this.#entrega}::uuid, r.fila, r.orden, r.concepto, r.campos::jsonb
      from unnest(${lote.map((f) => f.numero)}::text[], ${lote.map((f) => f.tipo)}::text[],
        ${lote.map((f) => f.fila)}::int[], ${lote.map((f) => f.orden)}::int[], ${lote.map((f) => f.concepto)}::text[],
        ${lote.map((f) => f.campos)}::text[]) as r(numero, tipo, fila, orden, concepto, campos)`.execute(
      this.#trx.bd,
    );
  }
}
