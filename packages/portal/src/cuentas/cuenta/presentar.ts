import { formatearNit } from '@autogestion/normas/nit';
import type { Persona, Transaccion } from '../../plataforma/index.ts';
import { identificacionDe, nombreCorto } from '../../rut/index.ts';
import { funcionarioActual } from '../funcionarios/crear-funcionario.ts';
import { tieneRol } from '../funcionarios/politica.ts';

/** How the header of every page names whoever signed in: themselves, whomever they act for. */
export async function presentarAQuienEntro(trx: Transaccion): Promise<Persona | undefined> {
  const { actor } = trx;
  if (actor.tipo === 'funcionario') {
    const yo = await funcionarioActual(trx);
    if (!yo) return undefined;
    const trabaja = await tieneRol(trx, yo.roles);
    return { nombre: yo.nombre, documento: yo.usuario, ...(trabaja && { roles: yo.roles }) };
  }
  if (actor.tipo !== 'persona') return undefined;
  const suya = await identificacionDe(trx, actor.persona);
  return suya && { nombre: nombreCorto(suya), documento: `NIT ${formatearNit(suya.nit, suya.dv)}` };
}
