import { compararFracciones, fraccion, leerPesos, porMil } from '../dinero/index.ts';
import type { CodigoErrorMonto, Fraccion } from '../dinero/index.ts';
import { bien, falla } from '../resultado/index.ts';
import type { Falla, Resultado } from '../resultado/index.ts';
import { grupoDeActividad } from './actividad.ts';
import type { CodigoErrorActividad } from './actividad.ts';
import { icaDeFila } from './anexo.ts';
import type { FilaDeAnexo } from './anexo.ts';
import { leerGrupo } from './grupos.ts';
import type { CodigoErrorGrupo } from './grupos.ts';

/** A row of the municipal annex as it is typed or comes in JSON; amounts in whole pesos. */
export interface FilaEscrita {
  /** Five digits of DIVIPOLA. */
  codigo?: unknown;
  grupo?: unknown;
  /** Four digits; gives the group when the row does not. */
  ciiu?: unknown;
  ingresos?: unknown;
  /** Of the consolidated ICA, per thousand: `9.66`. */
  tarifaPorMil?: unknown;
  noGravados?: unknown;
  exenciones?: unknown;
  retencionesPrevias?: unknown;
  pagado?: unknown;
}

export type CodigoErrorAnexo =
  | CodigoErrorGrupo
  | CodigoErrorActividad
  | CodigoErrorMonto
  | 'anexo'
  | 'fila'
  | 'campo-desconocido'
  | 'municipio'
  | 'sin-grupo'
  | 'tarifa-ica'
  | 'no-gravados-exceden'
  | 'exenciones-exceden';

/** Which row, from 1, and which of its fields. */
export interface DetalleAnexo {
  fila: number;
  campo: keyof FilaEscrita | null;
}

export interface OpcionesDeAnexo {
  anio: number;
  /** Whether a code of five digits is a municipality; without it, only its form is looked at. */
  esMunicipio?: (codigo: string) => boolean;
  /** Rows may leave the municipality out: enough to compute, never to file (ET 908 par. 3). */
  sinMunicipio?: boolean;
}

type Leida<T> = Resultado<T, CodigoErrorAnexo, Pick<DetalleAnexo, 'campo'>>;

/** The amounts of a row. */
export const MONTOS_DE_FILA = [
  'ingresos',
  'noGravados',
  'exenciones',
  'retencionesPrevias',
  'pagado',
] as const;
const CAMPOS: readonly string[] = ['codigo', 'grupo', 'ciiu', 'tarifaPorMil', ...MONTOS_DE_FILA];
const UNO = fraccion(1n, 1n);

/** @throws AnioSinTarifas */
export function leerAnexo(
  filas: unknown,
  opciones: OpcionesDeAnexo,
): Resultado<FilaDeAnexo[], CodigoErrorAnexo, DetalleAnexo> {
  if (!Array.isArray(filas)) {
    return { ...falla('anexo', 'Los municipios van en una lista, uno por fila.'), fila: 0, campo: null };
  }
  const leidas: FilaDeAnexo[] = [];
  for (const [i, fila] of (filas as unknown[]).entries()) {
    const leida = leerFila(fila, opciones);
    if (!leida.ok) return { ...leida, fila: i + 1 };
    leidas.push(leida.valor);
  }
  return bien(leidas);
}

function leerFila(escrita: unknown, opciones: OpcionesDeAnexo): Leida<FilaDeAnexo> {
  if (typeof escrita !== 'object' || escrita === null || Array.isArray(escrita)) {
    return error('fila', 'Cada fila del anexo es un municipio con su grupo, sus ingresos y su tarifa.', null);
  }
  const sobra = Object.keys(escrita).find((campo) => !CAMPOS.includes(campo));
  if (sobra !== undefined) {
    return error(
      'campo-desconocido',
      `El anexo no tiene «${sobra}». Sus campos son ${CAMPOS.join(', ')}.`,
      null,
    );
  }
  const fila: FilaEscrita = escrita;
  const codigo = leerMunicipio(fila.codigo, opciones);
  if (!codigo.ok) return codigo;
  const grupo = leerGrupoDeFila(fila, opciones.anio);
  if (!grupo.ok) return grupo;
  const montos = leerMontos(fila);
  if (!montos.ok) return montos;
  const tarifa = leerTarifa(fila.tarifaPorMil);
  if (!tarifa.ok) return tarifa;
  return comprobar({ codigo: codigo.valor, ...grupo.valor, ...montos.valor, tarifa: tarifa.valor });
}

function leerMunicipio(
  escrito: unknown,
  { esMunicipio, sinMunicipio }: OpcionesDeAnexo,
): Leida<string | null> {
  if (escrito === undefined && sinMunicipio) return bien(null);
  const codigo = cifras(escrito, 5);
  if (/^[0-9]{5}$/.test(codigo) && (!esMunicipio || esMunicipio(codigo))) return bien(codigo);
  return error(
    'municipio',
    'El municipio va con los cinco números de su código DIVIPOLA: 11001 es Bogotá.',
    'codigo',
  );
}

function leerGrupoDeFila(
  { grupo, ciiu }: FilaEscrita,
  anio: number,
): Leida<{ grupo: string; ciiu: string | null }> {
  const actividad = ciiu === undefined ? null : cifras(ciiu, 4);
  if (actividad !== null && !/^[0-9]{4}$/.test(actividad)) {
    return error('ciiu', 'El código de la actividad tiene cuatro números, por ejemplo 4711.', 'ciiu');
  }
  if (grupo !== undefined) {
    const leido = leerGrupo(texto(grupo), anio);
    return leido.ok ? bien({ grupo: leido.valor.grupo, ciiu: actividad }) : { ...leido, campo: 'grupo' };
  }
  if (actividad === null) {
    return error(
      'sin-grupo',
      'Escriba el grupo de la actividad (1, 2, 3, 3 (sic) o 6) o su código CIIU.',
      'grupo',
    );
  }
  const propuesto = grupoDeActividad(actividad, anio);
  return propuesto.ok
    ? bien({ grupo: propuesto.valor.grupo, ciiu: actividad })
    : { ...propuesto, campo: 'ciiu' };
}

function leerMontos(fila: FilaEscrita): Leida<Record<(typeof MONTOS_DE_FILA)[number], bigint>> {
  const montos = { ingresos: 0n, noGravados: 0n, exenciones: 0n, retencionesPrevias: 0n, pagado: 0n };
  for (const campo of MONTOS_DE_FILA) {
    const escrito = fila[campo];
    if (escrito === undefined || escrito === null) {
      if (campo === 'ingresos') return error('vacio', 'Escriba los ingresos del municipio.', campo);
      continue;
    }
    const leido = leerPesos(escrito);
    if (!leido.ok) return { ...leido, campo };
    montos[campo] = leido.valor;
  }
  return bien(montos);
}

function leerTarifa(escrita: unknown): Leida<Fraccion> {
  const porMilEscrita = texto(escrita);
  const tarifa = /^[0-9]{1,4}(?:[.,][0-9]{1,6})?$/.test(porMilEscrita) ? porMil(porMilEscrita) : undefined;
  if (tarifa && compararFracciones(tarifa, UNO) <= 0) return bien(tarifa);
  return error(
    'tarifa-ica',
    'La tarifa del ICA va por mil, de 0 a 1.000 y con los decimales que tenga: 9.66.',
    'tarifaPorMil',
  );
}

/** What each amount may be, once all are read. */
function comprobar(fila: FilaDeAnexo): Leida<FilaDeAnexo> {
  if (fila.noGravados > fila.ingresos) {
    return error(
      'no-gravados-exceden',
      'Los ingresos no gravados no pueden ser más que los ingresos del municipio.',
      'noGravados',
    );
  }
  // Benefits come rounded to the peso or to the thousand, as the ICA that they lower.
  const icas = [icaDeFila(fila, 'peso').ica, icaDeFila(fila, 'mil').ica];
  if (icas.every((ica) => fila.exenciones > ica)) {
    return error(
      'exenciones-exceden',
      'Las exenciones y descuentos no pueden ser más que el ICA del municipio.',
      'exenciones',
    );
  }
  return bien(fila);
}

/** A code that came as a number lost its zeros. */
function cifras(valor: unknown, largo: number): string {
  return typeof valor === 'number' ? texto(valor).padStart(largo, '0') : texto(valor);
}

/** JSON carries a code or a rate as a number or as text. */
function texto(valor: unknown): string {
  return typeof valor === 'string' ? valor.trim() : typeof valor === 'number' ? String(valor) : '';
}

function error(
  codigo: CodigoErrorAnexo,
  mensaje: string,
  campo: DetalleAnexo['campo'],
): Falla<CodigoErrorAnexo, Pick<DetalleAnexo, 'campo'>> {
  return { ...falla(codigo, mensaje), campo };
}
