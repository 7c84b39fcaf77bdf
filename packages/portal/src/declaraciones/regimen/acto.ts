import type { Presentacion } from '@autogestion/documentos';
import { esFecha, formatearFecha, type Fecha } from '@autogestion/normas/fechas';
import { responsabilidad, type OpcionSimple } from '@autogestion/normas/rut';
import { z } from 'zod';
import { conSuNorma } from '../elegibilidad/index.ts';

export const CAMBIAR_REGIMEN = 'declaraciones.cambiar-regimen';

const CODIGOS = z.array(z.string());

/** What is signed of an option: everything that it writes in the RUT, and what it was decided upon. */
export const ActoDeRegimen = z.object({
  /** Public identifier of the option. */
  opcion: z.string(),
  que: z.enum(['entrar', 'salir']),
  anio: z.int(),
  dia: z.custom<Fecha>((v) => typeof v === 'string' && esFecha(v)),
  casilla53: z.object({ antes: CODIGOS, despues: CODIGOS }),
  efectos: z.array(z.object({ texto: z.string(), articulo: z.string() })),
  /** What was answered, as the person reads it. */
  declara: z.array(z.object({ clave: z.string(), valor: z.string() })),
});
export type ActoDeRegimen = z.output<typeof ActoDeRegimen>;

/** What each option is called: as a document, as a request and as what was done. */
export const NOMBRES: Readonly<Record<OpcionSimple, { acto: string; pido: string; hecho: string }>> = {
  entrar: {
    acto: 'Acogerse al SIMPLE',
    pido: 'Acogerme al régimen SIMPLE de tributación, en lugar del régimen ordinario del impuesto sobre la renta',
    hecho: 'Quedó en el SIMPLE',
  },
  salir: {
    acto: 'Salir del SIMPLE',
    pido: 'Salir del régimen SIMPLE de tributación y volver al régimen ordinario del impuesto sobre la renta',
    hecho: 'Salió del SIMPLE',
  },
};

/** «05 Impuesto de renta…» of each code of box 53. */
export const enLlano = (codigos: readonly string[]): string =>
  codigos.map((c) => `${c} ${responsabilidad(c)?.nombre ?? ''}`.trim()).join('; ') || 'Nada';

/** What the person reads before signing, and the document prints. */
export const presentarRegimen = (a: ActoDeRegimen): Presentacion => ({
  titulo: NOMBRES[a.que].acto,
  secciones: [
    {
      titulo: 'Lo que pido',
      parrafos: [
        `${NOMBRES[a.que].pido}, para todo ${a.anio}, desde el 1 de enero (Estatuto Tributario, art. 909).`,
        `Lo firmo el ${formatearFecha(a.dia)}, dentro del plazo.`,
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
      titulo: 'Lo que presentaré desde entonces',
      parrafos: a.efectos.map((e) => conSuNorma(e.texto, e.articulo)),
    },
    ...(a.declara.length === 0
      ? []
      : [
          {
            titulo: 'Lo que declaro',
            parrafos: [
              'Que lo siguiente es cierto, y que cumplo las condiciones de los artículos 905 y 906 del Estatuto Tributario.',
            ],
            filas: a.declara,
          },
        ]),
  ],
});
