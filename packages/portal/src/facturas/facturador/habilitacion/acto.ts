import type { Presentacion } from '@autogestion/documentos';
import { CLASES_DE_PRUEBA } from '@autogestion/normas/factura';
import { esFecha, formatearFecha, type Fecha } from '@autogestion/normas/fechas';
import { responsabilidad } from '@autogestion/normas/rut';
import { z } from 'zod';

export const HABILITARSE = 'facturas.habilitarse';

const CODIGOS = z.array(z.string());

/** What is signed to be an electronic invoicer: what it writes in the RUT, and the test set that it rests upon. */
export const ActoDeHabilitacion = z.object({
  /** Public identifier. */
  habilitacion: z.string(),
  dia: z.custom<Fecha>((v) => typeof v === 'string' && esFecha(v)),
  software: z.object({ id: z.string(), nombre: z.string() }),
  documentos: z.array(
    z.object({
      clase: z.enum(['factura', 'nota-credito', 'nota-debito']),
      numero: z.string(),
      codigo: z.string(),
      /** SHA-256 of its file, hexadecimal. */
      huella: z.string(),
    }),
  ),
  casilla53: z.object({ antes: CODIGOS, despues: CODIGOS }),
});
export type ActoDeHabilitacion = z.output<typeof ActoDeHabilitacion>;

const enLlano = (codigos: readonly string[]): string =>
  codigos.map((c) => `${c} ${responsabilidad(c)?.nombre ?? ''}`.trim()).join('; ') || 'Nada';

/** What the person reads before signing, and the document prints. */
export const presentarHabilitacion = (a: ActoDeHabilitacion): Presentacion => ({
  titulo: 'Habilitación como facturador electrónico',
  secciones: [
    {
      titulo: 'Lo que pido',
      parrafos: [
        `Quedar habilitado para facturar electrónicamente desde el ${formatearFecha(a.dia)} (Estatuto Tributario, arts. 615 y 616-1; Resolución DIAN 000165 de 2023).`,
      ],
      filas: [
        { clave: 'Software', valor: a.software.nombre },
        { clave: 'Identificador del software', valor: a.software.id },
      ],
    },
    {
      titulo: 'Lo que cambia en mi RUT',
      filas: [
        { clave: 'Casilla 53, hoy', valor: enLlano(a.casilla53.antes) },
        { clave: 'Casilla 53, al firmar', valor: enLlano(a.casilla53.despues) },
      ],
    },
    {
      titulo: 'El set de pruebas que se aceptó',
      filas: a.documentos.map((d) => ({
        clave: `${CLASES_DE_PRUEBA[d.clase].nombre} ${d.numero}`,
        valor: `${d.codigo}\nHuella del archivo (SHA-256): ${d.huella}`,
      })),
    },
    {
      titulo: 'A qué me obligo',
      parrafos: [
        'Desde que mi RUT lo diga, expido factura electrónica por cada venta o servicio, con numeración autorizada y vigente.',
      ],
    },
  ],
});
