import type { Disposicion } from '../formulario-impreso/index.ts';
import { DISPOSICION_210 } from './disposicion-210.ts';
import { DISPOSICION_2593 } from './disposicion-2593.ts';
import { DISPOSICION_260 } from './disposicion-260.ts';
import type { DeclaranteImpreso } from './tipos.ts';

/** What is known of a return beside its definition, to print it. */
export interface Declaracion {
  disposicion: Disposicion;
  /** «Declaración 210». */
  nombre: string;
  /** Key of the box of its number. */
  numero: string;
  /** Keys of the boxes that the register fills. */
  delRegistro: Readonly<Partial<Record<keyof DeclaranteImpreso, string>>>;
  /** What a signed return is worth until it is paid; absent where it is filed without paying. */
  pendienteDePago?: string;
}

const DE_PERSONA = {
  nit: '5',
  dv: '6',
  primerApellido: '7',
  segundoApellido: '8',
  primerNombre: '9',
  otrosNombres: '10',
} as const;

export const DECLARACIONES: Readonly<Record<string, Declaracion>> = {
  '210': {
    disposicion: DISPOSICION_210,
    nombre: 'Declaración 210',
    numero: '4',
    delRegistro: DE_PERSONA,
  },
  '2593': {
    disposicion: DISPOSICION_2593,
    nombre: 'Recibo 2593',
    numero: 'numeroDeFormulario',
    delRegistro: { nit: 'nit', dv: 'dv', nombre: 'nombre' },
    // Resolución DIAN 81 de 2024, art. 2.
    pendienteDePago: 'Se da por presentado cuando se paga con el recibo 490.',
  },
  '260': {
    disposicion: DISPOSICION_260,
    nombre: 'Declaración 260',
    numero: '4',
    delRegistro: { ...DE_PERSONA, razonSocial: '11' },
    pendienteDePago: 'No se da por presentada mientras no se pague todo (ET 910 par. 2).',
  },
};
