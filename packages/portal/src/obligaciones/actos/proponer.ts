import {
  auditar,
  idPublico,
  llamar,
  nombreDelActor,
  nuevoRadicado,
  rechazo,
  type Rechazo,
  type Transaccion,
} from '../../plataforma/index.ts';
import { avisarActo } from './avisar.ts';
import type { Acto } from './acto.ts';
import type { Contexto } from './contexto.ts';

const OCUPADO =
  'Otra persona propuso algo sobre este mismo pago. Confírmelo o retírelo antes de hacer otra cosa.';
const REPETIDO = 'Ese acto ya se registró, o espera a que otra persona lo confirme.';

/**
 * Writes what an official would do: a payment is moved at once and the taxpayer is told; what takes a payment away or
 * charges waits for another official.
 * @returns its radicado, or why not
 */
export async function proponerActo(
  trx: Transaccion,
  o: { contexto: Contexto; acto: Acto; urlPublica: string },
): Promise<{ hecho: boolean; numero: string } | Rechazo> {
  const { contexto, acto } = o;
  const [id, numero] = [idPublico(), await nuevoRadicado(trx, 'OB')];
  const resultado = await llamar(trx, 'obligaciones.proponer_acto', {
    ...{ id, numero, atencion: contexto.atencion, acto: enColumnas(acto) },
    ...{ actor: nombreDelActor(trx.actor), ahora: trx.ahora },
  });
  if (resultado === 'ocupado') return rechazo(OCUPADO, { estado: 409 });
  if (resultado === 'repetido') return rechazo({ documento: REPETIDO }, { estado: 409 });
  if (resultado === null) throw new Error('An official who may not act was let in');
  const hecho = resultado === 'hecho';
  await auditar(trx, {
    accion: hecho ? 'obligaciones.mover-pago' : 'obligaciones.proponer-acto',
    persona: contexto.titular,
    objeto: `acto:${id}`,
    datos: { numero, clase: acto.clase },
  });
  if (hecho) await avisarActo(trx, { ...o, numero });
  return { hecho, numero };
}

/** As the columns of `obligaciones.acto` are called. */
function enColumnas(acto: Acto): object {
  const valor = String(acto.valor);
  if (acto.clase === 'cargo') return { ...acto, valor };
  const { sobre, ...resto } = acto;
  return {
    ...resto,
    valor,
    sobre_comprobante: String(sobre.comprobante),
    sobre_renglon: sobre.renglon,
  };
}
