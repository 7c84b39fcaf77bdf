import {
  celular,
  codigo,
  correo,
  documento,
  fecha,
  juntas,
  opcion,
  type OpcionesDeDocumento,
} from '../interfaz/preguntas/index.ts';

/** Documents of people who may have a RUT of their own. */
const DE_PERSONAS = ['13', '22', '48', '41', '47', '46', '21'];
const documentoDePersona = (o: Pick<OpcionesDeDocumento<unknown>, 'propio'>) =>
  documento<unknown>({ tipos: DE_PERSONAS, desplegable: true, ...o });

/** Of who enters. */
export const DOCUMENTO_PROPIO = documentoDePersona({ propio: true });
export const DOCUMENTO_DE_OTRO = documentoDePersona({});

/** That was sent to whoever enters. */
export const CODIGO_PARA_ENTRAR = codigo({ ayuda: 'Seis letras y números. Sirve por diez minutos.' });
/** That of the other channel, beside the authenticator's on the same page. */
export const codigoQueLlego = (canal: 'correo' | 'sms' = 'correo') =>
  codigo({ campo: 'enviado', etiqueta: `Código que llegó al ${canal === 'sms' ? 'celular' : 'correo'}` });

export const CORREO_DE_FUNCIONARIO = correo<unknown>();

/** What a taxpayer may change of how they are reached. */
export const CONTACTO_NUEVO = {
  correo: { nombre: 'Correo nuevo', pregunta: correo<unknown>({ campo: 'nuevo', propio: true }) },
  telefono: { nombre: 'Celular nuevo', pregunta: celular<unknown>({ campo: 'nuevo', propio: true }) },
} as const;

/** Whom a taxpayer lets act, in what and from when to when. */
export const PERMISO = juntas({
  documento: { nombre: '', pregunta: DOCUMENTO_DE_OTRO },
  ambito: {
    nombre: '¿Qué podrá hacer?',
    pregunta: opcion<'consultar' | 'preparar' | 'presentar'>({
      campo: 'ambito',
      falta: 'Elija qué podrá hacer.',
      de: [
        { valor: 'consultar', texto: 'Consultar', ayuda: 'Ver sus datos y pedir copias.' },
        {
          valor: 'preparar',
          texto: 'Preparar',
          ayuda: 'Además, dejar borradores listos para que usted los firme.',
        },
        { valor: 'presentar', texto: 'Presentar', ayuda: 'Además, presentar lo que no lleva firma.' },
      ],
    }),
  },
  desde: { nombre: '¿Desde qué día?', pregunta: fecha<unknown>({ campo: 'desde', limites: {} }) },
  hasta: {
    nombre: '¿Hasta qué día?',
    pregunta: fecha<unknown>({ campo: 'hasta', ayuda: 'Un año como máximo.', limites: {} }),
  },
});

/** That was sent to the new e-mail or phone, which comes along. */
export const CODIGO_DE_CONTACTO = codigo();
