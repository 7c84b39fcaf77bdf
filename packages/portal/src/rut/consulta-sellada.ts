import { abrirDeDireccion, sellarEnDireccion, type Claves } from '../plataforma/index.ts';

const SELLO = { proposito: 'rut-consulta-de-estado' };

/** The NIT that was asked about, for the address of its answer: two questions for one NIT have two addresses. */
export const sellarConsulta = (claves: Claves, nit: string): string => sellarEnDireccion(claves, SELLO, nit);

/** The NIT of a sealed question; undefined for what this office did not seal. */
export const abrirConsulta = (claves: Claves, escrita: string): string | undefined =>
  abrirDeDireccion(claves, SELLO, escrita);
