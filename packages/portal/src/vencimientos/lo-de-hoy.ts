import { diasEntre, type Fecha } from '@autogestion/normas/fechas';
import { urgenciaEn, type Pendiente } from '../interfaz/index.ts';
import type { FuenteDeHoy } from '../rut/index.ts';
import { vencimientosDe } from './decir-ingresos.ts';
import { cuantoFalta, diaDelAnio } from './palabras.ts';
import { lineasDe, type LineaDelCalendario } from './proximos.ts';

/** House rule: how far one looks, calendar days. */
const DIAS_QUE_MIRA = 365;
/** Of the days that are not near, so many are shown. */
const DIAS_A_LA_VISTA = 2;

/** The next days on which something falls due, and what; who does nothing more with taxes has none. */
export const vencimientosDeHoy: FuenteDeHoy = {
  nombre: 'vencimientos',
  enElRut: true,
  async leer(trx, { base, version, estado }) {
    if (estado.estado === 'cancelado') return {};
    const lineas = lineasDe(await vencimientosDe(trx, version, DIAS_QUE_MIRA));
    const dias = [...new Set(lineas.map((l) => l.fecha))].slice(0, DIAS_A_LA_VISTA);
    return {
      pendientes: dias.map((dia, i) => ({
        ...delDia(
          dia,
          lineas.filter((l) => l.fecha === dia),
          trx.hoy,
        ),
        ...(i === 0 && {
          accion: { href: `${base}/vencimientos`, texto: 'Ver todas', oculto: 'las fechas para declarar' },
        }),
      })),
    };
  },
};

function delDia(dia: Fecha, lineas: readonly LineaDelCalendario[], hoy: Fecha): Pendiente {
  const faltan = diasEntre(hoy, dia);
  const dudoso = lineas.every((l) => l.porConfirmar);
  return {
    titulo: `${diaDelAnio(dia, hoy)}: ${lineas.map((l) => l.nombre).join('; ')}`,
    detalle: `${cuantoFalta(dia, hoy)}.${dudoso ? ' Falta un dato para saber si le toca.' : ''}`,
    urgencia: urgenciaEn(faltan),
    marca: { dia },
  };
}
