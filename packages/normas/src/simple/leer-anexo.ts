import { compararFracciones, fraccion, porMil } from '../dinero/index.ts';
import type { Fraccion } from '../dinero/index.ts';
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
}

export type CodigoErrorAnexo =
  | CodigoErrorGrupo
  | CodigoErrorActividad
  | 'anexo'
  | 'fila'
  | 'campo-desconocido'
  | 'municipio'
  | 'sin-grupo'
  | 'valor'
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
}

const CAMPOS: readonly string[] = [
  'codigo',
  'grupo',
  'ciiu',
  'ingresos',
  'tarifaPorMil',
  'noGravados',
  'exenciones',
  'retencionesPrevias',
] satisfies (keyof FilaEscrita)[];
const UNO = fraccion(1n, 1n);

/** @throws AnioSinTarifas */
export function leerAnexo(
  filas: unknown,
  opciones: OpcionesDeAnexo,
): Resultado<FilaDeAnexo[], CodigoErrorAnexo, DetalleAnexo> {
  if (!Array.isArray(filas)) {
    return error('anexo', 'Los municipios van en una lista, uno por fila.', 0, null);
  }
  const leidas: FilaDeAnexo[] = [];
  for (const [i, fila] of (filas as unknown[]).entries()) {
    const leida = leerFila(fila, i + 1, opciones);
    if (!leida.ok) return leida;
    leidas.push(leida.valor);
  }
  return bien(leidas);
}

function leerFila(
  escrita: unknown,
  fila: number,
  { anio, esMunicipio }: OpcionesDeAnexo,
): Resultado<FilaDeAnexo, CodigoErrorAnexo, DetalleAnexo> {
  if (typeof escrita !== 'object' || escrita === null || Array.isArray(escrita)) {
    return error(
      'fila',
      'Cada fila del anexo es un municipio con su grupo, sus ingresos y su tarifa.',
      fila,
      null,
    );
  }
  const sobra = Object.keys(escrita).find((campo) => !CAMPOS.includes(campo));
  if (sobra !== undefined) {
    return error(
      'campo-desconocido',
      `El anexo no tiene «${sobra}». Sus campos son ${CAMPOS.join(', ')}.`,
      fila,
      null,
    );
  }
  const datos: FilaEscrita = escrita;
  const codigo = cifras(datos.codigo, 5);
  if (!/^[0-9]{5}$/.test(codigo) || (esMunicipio && !esMunicipio(codigo))) {
    return error(
      'municipio',
      'El municipio va con los cinco números de su código DIVIPOLA: 11001 es Bogotá.',
      fila,
      'codigo',
    );
  }
  const actividad = grupoDe(datos, anio);
  if (!actividad.ok) return { ...actividad, fila, campo: datos.grupo === undefined ? 'ciiu' : 'grupo' };

  const valores = leerValores(datos, fila);
  if (!valores.ok) return valores;
  const tarifa = leerTarifa(datos.tarifaPorMil);
  if (!tarifa) {
    return error(
      'tarifa-ica',
      'La tarifa del ICA va por mil, de 0 a 1.000 y con los decimales que tenga: 9.66.',
      fila,
      'tarifaPorMil',
    );
  }
  return comprobar({ codigo, ...actividad.valor, ...valores.valor, tarifa }, fila);
}

/** What each amount may be, once all are read. */
function comprobar(leida: FilaDeAnexo, fila: number): Resultado<FilaDeAnexo, CodigoErrorAnexo, DetalleAnexo> {
  if (leida.noGravados > leida.ingresos) {
    return error(
      'no-gravados-exceden',
      'Los ingresos no gravados no pueden ser más que los ingresos del municipio.',
      fila,
      'noGravados',
    );
  }
  // Benefits come rounded to the peso or to the thousand, as the ICA that they lower.
  const sinExenciones = { ...leida, exenciones: 0n };
  const icas = [icaDeFila(sinExenciones, 'peso').ica, icaDeFila(sinExenciones, 'mil').ica];
  if (icas.every((ica) => leida.exenciones > ica)) {
    return error(
      'exenciones-exceden',
      'Las exenciones y descuentos no pueden ser más que el ICA del municipio.',
      fila,
      'exenciones',
    );
  }
  return bien(leida);
}

function grupoDe(
  { grupo, ciiu }: FilaEscrita,
  anio: number,
): Resultado<{ grupo: string; ciiu: string | null }, CodigoErrorAnexo> {
  const actividad = ciiu === undefined ? null : cifras(ciiu, 4);
  if (grupo !== undefined) {
    const leido = leerGrupo(texto(grupo), anio);
    return leido.ok ? bien({ grupo: leido.valor.grupo, ciiu: actividad }) : leido;
  }
  if (actividad === null) {
    return falla('sin-grupo', 'Escriba el grupo de la actividad (1, 2, 3, 3 (sic) o 6) o su código CIIU.');
  }
  const propuesto = grupoDeActividad(actividad, anio);
  return propuesto.ok ? bien({ grupo: propuesto.valor.grupo, ciiu: actividad }) : propuesto;
}

const VALORES = ['ingresos', 'noGravados', 'exenciones', 'retencionesPrevias'] as const;

function leerValores(
  datos: FilaEscrita,
  fila: number,
): Resultado<Record<(typeof VALORES)[number], bigint>, CodigoErrorAnexo, DetalleAnexo> {
  const leidos = { ingresos: 0n, noGravados: 0n, exenciones: 0n, retencionesPrevias: 0n };
  for (const campo of VALORES) {
    if (datos[campo] === undefined && campo !== 'ingresos') continue;
    const valor = leerPesos(datos[campo]);
    if (valor === undefined) {
      return error(
        'valor',
        'Los valores del anexo son pesos enteros, de cero o más y de hasta quince números.',
        fila,
        campo,
      );
    }
    leidos[campo] = valor;
  }
  return bien(leidos);
}

function leerPesos(valor: unknown): bigint | undefined {
  const escrito = texto(valor);
  if (!/^[0-9]{1,15}$/.test(escrito)) return undefined;
  return BigInt(escrito);
}

function leerTarifa(valor: unknown): Fraccion | undefined {
  const escrita = texto(valor);
  if (!/^[0-9]{1,4}(?:[.,][0-9]{1,6})?$/.test(escrita)) return undefined;
  const tarifa = porMil(escrita);
  return compararFracciones(tarifa, UNO) > 0 ? undefined : tarifa;
}

/** A code that came as a number lost its zeros. */
function cifras(valor: unknown, largo: number): string {
  return typeof valor === 'number' ? texto(valor).padStart(largo, '0') : texto(valor);
}

/** JSON carries a code or an amount as a number or as text. */
function texto(valor: unknown): string {
  return typeof valor === 'string'
    ? valor.trim()
    : typeof valor === 'number' || typeof valor === 'bigint'
      ? String(valor)
      : '';
}

function error(
  codigo: CodigoErrorAnexo,
  mensaje: string,
  fila: number,
  campo: DetalleAnexo['campo'],
): Falla<CodigoErrorAnexo, DetalleAnexo> {
  return { ok: false, codigo, mensaje, fila, campo };
}
