import { auditar, errores, idPublico, llamar, uuidv7, type Transaccion } from '../../plataforma/index.ts';
import { erroresDeObligaciones } from '../errores.ts';

/**
 * An official writes why they look at what a taxpayer owes. The taxpayer sees that they looked.
 * @returns the public identifier of the reason, or undefined when nobody has that NIT
 * @throws ErrorDominio `obligaciones.no-es-propio` when it is the official's own, or of somebody of theirs
 */
export async function abrirAtencion(
  trx: Transaccion,
  { nit, motivo }: { nit: string; motivo: string },
): Promise<string | undefined> {
  const [id, publico] = [uuidv7(trx.ahora), idPublico()];
  const titular = await llamar(trx, 'obligaciones.abrir_atencion', {
    id,
    idPublico: publico,
    nit,
    motivo,
    ahora: trx.ahora,
  }).catch((error: unknown) => {
    throw (error as { constraint?: string }).constraint === 'no_es_propio'
      ? erroresDeObligaciones.noEsPropio()
      : error;
  });
  if (!titular) return undefined;
  await auditar(trx, {
    accion: 'obligaciones.consultar',
    persona: titular,
    objeto: `atencion:${id}`,
    datos: { motivo },
  });
  return publico;
}

/** From here on the transaction sees what that taxpayer sees. @throws 404 without a reason of today's */
export async function atender(trx: Transaccion, atencion: string): Promise<string> {
  const titular = await llamar(trx, 'obligaciones.atender', { idPublico: atencion, ahora: trx.ahora });
  if (!titular) throw errores.noEncontrado();
  return titular;
}
