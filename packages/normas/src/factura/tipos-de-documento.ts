import type { ClaseDeCodigo } from './clases.ts';
import { claseDeCodigo } from './clases.ts';
import datos from './datos/tipos-de-documento.json' with { type: 'json' };

/** A kind of electronic document of the DIAN's system of invoicing. */
export interface TipoDeDocumentoElectronico {
  /** Two digits, three in payroll. */
  codigo: string;
  nombre: string;
  /** Root element of its XML. */
  raiz: string;
  codigoUnico: ClaseDeCodigo;
  /** What closes the string of its code: the technical key of the range, or the PIN of the software. */
  clave: 'clave-tecnica' | 'pin';
  confianza: string;
  fuente: string;
}

export const TIPOS_DE_DOCUMENTO_ELECTRONICO: readonly TipoDeDocumentoElectronico[] = datos.tipos.map(
  ({ codigoUnico, clave, ...tipo }) => {
    const clase = claseDeCodigo(codigoUnico);
    if (!clase) throw new RangeError(`Sin código único: ${tipo.codigo}`);
    return { ...tipo, codigoUnico: clase, clave: clave === 'pin' ? 'pin' : 'clave-tecnica' };
  },
);

export function tipoDeDocumentoElectronico(codigo: string): TipoDeDocumentoElectronico | undefined {
  return TIPOS_DE_DOCUMENTO_ELECTRONICO.find((t) => t.codigo === codigo);
}
