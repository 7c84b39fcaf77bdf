import { EXPLICACION_DE_CAUSAL, type Causal } from '@autogestion/normas/firma';
import { auditar, encolar, enviarMensaje, llamar, type Transaccion } from '../plataforma/index.ts';
import { canalesDe } from './canales.ts';
import { revocarPropio } from './emitir-firma.ts';
import { PUBLICAR_LISTA } from './lista.ts';

/** Ends the signature of whoever acts, at once and for good. Ending it twice is ending it once. */
export async function terminarFirma(
  trx: Transaccion,
  o: { persona: string; causal: 'titular' | 'compromiso' },
): Promise<{ serie: string | undefined }> {
  const serie = await revocarPropio(trx, o.causal);
  if (!serie) return { serie };
  await anotar(trx, { ...o, serie });
  const { avisos } = await canalesDe(trx);
  for (const destino of avisos) {
    await enviarMensaje(trx, {
      canal: 'correo',
      destino,
      asunto: 'Su firma electrónica terminó',
      texto: `${EXPLICACION_DE_CAUSAL[o.causal]} Desde ahora nadie puede firmar con ella. Lo que firmó antes sigue siendo válido.\n\nSi usted no lo pidió, entre a la oficina y cambie la contraseña de su cuenta.`,
    });
  }
  return { serie };
}

/** Ends somebody's signature because of what the office knows of them; as the owner, in a job. */
export async function terminarDeOficio(
  trx: Transaccion,
  o: { persona: string; causal: Exclude<Causal, 'titular' | 'compromiso' | 'reemplazo'> },
): Promise<void> {
  const serie = await llamar(trx, 'firma.revocar', {
    persona: o.persona,
    causal: o.causal,
    ahora: trx.ahora,
  });
  if (!serie) return;
  await encolar(trx, PUBLICAR_LISTA, {}, { clave: PUBLICAR_LISTA });
  await anotar(trx, { ...o, serie });
}

/**
 * The signature that ended with the cancellation of its holder's RUT, in its transaction: here it is written down and
 * the list published. @param cambio of the state
 */
export async function anotarFinConElRut(trx: Transaccion, cambio: string): Promise<void> {
  const [terminada]: { persona: string; serie: string }[] = await llamar(trx, 'firma.terminada_por', {
    cambio,
  });
  if (!terminada) return;
  await encolar(trx, PUBLICAR_LISTA, {}, { clave: PUBLICAR_LISTA });
  await anotar(trx, { ...terminada, causal: 'cancelacion-rut' });
}

const anotar = (trx: Transaccion, o: { persona: string; causal: Causal; serie: string }) =>
  auditar(trx, {
    accion: 'firma.terminar',
    persona: o.persona,
    objeto: `certificado:${o.serie}`,
    datos: { causal: o.causal },
  });
