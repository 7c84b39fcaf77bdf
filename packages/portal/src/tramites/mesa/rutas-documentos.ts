import { z } from 'zod';
import { errores, ruta, type Archivos, type Ruta } from '../../plataforma/index.ts';
import { leerAdjunto } from '../adjuntos/index.ts';
import { atenderCaso } from '../atender-caso.ts';
import { DOCUMENTOS } from '../documentos/del-caso.ts';
import { descargar } from '../rutas/casos.ts';
import { CASO, MESA } from './acceso.ts';

const ADJUNTO = CASO.extend({ adjunto: z.string().regex(/^[0-9a-z]{26}$/) });

/** What there is to do with a document: to take it away, or to read it beside its case. */
const MODOS = [
  { nombre: '', sufijo: '', enLinea: false },
  { nombre: '-ver', sufijo: '/ver', enLinea: true },
] as const;

/** The office's documents of a case and those that were handed in, for whoever attends it. */
export const rutasDeDocumentos = (o: { archivos: Archivos }): Ruta[] =>
  MODOS.flatMap(({ nombre, sufijo, enLinea }) => [
    ...DOCUMENTOS.map((cual) =>
      ruta({
        ...MESA,
        nombre: `tramites.mesa-${cual}${nombre}`,
        metodo: 'GET',
        camino: `/mesa/tramites/:caso/${cual}${sufijo}`,
        parametros: CASO,
        manejar: (p) =>
          p.enTransaccion(async (trx) =>
            descargar(trx, o.archivos, await atenderCaso(trx, p.parametros.caso), cual, enLinea),
          ),
      }),
    ),
    ruta({
      ...MESA,
      nombre: `tramites.mesa-documento${nombre}`,
      metodo: 'GET',
      camino: `/mesa/tramites/:caso/documentos/:adjunto${sufijo}`,
      parametros: ADJUNTO,
      manejar: (p) =>
        p.enTransaccion(async (trx) => {
          const caso = await atenderCaso(trx, p.parametros.caso);
          const { adjunto } = p.parametros;
          const a = await leerAdjunto(trx, o, { solicitud: caso.solicitudId, adjunto });
          if (!a) throw errores.noEncontrado();
          return {
            tipo: 'archivo' as const,
            contenido: a.contenido,
            media: a.media,
            nombre: a.nombre,
            enLinea,
          };
        }),
    }),
  ]);
