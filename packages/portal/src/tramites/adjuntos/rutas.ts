import { definidos } from '@autogestion/normas/definidos';
import { z } from 'zod';
import {
  errores,
  linea,
  pagina,
  rechazo,
  redirigir,
  ruta,
  type Peticion,
  type Respuesta,
  type Ruta,
  type Transaccion,
} from '../../plataforma/index.ts';
import { solicitudPorIdPublico, type Solicitud } from '../consultas.ts';
import { DEL_TITULAR } from '../politicas.ts';
import { TIPOS_DE_CASO, type DocumentoPedido } from '../tipos.ts';
import { adjuntosDe, leerAdjunto } from './consultas.ts';
import { guardarAdjunto, quitarAdjunto } from './guardar-adjunto.ts';
import { paginaDocumentos } from './paginas.tsx';
import { campoDe } from './piezas.tsx';
import { MAXIMO_BYTES } from './revisar-archivo.ts';
import { revisarRecibido, type EntornoAdjuntos } from './revisar-recibido.ts';

const CAMINO = '/de/:titular/solicitudes/:solicitud/documentos';
const PUBLICO = z.string().regex(/^[0-9a-z]{26}$/);
const SOLICITUD = z.object({ titular: z.string(), solicitud: PUBLICO });
const UNO = SOLICITUD.extend({ adjunto: PUBLICO });
type DeSolicitud = Peticion<z.output<typeof SOLICITUD>>;

/** The documents of a request: seeing them, handing one in, taking it back, downloading it. */
export function rutasAdjuntos(e: EntornoAdjuntos): Ruta[] {
  return [
    ruta({
      nombre: 'tramites.documentos',
      metodo: 'GET',
      camino: CAMINO,
      acceso: 'titular',
      parametros: SOLICITUD,
      manejar: async (p) => pagina(await mostrar(p)),
    }),
    ruta({
      nombre: 'tramites.subir-documento',
      metodo: 'POST',
      camino: CAMINO,
      acceso: 'titular',
      ambito: DEL_TITULAR.documentar,
      porMinuto: 60,
      multiparte: true,
      maximo: MAXIMO_BYTES,
      parametros: SOLICITUD,
      cuerpo: z.object({ pedido: linea }),
      invalido: (p, campos) => mostrar(p, campos),
      manejar: (p) => subir(e, p, p.cuerpo.pedido),
    }),
    ruta({
      nombre: 'tramites.descargar-documento',
      metodo: 'GET',
      camino: `${CAMINO}/:adjunto`,
      acceso: 'titular',
      parametros: UNO,
      async manejar(p): Promise<Respuesta> {
        const a = await p.enTransaccion(async (trx) =>
          leerAdjunto(trx, e, { solicitud: (await solicitudDe(trx, p)).id, adjunto: p.parametros.adjunto }),
        );
        if (!a) throw errores.noEncontrado();
        return { tipo: 'archivo', contenido: a.contenido, media: a.media, nombre: a.nombre };
      },
    }),
    ruta({
      nombre: 'tramites.quitar-documento',
      metodo: 'POST',
      camino: `${CAMINO}/:adjunto/quitar`,
      acceso: 'titular',
      ambito: DEL_TITULAR.documentar,
      parametros: UNO,
      async manejar(p) {
        await p.enTransaccion(async (trx) => {
          const { id } = await solicitudDe(trx, p);
          const suyos = await adjuntosDe(trx, id);
          // Of this request, and still there: pressing twice is no fault.
          if (suyos.some((a) => a.idPublico === p.parametros.adjunto))
            await quitarAdjunto(trx, { titular: p.titular, adjunto: p.parametros.adjunto });
        });
        return redirigir(baseDe(p));
      },
    }),
  ];
}

const baseDe = ({ parametros: { titular, solicitud } }: DeSolicitud): string =>
  `/de/${titular}/solicitudes/${solicitud}/documentos`;

async function solicitudDe(
  trx: Transaccion,
  p: DeSolicitud,
): Promise<Solicitud & { pedidos: readonly DocumentoPedido[] }> {
  const s = await solicitudPorIdPublico(trx, p.parametros.solicitud);
  if (s?.titular !== p.titular) throw errores.noEncontrado();
  return { ...s, pedidos: trx.casa.uno(TIPOS_DE_CASO, s.tipo).documentos(s.solicitud) };
}

async function mostrar(p: DeSolicitud, errores?: Record<string, string>): Promise<string> {
  const datos = await p.enTransaccion(async (trx) => {
    const s = await solicitudDe(trx, p);
    return { pedidos: s.pedidos, adjuntos: await adjuntosDe(trx, s.id) };
  });
  return paginaDocumentos({ ...datos, base: baseDe(p), ...definidos({ errores }) });
}

/** Looked at first, without a transaction open; then kept, if it still fits. */
async function subir(e: EntornoAdjuntos, p: DeSolicitud, pedido: string): Promise<Respuesta> {
  const { id, pedidos } = await p.enTransaccion((trx) => solicitudDe(trx, p));
  if (!pedidos.some((d) => d.id === pedido))
    throw errores.datosInvalidos({
      pedido: 'Esta solicitud no pide ese documento. Vuelva atrás y recargue la página.',
    });
  const falta = ({ mensaje }: { mensaje: string }) => rechazo({ [campoDe(pedido)]: mensaje });
  const recibido = p.archivos.find((a) => a.campo === campoDe(pedido));
  const revisado = await revisarRecibido(e, p, recibido);
  if (!revisado.ok) return falta(revisado);
  const r = await p.enTransaccion((trx) =>
    guardarAdjunto(trx, e, { solicitud: id, titular: p.titular, pedido, archivo: revisado.valor }),
  );
  return r.ok ? redirigir(baseDe(p)) : falta(r);
}
