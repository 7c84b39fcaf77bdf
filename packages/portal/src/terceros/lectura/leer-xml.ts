import { SaxesParser } from 'saxes';

/** What an XML delivery brings, in its order. */
type Pieza =
  | { clase: 'cabecera'; cabecera: Record<string, string> }
  | {
      clase: 'registro';
      elemento: string;
      atributos: Record<string, string>;
      /** Its other persons (`titSec`). */
      titulares: Record<string, string>[];
      sobras: string[];
    }
  | { clase: 'sobra'; que: string };

/** It is no XML, or one that is not read: the message is for who delivers it. */
export class XmlRoto extends Error {
  readonly codigo: 'xml' | 'xml-peligroso' | 'truncado';

  constructor(codigo: 'xml' | 'xml-peligroso' | 'truncado', mensaje: string) {
    super(mensaje);
    this.name = 'XmlRoto';
    this.codigo = codigo;
  }
}

/** Neither an element nor a text of a delivery comes near to this; the parser keeps each whole in memory. */
const ETIQUETA_MAXIMA = 256 * 1024;
const HONDO_MAXIMO = 3;
/** House rule: holders of one account besides the first, and what is said of one record. */
const TITULARES_MAXIMOS = 50;
const SOBRAS_DICHAS = 20;

/**
 * The header and the records of `<mas><Cab>…</Cab><pagos …/>…</mas>`, a piece at a time. A document type, an entity of
 * one's own, a processing instruction or anything nested deeper is refused.
 *
 * @throws XmlRoto
 */
export async function* leerXml(texto: AsyncGenerator<string>): AsyncGenerator<Pieza> {
  const lector = new Lector();
  for await (const trozo of texto) {
    lector.escribir(trozo);
    yield* lector.sacar();
  }
  lector.terminar();
  yield* lector.sacar();
}

class Lector {
  readonly #sax = new SaxesParser();
  readonly #abiertos: string[] = [];
  #piezas: Pieza[] = [];
  #cabecera: Record<string, string> | undefined;
  #registro: Extract<Pieza, { clase: 'registro' }> | undefined;
  #dato = '';
  #desdeElUltimo = 0;
  #cerrado = false;
  #termina = false;

  constructor() {
    const sax = this.#sax;
    sax.on('error', (error) => {
      if (this.#termina && /unclosed|unexpected end|must contain a root/i.test(error.message))
        throw new XmlRoto('truncado', 'El archivo está incompleto: se cortó antes de terminar.');
      throw new XmlRoto('xml', `El XML está mal formado en la línea ${sax.line}.`);
    });
    sax.on('doctype', () => peligroso('una declaración DOCTYPE'));
    sax.on('processinginstruction', () => peligroso('una instrucción de proceso'));
    sax.on('opentag', ({ name, attributes }) => this.#abre(name, attributes));
    sax.on('closetag', ({ name }) => this.#cierra(name));
    sax.on('text', (t) => this.#texto(t));
    sax.on('cdata', (t) => this.#texto(t));
  }

  escribir(trozo: string): void {
    this.#desdeElUltimo += trozo.length;
    this.#sax.write(trozo);
    if (this.#desdeElUltimo > ETIQUETA_MAXIMA)
      throw new XmlRoto(
        'xml-peligroso',
        `Hay un elemento demasiado largo cerca de la línea ${this.#sax.line}.`,
      );
  }

  terminar(): void {
    this.#termina = true;
    this.#sax.close();
    if (!this.#cerrado) throw new XmlRoto('truncado', 'El archivo está incompleto: falta cerrar «mas».');
  }

  sacar(): Pieza[] {
    const hay = this.#piezas;
    this.#piezas = [];
    return hay;
  }

  #abre(nombre: string, atributos: Record<string, string>): void {
    this.#desdeElUltimo = 0;
    this.#dato = '';
    this.#abiertos.push(nombre);
    const hondo = this.#abiertos.length;
    if (hondo > HONDO_MAXIMO)
      throw new XmlRoto('xml-peligroso', 'El XML tiene elementos dentro de otros sin fin.');
    if (hondo === 1) {
      if (nombre !== 'mas') throw new XmlRoto('xml', 'El primer elemento del XML debe ser «mas».');
    } else if (hondo === 2) {
      if (nombre === 'Cab') this.#cabecera = {};
      else
        this.#registro = {
          clase: 'registro',
          elemento: nombre,
          atributos: { ...atributos },
          titulares: [],
          sobras: [],
        };
    } else if (this.#registro && nombre === 'titSec') {
      if (this.#registro.titulares.length < TITULARES_MAXIMOS)
        this.#registro.titulares.push({ ...atributos });
      else this.#sobra('más titulares de los que se admiten');
    } else if (this.#abiertos[1] !== 'Cab') {
      this.#sobra(`el elemento «${nombre.slice(0, 40)}»`);
    }
  }

  #cierra(nombre: string): void {
    this.#desdeElUltimo = 0;
    const hondo = this.#abiertos.length;
    if (hondo === 3 && this.#cabecera && this.#abiertos[1] === 'Cab')
      this.#cabecera[nombre] = this.#dato.trim();
    if (hondo === 2 && nombre === 'Cab' && this.#cabecera)
      this.#piezas.push({ clase: 'cabecera', cabecera: this.#cabecera });
    if (hondo === 2 && this.#registro) {
      this.#piezas.push(this.#registro);
      this.#registro = undefined;
    }
    if (hondo === 1) this.#cerrado = true;
    this.#abiertos.pop();
  }

  #texto(texto: string): void {
    if (this.#abiertos.length === 3 && this.#abiertos[1] === 'Cab')
      this.#dato = (this.#dato + texto).slice(0, 200);
    else if (texto.trim() !== '') this.#sobra('un texto suelto');
  }

  #sobra(que: string): void {
    if (!this.#registro) this.#piezas.push({ clase: 'sobra', que });
    else if (this.#registro.sobras.length < SOBRAS_DICHAS) this.#registro.sobras.push(que);
  }
}

function peligroso(que: string): never {
  throw new XmlRoto('xml-peligroso', `El XML lleva ${que}, que no se admite.`);
}
