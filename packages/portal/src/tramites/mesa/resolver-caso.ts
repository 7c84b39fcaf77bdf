import { rechazo, type Formulario, type Rechazo, type Transaccion } from '../../plataforma/index.ts';
import { casoPropio } from '../atender-caso.ts';
import { decidirCaso, devolverCaso, type Decision } from '../decidir-caso.ts';
import { verificarHecho } from '../escribir-en-caso.ts';
import { hallazgosEscritos } from './hallazgos.ts';
import { NOTA } from './preguntas.ts';

/**
 * Writes what was marked in the form of a case, with the note that is of all of it.
 * @returns a refusal when something was marked and the note says nothing.
 */
export async function anotarHallazgos(
  trx: Transaccion,
  radicado: string,
  escrito: Formulario,
): Promise<Rechazo | { anotados: number }> {
  const caso = await casoPropio(trx, radicado);
  const hallazgos = hallazgosEscritos(caso.tipo, escrito);
  if (hallazgos.length === 0) return { anotados: 0 };
  const nota = NOTA.esquema.safeParse(escrito);
  if (!nota.success) return rechazo({ nota: nota.error.issues[0]?.message ?? '' });
  for (const h of hallazgos) await verificarHecho(trx, { radicado, ...h, nota: nota.data });
  return { anotados: hallazgos.length };
}

/**
 * What was verified and the decision that rests on it, together: neither is written without the other.
 * @throws ErrorDominio as deciding does
 */
export async function resolverCaso(
  trx: Transaccion,
  d: Decision,
  escrito: Formulario,
): Promise<Rechazo | undefined> {
  const r = await anotarHallazgos(trx, d.radicado, escrito);
  if ('tipo' in r) return r;
  await (d.sentido === 'devuelta' ? devolverCaso(trx, d) : decidirCaso(trx, d));
  return undefined;
}
