import type { Hallazgo } from '@autogestion/normas/exogena';
import { sql } from 'kysely';
import { trabajo, type EntornoTrabajo, type Trabajo, type Transaccion } from '../../plataforma/index.ts';
import { ArchivoIlegible } from '../lectura/ilegible.ts';
import { revisarFuente, type Validado } from '../validar-archivo.ts';
import { abrirAnio, EscritorDeRegistros } from './escribir-registros.ts';
import { filaDeRegistro, filaDeTitular } from './fila-de-registro.ts';
import { fuenteDeEntrega } from './fuente-de-entrega.ts';
import { contraLoPresentado } from './lo-que-ya-hay.ts';
import { Muestra } from './muestra.ts';
import { LEER_ENTREGA } from './nombres.ts';

/** House rule: what was found that is kept, to be read and downloaded. Of more, how many they are is told. */
const HALLAZGOS_GUARDADOS = 100_000;
const POR_ENVIO = 5_000;

/** Reads each delivery when its last byte came. */
export const trabajoLeerEntrega: Trabajo = trabajo({
  nombre: LEER_ENTREGA,
  ejecutar: ({ id }: { id: string }, { enTransaccion }) => leerEntrega(enTransaccion, id),
});

interface PorLeer {
  id: string;
  titular_id: string;
  archivo: string;
  bytes: bigint;
  anio: number;
  informante_nit: string;
  reemplaza_id: string | null;
}

/**
 * Reads a delivery and writes its records, or what is wrong in it: all in one transaction, so that whatever ends it in the
 * middle leaves nothing. Again, it does nothing. @param enTransaccion of the owner's role
 */
async function leerEntrega(enTransaccion: EntornoTrabajo['enTransaccion'], id: string): Promise<void> {
  const antes = await enTransaccion((trx) => porLeer(trx, id));
  if (!antes) return;
  await enTransaccion((trx) => abrirAnio(trx, antes.anio));
  await enTransaccion(async (trx) => {
    await sql`select pg_advisory_xact_lock(hashtextextended('terceros.leer:' || ${id}, 0)) as una`.execute(
      trx.bd,
    );
    const e = await porLeer(trx, id);
    if (!e) return;
    await new Lectura(trx, e, enTransaccion).leer();
  });
}

async function porLeer(trx: Transaccion, id: string): Promise<PorLeer | undefined> {
  const { rows } = await sql<PorLeer>`select id, coalesce(titular_id, id) as titular_id, archivo, bytes, anio,
      informante_nit, reemplaza_id
    from terceros.entrega where id = ${id} and recibida_en is not null and leida_en is null and descartada_en is null`.execute(
    trx.bd,
  );
  return rows[0];
}

class Lectura {
  readonly #trx: Transaccion;
  readonly #e: PorLeer;
  readonly #enTransaccion: EntornoTrabajo['enTransaccion'];
  readonly #escritor: EscritorDeRegistros;
  readonly #muestra = new Muestra();
  readonly #hallazgos: Hallazgo[] = [];
  #errores = 0;
  #dudas = 0;

  constructor(trx: Transaccion, e: PorLeer, enTransaccion: EntornoTrabajo['enTransaccion']) {
    this.#trx = trx;
    this.#e = e;
    this.#enTransaccion = enTransaccion;
    this.#escritor = new EscritorDeRegistros(trx, { entrega: e.id, anio: e.anio });
  }

  async leer(): Promise<void> {
    const { id, archivo, bytes } = this.#e;
    const fuente = fuenteDeEntrega(this.#trx, { id, archivo, bytes: Number(bytes) });
    await sql`savepoint registros`.execute(this.#trx.bd);
    const validado = await this.#revisar(fuente);
    if (this.#errores === 0) await this.#escritor.terminar();
    const huella = await fuente.huella();
    for (const h of await contraLoPresentado(this.#trx, { ...this.#e, ...validado, huella }))
      await this.#hallar(h);
    await this.#guardar(validado, huella);
  }

  async #revisar(fuente: Parameters<typeof revisarFuente>[0]): Promise<Validado> {
    try {
      return await revisarFuente(fuente, {
        informante: this.#e.informante_nit,
        esperado: { anio: this.#e.anio, reemplazo: this.#e.reemplaza_id !== null },
        alHallar: (h) => this.#hallar(h),
        alLeer: async (formato, leido, titulares) => {
          if (this.#errores > 0) return;
          const fila = filaDeRegistro(formato, leido.fila, leido);
          this.#muestra.anotar(fila);
          await this.#escritor.escribir(fila);
          for (const [i, titular] of titulares.entries())
            await this.#escritor.escribir(filaDeTitular(formato, fila, titular, i + 1));
        },
        alAvanzar: (registros) => this.#avanzar(registros),
      });
    } catch (error) {
      if (!(error instanceof ArchivoIlegible)) throw error;
      await this.#hallar({ fila: 0, campo: '', codigo: error.codigo, mensaje: error.message });
      return { formato: null, version: null, registros: 0, total: 0n };
    }
  }

  /** With the first error nothing of what was written stays. */
  async #hallar(h: Hallazgo): Promise<void> {
    if (h.codigo.startsWith('sospecha-')) this.#dudas += 1;
    else {
      this.#errores += 1;
      if (this.#errores === 1) {
        await this.#escritor.abandonar();
        await sql`rollback to savepoint registros`.execute(this.#trx.bd);
      }
    }
    if (this.#hallazgos.length < HALLAZGOS_GUARDADOS) this.#hallazgos.push(h);
  }

  /** Seen by others before the reading ends: in a transaction of its own. */
  async #avanzar(registros: number): Promise<void> {
    await this.#enTransaccion((trx) =>
      sql`insert into terceros.avance (entrega_id, registros, en) values (${this.#e.id}, ${registros}, ${trx.ahora})
        on conflict (entrega_id) do update set registros = excluded.registros, en = excluded.en`.execute(
        trx.bd,
      ),
    );
  }

  async #guardar(v: Validado, huella: Buffer): Promise<void> {
    const { bd } = this.#trx;
    for (let desde = 0; desde < this.#hallazgos.length; desde += POR_ENVIO) {
      const lote = this.#hallazgos.slice(desde, desde + POR_ENVIO);
      await sql`insert into terceros.hallazgo (entrega_id, n, fila, campo, codigo, mensaje)
        select ${this.#e.id}::uuid, ${desde}::int + h.n, h.fila, h.campo, h.codigo, h.mensaje
        from unnest(${lote.map((h) => h.fila)}::int[], ${lote.map((h) => h.campo.slice(0, 40))}::text[],
          ${lote.map((h) => h.codigo)}::text[], ${lote.map((h) => h.mensaje.slice(0, 500))}::text[])
          with ordinality as h(fila, campo, codigo, mensaje, n)`.execute(bd);
    }
    const limpia = this.#errores === 0;
    await sql`update terceros.entrega set leida_en = ${this.#trx.ahora}, huella = ${huella}, formato = ${v.formato},
        version = ${v.version}, registros = ${v.registros}, total = ${v.total}, errores = ${this.#errores},
        dudas = ${this.#dudas}, muestra = ${limpia ? this.#muestra.escribir() : '[]'}::jsonb
      where id = ${this.#e.id}`.execute(bd);
  }
}
