import { CODIGO_TRAS_EL_CESE, PLAZO_DEL_CESE } from '@autogestion/normas/rut';
import { FLUJO_RUT, tipoDeCaso, type Flujo, type TipoDeCaso } from '../../tramites/index.ts';
import { cambiarResponsabilidad } from '../verificados/cambiar-responsabilidad.ts';
import { hechosDelRut, quienPide } from '../verificados/hechos-del-rut.ts';
import { plantillaDe } from '../verificados/plantilla.ts';
import { actualizadoSegun, DIFERENCIAS, verificar, type Verificador } from '../verificados/verificaciones.ts';
import { CERTIFICACION, evaluarSolicitud } from './evaluar-solicitud.ts';
import { CESE_IVA } from './recorrido.tsx';
import { presentarCeseIva, SolicitudCeseIva } from './solicitud.ts';

/** As the other procedures of the RUT, but no article says by when it is decided. */
const FLUJO_DEL_CESE: Flujo = {
  ...FLUJO_RUT,
  plazos: { ...FLUJO_RUT.plazos, decidir: PLAZO_DEL_CESE.termino, sinFuente: PLAZO_DEL_CESE.sinFuente },
};

/** The end of the activities that pay IVA as a kind of case: an official verifies it, and box 53 loses the 48. */
export const tipoCeseIva = (verificador: Verificador): TipoDeCaso =>
  tipoDeCaso<SolicitudCeseIva>({
    tipo: CESE_IVA,
    nombre: 'Cese de actividades con IVA',
    formulario: '1180',
    serie: 'RU',
    rol: 'mesa-rut',
    flujo: FLUJO_DEL_CESE,
    cuatroOjos: false,
    esquema: SolicitudCeseIva,
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
    verificables: [
      { id: 'numeracion', que: 'Números de factura autorizados sin usar y sin inhabilitar' },
      DIFERENCIAS,
    ],
    async comprobar(trx, { titular, solicitud, aportados, verificado }) {
      const numeracion = await verificar({ trx, titular, verificador, verificado }, 'numeracion');
      return evaluarSolicitud(
        {
          rut: await hechosDelRut(trx, titular),
          quien: quienPide(trx, titular),
          actualizado: actualizadoSegun(verificado),
          aportados,
          numeracion,
        },
        solicitud,
      );
    },
    plantilla: (sentido, { evaluacion }) =>
      plantillaDe(sentido, evaluacion, {
        que: 'el retiro de la responsabilidad de IVA (código 48) por cese de actividades',
        efecto: {
          texto:
            'Desde hoy su RUT ya no dice que es responsable de IVA. La declaración del periodo en que todavía vendió se presenta en su plazo.',
          articulo: 'ET 614',
        },
      }),
    alAprobar: (trx, caso) =>
      cambiarResponsabilidad(trx, caso, (r) => ({
        quita: '48',
        pone: CODIGO_TRAS_EL_CESE[r.tipoContribuyente],
      })),
    empezar: '/rut/cese-iva',
  });
