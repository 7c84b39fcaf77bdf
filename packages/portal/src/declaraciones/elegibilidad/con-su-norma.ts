import { escribirNorma } from '@autogestion/normas/formularios/motor';

/** A sentence and the article that says it, whole: «… Estatuto Tributario, art. 909.» */
export const conSuNorma = (frase: string, norma: string): string =>
  `${frase} ${escribirNorma(norma).replace(/\.$/, '')}.`;
