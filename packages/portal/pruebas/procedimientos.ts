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

/** What a draft of a request knows of a natural person who asks for themselves, but for what is told. */
export const hechosDelBorrador = (
  rut: Partial<HechosDelBorrador['rut']>,
  quien: HechosDelBorrador['quien'] = { calidad: 'titular' },
): HechosDelBorrador => ({
  anio: 2026,
  quien,
  rut: {
    tipoContribuyente: '2',
    responsabilidades: [],
    usuariosAduaneros: [],
    establecimientos: 1,
    estado: 'activo',
    ...rut,
  },
});
