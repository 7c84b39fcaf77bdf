import {
  Entrega,
  FORMATOS,
  formatoDeExogena,
  formatosDeTitulos,
  reconocerTitulos,
  REGISTROS_MAXIMOS,
  validarCabecera,
} from '@autogestion/normas/exogena';
import type {
  Cabecera,
  Celdas,
  Formato,
  Hallazgo,
  RegistroLeido,
  Titulos,
} from '@autogestion/normas/exogena';
import { abrirArchivo, BYTES_MAXIMOS } from './lectura/abrir-archivo.ts';
import { fuenteDeDisco, type Fuente } from './lectura/fuente.ts';
import { ArchivoCortado } from './lectura/ilegible.ts';
import { CsvRoto, leerCsv, type FilaDeTabla } from './lectura/leer-csv.ts';
import { leerXlsx } from './lectura/leer-xlsx.ts';
import { leerXml, XmlRoto } from './lectura/leer-xml.ts';

interface Pedido {
  /** Four digits, where the file does not say it. */
  formato?: string;
  /** NIT of who delivers, without check digit. */
  informante?: string;
  /** What whoever delivers said that it is: a file that says otherwise is not it. */
  esperado?: { anio: number; reemplazo: boolean };
  alHallar: (hallazgo: Hallazgo) => Promise<void> | void;
  /** Each record, right or wrong, and after it the other persons that it names. */
  alLeer?: (
    formato: Formato,
    leido: RegistroLeido,
    titulares: readonly RegistroLeido[],
  ) => Promise<void> | void;
  /** Called now and then with the records that were read. */
  alAvanzar?: (registros: number) => Promise<void> | void;
  /** Bytes of the largest file. */
  maximo?: number;
}

export interface Validado {
  formato: string | null;
  version: number | null;
  registros: number;
  /** Sum of the column of its format that `ValorTotal` adds up. */
  total: bigint;
}

const CADA_CUANTOS = 50_000;

/** Of a file on disk, what `revisarFuente` tells. @throws ArchivoIlegible */
export const validarArchivo = async (ruta: string, pedido: Pedido): Promise<Validado> =>
  revisarFuente(await fuenteDeDisco(ruta), pedido);

/**
 * Reads a delivery of third-party information (XML or CSV, compressed with gzip or not, or XLSX) and tells all that is wrong
 * in it, in the order of the file and as it is found: neither the file nor its faults are kept in memory.
 *
 * @throws ArchivoIlegible when it is not read at all.
 */
export async function revisarFuente(fuente: Fuente, pedido: Pedido): Promise<Validado> {
  const maximo = pedido.maximo ?? BYTES_MAXIMOS;
  const abierto = await abrirArchivo(fuente, maximo);
  const curso = new Curso(pedido);
  try {
    if (abierto.tipo === 'xml')
      await validarXml(abierto.texto(), fuente.nombre.replace(/\.gz$/, ''), pedido, curso);
    else if (abierto.tipo === 'csv')
      await validarTabla(leerCsv(abierto.texto()), fuente.nombre, pedido, curso);
    else await validarLibro(fuente, maximo, pedido, curso);
  } catch (error) {
    const dicho = deLectura(error);
    if (!dicho) throw error;
    await pedido.alHallar(dicho);
  }
  return curso.validado();
}

async function validarLibro(fuente: Fuente, maximo: number, pedido: Pedido, curso: Curso): Promise<void> {
  const libro = await leerXlsx(fuente, maximo);
  if (libro.otrasHojas > 0)
    await curso.delArchivo(
      'sospecha-otras-hojas',
      'El libro tiene otras hojas: solo se lee la primera. Revise que los datos estén ahí.',
    );
  await validarTabla(libro.filas(), fuente.nombre, pedido, curso, false);
  for (const { fila, rango } of libro.combinadas)
    await curso.decir([
      {
        fila,
        campo: '',
        codigo: 'celdas-combinadas',
        mensaje: `Las celdas ${rango} están combinadas. Sepárelas y escriba el dato en cada una.`,
      },
    ]);
}

function deLectura(error: unknown): Hallazgo | undefined {
  if (error instanceof CsvRoto)
    return { fila: error.fila, campo: '', codigo: 'comillas', mensaje: error.message };
  return error instanceof ArchivoCortado || error instanceof XmlRoto
    ? { fila: 0, campo: '', codigo: error.codigo, mensaje: error.message }
    : undefined;
}

/** The delivery from the moment when its format is known. */
class Curso {
  readonly #pedido: Pedido;
  entrega: Entrega | undefined;
  /** What the file says that it is, where that is no format of ours. */
  dicho: string | null = null;

  constructor(pedido: Pedido) {
    this.#pedido = pedido;
  }

  empezar(formato: Formato): Entrega {
    this.entrega = new Entrega(formato, this.#pedido.informante);
    return this.entrega;
  }

  async registro(
    entrega: Entrega,
    fila: number,
    celdas: Celdas,
    titulares: readonly Celdas[] = [],
  ): Promise<void> {
    const leido = entrega.registro(fila, celdas);
    if (leido.hallazgos.length > 0) await this.decir(leido.hallazgos);
    const otros = titulares.flatMap((t) => entrega.titular(fila, t) ?? []);
    for (const t of otros) await this.decir(t.hallazgos);
    const hecho = this.#pedido.alLeer?.(entrega.formato, leido, otros);
    if (hecho) await hecho;
    if (entrega.registros % CADA_CUANTOS === 0) await this.#pedido.alAvanzar?.(entrega.registros);
  }

  async decir(hallazgos: readonly Hallazgo[]): Promise<void> {
    for (const h of hallazgos) await this.#pedido.alHallar(h);
  }

  async delArchivo(codigo: string, mensaje: string): Promise<void> {
    await this.#pedido.alHallar({ fila: 0, campo: '', codigo, mensaje });
  }

  async demasiados(): Promise<void> {
    await this.delArchivo(
      'demasiados-registros',
      `El archivo pasa de ${REGISTROS_MAXIMOS} registros: los demás no se revisaron. Divídalo.`,
    );
  }

  validado(): Validado {
    const { formato } = this.entrega ?? {};
    return {
      formato: formato?.codigo ?? this.dicho,
      version: formato?.version ?? null,
      registros: this.entrega?.registros ?? 0,
      total: this.entrega?.total ?? 0n,
    };
  }
}

const SIN_FORMATO = `No se sabe de qué formato es, o es uno que no se revisa. Se revisan: ${FORMATOS.map((f) => f.codigo).join(', ')}.`;

async function validarXml(
  texto: AsyncGenerator<string>,
  nombre: string,
  pedido: Pedido,
  curso: Curso,
): Promise<void> {
  let cabecera: Cabecera | undefined;
  let entrega: Entrega | undefined;
  let fila = 0;
  for await (const pieza of leerXml(texto)) {
    if (pieza.clase === 'sobra') {
      await curso.decir([sobra(fila, pieza.que)]);
    } else if (pieza.clase === 'cabecera') {
      if (cabecera || entrega)
        await curso.delArchivo('cabecera', 'La cabecera (Cab) va una sola vez y al comienzo.');
      cabecera ??= pieza.cabecera;
      await curso.decir([
        ...validarCabecera(pieza.cabecera, nombre),
        ...contraLoDicho(pieza.cabecera, pedido),
      ]);
      curso.dicho = /^[0-9]{4}$/.exec(cabecera.Formato ?? '')?.[0] ?? null;
    } else {
      fila += 1;
      if (!entrega) {
        const formato = formatoDelXml(cabecera, nombre, pedido, pieza.elemento);
        if (!formato) return curso.delArchivo('formato', SIN_FORMATO);
        entrega = curso.empezar(formato);
      }
      if (entrega.llena) return curso.demasiados();
      await curso.decir(deOtroFormato(entrega.formato, fila, pieza.elemento, pieza.atributos));
      for (const que of pieza.sobras) await curso.decir([sobra(fila, que)]);
      if (pieza.titulares.length > 0 && !entrega.formato.secundarios)
        await curso.decir([sobra(fila, 'el elemento «titSec»')]);
      await curso.registro(entrega, fila, pieza.atributos, pieza.titulares);
    }
  }
  if (!cabecera) await curso.delArchivo('cabecera-faltante', 'Falta la cabecera (Cab).');
  const formato = formatoDelXml(cabecera, nombre, pedido, '');
  if (!entrega && formato) entrega = curso.empezar(formato);
  if (entrega) await curso.decir(entrega.cerrar(cabecera));
  else await curso.delArchivo('formato', SIN_FORMATO);
}

const sobra = (fila: number, que: string): Hallazgo => ({
  fila,
  campo: '',
  codigo: 'sobra',
  mensaje: `Sobra ${que}: los datos van como atributos.`,
});

/** The header against what was said when the file was brought. */
function contraLoDicho(cab: Cabecera, { esperado }: Pedido): Hallazgo[] {
  if (!esperado) return [];
  const hallazgos: Hallazgo[] = [];
  const di = (campo: string, codigo: string, mensaje: string) =>
    void hallazgos.push({ fila: 0, campo, codigo, mensaje });
  const anio = /^([0-9]{4})-/.exec(cab.FecFinal ?? '')?.[1];
  if (anio !== undefined && Number(anio) !== esperado.anio)
    di('FecFinal', 'anio-dicho', `Usted eligió el año ${esperado.anio} y el archivo es de ${anio}.`);
  const reemplaza = /^0?([12])$/.exec(cab.CodCpt ?? '')?.[1];
  if (reemplaza !== undefined && (reemplaza === '2') !== esperado.reemplazo)
    di(
      'CodCpt',
      'concepto-dicho',
      esperado.reemplazo
        ? 'Usted dijo que reemplaza una entrega, y el archivo dice que es nueva (concepto 1).'
        : 'El archivo dice que reemplaza una entrega (concepto 2). Empiece otra vez y elija cuál.',
    );
  return hallazgos;
}

function formatoDelXml(
  cabecera: Cabecera | undefined,
  nombre: string,
  { formato }: Pedido,
  elemento: string,
): Formato | undefined {
  const dicho = formato ?? cabecera?.Formato ?? /^Dmuisca_[0-9]{3}([0-9]{4})/.exec(nombre)?.[1];
  return dicho === undefined ? FORMATOS.find((f) => f.registro === elemento) : formatoDeExogena(dicho);
}

function deOtroFormato(formato: Formato, fila: number, elemento: string, atributos: Celdas): Hallazgo[] {
  const { codigo, registro, porCampo } = formato;
  if (elemento !== registro)
    return [
      {
        fila,
        campo: '',
        codigo: 'elemento',
        mensaje: `Los registros del formato ${codigo} son «${registro}».`,
      },
    ];
  return Object.keys(atributos)
    .filter((a) => !porCampo.has(a))
    .map((a) => ({
      fila,
      campo: a.slice(0, 40),
      codigo: 'columna-desconocida',
      mensaje: `El formato ${codigo} no tiene este atributo.`,
    }));
}

async function validarTabla(
  filas: AsyncGenerator<FilaDeTabla>,
  nombre: string,
  pedido: Pedido,
  curso: Curso,
  // In a workbook the cells at the end of a row that are empty are not there.
  deTexto = true,
): Promise<void> {
  let titulos: string[] | undefined;
  let columnas: Titulos['columnas'] = [];
  let entrega: Entrega | undefined;
  for await (const { fila, celdas, formulas } of filas) {
    if (!titulos) {
      titulos = celdas;
      continue;
    }
    if (!entrega) {
      const formato = formatoDeLaTabla(titulos, celdas, nombre, pedido);
      if (!formato) return curso.delArchivo('formato', SIN_FORMATO);
      entrega = curso.empezar(formato);
      const reconocidos = reconocerTitulos(formato, titulos);
      columnas = reconocidos.columnas;
      await curso.decir(reconocidos.hallazgos);
      // Of a file without the columns of its format each row would say the same.
      if (!columnas.some((c) => c !== undefined)) return;
    }
    if (entrega.llena) return curso.demasiados();
    for (const i of formulas ?? [])
      await curso.decir([
        { fila, campo: columnas[i]?.campo ?? '', codigo: 'formula-en-celda', mensaje: CON_FORMULA },
      ]);
    if ((deTexto && celdas.length < columnas.length) || celdas.slice(columnas.length).some((c) => c !== ''))
      await curso.decir([otrasCeldas(fila, celdas.length, columnas.length)]);
    const registro: Record<string, string> = {};
    for (const [i, columna] of columnas.entries()) if (columna) registro[columna.campo] ??= celdas[i] ?? '';
    await curso.registro(entrega, fila, registro);
  }
  if (entrega) return curso.decir(entrega.cerrar());
  const [formato] = titulos ? formatosDeTitulos(titulos) : [];
  if (formato) await curso.decir(curso.empezar(formato).cerrar());
  else await curso.delArchivo('formato', SIN_FORMATO);
}

const CON_FORMULA =
  'La celda tiene una fórmula. Copie la columna y péguela como valores, para entregar lo que usted ve.';

const otrasCeldas = (fila: number, hay: number, titulos: number): Hallazgo => ({
  fila,
  campo: '',
  codigo: 'celdas',
  mensaje: `La fila tiene ${hay} celdas y los títulos son ${titulos}. Revise que no sobre ni falte un separador.`,
});

/** What was asked for, what the name says, or the titles; of formats with the same columns, the one of its concept. */
function formatoDeLaTabla(
  titulos: string[],
  primera: string[],
  nombre: string,
  pedido: Pedido,
): Formato | undefined {
  const dicho = pedido.formato ?? /^Dmuisca_[0-9]{3}([0-9]{4})/.exec(nombre)?.[1];
  if (dicho !== undefined) return formatoDeExogena(dicho);
  const posibles = formatosDeTitulos(titulos);
  const delNombre = FORMATOS.find((f) => new RegExp(`(?<![0-9])${f.codigo}(?![0-9])`).test(nombre));
  if (delNombre && (posibles.length === 0 || posibles.includes(delNombre))) return delNombre;
  const concepto = (f: Formato) =>
    primera[reconocerTitulos(f, titulos).columnas.findIndex((c) => c?.campo === 'cpt')] ?? '';
  return posibles.find((f) => f.conceptos?.has(concepto(f))) ?? posibles[0];
}
