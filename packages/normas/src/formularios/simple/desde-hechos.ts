import { definidos } from '../../definidos/index.ts';
import { enDecimal, formatearPesos, fraccion, leerPesos, multiplicarFracciones } from '../../dinero/index.ts';
import { falla } from '../../resultado/index.ts';
import type { Falla } from '../../resultado/index.ts';
import { leerAnexo, leerGrupo, MONTOS_DE_FILA } from '../../simple/index.ts';
import type { CodigoErrorAnexo, DetalleAnexo, FilaDeAnexo } from '../../simple/index.ts';
import type { EntradaCruda } from '../motor/index.ts';
import { MUNICIPIOS } from './anexo.ts';
import { GRUPOS } from './grupos.ts';

/** What somebody brings to a form of the regime: the municipalities may come beside the boxes. */
export interface CrudaDelSimple extends EntradaCruda {
  municipios?: unknown;
}

export interface OpcionesDelSimple {
  anio: number;
  esMunicipio?: (codigo: string) => boolean;
}

/** A fault and where it is: `municipios.2.grupo`, `hechos.grupo`. */
export type FaltaDelSimple = Falla<
  CodigoErrorAnexo | 'ingresos-no-coinciden' | 'dato-repetido' | 'falta',
  { casilla: string }
>;

export interface Preparada {
  cruda: EntradaCruda;
  faltas: FaltaDelSimple[];
}

/** Where a form writes gross income. */
export interface CasillasDeIngresos {
  /** Boxes with the income of everything, the first that was written being taken. */
  totales: readonly string[];
  /** The form has a box for each group. */
  porGrupo: boolean;
}

/** Facts that stand for the annex of whoever has one activity and one rate of ICA. */
interface Atajo {
  grupo?: unknown;
  ingresos?: unknown;
  icaPorMil?: unknown;
}

/**
 * Turns what people know into the rows of the annex. `hechos.grupo` and `hechos.icaPorMil` hold for rows that do not
 * say theirs and, where there are no rows, make them: one with `hechos.ingresos` or the boxes of gross income, without
 * a municipality. Groups are read as people write them, and `ciiu` gives the group of a row without one. A fact that
 * no row takes, and one that a box or another fact contradicts, is a fault.
 *
 * @throws AnioSinTarifas
 */
export function desdeHechosDelSimple(
  cruda: CrudaDelSimple,
  ingresosEn: CasillasDeIngresos,
  opciones: OpcionesDelSimple,
): Preparada {
  const casillas = objeto(cruda.casillas);
  const { grupo, ingresos, icaPorMil, ...hechos } = objeto(cruda.hechos);
  const { [MUNICIPIOS]: enAnexos, ...anexos } = objeto(cruda.anexos);
  // What is null was not given.
  const atajo: Atajo = {
    grupo: grupo ?? undefined,
    ingresos: ingresos ?? undefined,
    icaPorMil: icaPorMil ?? undefined,
  };
  const escritas = cruda.municipios ?? enAnexos ?? undefined;
  const deMas = loQueSobra(cruda, enAnexos, escritas, atajo, casillas, ingresosEn);
  const filas =
    escritas === undefined
      ? filasDelAtajo(atajo, casillas, ingresosEn, opciones.anio)
      : completar(escritas, atajo, primera(casillas, ingresosEn.totales));
  const leidas = filas === undefined ? undefined : leerAnexo(filas, { ...opciones, sinMunicipio: true });
  // What is not an object goes on as it came: the form says so.
  const resto = (propio: unknown, limpio: Record<string, unknown>) =>
    propio === undefined || esObjeto(propio) ? limpio : propio;
  const preparada = (conFilas: Record<string, unknown>): EntradaCruda => ({
    casillas: cruda.casillas,
    hechos: resto(cruda.hechos, hechos),
    anexos: resto(cruda.anexos, { ...anexos, ...conFilas }),
  });
  const citados = entreComillas(escritas, atajo.ingresos);
  if (citados.length > 0) return { cruda: preparada({}), faltas: citados };
  if (leidas === undefined)
    return { cruda: preparada({}), faltas: [...deMas, ...sinIngresos(atajo, casillas, ingresosEn)] };
  if (leidas.ok) {
    const listas = preparada({ [MUNICIPIOS]: leidas.valor.map(enElFormulario) });
    return { cruda: listas, faltas: [...deMas, ...contradicciones(leidas.valor, atajo.ingresos)] };
  }
  const { codigo, mensaje, campo } = leidas;
  const casilla = escritas === undefined ? origen(campo) : lugar(leidas);
  return { cruda: preparada({}), faltas: [{ ...falla(codigo, mensaje), casilla }] };
}

/** Rows of who has no annex; undefined when nothing asks for them. */
function filasDelAtajo(
  { grupo, ingresos, icaPorMil = 0 }: Atajo,
  casillas: Record<string, unknown>,
  { totales, porGrupo }: CasillasDeIngresos,
  anio: number,
): unknown[] | undefined {
  const fila = (deGrupo: unknown, deIngresos: unknown) => ({
    ...definidos({ grupo: deGrupo }),
    ingresos: deIngresos,
    tarifaPorMil: icaPorMil,
  });
  if (grupo === undefined && porGrupo) {
    const conIngresos = GRUPOS.filter((g) => tieneValor(casillas[g.pais]));
    if (conIngresos.length > 0 && icaPorMil !== 0)
      return conIngresos.map((g) => fila(g.grupo, casillas[g.pais]));
    return ingresos === undefined ? undefined : [fila(undefined, ingresos)];
  }
  const leido = leerGrupo(String(grupo), anio);
  const suya = leido.ok ? GRUPOS.find((g) => g.grupo === leido.valor.grupo)?.pais : undefined;
  const deSuCasilla = porGrupo && suya !== undefined ? casillas[suya] : undefined;
  const deCasilla = deSuCasilla ?? primera(casillas, totales);
  if (ingresos !== undefined) return [fila(grupo, ingresos)];
  // What is wrong in a box is told of the box, when the form reads it.
  return leerPesos(deCasilla).ok ? [fila(grupo, deCasilla)] : undefined;
}

/** Amounts of rows and income that came as a text: they are of a program, and are not guessed. */
function entreComillas(escritas: unknown, ingresos: unknown): FaltaDelSimple[] {
  const citado = (campo: string, casilla: string): FaltaDelSimple => ({
    ...falla('forma', `«${campo}» es un número, sin comillas ni puntos: 1234567.`),
    casilla,
  });
  const enFilas = (Array.isArray(escritas) ? escritas : []).flatMap((fila: unknown, i) =>
    MONTOS_DE_FILA.filter((m) => typeof objeto(fila)[m] === 'string').map((m) =>
      citado(m, `${MUNICIPIOS}.${i + 1}.${m}`),
    ),
  );
  return typeof ingresos === 'string' ? [...enFilas, citado('ingresos', 'hechos.ingresos')] : enFilas;
}

function completar(filas: unknown, { grupo, ingresos, icaPorMil }: Atajo, total: unknown): unknown {
  if (!Array.isArray(filas)) return filas;
  const deUna = filas.length === 1 ? (ingresos ?? total) : undefined;
  return filas.map((fila: unknown) =>
    esObjeto(fila)
      ? {
          ...(grupo !== undefined && !('ciiu' in fila) && { grupo }),
          ...definidos({ ingresos: deUna, tarifaPorMil: icaPorMil }),
          ...fila,
        }
      : fila,
  );
}

/** What was said twice, or said and taken by no row: neither may pass in silence. */
function loQueSobra(
  cruda: CrudaDelSimple,
  enAnexos: unknown,
  escritas: unknown,
  { grupo, ingresos, icaPorMil }: Atajo,
  casillas: Record<string, unknown>,
  { totales }: CasillasDeIngresos,
): FaltaDelSimple[] {
  const repetido = (casilla: string, mensaje: string): FaltaDelSimple => ({
    ...falla('dato-repetido', mensaje),
    casilla,
  });
  const faltas: FaltaDelSimple[] = [];
  if (cruda.municipios !== undefined && enAnexos !== undefined) {
    faltas.push(repetido(MUNICIPIOS, 'Los municipios vinieron dos veces: deje una sola lista.'));
  }
  const filas = Array.isArray(escritas) ? escritas.filter(esObjeto) : [];
  const todasDicen = (campos: readonly string[], dicho: unknown) =>
    dicho !== undefined &&
    filas.length > 0 &&
    filas.every((f) => campos.some((c) => f[c] !== undefined)) &&
    filas.some((f) => escrito(f[campos[0] ?? '']) !== escrito(dicho));
  if (todasDicen(['grupo', 'ciiu'], grupo)) {
    const mensaje = 'Todos los municipios dicen su grupo o su actividad: quite «grupo» de los datos.';
    faltas.push(repetido('hechos.grupo', mensaje));
  }
  if (todasDicen(['tarifaPorMil'], icaPorMil)) {
    const mensaje = 'Todos los municipios dicen su tarifa: quite «icaPorMil» de los datos.';
    faltas.push(repetido('hechos.icaPorMil', mensaje));
  }
  const total = totales.find((t) => casillas[t] !== undefined && casillas[t] !== null);
  const [enCasilla, enHechos] = [
    leerPesos(total === undefined ? undefined : casillas[total]),
    leerPesos(ingresos),
  ];
  if (total !== undefined && enCasilla.ok && enHechos.ok && enCasilla.valor !== enHechos.valor) {
    const mensaje = `La casilla ${total} y el dato «ingresos» dicen lo mismo con valores distintos: deje uno de los dos.`;
    faltas.push(repetido('hechos.ingresos', mensaje));
  }
  return faltas;
}

/** A group or a rate without income to apply them to. */
function sinIngresos(
  { grupo, icaPorMil }: Atajo,
  casillas: Record<string, unknown>,
  { totales, porGrupo }: CasillasDeIngresos,
): FaltaDelSimple[] {
  const deGrupos = porGrupo ? GRUPOS.flatMap((g) => [g.pais, g.exterior]) : [];
  const escrita = [...totales, ...deGrupos].some((c) => casillas[c] !== undefined && casillas[c] !== null);
  const dicho = grupo === undefined ? (icaPorMil === undefined ? undefined : 'icaPorMil') : 'grupo';
  if (dicho === undefined || escrita) return [];
  return [
    {
      ...falla('falta', `Dijo «${dicho}», pero faltan los ingresos: escriba «ingresos» o sus municipios.`),
      casilla: 'hechos.ingresos',
    },
  ];
}

/** Income told apart and by municipality: both have to be the same. */
function contradicciones(filas: readonly FilaDeAnexo[], ingresos: unknown): FaltaDelSimple[] {
  if (ingresos === undefined) return [];
  const total = filas.reduce((suma, f) => suma + f.ingresos, 0n);
  const dichos = leerPesos(ingresos);
  if (dichos.ok && dichos.valor === total) return [];
  const mensaje = `Los ingresos de los municipios suman ${formatearPesos(total)} y no los que se dijeron aparte.`;
  return [{ ...falla('ingresos-no-coinciden', mensaje), casilla: 'hechos.ingresos' }];
}

/** A row as the form reads it. */
function enElFormulario(fila: FilaDeAnexo): Record<string, unknown> {
  const { codigo, ciiu, tarifa, pagado, ...valores } = fila;
  return {
    ...definidos({ codigo: codigo ?? undefined, ciiu: ciiu ?? undefined }),
    ...valores,
    ...(pagado > 0n && { pagado }),
    tarifaPorMil: enDecimal(multiplicarFracciones(tarifa, fraccion(1_000n, 1n))),
  };
}

function lugar({ fila, campo }: DetalleAnexo): string {
  return [MUNICIPIOS, ...(fila > 0 ? [fila] : []), ...(campo === null ? [] : [campo])].join('.');
}

function origen(campo: DetalleAnexo['campo']): string {
  return `hechos.${campo === 'tarifaPorMil' ? 'icaPorMil' : (campo ?? 'grupo')}`;
}

function primera(casillas: Record<string, unknown>, claves: readonly string[]): unknown {
  return claves.map((clave) => casillas[clave]).find((x) => x !== undefined && x !== null);
}

function tieneValor(crudo: unknown): boolean {
  const leido = leerPesos(crudo);
  return leido.ok && leido.valor > 0n;
}

function escrito(dato: unknown): string {
  return typeof dato === 'string' || typeof dato === 'number' ? String(dato) : '';
}

function esObjeto(x: unknown): x is Record<string, unknown> {
  return typeof x === 'object' && x !== null && !Array.isArray(x);
}

function objeto(x: unknown): Record<string, unknown> {
  return esObjeto(x) ? x : {};
}
