import type { VNode } from 'preact';
import { Etiqueta, type TonoDeEtiqueta } from '../../../interfaz/index.ts';
import type { ArchivoCargado } from '../consultas.ts';

const ESTADOS: Record<ArchivoCargado['estado'], { tono: TonoDeEtiqueta; texto: string }> = {
  'por-confirmar': { tono: 'ojo', texto: 'POR CONFIRMAR' },
  descartado: { tono: 'neutra', texto: 'DESCARTADO' },
  asentando: { tono: 'informacion', texto: 'REGISTRÁNDOSE' },
  asentado: { tono: 'bien', texto: 'REGISTRADO' },
};

export const EstadoDeArchivo = ({ estado }: Pick<ArchivoCargado, 'estado'>): VNode => (
  <Etiqueta tono={ESTADOS[estado].tono}>{ESTADOS[estado].texto}</Etiqueta>
);

/** `banco-007` → `Banco 007`: the code with which the banks know each other. */
export const nombreDeBanco = (banco: string): string =>
  banco.replace(/^banco-(\d{3})$/, 'Banco $1').replace(/^banco-/, 'Banco ');

/** A count as one reads it: `50.000`. */
export const cuantos = (n: number): string => new Intl.NumberFormat('es-CO').format(n);

export const MIGAS = [
  { texto: 'Inicio', href: '/' },
  { texto: 'Recaudo', href: '/mesa/recaudo' },
] as const;
