import { aplicar, type Documento } from '../pdf/documento.ts';

/** Figures of one width, so that those of a column stand one under the other. */
export const CIFRAS: PDFKit.Mixins.OpenTypeFeatures[] = ['tnum'];

/** Sizes that are tried until a value fits one line. */
export const TAMANOS = [8.8, 8, 7.2, 6.5] as const;

/** Width in points of a figure in a size. */
export function anchoDeCifra(documento: Documento, cifra: string, tamano: number): number {
  return aplicar(documento, { fuente: 'seminegra', tamano }).widthOfString(cifra, { features: CIFRAS });
}

/** The largest size in which a figure fits a width on one line; smaller than all of them where it has to be. */
export function tamanoDeCifra(documento: Documento, cifra: string, ancho: number, escala: number): number {
  const tamanos = TAMANOS.map((uno) => uno * escala);
  const menor = tamanos.at(-1) ?? 6;
  return (
    tamanos.find((tamano) => anchoDeCifra(documento, cifra, tamano) <= ancho) ??
    (menor * ancho) / anchoDeCifra(documento, cifra, menor)
  );
}
