import { bien, falla, type Resultado } from '../resultado/index.ts';

/**
 * Parameter, no source: the rules of the IFE's password were not found. It closes the person's key against whoever
 * took the database, so it must be long; how often it appears among known passwords is asked elsewhere.
 */
export const REGLAS_CONTRASENA = { minimo: 12, maximo: 128, sinFuente: true } as const;

export type CodigoContrasena = 'corta' | 'larga' | 'repetida';

/** A new signature password: at least twelve characters. Any is allowed, and none is asked for. */
export function leerContrasenaDeFirma(escrita: string): Resultado<string, CodigoContrasena> {
  const { minimo, maximo } = REGLAS_CONTRASENA;
  const letras = [...escrita.normalize('NFC')];
  if (letras.length < minimo)
    return falla('corta', `Debe tener al menos ${minimo} caracteres. Puede ser una frase con espacios.`);
  if (letras.length > maximo) return falla('larga', `Puede tener hasta ${maximo} caracteres.`);
  if (new Set(letras).size < 5)
    return falla('repetida', 'Repite siempre los mismos caracteres. Escriba una frase más variada.');
  return bien(escrita);
}
