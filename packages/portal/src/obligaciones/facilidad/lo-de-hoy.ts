import { formatearPesos } from '@autogestion/normas/dinero';
import { diasEntre, formatearFecha } from '@autogestion/normas/fechas';
import { urgenciaEn, type Pendiente } from '../../interfaz/index.ts';
import type { FuenteDeHoy } from '../../rut/index.ts';
import { leerLibro } from '../libro/index.ts';
import { facilidadesDelTitular, facilidadPorIdPublico } from './consultas.ts';
import { seguir } from './seguimiento.ts';

/** The next instalment of each facility in force, on the home. */
export const cuotasDeHoy: FuenteDeHoy = {
  nombre: 'obligaciones.facilidad',
  async leer(trx, { base }) {
    const vivas = (await facilidadesDelTitular(trx)).filter((f) => f.enVigor);
    if (vivas.length === 0) return {};
    const libro = await leerLibro(trx);
    const pendientes: Pendiente[] = [];
    for (const { idPublico } of vivas) {
      const f = await facilidadPorIdPublico(trx, idPublico);
      const proxima = f && seguir(libro, f, trx.hoy).proxima;
      if (!proxima) continue;
      const dias = diasEntre(trx.hoy, proxima.fecha);
      pendientes.push({
        titulo: `Cuota de su facilidad: ${formatearPesos(proxima.falta)}`,
        detalle:
          dias < 0
            ? `Venció el ${formatearFecha(proxima.fecha)}.`
            : `Hasta el ${formatearFecha(proxima.fecha)}.`,
        urgencia: urgenciaEn(dias),
        marca: { dia: proxima.fecha },
        accion: {
          href: `${base}/obligaciones/facilidades/${idPublico}`,
          texto: 'Ver la cuota',
          oculto: 'de su facilidad de pago',
        },
      });
    }
    return { pendientes };
  },
};
