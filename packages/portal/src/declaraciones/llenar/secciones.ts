import type { Formulario, Hecho, Seccion } from '@autogestion/normas/formularios/motor';
import { plegar } from '@autogestion/normas/texto';
import type { ClaseDeDeclaracion } from '../clases/index.ts';
import { seEscribe } from '../../interfaz/formulario/index.ts';

/** A section as a page of its own. */
export interface SeccionEnPagina {
  /** In its address. */
  slug: string;
  seccion: Seccion;
}

const slugDe = (nombre: string): string =>
  plegar(nombre)
    .replaceAll('ñ', 'n')
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '');

/** The sections in which somebody writes; those that the form only computes are seen in the review. */
export const seccionesDe = (formulario: Formulario): SeccionEnPagina[] =>
  formulario.secciones
    .filter((s) => s.casillas.some(seEscribe))
    .map((seccion) => ({ slug: slugDe(seccion.nombre), seccion }));

/** Where the facts that no box prints are asked. */
export const OTROS_DATOS = 'otros-datos';

/** Facts that somebody writes: not those that the office says. */
export const hechosQueSeEscriben = ({ formulario, hechosDeLaOficina }: ClaseDeDeclaracion): Hecho[] =>
  formulario.hechos.filter(({ clave }) => !hechosDeLaOficina?.claves.includes(clave));
