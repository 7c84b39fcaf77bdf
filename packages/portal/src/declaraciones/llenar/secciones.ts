import type { Formulario, Seccion } from '@autogestion/normas/formularios/motor';
import { plegar } from '@autogestion/normas/texto';
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
