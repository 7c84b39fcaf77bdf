import {
  MODALIDADES_DE_NUMERACION,
  NUMERACION,
  type ModalidadDeNumeracion,
} from '@autogestion/normas/factura';
import { juntas, opcion, texto } from '../../interfaz/preguntas/index.ts';

/** What the software is called, in its person's words. */
export const SOFTWARE = texto<unknown>({
  campo: 'software',
  etiqueta: '¿Cómo se llama el software con el que va a facturar?',
  ayuda: 'El suyo, el de su proveedor o el que use. Es para reconocerlo en su lista.',
  que: 'El nombre del software',
  falta: 'Escriba cómo se llama el software.',
  maximo: 60,
});

const numero = (campo: 'desde' | 'hasta', etiqueta: string, falta: string) =>
  texto({
    campo,
    etiqueta,
    que: 'El número',
    falta,
    leer: (t) => t.replace(/[.\s]/g, ''),
    forma: { patron: /^[0-9]{1,12}$/, mensaje: 'Escriba el número con cifras, sin prefijo.' },
    maximo: 12,
    teclado: 'numeric',
    ancho: 10,
    autocompletar: 'off',
  });

/** The numbers that are asked for. @param software those they may use, by public identifier */
export const loQueSePide = (software: readonly { valor: string; texto: string }[]) =>
  juntas<
    { modalidad: ModalidadDeNumeracion; prefijo: string; desde: string; hasta: string; software: string },
    unknown
  >({
    modalidad: {
      nombre: 'Para qué documentos',
      pregunta: opcion<ModalidadDeNumeracion>({
        campo: 'modalidad',
        etiqueta: '¿Para qué documentos?',
        de: Object.fromEntries(
          Object.entries(MODALIDADES_DE_NUMERACION).map(([k, m]) => [k, m.nombre]),
        ) as Record<ModalidadDeNumeracion, string>,
        falta: 'Elija para qué documentos.',
      }),
    },
    prefijo: {
      nombre: 'Prefijo',
      pregunta: texto({
        campo: 'prefijo',
        etiqueta: 'Prefijo',
        ayuda: `Hasta ${NUMERACION.prefijoMaximo} letras o números. Si tiene varios locales, use uno en cada uno.`,
        que: 'El prefijo',
        leer: (t) => t.toUpperCase(),
        maximo: 20,
        ortografia: false,
        autocompletar: 'off',
      }),
    },
    desde: {
      nombre: 'Desde',
      pregunta: numero('desde', 'Desde el número', 'Escriba el primer número.'),
    },
    hasta: {
      nombre: 'Hasta',
      pregunta: numero('hasta', 'Hasta el número', 'Escriba el último número.'),
    },
    software: {
      nombre: 'Software',
      pregunta: opcion<string>({
        campo: 'software',
        etiqueta: '¿Con qué software la va a usar?',
        de: () => [...software],
        falta: 'Elija el software.',
      }),
    },
  });
