import { esFecha, formatearFecha, type Fecha } from '@autogestion/normas/fechas';
import { digitoDeVerificacion } from '@autogestion/normas/nit';
import { campos, esTipoDeRegistro, LARGO_DE_LINEA, largoUtil, REGISTROS, TOPES } from './formato.ts';

/** What is wrong and where: one sentence for whoever loads the file. `linea` 0 is of the whole file. */
export interface Falta {
  linea: number;
  texto: string;
}

/** Money of one payment, as the bank tells it. */
interface LineaDeRecaudo {
  linea: number;
  /** What the bank read of the slip, without the zeros that fill the field. */
  recibo: string;
  /** Pesos. */
  valor: bigint;
  /** Names the operation within the bank, for ever. */
  referencia: string;
}

export interface ArchivoDeRecaudo {
  /** Three digits of the bank that collected. */
  banco: string;
  /** Day on which the money entered the bank. */
  dia: Fecha;
  diaDelArchivo: Fecha;
  modificador: string;
  lineas: readonly LineaDeRecaudo[];
  /** Pesos. */
  total: bigint;
}

interface Suma {
  registros: number;
  centavos: bigint;
}

type Encabezado = Pick<ArchivoDeRecaudo, 'banco' | 'dia' | 'diaDelArchivo' | 'modificador'>;

/**
 * Reads a file line by line and holds it to what it says of itself. A file is right whole or it is not: nothing of it is
 * used before `acabar`.
 */
export class LectorDeRecaudo {
  readonly faltas: Falta[] = [];
  masFaltas = 0;
  private numero = 0;
  private encabezado: Encabezado | undefined;
  private lote: (Suma & { numero: string; desde: number }) | undefined;
  private lotes = 0;
  private readonly total: Suma = { registros: 0, centavos: 0n };
  private cerrado = false;
  private enBlanco = 0;
  private readonly lineas: LineaDeRecaudo[] = [];
  private readonly vistas = new Map<string, number>();

  private readonly hoy: Fecha;

  constructor(hoy: Fecha) {
    this.hoy = hoy;
  }

  /** The next line, without its end. */
  linea(texto: string): void {
    this.numero += 1;
    if (texto.trim() === '' || texto === '\u001a') {
      this.enBlanco ||= this.numero;
      return;
    }
    if (this.enBlanco) this.falta('está en blanco en medio del archivo.', this.enBlanco);
    this.enBlanco = 0;
    const raro = /[^ -~]/.exec(texto);
    if (raro) {
      this.falta(
        `trae en la posición ${raro.index + 1} una letra que no es de este formato, como una tilde o una eñe.`,
      );
      return;
    }
    const tipo = texto.slice(0, 2);
    if (!esTipoDeRegistro(tipo)) {
      this.falta(`empieza por «${tipo}», y solo puede empezar por 01, 05, 06, 08 o 09.`);
      return;
    }
    if (texto.length > LARGO_DE_LINEA || texto.trimEnd().length < largoUtil(tipo)) {
      this.falta(
        `(${REGISTROS[tipo].nombre}) tiene ${texto.length} posiciones; se esperaban ${LARGO_DE_LINEA}.`,
      );
      return;
    }
    if (this.cerrado) this.falta('está después del control del archivo, que es lo último.');
    else if (tipo === '01') this.leerEncabezado(campos(tipo, texto));
    else if (!this.encabezado && this.numero === 1) this.falta('debía ser el encabezado del archivo (01).');
    if (tipo === '05') this.abrirLote(campos(tipo, texto));
    if (tipo === '06') this.leerDetalle(campos(tipo, texto));
    if (tipo === '08') this.cerrarLote(campos(tipo, texto));
    if (tipo === '09') this.cerrarArchivo(campos(tipo, texto));
  }

  /** @returns the file when everything in it is right; otherwise `faltas` says what is not */
  acabar(): ArchivoDeRecaudo | undefined {
    if (this.numero === 0) this.falta('El archivo está vacío.', 0);
    else if (!this.cerrado)
      this.falta(
        `El archivo está cortado: después de la línea ${this.numero} falta el control del archivo (09).`,
        0,
      );
    else if (this.lineas.length === 0 && this.faltas.length === 0)
      this.falta('El archivo no trae ningún pago.', 0);
    if (this.faltas.length > 0 || !this.encabezado) return undefined;
    return { ...this.encabezado, lineas: this.lineas, total: this.total.centavos / 100n };
  }

  falta(texto: string, linea = this.numero): void {
    if (this.faltas.length < TOPES.faltas)
      this.faltas.push({ linea, texto: linea === 0 ? texto : `La línea ${linea} ${texto}` });
    else this.masFaltas += 1;
  }

  private leerEncabezado(c: Record<string, string> & { nit: string; dia: string; banco: string }): void {
    if (this.encabezado || this.numero > 1) {
      this.falta('es otro encabezado de archivo (01), y solo puede haber uno, al comienzo.');
      return;
    }
    if (!esNit(c.nit)) this.falta('trae un NIT que no existe: su dígito de verificación no es ese.');
    if (!/^\d{3}$/.test(c.banco)) this.falta('no dice el banco con sus tres cifras.');
    const dia = this.leerDia(c.dia, 'la fecha del recaudo');
    const diaDelArchivo = this.leerDia(c.diaDelArchivo ?? '', 'la fecha del archivo');
    if (dia && diaDelArchivo && dia > diaDelArchivo)
      this.falta('dice que el dinero entró después del día del archivo.');
    if (!/^([01]\d|2[0-3])[0-5]\d$/.test(c.hora ?? '')) this.falta('trae una hora que no existe.');
    if (!/^[A-Z0-9]$/.test(c.modificador ?? ''))
      this.falta('no dice con una letra o una cifra qué archivo del día es (modificador).');
    // Read even where something is wrong in it, so that the rest of the file is not all wrong too.
    const valido = fechaO(dia, this.hoy);
    this.encabezado = {
      banco: c.banco,
      dia: valido,
      diaDelArchivo: fechaO(diaDelArchivo, this.hoy),
      modificador: c.modificador ?? '',
    };
  }

  private leerDia(texto: string, que: string): Fecha | undefined {
    const conGuiones = `${texto.slice(0, 4)}-${texto.slice(4, 6)}-${texto.slice(6, 8)}`;
    if (!/^\d{8}$/.test(texto) || !esFecha(conGuiones)) {
      this.falta(`trae en ${que} un día que no está en el calendario: «${texto}».`);
      return undefined;
    }
    if (conGuiones > this.hoy) {
      this.falta(`trae en ${que} un día que no ha llegado: ${formatearFecha(conGuiones)}.`);
      return undefined;
    }
    return conGuiones;
  }

  private abrirLote({ servicio, lote }: { servicio: string; lote: string }): void {
    if (this.lote) this.falta(`abre otro lote sin haber cerrado el de la línea ${this.lote.desde}.`);
    if (!/^\d{13}$/.test(servicio)) this.falta('no dice el servicio que se recauda con trece cifras.');
    if (!/^\d{4}$/.test(lote)) this.falta('no numera el lote con cuatro cifras.');
    this.lotes += 1;
    this.lote = { numero: lote, desde: this.numero, registros: 0, centavos: 0n };
  }

  private leerDetalle(c: ReturnType<typeof campos<'06'>>): void {
    this.total.registros += 1;
    if (this.lote) this.lote.registros += 1;
    else this.falta('trae un pago fuera de un lote (falta el registro 05).');
    const recibo = c.referencia.trim().replace(/^0+/, '');
    if (!/^[0-9A-Za-z]{1,40}$/.test(recibo))
      this.falta('no trae un número de recibo que se pueda leer en sus posiciones 3 a 50.');
    if (!/^(?:000|0? *)$/.test(c.devolucion))
      this.falta(
        `dice que el banco devolvió ese pago (causal ${c.devolucion.trim()}): pida al banco el archivo sin los pagos devueltos.`,
      );
    const valor = this.leerValor(c.valor);
    if (valor === undefined) return;
    if (this.lote) this.lote.centavos += valor;
    this.total.centavos += valor;
    const referencia = this.referenciaDe(c);
    const antes = this.vistas.get(referencia);
    if (antes !== undefined)
      this.falta(
        `repite la operación de la línea ${antes}: el mismo número, la misma oficina y el mismo día.`,
      );
    this.vistas.set(referencia, this.numero);
    this.lineas.push({ linea: this.numero, recibo, valor: valor / 100n, referencia });
  }

  /** @returns cents */
  private leerValor(texto: string): bigint | undefined {
    if (!/^\d{14}$/.test(texto)) {
      this.falta(`trae un valor que no son catorce cifras sin puntos, comas ni espacios: «${texto.trim()}».`);
      return undefined;
    }
    const centavos = BigInt(texto);
    if (centavos === 0n) this.falta('trae un pago de cero pesos.');
    else if (centavos % 100n !== 0n) this.falta('trae centavos: los impuestos se pagan en pesos.');
    return centavos;
  }

  /**
   * What tells an operation from another of the same bank: its numbers, with the office and the day. Where the bank gives
   * none, its place in that very file.
   */
  private referenciaDe(c: ReturnType<typeof campos<'06'>>): string {
    const dia = this.encabezado?.dia ?? '';
    const limpio = (t: string) => t.replaceAll(' ', '0');
    const operacion = `${limpio(c.operacion)}-${limpio(c.autorizacion)}`;
    return /[^0-]/.test(operacion)
      ? `${dia}-${limpio(c.sucursal)}-${operacion}`
      : `${dia}-${this.encabezado?.modificador}-l${this.numero}`;
  }

  private cerrarLote(c: { registros: string; valor: string; lote: string }): void {
    if (!this.lote) {
      this.falta('cierra un lote que no se había abierto.');
      return;
    }
    if (c.lote !== this.lote.numero)
      this.falta(`cierra el lote ${c.lote}, y el que está abierto es el ${this.lote.numero}.`);
    this.comparar('el lote', this.lote, c);
    this.lote = undefined;
  }

  private cerrarArchivo(c: { registros: string; valor: string }): void {
    this.cerrado = true;
    if (this.lote) this.falta(`cierra el archivo con el lote de la línea ${this.lote.desde} sin cerrar.`);
    if (this.lotes === 0) this.falta('cierra un archivo sin lotes.');
    this.comparar('el archivo', this.total, c);
  }

  private comparar(que: string, hay: Suma, dice: { registros: string; valor: string }): void {
    if (!/^\d{9}$/.test(dice.registros) || !/^\d{18}$/.test(dice.valor)) {
      this.falta(`no trae con cifras los totales de control de ${que}.`);
      return;
    }
    if (Number(dice.registros) !== hay.registros)
      this.falta(`dice que ${que} trae ${Number(dice.registros)} pagos, y trae ${hay.registros}.`);
    if (BigInt(dice.valor) !== hay.centavos)
      this.falta(`dice que ${que} suma ${enPesos(BigInt(dice.valor))}, y suma ${enPesos(hay.centavos)}.`);
  }
}

const fechaO = (dia: Fecha | undefined, otra: Fecha): Fecha => dia ?? otra;

/** Nine digits and the one of verification. */
function esNit(texto: string): boolean {
  const cuerpo = texto.slice(0, 9).replace(/^0+/, '');
  return /^\d{10}$/.test(texto) && cuerpo !== '' && digitoDeVerificacion(cuerpo) === Number(texto[9]);
}

/** With the cents when there are, because then they are what is wrong. */
function enPesos(centavos: bigint): string {
  const pesos = String(centavos / 100n).replace(/\B(?=(\d{3})+$)/g, '.');
  return `$ ${pesos}${centavos % 100n === 0n ? '' : `,${String(centavos % 100n).padStart(2, '0')}`}`;
}
