import { fechaEnBogota, formatearFecha } from '@autogestion/normas/fechas';
import type { Pendiente } from '../interfaz/index.ts';
import { borradoresAbiertos, type RecorridoMontado } from '../interfaz/recorrido/index.ts';
import type { FuenteDeHoy } from '../rut/index.ts';

/** What was begun and not finished, of any journey that this office has and is of a taxpayer. */
export const borradoresDeHoy = (recorridos: () => readonly RecorridoMontado[]): FuenteDeHoy => ({
  nombre: 'borradores',
  async leer(trx, { base, version }) {
    const suyos = recorridos().filter((r) => r.acceso === 'titular');
    const abiertos = await borradoresAbiertos(trx, version.titular);
    return {
      pendientes: abiertos.flatMap((b): Pendiente[] => {
        const recorrido = suyos.find((r) => r.def.id === b.recorrido);
        if (!recorrido) return [];
        return [
          {
            titulo: `Sin terminar: ${recorrido.def.titulo}`,
            detalle: `Lo guardamos hasta el ${formatearFecha(fechaEnBogota(b.venceEn))}.`,
            urgencia: 'normal',
            marca: { icono: 'lapiz' },
            accion: {
              href: recorrido.base.replace('/de/:titular', base).replace(':borrador', b.idPublico),
              texto: 'Seguir',
              oculto: `con ${recorrido.def.titulo}`,
            },
          },
        ];
      }),
    };
  },
});
