import { z } from 'zod';
import { Casillas } from '../../../interfaz/index.ts';
import { pasosDe, type Datos, type Paso } from '../../../interfaz/recorrido/index.ts';
import type { DocumentoPedido } from '../../../tramites/index.ts';
import { marcadas } from '../../../interfaz/preguntas/index.ts';

/** The last answer of an assisted request: identifiers of the documents that the official had before their eyes. */
export type Vistos = { 'a-la-vista': { codigos: string[] } };

/** Of those that are asked for now: going back to another answer may have changed which they are. */
export function vistosDe(
  pedidos: readonly DocumentoPedido[],
  { respuestas }: { respuestas: Partial<Vistos> },
): string[] {
  const elegidos = respuestas['a-la-vista']?.codigos ?? [];
  return pedidos.map((d) => d.id).filter((id) => elegidos.includes(id));
}

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
export function pasoALaVista<R extends object, H extends object>(
  documentosDe: (d: Datos<R, H>) => readonly DocumentoPedido[],
): Paso<Vistos, H> {
  // A step of a journey that asks everything else too.
  const pedidos = (d: Datos<Vistos, H>) => documentosDe(d as Datos<R & Vistos, H>);
  return pasosDe<Vistos, H>()<'a-la-vista'>({
    slug: 'a-la-vista',
    parte: 'Los documentos que vio',
    nombre: 'Documentos a la vista',
    pregunta: '¿Qué documentos tuvo a la vista?',
    aplica: (d) => pedidos(d).length > 0,
    esquema: z.object({ codigos: marcadas }),
    cumplido: (d) => !documentosSinVer(pedidos(d), vistosDe(pedidos(d), d)),
    pagina: (c) => (
      <Casillas
        {...c.campo.varios('codigos')}
        etiqueta="Documentos"
        ayuda="Marque cada uno solo después de verlo y leerlo. Lo que marque queda escrito en la solicitud."
        opciones={pedidos(c.datos).map((d) => ({
          valor: d.id,
          texto: d.obligatorio ? d.nombre : `${d.nombre} (si lo trajo)`,
        }))}
      />
    ),
    resumen: (_, d) => {
      const vistos = vistosDe(pedidos(d), d);
      return [
        {
          clave: 'Documentos que usted vio',
          valor: vistos.map((id) => pedidos(d).find((p) => p.id === id)?.nombre).join('; ') || 'Ninguno',
        },
      ];
    },
    alGuardar: async (c, v) => {
      const falta = documentosSinVer(pedidos(c.datos), v.codigos);
      return falta ? { tipo: 'rechazado', campos: { codigos: falta } } : { tipo: 'guardado' };
    },
    ejemplos: (d) => [{ escrito: { codigos: pedidos(d).map((p) => p.id) } }],
  });
}
