import type { FuenteDeHoy } from '../../rut/index.ts';
import { entregasDe } from './entrega.ts';

/** A delivery that waits for a signature or for its faults to be mended, on the home. */
export const entregasDeHoy: FuenteDeHoy = {
  nombre: 'terceros.entregas',
  async leer(trx, { base }) {
    const entregas = await entregasDe(trx);
    const en = (id: string) => `${base}/exogena/${id}`;
    return {
      porFirmar: entregas
        .filter((e) => e.estado === 'por-firmar')
        .map((e) => ({
          titulo: `Información de terceros de ${e.anio}: falta firmarla`,
          detalle: `El formato ${e.leida?.formato ?? ''} está revisado. Mientras no la firme, no está presentada.`,
          accion: { href: en(e.idPublico), texto: 'Revisar y firmar' },
          urgencia: 'pronto' as const,
        })),
      pendientes: entregas
        .filter((e) => e.estado === 'con-errores')
        .slice(0, 1)
        .map((e) => ({
          titulo: `Información de terceros de ${e.anio}: el archivo tiene errores`,
          detalle: 'No se presentó nada. Vea qué corregir, o descarte el archivo.',
          accion: { href: en(e.idPublico), texto: 'Ver qué corregir' },
          urgencia: 'normal' as const,
        })),
    };
  },
};
