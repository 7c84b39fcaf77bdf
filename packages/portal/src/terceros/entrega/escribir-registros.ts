import { sql } from 'kysely';
import { llamar, type Transaccion } from '../../plataforma/index.ts';

/** A record as the table keeps it: of whom it is, and every other cell that says something. */
interface FilaDeRegistro {
  /** Place in the file. */
  fila: number;
  /** Zero is whom the record is about; from one on, the other holders of an account. */
  orden: number;
  tipo: string;
  numero: string;
  concepto: string;
  /** JSON: figures are numbers, as exact as they were written, and the rest texts. */
  campos: string;
}

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
