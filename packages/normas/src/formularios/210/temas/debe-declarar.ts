import { leerEntrada } from '../../motor/index.ts';
import type { Ajustes } from '../../motor/index.ts';
import { desdeHechos } from '../ayudas/desde-hechos.ts';
import { FORMULARIO_210 } from '../formulario.ts';
import { CASILLAS_DE_INGRESOS_BRUTOS } from '../ingresos-brutos.ts';
import { obligadoADeclarar } from '../obligado.ts';
import type { HechosObligado, Obligacion } from '../obligado.ts';
import { destinosDe, TEMAS_210 } from './catalogo.ts';
import { desdeTemas } from './desde-temas.ts';
import type { RespuestasDeTemas, Tema } from './tipos.ts';

/**
 * Whether a person must file, from the topics that they have answered: what was answered may already oblige; what has not
 * been asked is not known, which is not zero (ET 592, 593, 594-3).
 *
 * @throws AnioSinParametros
 */
export function debeDeclarar(respuestas: RespuestasDeTemas, anio: number, ajustes?: Ajustes): Obligacion {
  const { cruda, obligacion } = desdeHechos(desdeTemas(respuestas, anio, ajustes).cruda, anio, ajustes);
  const { valores } = leerEntrada(FORMULARIO_210, cruda).entrada;
  const hechos: HechosObligado = { ...obligacion, ...brutosDe((c) => valores.get(c) ?? 0n) };
  // A topic that says no to all movements says no to each.
  if (respuestas.movimientos?.aplica === false) {
    Object.assign(hechos, { consumosTarjeta: 0n, compras: 0n, consignaciones: 0n });
  }
  const deLoDicho = obligadoADeclarar(hechos, anio, ajustes);
  const obliga = (hecho: keyof HechosObligado) =>
    deLoDicho.umbrales.some((u) => u.hecho === hecho && u.resultado === 'obliga');
  const conocidos: HechosObligado = { ...hechos };
  if (!obliga('patrimonioBruto') && !todosRespondidos(BIENES, respuestas)) delete conocidos.patrimonioBruto;
  if (!obliga('ingresosBrutos') && !todosRespondidos(CASILLAS_DE_INGRESOS_BRUTOS, respuestas)) {
    delete conocidos.ingresosBrutos;
  }
  return obligadoADeclarar(conocidos, anio, ajustes);
}

const BIENES = ['29'];

/** What a return says that one owned and earned, gross. */
export function brutosDe(
  valor: (casilla: string) => bigint,
): Required<Pick<HechosObligado, 'patrimonioBruto' | 'ingresosBrutos'>> {
  const suma = (casillas: readonly string[]) => casillas.reduce((t, c) => t + valor(c), 0n);
  return { patrimonioBruto: suma(BIENES), ingresosBrutos: suma(CASILLAS_DE_INGRESOS_BRUTOS) };
}

function todosRespondidos(casillas: readonly string[], respuestas: RespuestasDeTemas): boolean {
  return TEMAS_210.filter((t) => llena(t, casillas)).every((t) => respuestas[t.clave] !== undefined);
}

const llena = (tema: Tema, casillas: readonly string[]): boolean =>
  tema.columnas
    .flatMap(destinosDe)
    .some((d) => 'casilla' in d && d.ayuda === undefined && casillas.includes(d.casilla));
