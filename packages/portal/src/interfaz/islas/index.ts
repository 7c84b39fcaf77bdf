/** What islands of other rooms take from those of the house. */
export { avisarEn, quitarAviso } from './aviso.ts';
