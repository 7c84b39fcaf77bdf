import type { Presentacion } from '@autogestion/documentos';
import { MODALIDADES_DE_NUMERACION, NUMERACION } from '@autogestion/normas/factura';
import { esFecha, formatearFecha, type Fecha } from '@autogestion/normas/fechas';
import { z } from 'zod';
import { enNumeros } from './palabras.ts';

export const PEDIR_NUMERACION = 'facturas.pedir-numeracion';

const FECHA = z.custom<Fecha>((v) => typeof v === 'string' && esFecha(v));

/** What is signed to ask for numbers (form 1302). */
export const ActoDeNumeracion = z.object({
  /** Public identifier. */
  rango: z.string(),
  modalidad: z.enum(['factura', 'contingencia', 'documento-soporte', 'pos']),
  prefijo: z.string(),
  /** Figures. */
  desde: z.string(),
  hasta: z.string(),
  vigencia: z.object({ desde: FECHA, hasta: FECHA }),
  software: z.object({ id: z.string(), nombre: z.string() }),
});
export type ActoDeNumeracion = z.output<typeof ActoDeNumeracion>;

/** What the person reads before signing, and the document prints. The boxes of the form were read in no source. */
export const presentarNumeracion = (a: ActoDeNumeracion): Presentacion => ({
  titulo: 'Solicitud sobre numeración de facturación',
  secciones: [
    {
      titulo: 'Lo que pido',
      parrafos: ['Autorización de nueva numeración de facturación (Estatuto Tributario, arts. 616-1 y 617).'],
      filas: [
        { clave: 'Para', valor: MODALIDADES_DE_NUMERACION[a.modalidad].nombre },
        { clave: 'Prefijo', valor: a.prefijo || 'Sin prefijo' },
        { clave: 'Desde el número', valor: enNumeros(BigInt(a.desde)) },
        { clave: 'Hasta el número', valor: enNumeros(BigInt(a.hasta)) },
        {
          clave: 'Vigencia',
          valor: `Del ${formatearFecha(a.vigencia.desde)} al ${formatearFecha(a.vigencia.hasta)} (${NUMERACION.vigenciaAnios} años)`,
        },
      ],
    },
    {
      titulo: 'El software que la usa',
      filas: [
        { clave: 'Nombre', valor: a.software.nombre },
        { clave: 'Identificador', valor: a.software.id },
      ],
    },
  ],
});
