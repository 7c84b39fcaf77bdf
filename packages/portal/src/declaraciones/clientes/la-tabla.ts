import { formatearFecha, type Fecha } from '@autogestion/normas/fechas';
import { formatearNit } from '@autogestion/normas/nit';
import { enCsv, type EnTransaccion, type Peticion, type Reloj } from '../../plataforma/index.ts';
import { CLIENTES_MAXIMOS, clientesDe, comoCliente, type Cliente } from './cliente.ts';
import { declaracionesDeCliente, ESTADOS, porVencimiento, type DeUnCliente } from './tabla.ts';

export interface FilaDeClientes extends DeUnCliente {
  cliente: Cliente;
}

export interface TablaDeClientes {
  clientes: readonly Cliente[];
  filas: readonly FilaDeClientes[];
  /** There are more than are shown. */
  cortada: boolean;
  hoy: Fecha;
}

const PARA = 'declaraciones.clientes';

/** The returns of all the clients of whoever acts, by due date: each client read for themselves. */
export async function tablaDeClientes(
  e: { enTransaccion: EnTransaccion; reloj: Reloj },
  p: Pick<Peticion, 'actor' | 'enTransaccion'>,
): Promise<TablaDeClientes> {
  const todos = await clientesDe(p);
  const clientes = todos.slice(0, CLIENTES_MAXIMOS);
  const filas: FilaDeClientes[] = [];
  for (const cliente of clientes) {
    const suyas = await comoCliente(e, p, cliente, PARA, declaracionesDeCliente);
    filas.push(...(suyas ?? []).map((d) => ({ ...d, cliente })));
  }
  return {
    clientes,
    filas: porVencimiento(filas),
    cortada: todos.length > clientes.length,
    hoy: e.reloj.hoy(),
  };
}

/** The same, to be taken away. */
export const tablaEnCsv = ({ filas }: TablaDeClientes): string =>
  enCsv([
    ['Cliente', 'NIT', 'Formulario', 'Año', 'Período', 'Declaración', 'Vence', 'Estado'],
    ...filas.map((f) => [
      f.cliente.nombre,
      formatearNit(f.cliente.nit, f.cliente.dv),
      f.formulario,
      String(f.anio),
      f.periodo,
      f.nombre,
      formatearFecha(f.vence),
      ESTADOS[f.estado],
    ]),
  ]);
