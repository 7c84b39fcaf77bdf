import { formatearNit } from '@autogestion/normas/nit';
import type { Fecha } from '@autogestion/normas/fechas';
import { errores, type Transaccion } from '../../plataforma/index.ts';
import { nombreDe, versionVigente } from '../../rut/index.ts';
import { atender } from '../atencion/index.ts';
import { leerLibro, type AbonoDelLibro, type Libro } from '../libro/index.ts';
import { cargoDelLibro, pagoDelLibro, renglonDe, type CargoDelLibro, type Renglon } from './lo-que-hay.ts';

/** Whom an official attends, with what they owe and paid. */
export interface Contexto {
  /** Public identifier of the reason. */
  atencion: string;
  titular: string;
  nombre: string;
  /** Already formatted. */
  nit: string;
  libro: Libro;
  hoy: Fecha;
}

/** The taxpayer of a reason. From here on nothing is written in their ledger by others. @throws 404 */
export async function contextoDe(trx: Transaccion, atencion: string): Promise<Contexto> {
  const titular = await atender(trx, atencion);
  const version = await versionVigente(trx, titular);
  if (!version) throw errores.noEncontrado();
  const { nit, dv } = version.registro;
  return {
    atencion,
    titular,
    nombre: nombreDe(version.registro),
    nit: formatearNit(nit, dv),
    libro: await leerLibro(trx),
    hoy: trx.hoy,
  };
}

export type ConPago = Contexto & { sobre: Renglon; pago: AbonoDelLibro };
export type ConCargo = Contexto & { sobre: Renglon; cargo: CargoDelLibro };

/** @throws 404 when nothing is left of that payment there */
export function conPago(c: Contexto, clave = ''): ConPago {
  const sobre = renglonDe(clave);
  const pago = pagoDelLibro(c.libro, sobre);
  if (!pago) throw errores.noEncontrado();
  return { ...c, sobre, pago };
}

/** @throws 404 when there is nothing to lower there */
export function conCargo(c: Contexto, clave = ''): ConCargo {
  const sobre = renglonDe(clave);
  const cargo = cargoDelLibro(c.libro, sobre);
  if (!cargo) throw errores.noEncontrado();
  return { ...c, sobre, cargo };
}
