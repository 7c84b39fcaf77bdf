import type { Presentacion } from '@autogestion/documentos';
import { definidos } from '@autogestion/normas/definidos';
import { formatearNit } from '@autogestion/normas/nit';
import { z } from 'zod';
import { tipoActo, TIPOS_DE_ACTO, type TipoActo } from '../firma/index.ts';
import type { Aporte } from '../plataforma/index.ts';
import { TIPOS_DE_CASO, type TipoDeCaso } from './tipos.ts';

const Acto = z.object({
  de: z.object({ nit: z.string(), dv: z.int(), nombre: z.string() }),
  solicitud: z.unknown(),
  documentos: z.array(z.object({ pedido: z.string(), nombre: z.string(), sha256: z.string() })),
});

/** Kinds of case, as a room brings them, each with the act with which it is signed. */
export const deCasos = (...tipos: readonly TipoDeCaso[]): Aporte[] => [
  ...TIPOS_DE_CASO.de(...tipos),
  ...TIPOS_DE_ACTO.de(...tipos.map(actoDe)),
];

/** What the kind presents, whose it is, and the files by their hash. */
const actoDe = (t: TipoDeCaso): TipoActo =>
  tipoActo({
    tipo: t.tipo,
    nombre: t.nombre,
    ...definidos({ formulario: t.formulario || undefined }),
    esquema: Acto,
    presentar: (acto) => presentarCaso(t, acto),
  });

function presentarCaso(t: TipoDeCaso, { de, solicitud, documentos }: z.output<typeof Acto>): Presentacion {
  const { titulo, secciones } = t.presentar(solicitud);
  const pedidos = new Map(t.documentos(solicitud).map((d) => [d.id, d.nombre]));
  return {
    titulo,
    secciones: [
      {
        titulo: 'De quién',
        filas: [
          { clave: 'Nombre', valor: de.nombre },
          { clave: 'NIT', valor: formatearNit(de.nit, de.dv) },
        ],
      },
      ...secciones,
      ...(documentos.length > 0
        ? [
            {
              titulo: 'Documentos adjuntos',
              filas: documentos.map((d) => ({
                clave: pedidos.get(d.pedido) ?? d.pedido,
                valor: `${d.nombre}. Huella (SHA-256): ${d.sha256}`,
              })),
            },
          ]
        : []),
    ],
  };
}
