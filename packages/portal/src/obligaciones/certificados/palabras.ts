/** A phrase as a row begins. */
export const conMayuscula = (frase: string): string => frase.charAt(0).toUpperCase() + frase.slice(1);
