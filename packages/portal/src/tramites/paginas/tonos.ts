import type { TonoDeEtiqueta } from '../../interfaz/index.ts';
import type { Caso } from '../consultas.ts';
import type { Semaforo } from '../semaforo.ts';

/** The colour of a state repeats what its word says. */
export function tonoDeEstado({ tipo, marcha }: Caso): TonoDeEtiqueta {
  if (marcha.turno === 'persona') return 'ojo';
  if (marcha.turno === 'oficina') return 'informacion';
  if (marcha.decision) return tipo.flujo.sentidos[marcha.decision.sentido]?.conEfecto ? 'bien' : 'mal';
  return marcha.estado === 'automatica' ? 'bien' : 'neutra';
}

export const SEMAFORO: Record<Semaforo, { texto: string; tono: TonoDeEtiqueta }> = {
  vencido: { texto: 'Vencido', tono: 'mal' },
  hoy: { texto: 'Vence hoy', tono: 'urge' },
  pronto: { texto: 'Vence pronto', tono: 'ojo' },
  'a-tiempo': { texto: 'A tiempo', tono: 'bien' },
};
