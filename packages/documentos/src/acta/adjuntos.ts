import type { Adjunto } from '../pdf/adjuntar.ts';
import type { ActoFirmado } from '../personas/acto.ts';
import type { Presentacion } from './tipos.ts';

/** Names of what a signed act carries inside. */
export const ADJUNTO = {
  acto: 'acto.json',
  jws: 'firma.jws',
  cms: 'firma.p7s',
  mostrado: 'mostrado.json',
  evidencia: 'evidencia.json',
} as const;

/** A signed act, what was shown and the record of how it was signed, as attachments of its document. */
export function adjuntosDelActo(firmado: ActoFirmado, mostrado: Presentacion, evidencia: object): Adjunto[] {
  const texto = (valor: string) => Buffer.from(valor, 'utf8');
  const json = (valor: object) => texto(`${JSON.stringify(valor, null, 2)}\n`);
  return [
    adjunto(ADJUNTO.acto, 'application/json', 'El acto, byte a byte como se firmó', texto(firmado.canonico)),
    adjunto(ADJUNTO.jws, 'application/jose', 'Firma de la persona, JWS', texto(firmado.jws)),
    adjunto(ADJUNTO.cms, 'application/pkcs7-signature', 'Firma de la persona, CMS separado', firmado.cms),
    adjunto(ADJUNTO.mostrado, 'application/json', 'Lo que la persona vio al firmar', json(mostrado)),
    adjunto(ADJUNTO.evidencia, 'application/json', 'Registro de cómo se firmó', json(evidencia)),
  ];
}

const adjunto = (nombre: string, tipo: string, descripcion: string, bytes: Uint8Array): Adjunto => ({
  nombre,
  tipo,
  descripcion,
  bytes,
});
