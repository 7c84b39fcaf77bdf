import { juntas, parrafo } from '../../interfaz/preguntas/index.ts';
import { loEscrito } from '../lo-escrito.ts';

export const DEVOLUCION = loEscrito({ campo: 'motivo', falta: 'Diga por qué lo devuelve.', filas: 2 });
export const TRASLADO = loEscrito({ campo: 'traslado', falta: 'Diga por qué es de allá.', filas: 2 });
const mensaje = (ayuda: string) =>
  loEscrito({ campo: 'mensaje', falta: 'Escriba el mensaje.', ayuda, filas: 3 });
const LE_LLEGA = 'Le llega por correo y lo ve en su trámite.';
export const MENSAJE = mensaje(LE_LLEGA);
/** Where the clock can stop, what does not stop it is told. */
export const MENSAJE_SIN_DETENER = mensaje(`${LE_LLEGA} No detiene el plazo.`);
export const REQUERIMIENTO = loEscrito({
  campo: 'requerimiento',
  falta: 'Escriba qué debe completar.',
});
export const NOTA = loEscrito({ campo: 'nota', falta: 'Diga dónde lo buscó y qué vio.', filas: 2 });
export const NOTA_INTERNA = loEscrito({
  campo: 'interna',
  falta: 'Escriba la nota.',
  ayuda: 'La leen los funcionarios de esta cola. La persona no la ve, y no se borra.',
  filas: 2,
});
export const OBJECION = loEscrito({ campo: 'objecion', falta: 'Diga por qué no está de acuerdo.' });
export const CONSTANCIA = loEscrito({
  campo: 'constancia',
  falta: 'Diga cuándo, a quién y con qué constancia.',
  filas: 2,
});

/** What a decision says; the kind of case has a template of it. */
export const DECISION = juntas({
  razones: {
    nombre: 'Razones',
    pregunta: parrafo<unknown>({
      campo: 'razones',
      ayuda: 'Como las va a leer la persona. Separe los párrafos con una línea en blanco.',
      falta: 'Escriba las razones: la persona debe entender por qué.',
      minimo: 20,
      maximo: 8_000,
      sobra: 'Escriba 8.000 caracteres o menos.',
      filas: 12,
    }),
  },
  fundamento: {
    nombre: 'Fundamento: los artículos',
    pregunta: parrafo<unknown>({
      campo: 'fundamento',
      falta: 'Cite los artículos en que se apoya.',
      maximo: 2_000,
      sobra: 'Escriba 2.000 caracteres o menos.',
      filas: 4,
    }),
  },
});
