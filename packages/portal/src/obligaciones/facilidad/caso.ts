import { CON_GARANTIA, SIN_GARANTIA } from '@autogestion/normas/facilidad';
import { tipoDeCaso, type TipoDeCaso } from '../../tramites/index.ts';
import { concederFacilidad } from './conceder.ts';
import { comprobarFacilidad } from './condiciones.ts';
import { FLUJO_FACILIDAD } from './flujo.ts';
import { FACILIDAD } from './identificador.ts';
import { presentarFacilidad, SolicitudFacilidad } from './solicitud.ts';

/** The request of a facility (ET 814): granted at once within the limits of the office, or decided by an official. */
export const casoFacilidad = (o: { demostracion: boolean }): TipoDeCaso =>
  tipoDeCaso<SolicitudFacilidad>({
    tipo: FACILIDAD,
    nombre: 'Facilidad de pago',
    serie: 'FP',
    rol: 'obligaciones',
    flujo: FLUJO_FACILIDAD,
    cuatroOjos: false,
    esquema: SolicitudFacilidad,
    presentar: presentarFacilidad,
    documentos: ({ garantia }) =>
      garantia === undefined
        ? []
        : [
            {
              id: 'garantia',
              nombre: 'Documentos de la garantía',
              ayuda:
                'Los que la prueban y dicen cuánto vale: el contrato, la póliza, el certificado de tradición.',
              obligatorio: true,
            },
          ],
    verificables: [
      { id: 'garantia', que: 'Si la garantía que se ofrece no alcanza para la deuda' },
      {
        id: 'especial',
        que: 'Si falta la autorización del Director, cuando pide más de cinco años',
        condicion: 'especial',
      },
    ],
    comprobar: comprobarFacilidad,
    plantilla: (sentido, { solicitud: s, evaluacion: e }) => {
      const norma = s.garantia ? CON_GARANTIA.norma : SIN_GARANTIA.norma;
      const con = sentido === 'atendida' ? 'cumple' : 'no-cumple';
      const lista = e.condiciones
        .filter((c) => c.estado === con)
        .map((c) => `- ${c.razon.replace(/\.$/, '')} (${c.articulo}).`)
        .join('\n');
      if (lista === '') return { razones: '', fundamento: norma };
      const dice =
        sentido === 'atendida'
          ? 'Usted pidió pagar por cuotas lo que debe. Se concede como la pidió:'
          : 'Usted pidió pagar por cuotas lo que debe. Se niega por lo que sigue:';
      return { razones: `${dice}\n\n${lista}`, fundamento: norma };
    },
    alAprobar: (trx, caso) => concederFacilidad(trx, caso, o.demostracion),
    deUnaVez: (s) =>
      s.camino === 'automatica' && s.garantia === undefined
        ? 'La oficina se la concede de una vez, cuando usted firme.'
        : undefined,
    empezar: '/obligaciones/facilidad',
  });
