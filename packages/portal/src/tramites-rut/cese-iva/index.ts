import { CODIGO_TRAS_EL_CESE, PLAZO_DEL_CESE } from '@autogestion/normas/rut';
import { FLUJO_RUT } from '../../tramites/index.ts';
import { cambiarResponsabilidad, procedimiento } from '../procedimiento/index.ts';
import { CERTIFICACION, evaluar } from './evaluar.ts';
import { preguntasCeseIva } from './preguntas.ts';
import { FICHA, presentarCeseIva } from './solicitud.ts';
import { enVezDelCese, textosCeseIva } from './textos.tsx';

/** The end of the activities that pay IVA (ET 614): an official verifies it, and box 53 loses the 48. */
export const ceseIva = procedimiento({
  id: 'tramites-rut.cese-iva',
  camino: 'cese-iva',
  titulo: 'Informar que ya no hace nada con IVA',
  version: 1,
  preguntas: preguntasCeseIva,
  respuesta: {
    que: 'dejar de ser responsable de IVA por cese',
    mientras: 'Sigue siendo responsable: cobre y declare el IVA.',
    mientrasTenga: '48',
    enVez: (_, base, rut) => enVezDelCese(base, rut),
  },
  ficha: FICHA,
  evaluar,
  caso: {
    nombre: 'Cese de actividades con IVA',
    // As the other procedures of the RUT, but no article says by when it is decided.
    flujo: {
      ...FLUJO_RUT,
      plazos: { ...FLUJO_RUT.plazos, decidir: PLAZO_DEL_CESE.termino, sinFuente: PLAZO_DEL_CESE.sinFuente },
    },
    presentar: presentarCeseIva,
    documentos: (s) =>
      s.obligadoAContador === true
        ? [
            {
              id: CERTIFICACION,
              nombre: 'Certificación de su contador o revisor fiscal',
              ayuda: 'Dice que no hay más operaciones con IVA y que no queda mercancía.',
              obligatorio: true,
            },
          ]
        : [],
    verificables: [{ id: 'numeracion', que: 'Números de factura autorizados sin usar y sin inhabilitar' }],
    decision: {
      que: 'el retiro de la responsabilidad de IVA (código 48) por cese de actividades',
      efecto: {
        texto:
          'Desde hoy su RUT ya no dice que es responsable de IVA. La declaración del periodo en que todavía vendió se presenta en su plazo.',
        articulo: 'ET 614',
      },
    },
    alAprobar: (trx, caso) =>
      cambiarResponsabilidad(trx, caso, (r) => ({
        quita: '48',
        pone: CODIGO_TRAS_EL_CESE[r.tipoContribuyente],
      })),
  },
  textos: ({ base }) => textosCeseIva(base),
  enRut: {
    texto: 'Informar que ya no hace nada con IVA',
    si: (r) => r.clasificacion.responsabilidades.includes('48'),
  },
  asistido: {
    nombre: 'Cese de actividades con IVA, sin firma electrónica',
    ayuda: 'De quien ya no hace nada con IVA. Queda radicada la solicitud, y la oficina la verifica.',
    fundamento:
      'ET 614; DUR 1625 de 2016, arts. 1.6.1.2.14 par. 4 y 1.6.1.2.27 a 1.6.1.2.31; comunicado de la DIAN del 25 de febrero de 2022, caso 5',
  },
});
