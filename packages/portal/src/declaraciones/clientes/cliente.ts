import { porQuienes, tituloPara, type PorQuienPuedo } from '../../cuentas/index.ts';
import {
  auditar,
  errores,
  type Ambito,
  type EnTransaccion,
  type Peticion,
  type Transaccion,
} from '../../plataforma/index.ts';

/** House rule: how many are looked at in one page or file. */
export const CLIENTES_MAXIMOS = 200;

/** Somebody for whom an accountant, or whoever represents them, may act. */
export type Cliente = PorQuienPuedo;

export const clientesDe = (p: Pick<Peticion, 'enTransaccion'>): Promise<Cliente[]> =>
  p.enTransaccion(porQuienes);

const ALCANCES: readonly Ambito[] = ['consultar', 'preparar', 'presentar', 'firmar'];
export const alcanza = (ambito: Ambito, para: Ambito): boolean =>
  ALCANCES.indexOf(ambito) >= ALCANCES.indexOf(para);

/**
 * Does something for a client, in a transaction of its own in which the database grants the title anew. They see in their
 * activity who came and for what.
 * @returns nothing where the title ended meanwhile
 */
export async function comoCliente<T>(
  { enTransaccion }: { enTransaccion: EnTransaccion },
  p: Pick<Peticion, 'actor' | 'enTransaccion'>,
  cliente: Cliente,
  para: string,
  obra: (trx: Transaccion) => Promise<T>,
): Promise<T | undefined> {
  const { actor } = p;
  if (actor.tipo !== 'persona') throw errores.sinPermiso();
  const titulo = await p.enTransaccion((trx) => tituloPara(trx, cliente.idPublico));
  if (!titulo) return undefined;
  const { titular, ambito } = titulo;
  return enTransaccion({ ...actor, por: { titular, ambito } }, async (trx) => {
    await auditar(trx, { accion: 'plataforma.actuar-por', objeto: `ruta:${para}` });
    return obra(trx);
  });
}
