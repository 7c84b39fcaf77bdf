import { definidos } from '../../definidos/index.ts';
import type { EstadoRut } from '../estados.ts';
import { leyendaRut } from '../estados.ts';
import { condicion, evaluacion } from './condicion.ts';
import type { Evaluacion } from './condicion.ts';
import { solicitante } from './solicitud.ts';
import type { Solicitante } from './solicitud.ts';

export interface HechosCopia {
  solicitante?: Solicitante;
  /** Whether the registration was formalised; a draft proves nothing. */
  formalizada?: boolean;
  estado?: EstadoRut;
}

export interface EvaluacionCopia extends Evaluacion {
  /** What the first sheet will say; missing while the status is not known. */
  leyenda?: string;
}

/**
 * Whether somebody may have a copy of a RUT. A suspended or cancelled one has it too, and its first sheet
 * says so (DUR 1.6.1.2.21). What the RUT says is reserved (ET 555-2, DUR 1.6.1.2.3).
 */
export function evaluarCopia(h: HechosCopia): EvaluacionCopia {
  return {
    ...evaluacion([
      solicitante(h.solicitante, 'DUR 1.6.1.2.3; DUR 1.6.1.2.10'),
      condicion({
        id: 'inscripcion-formalizada',
        articulo: 'DUR 1.6.1.2.10; DUR 1.6.1.2.21',
        hecho: h.formalizada,
        cumple: 'La inscripción está terminada.',
        noCumple: 'La inscripción no está terminada: todavía no hay RUT que copiar.',
        noSeSabe: 'Falta saber si la inscripción está terminada.',
      }),
    ]),
    ...definidos({ leyenda: h.estado && leyendaRut(h.estado, 'copia-electronica') }),
  };
}
