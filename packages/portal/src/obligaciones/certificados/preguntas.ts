import { fecha, opcion, texto } from '../../interfaz/preguntas/index.ts';

/** Whether that day serves is asked of the clock, by whoever issues it. */
export const DIA = fecha<unknown>({
  etiqueta: '¿De qué día?',
  ayuda: 'Hoy, o un día de los últimos cinco años.',
  limites: { nombre: 'El día' },
});

/** Nobody else reads it: it is to find it again in one's own list. */
export const PARA = texto<unknown>({
  campo: 'para',
  etiqueta: '¿Para qué lo necesita?',
  ayuda: 'Solo lo ve usted, en su lista. No sale en el documento.',
  que: 'Para qué lo necesita',
  maximo: 60,
});

/** Which payment. Whether it is theirs is asked of the ledger. */
export const cualPago = (pagos: readonly { valor: string; texto: string }[] = []) =>
  opcion<string, unknown>({
    campo: 'pago',
    etiqueta: '¿Cuál pago?',
    falta: 'Elija un pago.',
    desplegable: true,
    de: () => pagos,
  });
