import type { RegistroRut } from '../registro.ts';
import { condicion, evaluacion } from './condicion.ts';
import type { Evaluacion } from './condicion.ts';

/** Box 53: facturador electrónico. It took the place of 37 (Resolución DIAN 000048 de 2019). */
export const RESPONSABILIDAD_FACTURADOR = '52';

/** Box 53 once somebody is enabled: in ascending order, and nothing else changes. */
export const casilla53TrasHabilitarse = (antes: readonly string[]): string[] =>
  [...new Set([...antes, RESPONSABILIDAD_FACTURADOR])].toSorted();

/** Whether a RUT lets its person be enabled to invoice electronically. */
export function evaluarHabilitacion({
  registro,
  estado,
}: {
  registro: Pick<RegistroRut, 'clasificacion'>;
  estado: 'activo' | 'suspendido' | 'cancelado';
}): Evaluacion {
  return evaluacion([
    condicion({
      id: 'rut-activo',
      articulo: 'ET 555-2',
      hecho: estado === 'activo',
      cumple: 'Su RUT está activo.',
      noCumple: `Su RUT está ${estado}: antes debe estar activo.`,
      noSeSabe: '',
      certeza: 'parametro',
    }),
    condicion({
      id: 'no-lo-es',
      articulo: 'Formulario 001, casilla 53',
      hecho: !registro.clasificacion.responsabilidades.includes(RESPONSABILIDAD_FACTURADOR),
      cumple: 'Su RUT todavía no dice que sea facturador electrónico (código 52).',
      noCumple:
        'Su RUT ya dice que es facturador electrónico (código 52): no tiene que habilitarse otra vez.',
      noSeSabe: '',
      certeza: 'parametro',
    }),
  ]);
}
