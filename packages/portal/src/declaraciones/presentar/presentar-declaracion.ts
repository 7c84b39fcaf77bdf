import type { Json } from '@autogestion/documentos';
import {
  auditar,
  errores,
  idPublico,
  llamar,
  nombreDelActor,
  publicar,
  titularDe,
  uuidv7,
  type Transaccion,
} from '../../plataforma/index.ts';
import { nombreDe, versionVigente } from '../../rut/index.ts';
import { borradorDe, tomarBorrador } from '../borrador/index.ts';
import { diferenciasReclamadas } from '../../terceros/index.ts';
import {
  calcularBorrador,
  sePuedeFirmar,
  tomadoDelAnterior,
  type BorradorCalculado,
} from '../cuenta/index.ts';
import { erroresDeDeclaraciones } from '../errores.ts';
import { actoDe, PRESENTAR, type ActoDePresentar } from './acto.ts';

/**
 * What would be signed of a draft now. The draft is held: what is signed is what is filed.
 * @throws ErrorDominio `declaraciones.con-faltas` when it does not square, `declaraciones.ya-presentada`, and
 * `declaraciones.ya-corregida` when another correction took the place of the one that it corrects
 */
export async function loQueSeFirma(
  trx: Transaccion,
  borrador: string,
): Promise<{ tipo: string; acto: Json }> {
  const b = await tomarBorrador(trx, borrador);
  if (b.presentada) throw erroresDeDeclaraciones.yaPresentada();
  const calculado = await calcularBorrador(trx, b);
  if (calculado.anterior?.reemplazada) throw erroresDeDeclaraciones.yaCorregida();
  if (!sePuedeFirmar(calculado)) throw erroresDeDeclaraciones.conFaltas();
  return { tipo: PRESENTAR, acto: await comoSePresenta(trx, calculado) };
}

async function comoSePresenta(trx: Transaccion, calculado: BorradorCalculado): Promise<ActoDePresentar> {
  const { clase, borrador } = calculado;
  return actoDe(calculado, {
    hoy: trx.hoy,
    tomado: await tomadoDelAnterior(trx, calculado),
    reclamadas: clase.sePrellena ? await diferenciasReclamadas(trx, borrador.anio) : [],
  });
}

/**
 * A draft as it would be filed now, although it does not square yet; read, and not held.
 * @throws ErrorDominio `declaraciones.ya-presentada`
 */
export async function loQueSeImprime(trx: Transaccion, borrador: string) {
  const b = await borradorDe(trx, borrador);
  if (b.presentada) throw erroresDeDeclaraciones.yaPresentada();
  const version = await versionVigente(trx, titularDe(trx));
  if (!version) throw errores.noEncontrado();
  const { registro } = version;
  const calculado = await calcularBorrador(trx, b);
  await auditar(trx, { accion: 'declaraciones.descargar-borrador', objeto: `borrador:${b.id}` });
  return {
    acto: await comoSePresenta(trx, calculado),
    declarante: { nit: registro.nit, dv: registro.dv, nombre: nombreDe(registro) },
    ahora: trx.ahora,
  };
}

/**
 * Files what was signed in this transaction: the return, the ledger and the receipt's number are true together with the
 * signature, or nothing is.
 * @returns the public identifier of the return
 */
export async function presentarDeclaracion(
  trx: Transaccion,
  { borrador, acto }: { borrador: string; acto: { id: string; canonico: string } },
): Promise<string> {
  const { acto: firmado } = JSON.parse(acto.canonico) as { acto: ActoDePresentar };
  const b = await tomarBorrador(trx, borrador);
  const [id, publico] = [uuidv7(trx.ahora), idPublico()];
  const hecho = await llamar(trx, 'declaraciones.presentar', {
    id,
    idPublico: publico,
    borrador: b.id,
    acto: acto.id,
    obligaciones: firmado.posiciones.map(({ concepto }) => ({
      concepto,
      id: uuidv7(trx.ahora),
      publico: idPublico(),
    })),
    actor: nombreDelActor(trx.actor),
    ahora: trx.ahora,
  });
  if (!hecho) throw erroresDeDeclaraciones.cambio();
  await auditar(trx, {
    accion: 'declaraciones.presentar',
    objeto: `declaracion:${id}`,
    datos: { formulario: firmado.formulario, anio: firmado.anio, periodo: firmado.periodo },
  });
  await publicar(trx, 'declaraciones.presentada', { id });
  return publico;
}
