import { codigo, fecha } from '../interfaz/preguntas/index.ts';

export const EXPEDICION = fecha<unknown>({
  campo: 'expedicion',
  ayuda: 'Está en su documento. Con ella comprobamos que es usted. Por ejemplo, 27 3 2014',
  limites: { nombre: 'La fecha de expedición' },
});

export const CLAVE_DINAMICA = codigo({
  etiqueta: 'Clave dinámica',
  ayuda: 'Las seis letras y números que le enviamos.',
});
