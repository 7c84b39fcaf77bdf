import { juntas, opcion, parrafo } from '../../interfaz/preguntas/index.ts';
import { MOTIVOS, type Motivo } from './motivos.ts';

/** Why it is not so. */
export const POR_QUE = juntas<{ motivo: Motivo; relato: string }, unknown>({
  motivo: {
    nombre: 'Qué está mal',
    pregunta: opcion({ campo: 'motivo', falta: 'Elija qué está mal.', de: MOTIVOS }),
  },
  relato: {
    nombre: 'Explíquelo',
    pregunta: parrafo({
      campo: 'relato',
      ayuda: 'Qué ocurrió de verdad, cuánto fue y cuándo. Lo lee quien lo reportó.',
      minimo: 10,
      maximo: 2_000,
      falta: 'Explique qué ocurrió, en 10 caracteres o más.',
      filas: 5,
    }),
  },
});

/** Why it is so. */
export const RAZON = parrafo<unknown>({
  campo: 'razon',
  ayuda: 'En qué se apoya: la factura, el contrato, el pago. Lo lee quien reclamó.',
  minimo: 10,
  maximo: 2_000,
  falta: 'Diga por qué lo que reportó es cierto, en 10 caracteres o más.',
  filas: 4,
});
