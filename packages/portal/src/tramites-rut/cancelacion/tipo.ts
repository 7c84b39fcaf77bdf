import type { Condicion } from '@autogestion/normas/rut';
import { cambiarEstado } from '../../rut/index.ts';
import { llamar } from '../../plataforma/index.ts';
import { FLUJO_RUT, incumplidas, tipoDeCaso, type TipoDeCaso } from '../../tramites/index.ts';
import { hechosDelRut, quienPide, type HechosDelBorrador } from '../verificados/hechos-del-rut.ts';
import { plantillaDe } from '../verificados/plantilla.ts';
import { sabidoAlAbrir } from '../verificados/tipo-de-retiro.ts';
import {
  actualizadoSegun,
  DIFERENCIAS,
  verificar,
  type PorVerificar,
  type Verificador,
} from '../verificados/verificaciones.ts';
import { documentosPedidos } from './documentos.ts';
import { evaluarSolicitud } from './evaluar-solicitud.ts';
import { CANCELACION } from './recorrido.tsx';
import { presentarCancelacion, SolicitudCancelacion } from './solicitud.ts';

const POR_VERIFICAR: readonly { id: PorVerificar; que: string }[] = [
  { id: 'deudas', que: 'Deudas exigibles con la DIAN' },
  { id: 'deberes', que: 'Declaraciones u otros deberes sin cumplir' },
  { id: 'procesos-administrativos', que: 'Procesos en curso ante la DIAN' },
  { id: 'procesos-judiciales', que: 'Procesos ante los jueces con la DIAN' },
  { id: 'numeracion', que: 'Números de factura autorizados sin usar y sin inhabilitar' },
  { id: 'beneficiarios-finales', que: 'Reporte de beneficiarios finales (RUB) obligatorio y sin presentar' },
];

/** Cancellation on request as a kind of case: two officials decide it, and the approval cancels the registration. */
export const tipoCancelacion = (verificador: Verificador): TipoDeCaso =>
  tipoDeCaso<SolicitudCancelacion>({
    tipo: CANCELACION,
    nombre: 'Cancelación del RUT',
    formulario: '1180',
    serie: 'RU',
    rol: 'mesa-rut',
    flujo: FLUJO_RUT,
    cuatroOjos: true,
    esquema: SolicitudCancelacion,
    presentar: presentarCancelacion,
    documentos: documentosPedidos,
    verificables: [...POR_VERIFICAR, DIFERENCIAS],
    async comprobar(trx, { titular, solicitud, aportados, verificado }) {
      const buscado = { trx, titular, verificador, verificado };
      const hallazgos: Awaited<ReturnType<typeof verificar>>[] = [];
      for (const { id } of POR_VERIFICAR) hallazgos.push(await verificar(buscado, id));
      return evaluarSolicitud(
        {
          rut: await hechosDelRut(trx, titular),
          quien: quienPide(trx, titular),
          actualizado: actualizadoSegun(verificado),
          aportados,
          verificado: Object.fromEntries(POR_VERIFICAR.map(({ id }, i) => [id, hallazgos[i]])),
        },
        solicitud,
      );
    },
    plantilla: (sentido, { evaluacion }) =>
      plantillaDe(sentido, evaluacion, {
        que: 'la cancelación de la inscripción en el RUT',
        efecto: {
          texto:
            'Desde hoy la inscripción en el RUT está cancelada, y sus copias lo dicen. Si hace falta, se puede reactivar en una sede (DUR 1.6.1.2.20).',
          articulo: 'DUR 1.6.1.2.20',
        },
      }),
    async alAprobar(trx, caso) {
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
    empezar: '/rut/cancelacion',
  });

/** What the registry alone says that is not met, before anything is asked. */
export const impedimentosCancelacion = (h: HechosDelBorrador): Condicion[] =>
  incumplidas(
    evaluarSolicitud(
      { ...sabidoAlAbrir(h), verificado: {}, aportados: [] },
      { tipoContribuyente: h.rut.tipoContribuyente },
    ),
  );
