import type { PedidoImpreso, Plantilla } from './tipos.ts';

/**
 * A template with the values of a request in their places.
 * @throws RangeError for a name that is neither a box nor a text of the request: the layout is wrong
 */
export function llenar(plantilla: Plantilla, pedido: PedidoImpreso, hoja = ''): string {
  return plantilla.replaceAll(/\{([\w-]+)\}/g, (_, nombre: string) => {
    if (nombre === 'numero') return pedido.numero;
    if (nombre === 'hoja') return hoja;
    const valor = pedido.textos[nombre] ?? pedido.casillas.find(({ numero }) => numero === nombre)?.valor;
    if (valor === undefined) throw new RangeError(`«${plantilla}» pide «${nombre}», que el pedido no trae.`);
    return valor;
  });
}
