import {
  auditar,
  errores,
  idPublico,
  llamar,
  nombreDelActor,
  rechazo,
  uuidv7,
  type Rechazo,
  type Transaccion,
} from '../../plataforma/index.ts';
import { erroresDeObligaciones } from '../errores.ts';
import { actoAtendido, type ActoPropuesto } from './consultas.ts';
import { avisarActo } from './avisar.ts';
import type { Contexto } from './contexto.ts';
import { cabe } from './acto.ts';

/**
 * To look at an act is to look at whose it is, with the act for a reason, which the taxpayer sees.
 * @returns the public identifier of the reason
 * @throws 404 when there is none, or it is of somebody of theirs
 */
export async function revisarActo(trx: Transaccion, acto: string): Promise<string> {
  const [id, publico] = [uuidv7(trx.ahora), idPublico()];
  const titular = await llamar(trx, 'obligaciones.revisar_acto', {
    id,
    idPublico: publico,
    acto,
    ahora: trx.ahora,
  });
  if (!titular) throw errores.noEncontrado();
  await auditar(trx, { accion: 'obligaciones.consultar', persona: titular, objeto: `atencion:${id}` });
  return publico;
}

interface Cual {
  contexto: Contexto;
  acto: string;
}

/** @throws 404 when it is not of whom the official attends */
export async function leerActo(trx: Transaccion, { contexto, acto }: Cual): Promise<ActoPropuesto> {
  const leido = await actoAtendido(trx, { atencion: contexto.atencion, acto });
  if (!leido) throw errores.noEncontrado();
  return leido;
}

const MISMO = 'Usted lo propuso: debe confirmarlo otra persona.';
const RESUELTO = 'Otra persona ya lo resolvió. Vuelva a la lista.';
const REPETIDO = 'Ese acto de la oficina ya se había registrado. No lo confirme: diga que está repetido.';

/** The second official does what another proposed, and the taxpayer is told. */
export async function confirmarActo(
  trx: Transaccion,
  o: Cual & { urlPublica: string },
): Promise<string | Rechazo> {
  const { acto, numero, resuelto } = await leerActo(trx, o);
  if (!resuelto && !cabe(acto, o.contexto.libro)) throw erroresDeObligaciones.yaNoCabe();
  const r = await resolver(trx, { ...o, hacer: true });
  if (r) return r;
  await avisarActo(trx, { ...o, acto, numero });
  return numero;
}

/** It is not done, and why; who proposed it takes it back. */
export async function noConfirmarActo(
  trx: Transaccion,
  o: Cual & { nota: string },
): Promise<string | Rechazo> {
  const { numero } = await leerActo(trx, o);
  return (await resolver(trx, { ...o, hacer: false })) ?? numero;
}

async function resolver(
  trx: Transaccion,
  { contexto, acto, hacer, nota }: Cual & { hacer: boolean; nota?: string },
): Promise<Rechazo | undefined> {
  const resultado = await llamar(trx, 'obligaciones.resolver_acto', {
    ...{ atencion: contexto.atencion, acto, hacer, nota: nota ?? null },
    ...{ nueva: uuidv7(trx.ahora), nuevaPublica: idPublico() },
    ...{ actor: nombreDelActor(trx.actor), ahora: trx.ahora },
  });
  if (resultado === 'mismo') return rechazo(MISMO, { estado: 409 });
  if (resultado === 'resuelto') return rechazo(RESUELTO, { estado: 409 });
  if (resultado === 'repetido') return rechazo(REPETIDO, { estado: 409 });
  if (resultado === null) throw errores.noEncontrado();
  await auditar(trx, {
    accion: hacer ? 'obligaciones.confirmar-acto' : 'obligaciones.no-confirmar-acto',
    persona: contexto.titular,
    objeto: `acto:${acto}`,
  });
  return undefined;
}
