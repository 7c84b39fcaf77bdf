import { fechaEnBogota, formatearFecha } from '@autogestion/normas/fechas';
import { llamar, type Transaccion } from '../../plataforma/index.ts';

interface Fila {
  nombre: string;
  como: 'representante' | 'permiso';
  hasta: Date;
}

/** Why whoever acts may no longer act for `:titular`, as they read it; undefined for whoever never could. */
export async function porQueYaNoActua(trx: Transaccion, idPublico: string): Promise<string | undefined> {
  const [f]: Fila[] = await llamar(trx, 'cuentas.ya_no_actua_por', { idPublico, ahora: trx.ahora });
  if (!f) return undefined;
  const dia = formatearFecha(fechaEnBogota(f.hasta));
  return f.como === 'representante'
    ? `Usted ya no representa a ${f.nombre}: desde el ${dia} su RUT no lo nombra. Si es un error, quien lo represente hoy lo actualiza en la hoja 3 del RUT.`
    : `Su permiso para actuar por ${f.nombre} terminó el ${dia}. Si todavía lo necesita, pídale a esa persona que le dé otro.`;
}
