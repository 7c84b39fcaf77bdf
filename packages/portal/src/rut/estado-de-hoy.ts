import { formatearFecha } from '@autogestion/normas/fechas';
import { efectosDelEstado } from '@autogestion/normas/rut';
import type { FuenteDeHoy } from './lo-de-hoy.ts';

const MAYUSCULA = { activo: 'Activo', suspendido: 'Suspendido', cancelado: 'Cancelado' } as const;

/** The state of the RUT: nothing to do while it is active. */
export const estadoDeHoy: FuenteDeHoy = {
  nombre: 'rut',
  leer: async (_, { base, estado: { estado, desde } }) => ({
    comoEsta: [{ rotulo: 'RUT', valor: MAYUSCULA[estado], href: `${base}/rut` }],
    pendientes:
      estado === 'activo'
        ? []
        : [
            {
              titulo: `Su RUT está ${estado}`,
              detalle: `Desde el ${formatearFecha(desde)}. ${efectosDelEstado(estado).enBreve}`,
              urgencia: estado === 'suspendido' ? 'urgente' : 'normal',
              marca: { icono: 'advertencia' },
              accion: { href: `${base}/rut`, texto: 'Qué hacer', oculto: `con su RUT ${estado}` },
            },
          ],
  }),
};
