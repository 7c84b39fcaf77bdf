import type { Formato } from './formatos.ts';
import { REGISTROS_MAXIMOS } from './formatos.ts';
import type { Cabecera } from './cabecera.ts';
import type { Hallazgo } from './hallazgo.ts';
import { Proporciones } from './proporciones.ts';
import { leerRegistro, quienEs } from './registro.ts';
import type { Celdas, RegistroLeido } from './registro.ts';

/** Concepts that the reporter declares with its own NIT: differences of exchange (1001) and impairment (1008). */
const DEL_PROPIO_INFORMANTE: Readonly<Record<string, string>> = { '1001': '5088', '1008': '1318' };

/** Columns that, besides the person and the concept, tell two records of one person apart. */
const DISTINGUEN = ['pais', 'entinfo', 'identfc', 'nitpcc', 'nitde', 'cta', 'tipcta'];

/**
 * A delivery while it is read, a record at a time and each only once: what it keeps is bounded, save for a number of
 * eight bytes a record with which those that repeat are found.
 */
export class Entrega {
  readonly formato: Formato;
  readonly #informante: string | undefined;
  readonly #proporciones: Proporciones;
  readonly #campos: readonly string[];
  readonly #filas = new Map<number, number>();
  readonly #personas = new Map<number, number>();
  #registros = 0;
  #total = 0n;
  #participacion = 0n;

  /** @param informante NIT of who delivers, without check digit, where it is known: the file does not say it */
  constructor(formato: Formato, informante?: string) {
    this.formato = formato;
    this.#informante = informante;
    this.#campos = formato.columnas.map((c) => c.campo);
    this.#proporciones = new Proporciones(formato.codigo);
  }

  get registros(): number {
    return this.#registros;
  }

  /** Whether no more records are read. */
  get llena(): boolean {
    return this.#registros >= REGISTROS_MAXIMOS;
  }

  /** Sum of the column that `ValorTotal` adds up. */
  get total(): bigint {
    return this.#total;
  }

  /** Looks at a record, alone and against those before it: what was read of it, with all that was found. */
  registro(fila: number, celdas: Celdas): RegistroLeido {
    const leido = leerRegistro(this.formato, fila, celdas);
    this.#registros += 1;
    this.#total += leido.valores.get(this.formato.valorTotal) ?? 0n;
    if (this.formato.codigo === '1010') {
      // `dec` is what stands after the comma: 5 is 0,05 where it is written with two digits, which the specification asks.
      this.#participacion += (leido.valores.get('por') ?? 0n) * 100n + (leido.valores.get('dec') ?? 0n);
    }
    return {
      ...leido,
      hallazgos: [
        ...leido.hallazgos,
        ...this.#repetidos(leido),
        ...this.#propio(leido),
        ...this.#proporciones.anotar(leido),
      ],
    };
  }

  /** Looks at another person of a record; undefined where the format has none. */
  titular(fila: number, celdas: Celdas): RegistroLeido | undefined {
    const { secundarios } = this.formato;
    return secundarios && leerRegistro(secundarios, fila, celdas);
  }

  /** What can only be said at the end. @param cab the header, in XML */
  cerrar(cab?: Cabecera): Hallazgo[] {
    const hallazgos: Hallazgo[] = [];
    const di = (campo: string, codigo: string, mensaje: string) =>
      void hallazgos.push({ fila: 0, campo, codigo, mensaje });
    if (this.#registros === 0) di('', 'sin-registros', 'El archivo no tiene ningún registro.');
    if (cab) {
      if (/^[0-9]+$/.test(cab.CantReg ?? '') && Number(cab.CantReg) !== this.#registros)
        di('CantReg', 'cantidad', `La cabecera dice ${cab.CantReg} registros y hay ${this.#registros}.`);
      const dicho = /^([0-9]{1,20})(?:\.0+)?$/.exec(cab.ValorTotal ?? '')?.[1];
      if (dicho !== undefined && BigInt(dicho) !== this.#total) {
        const veces = vecesDiez(BigInt(dicho), this.#total);
        di(
          'ValorTotal',
          'valor-total',
          `La cabecera dice ${BigInt(dicho)} y la columna ${this.formato.valorTotal} suma ${this.#total}${veces === undefined ? '' : `: uno es ${veces} veces el otro`}.`,
        );
      }
    }
    if (this.#participacion > 10_100n) di('por', 'porcentaje', 'Las participaciones suman más de 100 %.');
    return [...hallazgos, ...this.#proporciones.cerrar()];
  }

  #repetidos({ fila, celdas, valores }: RegistroLeido): Hallazgo[] {
    const { tipo, numero } = quienEs(this.formato);
    const toda = huella(this.#campos.map((c) => celdas[c] ?? ''));
    const igual = this.#filas.get(toda);
    if (igual !== undefined)
      return [{ fila, campo: '', codigo: 'fila-repetida', mensaje: `Es igual a la fila ${igual}.` }];
    this.#filas.set(toda, fila);
    // The twelve months of an account are twelve records of it.
    if (this.formato.codigo === '1019') return [];
    const persona = huella(
      ['cpt', tipo, numero, ...DISTINGUEN].map((c) => normal(celdas[c], valores.get(c))),
    );
    const otra = this.#personas.get(persona);
    if (otra === undefined) {
      this.#personas.set(persona, fila);
      return [];
    }
    const mensaje = `Es la misma persona${this.formato.conceptos ? ' y el mismo concepto' : ''} de la fila ${otra}. Sume los valores en una sola fila.`;
    return [{ fila, campo: numero, codigo: 'sospecha-persona-repetida', mensaje }];
  }

  #propio({ fila, celdas, valores }: RegistroLeido): Hallazgo[] {
    const { numero } = quienEs(this.formato);
    if (this.#informante === undefined || celdas[numero] !== this.#informante) return [];
    if (DEL_PROPIO_INFORMANTE[this.formato.codigo] === String(valores.get('cpt'))) return [];
    const mensaje =
      'Usted aparece entre los terceros que reporta. Revise que el NIT sea el de la otra persona.';
    return [{ fila, campo: numero, codigo: 'sospecha-informante', mensaje }];
  }
}

/** 10, 100, 1.000…, where one of two amounts is that many times the other. */
function vecesDiez(a: bigint, b: bigint): bigint | undefined {
  const [menor, mayor] = a < b ? [a, b] : [b, a];
  if (menor === 0n || mayor % menor !== 0n) return undefined;
  const veces = mayor / menor;
  return /^10+$/.test(String(veces)) ? veces : undefined;
}

const normal = (texto = '', valor?: bigint) =>
  valor === undefined ? texto.trim().toUpperCase() : String(valor);

/**
 * 53 bits of what a record says. Of 500.000 different records two are taken for the same once in some 70.000 deliveries.
 */
function huella(partes: readonly string[]): number {
  let [a, b] = [0xdeadbeef, 0x41c6ce57];
  for (const parte of partes) {
    for (let i = 0; i <= parte.length; i += 1) {
      // Past the end, a mark that no text has: «ab», «c» is not «a», «bc».
      const c = i < parte.length ? parte.charCodeAt(i) : 0x10ffff;
      a = Math.imul(a ^ c, 2654435761);
      b = Math.imul(b ^ c, 1597334677);
    }
  }
  a = Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909);
  b = Math.imul(b ^ (b >>> 16), 2246822507) ^ Math.imul(a ^ (a >>> 13), 3266489909);
  return 4294967296 * (2097151 & b) + (a >>> 0);
}
