import { llamar } from '../../plataforma/index.ts';
import { cambiarEstado, estadoDeTitular } from '../../rut/index.ts';
import { procedimiento } from '../procedimiento/index.ts';
import { documentosPedidos } from './documentos.ts';
import { evaluar } from './evaluar.ts';
import { enVezDeCancelar } from './piezas.tsx';
import { preguntasCancelacion } from './preguntas.tsx';
import { FICHA, presentarCancelacion } from './solicitud.ts';
import { textosCancelacion } from './textos.tsx';

/** Cancellation on request: two officials decide it, and the approval cancels the registration. */
export const cancelacion = procedimiento({
  id: 'tramites-rut.cancelacion',
  camino: 'cancelacion',
  titulo: 'Cancelar el RUT',
  version: 1,
  preguntas: preguntasCancelacion,
  respuesta: {
    que: 'la cancelación del RUT',
    imposible: 'Por ahora este RUT no se puede cancelar',
    mientras: 'Su RUT sigue igual.',
    enVez: (d, base) => enVezDeCancelar(d.respuestas.motivo, base),
  },
  ficha: FICHA,
  evaluar,
  caso: {
    nombre: 'Cancelación del RUT',
    cuatroOjos: true,
    presentar: presentarCancelacion,
    documentos: documentosPedidos,
    verificables: [
      { id: 'deudas', que: 'Deudas exigibles con la DIAN' },
      { id: 'deberes', que: 'Declaraciones u otros deberes sin cumplir' },
      { id: 'procesos-administrativos', que: 'Procesos en curso ante la DIAN' },
      { id: 'procesos-judiciales', que: 'Procesos ante los jueces con la DIAN' },
      { id: 'numeracion', que: 'Números de factura autorizados sin usar y sin inhabilitar' },
      {
        id: 'beneficiarios-finales',
        que: 'Reporte de beneficiarios finales (RUB) obligatorio y sin presentar',
      },
    ],
    decision: {
      que: 'la cancelación de la inscripción en el RUT',
      efecto: {
        texto:
          'Desde hoy la inscripción en el RUT está cancelada, y sus copias lo dicen. Si hace falta, se puede reactivar en una sede (DUR 1.6.1.2.20).',
        articulo: 'DUR 1.6.1.2.20',
      },
    },
    async alAprobar(trx, caso) {
      await llamar(trx, 'tramites_rut.tomar_registro', { caso: caso.id, ahora: trx.ahora });
      // DUR 1.6.1.2.18: what is asked for is the cancellation of a registration that stands.
      if ((await estadoDeTitular(trx, caso.titular)) !== 'activo')
        throw new Error('Only an active registration is cancelled on request');
      await cambiarEstado(trx, {
        titular: caso.titular,
        estado: 'cancelado',
        desde: trx.hoy,
        acto: caso.radicado,
        insertar: (id) =>
          llamar(trx, 'tramites_rut.cancelar', {
            caso: caso.id,
            id,
            desde: trx.hoy,
            radicado: caso.radicado,
            ahora: trx.ahora,
          }),
      });
    },
  },
  textos: ({ base }) => textosCancelacion(base),
  enRut: { texto: 'Cancelar el RUT', si: () => true },
  asistido: {
    nombre: 'Cancelación del RUT, sin firma electrónica',
    ayuda:
      'Con los documentos de la causal a la vista. Queda radicada la solicitud, y la oficina la verifica.',
    fundamento:
      'DUR 1625 de 2016, arts. 1.6.1.2.18, .19, .28 y .29; comunicado de la DIAN del 25 de febrero de 2022, caso 7',
  },
});
