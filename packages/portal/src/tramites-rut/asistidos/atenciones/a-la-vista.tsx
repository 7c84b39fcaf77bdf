import { varias } from '../../../interfaz/preguntas/index.ts';
import type { DocumentoPedido } from '../../../tramites/index.ts';

/** What the official reads when they did not see one without which it is not filed. */
export function documentosSinVer(
  pedidos: readonly DocumentoPedido[],
  vistos: readonly string[],
): string | undefined {
  const faltan = pedidos.filter((d) => d.obligatorio && !vistos.includes(d.id));
  if (faltan.length === 0) return undefined;
  return `Falta ver: ${faltan.map((d) => d.nombre).join('; ')}. Pídaselo a la persona y márquelo cuando lo vea. Si no lo trajo, no se puede presentar: que vuelva con él.`;
}

/** The documents of a request, one by one: nothing is taken for seen until the official says so. */
export const documentosALaVista = <D,>(pedidos: (d: D) => readonly DocumentoPedido[]) =>
  varias<string, D>({
    campo: 'codigos',
    etiqueta: 'Documentos',
    ayuda: 'Marque cada uno solo después de verlo y leerlo. Lo que marque queda escrito en la solicitud.',
    de: (d) =>
      pedidos(d).map((p) => ({
        valor: p.id,
        texto: p.nombre,
        ...(!p.obligatorio && { ayuda: 'Si lo trajo.' }),
      })),
    noEsta: 'Marque solo documentos de esta lista.',
    rotulo: 'Documentos que usted vio',
    ninguna: 'Ninguno',
    ejemplos: (d) => [{ codigos: pedidos(d).map((p) => p.id) }],
  });
