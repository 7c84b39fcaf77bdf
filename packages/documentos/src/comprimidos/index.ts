export { abrirEntrada, leerDirectorio, ZipRechazado } from './zip.ts';
export type { EntradaDeZip } from './zip.ts';
