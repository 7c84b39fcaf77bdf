import { mkdir, open, readdir, readFile, rm, stat, type FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import { definidos } from '@autogestion/normas/definidos';
import { textoAleatorio } from '../ids/index.ts';
import type { Reloj } from '../reloj/index.ts';
import type { Intento } from './intento.ts';

/** House rule: what failed attempts may take of the disk, some ninety thousand of them. */
const BYTES_MAXIMOS = 64 * 1024 * 1024;
/** House rule: how many are found by their number before they are in the database. */
const A_LA_MANO = 20_000;
const HORA_MS = 3_600_000;

/** A line of the file: what is said of the attempt, and of whom it is, encrypted (base64). */
export interface Renglon extends Intento {
  sobre: string;
}

/** What may be shown of a line. */
export const intentoDe = ({ numero, en, que, causa, referencia, huella }: Renglon): Intento => ({
  numero,
  en,
  que,
  causa,
  referencia,
  ...definidos({ huella }),
});

/** There is no proof: nothing could be written, or no more fits. */
export class SinDondeAnotar extends Error {
  override readonly name = 'SinDondeAnotar';
}

interface OpcionesDeCarpeta {
  directorio: string;
  reloj: Reloj;
  bytesMaximos?: number;
  /** Opens a new file to append to it. */
  abrir?: (ruta: string) => Promise<FileHandle>;
}

interface Abierto {
  nombre: string;
  serie: string;
  archivo: FileHandle;
  bytes: number;
  cuantos: number;
}

interface EnEspera {
  de: Omit<Renglon, 'numero'>;
  listo: (r: Renglon) => void;
  no: (error: unknown) => void;
}

/**
 * Failed attempts, in files of this machine to which one only appends: they need no database. Who asks is answered once
 * the disk has it (fsync); those who ask at once share one. Each process writes in files of its own, one an hour, with
 * numbers that no other gives.
 */
export class CarpetaDeIntentos {
  readonly #o: Required<OpcionesDeCarpeta>;
  readonly #esperan: EnEspera[] = [];
  readonly #aLaMano = new Map<string, Renglon>();
  #abierto: Abierto | undefined;
  #escribiendo = false;
  /** Bytes of every file of the folder when the present one was opened, and of what was written since. */
  #ocupados = 0;

  constructor(o: OpcionesDeCarpeta) {
    this.#o = { bytesMaximos: BYTES_MAXIMOS, abrir: (ruta) => open(ruta, 'ax', 0o600), ...o };
  }

  /** @throws SinDondeAnotar */
  anotar(de: Omit<Renglon, 'numero'>): Promise<Renglon> {
    return new Promise((listo, no) => {
      this.#esperan.push({ de, listo, no });
      if (!this.#escribiendo) void this.#escribir();
    });
  }

  /** One that this process wrote, also if the database has not got it yet. */
  reciente(numero: string): Intento | undefined {
    const renglon = this.#aLaMano.get(numero);
    return renglon && intentoDe(renglon);
  }

  async #escribir(): Promise<void> {
    this.#escribiendo = true;
    while (this.#esperan.length > 0) {
      const lote = this.#esperan.splice(0);
      try {
        const renglones = await this.#escribirLote(lote);
        lote.forEach(({ listo }, i) => listo(renglones[i] as Renglon));
      } catch (causa) {
        for (const { no } of lote) no(new SinDondeAnotar('It could not be written', { cause: causa }));
      }
    }
    this.#escribiendo = false;
  }

  async #escribirLote(lote: readonly EnEspera[]): Promise<Renglon[]> {
    const abierto = await this.#deEstaHora();
    const ano = this.#o.reloj.hoy().slice(0, 4);
    const renglones = lote.map(({ de }, i) => ({
      numero: [
        `${ano}IN`,
        abierto.serie,
        String(abierto.cuantos + i + 1).padStart(6, '0'),
        textoAleatorio(4),
      ].join('-'),
      ...de,
    }));
    const bytes = Buffer.from(renglones.map((r) => `${JSON.stringify(r)}\n`).join(''));
    if (this.#ocupados + bytes.length > this.#o.bytesMaximos) throw new Error('The folder is full');
    try {
      await abierto.archivo.appendFile(bytes);
      await abierto.archivo.datasync();
    } catch (error) {
      await this.#deshacer(abierto);
      throw error;
    }
    abierto.bytes += bytes.length;
    abierto.cuantos += renglones.length;
    this.#ocupados += bytes.length;
    for (const r of renglones) this.#aLaMano.set(r.numero, r);
    for (const numero of this.#aLaMano.keys()) {
      if (this.#aLaMano.size <= A_LA_MANO) break;
      this.#aLaMano.delete(numero);
    }
    return renglones;
  }

  /** Half a line is nobody's proof: the file ends where it ended; if that fails too, nothing more is written in it. */
  async #deshacer(abierto: Abierto): Promise<void> {
    try {
      await abierto.archivo.truncate(abierto.bytes);
    } catch {
      this.#abierto = undefined;
      await abierto.archivo.close().catch(() => undefined);
    }
  }

  async #deEstaHora(): Promise<Abierto> {
    const hora = this.#o.reloj.ahora().toISOString().slice(0, 13);
    if (this.#abierto?.nombre.startsWith(hora)) return this.#abierto;
    await this.cerrar();
    await mkdir(this.#o.directorio, { recursive: true, mode: 0o700 });
    const serie = textoAleatorio(4);
    const nombre = `${hora}-${serie}.jsonl`;
    this.#ocupados = await this.#bytesDeTodos();
    const archivo = await this.#o.abrir(join(this.#o.directorio, nombre));
    await sincronizarDirectorio(this.#o.directorio);
    this.#abierto = { nombre, serie, archivo, bytes: 0, cuantos: 0 };
    return this.#abierto;
  }

  async #bytesDeTodos(): Promise<number> {
    const tamanos = await Promise.all(
      (await this.archivos()).map((nombre) =>
        stat(join(this.#o.directorio, nombre)).then(({ size }) => size),
      ),
    );
    return tamanos.reduce((suma, uno) => suma + uno, 0);
  }

  /** Names of the files of every process, the oldest first. */
  async archivos(): Promise<string[]> {
    const todos = await readdir(this.#o.directorio).catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return [];
      throw error;
    });
    return todos.filter((nombre) => nombre.endsWith('.jsonl')).sort();
  }

  /** What a file has from a byte on. A last line that was cut was answered to nobody, and is left out. */
  async leer(nombre: string, desde = 0): Promise<{ renglones: Renglon[]; hasta: number }> {
    const bytes = (await readFile(join(this.#o.directorio, nombre))).subarray(desde);
    const fin = bytes.lastIndexOf(0x0a) + 1;
    const lineas = bytes.subarray(0, fin).toString('utf8').split('\n').slice(0, -1);
    return { renglones: lineas.flatMap(leerRenglon), hasta: desde + fin };
  }

  /** Whether nobody writes in it any more: its hour ended more than another hour ago. */
  terminado(nombre: string): boolean {
    const hora = Date.parse(`${nombre.slice(0, 13)}:00:00Z`);
    return this.#o.reloj.ahora().getTime() > hora + 2 * HORA_MS;
  }

  async borrar(nombre: string): Promise<void> {
    await rm(join(this.#o.directorio, nombre), { force: true });
  }

  async cerrar(): Promise<void> {
    const abierto = this.#abierto;
    this.#abierto = undefined;
    await abierto?.archivo.close().catch(() => undefined);
  }
}

/** A name of the folder is on the disk only once the folder is. */
async function sincronizarDirectorio(directorio: string): Promise<void> {
  const carpeta = await open(directorio, 'r');
  try {
    await carpeta.sync();
  } finally {
    await carpeta.close();
  }
}

function leerRenglon(linea: string): Renglon[] {
  try {
    const leido = JSON.parse(linea) as Omit<Renglon, 'en'> & { en: string };
    return [{ ...leido, en: new Date(leido.en) }];
  } catch {
    return [];
  }
}
