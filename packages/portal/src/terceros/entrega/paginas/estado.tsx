import type { VNode } from 'preact';
import { Etiqueta, type TonoDeEtiqueta } from '../../../interfaz/index.ts';
import type { EstadoDeEntrega } from '../entrega.ts';

const ESTADOS: Readonly<Record<EstadoDeEntrega, readonly [string, TonoDeEtiqueta]>> = {
  recibiendo: ['Llegando', 'informacion'],
  leyendo: ['En revisión', 'informacion'],
  'con-errores': ['Con errores', 'mal'],
  'por-firmar': ['Falta firmarla', 'ojo'],
  presentada: ['En firme', 'bien'],
  reemplazada: ['Reemplazada', 'neutra'],
  descartada: ['Descartada', 'neutra'],
};

export function EstadoEnPalabras({ estado }: { estado: EstadoDeEntrega }): VNode {
  const [texto, tono] = ESTADOS[estado];
  return <Etiqueta tono={tono}>{texto}</Etiqueta>;
}

export const enMiles = (n: number): string => n.toLocaleString('es-CO');

export const enMb = (bytes: number): string =>
  `${(bytes / 1024 / 1024).toLocaleString('es-CO', { maximumFractionDigits: 1 })} MB`;
