import type { TonoDeEtiqueta } from '../interfaz/index.ts';
import { clase, type Transaccion } from '../plataforma/index.ts';
import type { Rol } from './funcionarios/roles.ts';

/** A figure of an official's own, and where its list is. */
export interface CifraDeMesa {
  texto: string;
  valor: number;
  href?: string;
  tono?: TonoDeEtiqueta;
}

/** What a room has to tell an official of their day. */
export interface FuenteDeCifras {
  nombre: string;
  /** Of whom it is asked. */
  roles: readonly Rol[];
  leer: (trx: Transaccion) => Promise<readonly CifraDeMesa[]>;
}

/** Rooms further down bring them: the home of officials knows none by name. */
export const CIFRAS_DE_MESA = clase<FuenteDeCifras>("source of an official's figures", (f) => f.nombre);

/** Those of the official of the transaction, in the order of the rooms. */
export async function cifrasDe(trx: Transaccion, roles: readonly Rol[]): Promise<CifraDeMesa[]> {
  const cifras: CifraDeMesa[] = [];
  // One after the other: a transaction has one connection.
  for (const f of trx.casa.todos(CIFRAS_DE_MESA))
    if (f.roles.some((r) => roles.includes(r))) cifras.push(...(await f.leer(trx)));
  return cifras;
}
