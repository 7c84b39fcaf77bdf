import type { Vencimiento } from '@autogestion/normas/calendario';
import type { Fecha } from '@autogestion/normas/fechas';
import { errores, titularDe, type Transaccion } from '../../plataforma/index.ts';
import { versionVigente } from '../../rut/index.ts';
import type { Borrador } from '../borrador/index.ts';
import { claseDe, type ClaseDeDeclaracion } from '../clases/index.ts';
import { erroresDeDeclaraciones } from '../errores.ts';
import { anteriorDe } from './anterior.ts';
import { calcular, type Anterior, type Cuenta } from './calcular.ts';

/** A draft with its figures of today. */
export interface BorradorCalculado {
  borrador: Borrador;
  clase: ClaseDeDeclaracion;
  cuenta: Cuenta;
  vencimiento: Vencimiento;
  anterior: Anterior | undefined;
  /** The day of its figures. */
  hoy: Fecha;
}

/** What a draft comes to, with the RUT, the calendar and the return that it corrects as they are now. */
export async function calcularBorrador(trx: Transaccion, borrador: Borrador): Promise<BorradorCalculado> {
  const clase = claseDe(borrador.formulario);
  const version = await versionVigente(trx, titularDe(trx));
  if (!version) throw errores.noEncontrado();
  const { registro } = version;
  const vencimiento = clase.vence(registro.nit, borrador.anio, borrador.periodo);
  if (!vencimiento) throw erroresDeDeclaraciones.anioCerrado();
  const anterior = borrador.corrige === undefined ? undefined : await anteriorDe(trx, borrador.corrige);
  const cuenta = calcular({
    ...borrador,
    clase,
    registro,
    hoy: trx.hoy,
    vence: vencimiento.fecha,
    anterior,
  });
  return { borrador, clase, cuenta, vencimiento, anterior, hoy: trx.hoy };
}
