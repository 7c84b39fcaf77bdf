import { municipio, pais, CODIGO_COLOMBIA } from '../geografia/index.ts';
import { analizarNumeroDocumento, tipoDocumento } from '../documentos-identidad/index.ts';
import { digitoDeVerificacion } from '../nit/index.ts';
import { SEUDO_IDENTIFICACIONES, TIPOS_DE_DOCUMENTO_DE_EXOGENA } from './formatos.ts';
import type { Formato } from './formatos.ts';
import type { Hallazgo } from './hallazgo.ts';
import { leerCelda } from './leer-celda.ts';

/** The cells of a record by the attribute of their column; what is not there is empty. */
export type Celdas = Readonly<Record<string, string>>;

/** A record with what was read of it. */
export interface RegistroLeido {
  fila: number;
  celdas: Celdas;
  /** The figures and codes that could be read. */
  valores: ReadonlyMap<string, bigint>;
  hallazgos: readonly Hallazgo[];
}

/** The names that the columns about the person have: 2276 names its own. */
interface QuienEs {
  tipo: string;
  numero: string;
  apellido: string;
  nombre: string;
  municipio: string;
}

export function quienEs({ porCampo }: Formato): QuienEs {
  const mun = porCampo.has('mcpo') ? 'mcpo' : 'mun';
  if (porCampo.has('nids'))
    return { tipo: 'tdocs', numero: 'nids', apellido: 'apl1s', nombre: 'nom1s', municipio: mun };
  return porCampo.has('nitb')
    ? { tipo: 'tdocb', numero: 'nitb', apellido: 'pap', nombre: 'pno', municipio: mun }
    : { tipo: 'tdoc', numero: 'nid', apellido: 'apl1', nombre: 'nom1', municipio: mun };
}

/** Reads a record and looks at it alone: each cell, and what its cells say together. */
export function leerRegistro(formato: Formato, fila: number, celdas: Celdas): RegistroLeido {
  const hallazgos: Hallazgo[] = [];
  const valores = new Map<string, bigint>();
  const di = (campo: string, codigo: string, mensaje: string) =>
    void hallazgos.push({ fila, campo, codigo, mensaje });
  for (const columna of formato.columnas) {
    const leida = leerCelda(columna, celdas[columna.campo] ?? '');
    if (leida.valor !== undefined) valores.set(columna.campo, leida.valor);
    if (!leida.ok) di(columna.campo, leida.codigo, leida.mensaje);
  }
  const malas = new Set(hallazgos.map((h) => h.campo));
  const vista: Vista = { formato, celdas, valores, malas, di, quien: quienEs(formato) };
  for (const regla of REGLAS) regla(vista);
  return { fila, celdas, valores, hallazgos };
}

interface Vista {
  formato: Formato;
  celdas: Celdas;
  valores: ReadonlyMap<string, bigint>;
  /** Columns with a fault already: nothing more is said of them. */
  malas: ReadonlySet<string>;
  quien: QuienEs;
  di: (campo: string, codigo: string, mensaje: string) => void;
}

const REGLAS: readonly ((v: Vista) => void)[] = [concepto, documento, nombre, lugar, cifras];

function concepto({ formato: { conceptos, codigo }, valores, malas, di }: Vista): void {
  const cual = valores.get('cpt');
  if (!conceptos || cual === undefined || malas.has('cpt') || conceptos.has(String(cual))) return;
  di('cpt', 'concepto', `El concepto ${cual} no es del formato ${codigo}.`);
}

function documento({ quien, celdas, valores, malas, di }: Vista): void {
  if (malas.has(quien.tipo) || malas.has(quien.numero)) return;
  const tipo = String(valores.get(quien.tipo) ?? '').padStart(2, '0');
  if (!TIPOS_DE_DOCUMENTO_DE_EXOGENA.has(tipo))
    return di(quien.tipo, 'tipo-de-documento', `El tipo de documento ${tipo} no existe.`);
  const numero = celdas[quien.numero] ?? '';
  const seudo = esSeudo(numero);
  if (seudo !== (tipo === SEUDO_IDENTIFICACIONES.tipo)) {
    const { tipo: t, cuantiasMenores } = SEUDO_IDENTIFICACIONES;
    if (seudo) di(quien.tipo, 'seudo-identificacion', `El número ${numero} lleva el tipo de documento ${t}.`);
    else
      di(
        quien.numero,
        'sospecha-seudo-identificacion',
        `El tipo ${t} suele llevar ${cuantiasMenores}, o del 444444001 al 444449000.`,
      );
    return;
  }
  if (seudo) return;
  if (tipo === '31') nit(numero, quien, { celdas, valores, malas, di });
  else if (!(tipo === '13' && /^[1-9][0-9]{2,9}$/.test(numero)) && tipoDocumento(tipo)) {
    const leido = analizarNumeroDocumento(tipo, numero);
    if (!leido.ok) di(quien.numero, 'numero-de-documento', leido.mensaje);
  }
}

function nit(
  numero: string,
  quien: QuienEs,
  { valores, malas, di }: Pick<Vista, 'celdas' | 'valores' | 'malas' | 'di'>,
): void {
  if (!/^[1-9][0-9]{5,9}$/.test(numero)) {
    return di(quien.numero, 'nit', 'El NIT tiene de 6 a 10 cifras, sin el dígito de verificación.');
  }
  const digito = digitoDeVerificacion(numero);
  const escrito = valores.get('dv');
  if (escrito !== undefined && !malas.has('dv') && Number(escrito) !== digito)
    return di(
      'dv',
      'digito-de-verificacion',
      `El dígito de verificación ${escrito} no corresponde a este NIT. Revise el número.`,
    );
  // A company's number has nine digits and begins with 8 or 9; cédulas of ten digits begin with 1.
  const posible = numero.slice(0, -1);
  if (/^[89][0-9]{9}$/.test(numero) && Number(numero.at(-1)) === digitoDeVerificacion(posible))
    di(quien.numero, 'sospecha-digito-pegado', 'Parece que el NIT lleva pegado su dígito de verificación.');
}

function esSeudo(numero: string): boolean {
  const { cuantiasMenores, exteriorDesde, exteriorHasta } = SEUDO_IDENTIFICACIONES;
  if (numero === cuantiasMenores) return true;
  return /^44444[0-9]{4}$/.test(numero) && Number(numero) >= exteriorDesde && Number(numero) <= exteriorHasta;
}

/** A person has a surname and a name, a company its own; the specification only says that each may be missing. */
function nombre({ formato, quien, celdas, malas, di }: Vista): void {
  if (!formato.porCampo.has('raz') || malas.has('raz') || malas.has(quien.apellido)) return;
  const hay = (campo: string) => (celdas[campo] ?? '').trim() !== '';
  if (hay('raz') || (hay(quien.apellido) && hay(quien.nombre))) return;
  di('raz', 'sin-nombre', 'Falta el nombre: la razón social, o el primer apellido y el primer nombre.');
}

function lugar({ quien, valores, malas, di }: Vista): void {
  const cual = valores.get('pais');
  const codigo = cual === undefined ? CODIGO_COLOMBIA : String(cual).padStart(3, '0');
  // Our list lacks the codes of some countries: one that is not there may exist.
  if (cual !== undefined && !malas.has('pais') && !pais(codigo))
    di('pais', 'sospecha-pais', `No conocemos el país ${codigo}. El de Colombia es ${CODIGO_COLOMBIA}.`);
  const [dpto, mun] = [valores.get('dpto'), valores.get(quien.municipio)];
  if (codigo !== CODIGO_COLOMBIA || dpto === undefined || mun === undefined) return;
  if (malas.has('dpto') || malas.has(quien.municipio)) return;
  if (!municipio(`${String(dpto).padStart(2, '0')}${String(mun).padStart(3, '0')}`))
    di(quien.municipio, 'municipio', `El departamento ${dpto} no tiene el municipio ${mun} (DIVIPOLA).`);
}

/** Figures that cannot be greater than others of the same record. */
const TOPES: Readonly<Record<string, readonly { de: string[]; hasta: string[]; que: string }[]>> = {
  '1001': [
    { de: ['retp'], hasta: ['pago', 'pnded'], que: 'La retención es mayor que el pago.' },
    { de: ['ided', 'inded'], hasta: ['pago', 'pnded'], que: 'El IVA es mayor que el pago.' },
    { de: ['comun'], hasta: ['pago', 'pnded'], que: 'La retención de IVA es mayor que el pago.' },
  ],
  '1003': [{ de: ['ret'], hasta: ['valor'], que: 'La retención es mayor que el pago.' }],
  '1007': [{ de: ['dred'], hasta: ['ibru'], que: 'Las devoluciones son mayores que los ingresos.' }],
  '2276': [{ de: ['vare'], hasta: ['tingbtp'], que: 'La retención es mayor que los ingresos.' }],
};

/**
 * The payments that the total of 2276 adds up. No source states the sum: it is read in the names of the columns, so what
 * does not add up is a doubt and not an error.
 */
const INGRESOS_2276 =
  'pasa paec pabop vaex paho pase paco papre pavia paga patra vapo potro cein ceco auce peju'.split(' ');

function cifras({ formato, valores, malas, di }: Vista): void {
  const suma = (campos: readonly string[]) => campos.reduce((s, c) => s + (valores.get(c) ?? 0n), 0n);
  for (const { de, hasta, que } of TOPES[formato.codigo] ?? []) {
    const [parte, todo] = [suma(de), suma(hasta)];
    // Some concepts report the withholding alone, without a payment.
    if (todo > 0n && parte > todo) di(de[0] ?? '', 'mayor-que-su-base', que);
  }
  if (formato.codigo === '1010' && (valores.get('por') ?? 0n) > 100n)
    di('por', 'porcentaje', 'La participación no puede pasar de 100 %.');
  if (formato.codigo === '2276' && !malas.has('tingbtp') && suma(INGRESOS_2276) !== suma(['tingbtp']))
    di(
      'tingbtp',
      'sospecha-suma',
      `El total no es la suma de los pagos de la fila, que da ${suma(INGRESOS_2276)}.`,
    );
}
