import { rechazo, type Rechazo, type Transaccion } from '../../plataforma/index.ts';
import { guardarBusqueda, type PagoBuscado } from './busquedas.ts';
import { deudasParaElegir } from './recorrido.ts';

/**
 * Looks again for the same payment, for that debt: what was paid twice goes to the one that its owner chooses. Once for
 * each debt.
 * @returns the public identifier of the search, or why it is not for that debt
 */
export async function elegirDeuda(
  trx: Transaccion,
  { busqueda, deuda }: { busqueda: PagoBuscado; deuda: string },
): Promise<Rechazo | { tipo: 'busqueda'; busqueda: string }> {
  const elegida = (await deudasParaElegir(trx))?.find((d) => d.valor === deuda);
  if (!elegida) return rechazo({ deuda: 'Esa deuda ya no aparece en su cuenta. Elija otra.' });
  const publico = await guardarBusqueda(trx, {
    clave: `${busqueda.id}:${deuda}`,
    dicho: { ...busqueda.dicho, deuda, deudaEnPalabras: elegida.texto },
  });
  return { tipo: 'busqueda', busqueda: publico };
}
