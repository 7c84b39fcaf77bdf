import { setImmediate as otroTurno } from 'node:timers/promises';
import { bien, falla, type Resultado } from '@autogestion/normas/resultado';
import { diccionariosDe, esActivo, vaAUnaPagina } from './contenido-activo.ts';
import { desplegar, filtrosDe } from './filtros.ts';
import { gastar, PdfIlegible, type Diccionario, type Presupuesto, type Valor } from '../pdf/lexico.ts';
import { colasDe, objetosComprimidos, objetosDe, type Objeto } from './objetos.ts';

export type CodigoPdf =
  'pdf-ilegible' | 'pdf-con-contrasena' | 'pdf-activo' | 'pdf-desmedido' | 'pdf-demasiadas-paginas';

/** House rules: no law says how much a document may unfold to. */
export const LIMITES_PDF = {
  paginas: 1_000,
  objetos: 300_000,
  /** Bytes of one stream, unfolded: a sheet of 600 dots per inch in colour is 104 MB. */
  porFlujo: 128 * 2 ** 20,
  /** Of all of them together. */
  total: 512 * 2 ** 20,
  /** Of the streams of objects, which are kept one by one to be read. */
  deObjetos: 64 * 2 ** 20,
  /** Of one of them: programs put a hundred or two in each. */
  unoDeObjetos: 8 * 2 ** 20,
  /** Of one picture. */
  pixeles: 200_000_000,
  /** Streams that are long or damaged, and have to be unfolded apart: twenty megabytes hold some 1.300 that are honest. */
  flujosLentos: 5_000,
  /** Of all the walk. By its steps it is over in a few seconds; this is for what nobody thought of. */
  milisegundos: 60_000,
};

const MENSAJES: Record<CodigoPdf, string> = {
  'pdf-ilegible':
    'No pudimos leer este PDF: puede estar dañado o incompleto. Ábralo, imprímalo o guárdelo como un PDF nuevo y suba ese.',
  'pdf-con-contrasena':
    'Este PDF tiene contraseña o está protegido. Guárdelo sin contraseña y súbalo otra vez.',
  'pdf-activo':
    'Este PDF trae dentro programas, formularios que actúan u otros archivos, y no podemos recibirlo así. Ábralo, imprímalo como PDF y suba el nuevo. Si es un documento que le dio esta oficina, suba el archivo tal como lo descargó.',
  'pdf-desmedido':
    'Este PDF ocupa demasiado al abrirlo. Guárdelo con las imágenes a menor resolución y súbalo otra vez.',
  'pdf-demasiadas-paginas': `Este PDF tiene más de ${LIMITES_PDF.paginas} páginas. Divídalo en partes y suba las que hacen falta.`,
};

class Rechazo extends Error {
  readonly codigo: CodigoPdf;
  constructor(codigo: CodigoPdf) {
    super(codigo);
    this.codigo = codigo;
  }
}

/**
 * Whether a PDF may be kept and handed to an official: whole, without password, without anything that acts and without
 * more inside than it seems. It looks at every object of the file and not only at those that its tables reach, in a
 * time bounded by its size, and lets others work every few milliseconds.
 */
export async function inspeccionarPdf(bytes: Uint8Array): Promise<Resultado<{ paginas: number }, CodigoPdf>> {
  try {
    const paginas = await new Inspeccion(
      Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength),
    ).hacer();
    return bien({ paginas });
  } catch (error) {
    if (error instanceof Rechazo) return falla(error.codigo, MENSAJES[error.codigo]);
    if (error instanceof PdfIlegible) return falla('pdf-ilegible', MENSAJES['pdf-ilegible']);
    throw error;
  }
}

/** Where the end of a whole file is looked for. */
const FINAL = 4_096;
const TURNO_MS = 15;

class Inspeccion {
  readonly #bytes: Buffer;
  readonly #presupuesto: Presupuesto;
  readonly #paginas = new Set<number>();
  /** By object, whether as an action it only goes to a page. */
  readonly #inocuos = new Map<number, boolean>();
  readonly #alAbrir = new Set<number>();
  #objetos = 0;
  #desplegado = 0;
  #deObjetos = 0;
  #conRaiz = false;
  #lentos = 0;

  constructor(bytes: Buffer) {
    this.#bytes = bytes;
    this.#presupuesto = { quedan: 4 * bytes.length + 1_000_000 };
  }

  async hacer(): Promise<number> {
    const final = this.#bytes.subarray(-FINAL);
    if (!/^%PDF-[12]\.\d/.test(this.#bytes.subarray(0, 9).toString('latin1')))
      throw new PdfIlegible('It does not begin as a PDF');
    if (!final.includes('startxref') || !final.includes('%%EOF')) throw new PdfIlegible('It does not end');
    for (const cola of colasDe(this.#bytes, this.#presupuesto)) this.#mirar(cola);
    const inicio = performance.now();
    let turno = inicio;
    for (const objeto of objetosDe(this.#bytes, this.#presupuesto)) {
      this.#anotar(objeto);
      if (objeto.flujo !== undefined && objeto.valor instanceof Map)
        await this.#desplegar(objeto.valor, objeto.flujo);
      if (performance.now() - turno < TURNO_MS) continue;
      await otroTurno();
      turno = performance.now();
      if (turno - inicio > LIMITES_PDF.milisegundos) throw new Rechazo('pdf-desmedido');
    }
    return this.#concluir();
  }

  #concluir(): number {
    if ([...this.#alAbrir].some((n) => this.#inocuos.get(n) === false)) throw new Rechazo('pdf-activo');
    if (!this.#conRaiz || this.#paginas.size === 0) throw new PdfIlegible('It has no pages');
    return this.#paginas.size;
  }

  #anotar({ numero, valor }: Objeto): void {
    if (++this.#objetos > LIMITES_PDF.objetos) throw new PdfIlegible('It has too many objects');
    this.#mirar(valor);
    this.#inocuos.set(numero, vaAUnaPagina(valor) && this.#inocuos.get(numero) !== false);
    if (valor instanceof Map && valor.get('Type') === 'Page') this.#paginas.add(numero);
    if (this.#paginas.size > LIMITES_PDF.paginas) throw new Rechazo('pdf-demasiadas-paginas');
  }

  #mirar(valor: Valor): void {
    for (const d of diccionariosDe(valor)) {
      if (d.has('Encrypt')) throw new Rechazo('pdf-con-contrasena');
      if (esActivo(d)) throw new Rechazo('pdf-activo');
      if (d.has('Root')) this.#conRaiz = true;
      const abre = d.get('OpenAction');
      if (typeof abre === 'object' && abre && 'clase' in abre && abre.clase === 'referencia')
        this.#alAbrir.add(abre.numero);
    }
  }

  async #desplegar(d: Diccionario, desde: number): Promise<void> {
    // A stream whose bytes are in another file.
    if (d.has('FFilter') || (d.has('F') && typeof d.get('F') === 'object')) throw new Rechazo('pdf-activo');
    const [ancho, alto] = [d.get('Width'), d.get('Height')];
    if (typeof ancho === 'number' && typeof alto === 'number' && ancho * alto > LIMITES_PDF.pixeles)
      throw new Rechazo('pdf-desmedido');
    const conObjetos = typeof d.get('N') === 'number' && typeof d.get('First') === 'number';
    // What is kept is no more than half of the file, unless it is small.
    const guardado = Math.min(LIMITES_PDF.unoDeObjetos, Math.max(2 ** 20, this.#bytes.length / 2));
    const suyo = conObjetos ? guardado : LIMITES_PDF.porFlujo;
    const resto = LIMITES_PDF.total - this.#desplegado;
    const final = this.#bytes.indexOf('endstream', desde);
    const crudo = (final < 0 ? this.#bytes.length : final) - desde;
    // Nobody goes through the file again and again: the readers and these searches spend from one purse.
    gastar(this.#presupuesto, crudo);
    const hecho = await desplegar(
      filtrosDe(d) ?? ['FlateDecode'],
      this.#bytes.subarray(desde),
      crudo,
      { maximo: Math.min(suyo, resto), conservar: conObjetos ? suyo : 0 },
      {
        bytes: (n) => gastar(this.#presupuesto, n),
        lento: () => {
          if (++this.#lentos > LIMITES_PDF.flujosLentos) throw new Rechazo('pdf-desmedido');
        },
      },
    );
    if (!hecho) throw new PdfIlegible('It is compressed in a way that documents do not use');
    this.#desplegado += hecho.largo;
    if (hecho.pasado) throw new Rechazo('pdf-desmedido');
    if (conObjetos) this.#comprimidos(d, hecho.contenido);
  }

  #comprimidos(d: Diccionario, contenido: Buffer): void {
    this.#deObjetos += contenido.length;
    if (this.#deObjetos > LIMITES_PDF.deObjetos) throw new Rechazo('pdf-desmedido');
    // A predictor would have to be undone first; no producer of documents puts one on its objects.
    const parametros = [d.get('DecodeParms') ?? d.get('DP') ?? null].flat();
    if (parametros.some((p) => p instanceof Map && Number(p.get('Predictor') ?? 1) > 1))
      throw new PdfIlegible('Its objects are written over a predictor');
    this.#presupuesto.quedan += 4 * contenido.length;
    const lugar = { cuantos: Number(d.get('N')), primero: Number(d.get('First')) };
    for (const objeto of objetosComprimidos(contenido, lugar, this.#presupuesto)) this.#anotar(objeto);
  }
}
