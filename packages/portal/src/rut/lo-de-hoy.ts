import type { Pendiente } from '../interfaz/index.ts';
import { clase, type Transaccion } from '../plataforma/index.ts';
import type { EstadoConFecha, VersionRut } from './consultas.ts';

/** Whose day it is, as every source finds it. */
export interface DeQuien {
  /** `/de/<titular>` */
  base: string;
  version: VersionRut;
  estado: EstadoConFecha;
}

/** What a room has to tell a taxpayer today. */
export interface LoSuyo {
  /** What they must do or know, each with where it is done. */
  pendientes?: readonly Pendiente[];
  /** Of those, what waits for a signature alone: told also to whoever has just got one. */
  porFirmar?: readonly Pendiente[];
  /** How something of theirs stands, for the side of the home. */
  comoEsta?: readonly { rotulo: string; valor: string; href?: string }[];
}

/** Rooms further down bring them: the registry and the home know none by name. */
export interface FuenteDeHoy {
  nombre: string;
  /** It is about the RUT: told also on its page. */
  enElRut?: true;
  leer: (trx: Transaccion, de: DeQuien) => Promise<LoSuyo>;
}

export const LO_DE_HOY = clase<FuenteDeHoy>('source of what a taxpayer must attend to', (f) => f.nombre);

const URGENCIAS = ['urgente', 'pronto', 'normal'];

/** Everything that this office has to tell them, the most urgent first and otherwise in the order of the rooms. */
export async function loDeHoy(
  trx: Transaccion,
  de: DeQuien,
  cuales: (f: FuenteDeHoy) => boolean = () => true,
): Promise<Required<LoSuyo>> {
  const todo: LoSuyo[] = [];
  // One after the other: a transaction has one connection.
  for (const fuente of trx.casa.todos(LO_DE_HOY)) if (cuales(fuente)) todo.push(await fuente.leer(trx, de));
  return {
    porFirmar: todo.flatMap((t) => t.porFirmar ?? []),
    pendientes: todo
      .flatMap((t) => [...(t.porFirmar ?? []), ...(t.pendientes ?? [])])
      .toSorted((a, b) => URGENCIAS.indexOf(a.urgencia) - URGENCIAS.indexOf(b.urgencia)),
    comoEsta: todo.flatMap((t) => t.comoEsta ?? []),
  };
}
