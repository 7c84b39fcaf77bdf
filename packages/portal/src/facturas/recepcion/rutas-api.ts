import { z } from 'zod';
import { errores, FORMA_ID_PUBLICO, json, ruta, type Peticion, type Ruta } from '../../plataforma/index.ts';
import { erroresDeFacturas } from '../errores.ts';
import { DE_FACTURAS } from '../politicas.ts';
import { entregaPorId, loteConEntregas } from './consultas.ts';
import { archivoDeEntrega } from './descargar.ts';
import {
  CABECERAS_DE_LIMITES,
  EntregaApi,
  entregaEnJson,
  LIMITES_EN_PALABRAS,
  LoteApi,
  loteEnJson,
} from './en-json.ts';
import type { EntornoDeRecepcion } from './entorno.ts';
import { entregar } from './entregar.ts';
import { LIMITES } from './lotes.ts';
import { elTitular } from './recibir-documento.ts';

const BASE = '/api/v1/de/:titular/facturas';
const ETIQUETA = 'Facturas electrónicas';
const TITULAR = z.object({ titular: z.string() });
const UNA_ENTREGA = TITULAR.extend({ entrega: z.string().regex(FORMA_ID_PUBLICO) });
const UN_LOTE = TITULAR.extend({ lote: z.string().regex(FORMA_ID_PUBLICO) });

/** Delivery of documents by programs. */
export function rutasApiDeRecepcion(e: EntornoDeRecepcion & { urlPublica: string }): Ruta[] {
  const base = (p: Peticion<{ titular: string }>) =>
    `${e.urlPublica}/api/v1/de/${p.parametros.titular}/facturas`;
  const leer = async (p: Peticion<z.output<typeof UNA_ENTREGA>>) => {
    const entrega = await p.enTransaccion((trx) => entregaPorId(trx, p.parametros.entrega));
    if (!entrega) throw errores.noEncontrado();
    return entrega;
  };
  const archivo = (cual: 'original' | 'respuesta', resumen: string) =>
    ruta({
      acceso: 'titular',
      parametros: UNA_ENTREGA,
      nombre: `facturas.api-${cual}`,
      metodo: 'GET',
      camino: `${BASE}/entregas/:entrega/${cual}.xml`,
      api: { resumen, etiqueta: ETIQUETA, respuestas: { 200: 'application/xml' } },
      manejar: async (p) => archivoDeEntrega(p, e, await leer(p), cual),
    });
  return [
    ruta({
      acceso: 'titular',
      parametros: TITULAR,
      nombre: 'facturas.api-entregar',
      metodo: 'POST',
      camino: BASE,
      ambito: DE_FACTURAS.entregar,
      multiparte: true,
      maximo: LIMITES.bytesDeLote,
      porMinuto: LIMITES.entregasPorMinuto,
      api: {
        resumen: 'Entrega un documento electrónico, o un ZIP con varios',
        etiqueta: ETIQUETA,
        idempotente: true,
        descripcion: `En \`multipart/form-data\`, campo \`archivo\`. Un documento se responde enseguida, con sus hallazgos y la ApplicationResponse firmada; un ZIP, con 202 y el lote en el que se ve cómo va. Los mismos bytes dan la misma respuesta. ${LIMITES_EN_PALABRAS}`,
        respuestas: { 200: EntregaApi, 202: LoteApi },
      },
      async manejar(p) {
        const dado = p.archivos.find((a) => a.campo === 'archivo');
        if (!dado) throw erroresDeFacturas.sinArchivo();
        const r = await entregar(e, elTitular(p), dado);
        if ('entrega' in r)
          return { ...json(entregaEnJson(r.entrega, base(p))), cabeceras: CABECERAS_DE_LIMITES };
        const lote = await p.enTransaccion((trx) => loteConEntregas(trx, r.lote));
        if (!lote) throw errores.noEncontrado();
        return { ...json(loteEnJson(lote, base(p)), 202), cabeceras: CABECERAS_DE_LIMITES };
      },
    }),
    ruta({
      acceso: 'titular',
      parametros: UNA_ENTREGA,
      nombre: 'facturas.api-entrega',
      metodo: 'GET',
      camino: `${BASE}/entregas/:entrega`,
      api: {
        resumen: 'Qué pasó con un documento entregado',
        etiqueta: ETIQUETA,
        respuestas: { 200: EntregaApi },
      },
      manejar: async (p) => json(entregaEnJson(await leer(p), base(p))),
    }),
    archivo('respuesta', 'La respuesta firmada (ApplicationResponse 02 o 04)'),
    archivo('original', 'El documento como llegó'),
    ruta({
      acceso: 'titular',
      parametros: UN_LOTE,
      nombre: 'facturas.api-lote',
      metodo: 'GET',
      camino: `${BASE}/lotes/:lote`,
      api: { resumen: 'Cómo va un lote', etiqueta: ETIQUETA, respuestas: { 200: LoteApi } },
      async manejar(p) {
        const lote = await p.enTransaccion((trx) => loteConEntregas(trx, p.parametros.lote));
        if (!lote) throw errores.noEncontrado();
        return json(loteEnJson(lote, base(p)));
      },
    }),
  ];
}
