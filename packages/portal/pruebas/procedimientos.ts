import type { Recorrido } from '../src/interfaz/recorrido/index.ts';
import { relojFijo, type Reloj } from '../src/plataforma/index.ts';
import type { HechosDelBorrador, Procedimiento } from '../src/tramites-rut/procedimiento/index.ts';
import { INICIO } from './oficina.ts';

/** The journey of a procedure, for walking its branches: what each answer means is its ficha's to know. */
export const recorridoDe = (
  p: Procedimiento,
  reloj: Reloj = relojFijo(INICIO),
): Recorrido<Record<string, unknown>, HechosDelBorrador> =>
  p.conRecorrido(
    reloj,
    ({ recorrido }) => recorrido as unknown as Recorrido<Record<string, unknown>, HechosDelBorrador>,
  );
