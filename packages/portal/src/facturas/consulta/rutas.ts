import type { Aparte } from '@autogestion/documentos';
import type { QrDeFactura } from '@autogestion/normas/factura';
import { z } from 'zod';
import { conArchivos } from '../../interfaz/preguntas/index.ts';
import {
  json,
  leerAparte,
  pagina,
  rechazo,
  redirigir,
  ruta,
  validar,
  type Claves,
  type Peticion,
  type Respuesta,
  type Ruta,
} from '../../plataforma/index.ts';
import { ConsultadoApi, consultadoEnJson } from './api.ts';
import { consultarDocumento, diferenciasCon } from './consultar-documento.ts';
import { CONSULTAR } from './direcciones.ts';
import { erroresDeConsulta } from './errores.ts';
import { abrirConsulta, leerConsulta, sellarConsulta } from './leer-consulta.ts';
import { paginaConsultar, paginaDocumento, paginaNoEsta } from './paginas.tsx';
import { ADQUIRENTE, BYTES_DE_UNA_FOTO, CODIGO, IMAGEN } from './preguntas.tsx';

const NO_ES_IMAGEN = 'No pudimos abrir esta imagen. Tome la foto otra vez, en JPG o PNG, y elíjala de nuevo.';
const SIN_CODIGO =
  'No encontramos un código QR en esta foto. Acérquese, que se vea entero y sin reflejos, y tómela otra vez.';
/** A frame of a camera, or a picture that a program sends. */
const BYTES_DE_UN_CUADRO = 2 * 1024 * 1024;

/** Asking for a document by its QR or its code, without an account. What is asked is in no address and in no log. */
export function rutasDeConsulta(e: { claves: Claves; aparte: Aparte }): Ruta[] {
  /** Where the answer is; what the paper says is compared now, because only the code travels on. */
  async function aLaRespuesta(p: Peticion, qr: QrDeFactura, adquirente: string): Promise<Respuesta> {
    const d = await p.enTransaccion((trx) => consultarDocumento(trx, { codigo: qr.codigo, adquirente }));
    const diferencias = d ? diferenciasCon(qr, d) : '';
    return redirigir(
      `${CONSULTAR}/${sellarConsulta(e.claves, { codigo: qr.codigo, adquirente, diferencias })}`,
    );
  }
  const leerImagen = (contenido: Buffer) => leerAparte(() => e.aparte.hacer('leerQr', contenido, undefined));

  return [
    ruta({
      nombre: 'facturas.consultar',
      metodo: 'GET',
      camino: CONSULTAR,
      acceso: 'publico',
      manejar: async () => pagina(paginaConsultar({})),
    }),
    ruta({
      nombre: 'facturas.consultar-codigo',
      metodo: 'POST',
      camino: CONSULTAR,
      acceso: 'publico',
      porMinuto: 20,
      cuerpo: CODIGO.esquema
        .transform((qr) => ({ qr }))
        .and(ADQUIRENTE.esquema.transform((adquirente) => ({ adquirente }))),
      invalido: async (p, errores) => paginaConsultar({ valores: p.escrito, errores }),
      manejar: (p) => aLaRespuesta(p, p.cuerpo.qr, p.cuerpo.adquirente),
    }),
    ruta({
      nombre: 'facturas.consultar-imagen',
      metodo: 'POST',
      camino: `${CONSULTAR}/imagen`,
      acceso: 'publico',
      porMinuto: 20,
      multiparte: true,
      maximo: BYTES_DE_UNA_FOTO,
      invalido: async (_, errores) => paginaConsultar({ errores }),
      async manejar(p): Promise<Respuesta> {
        const recibida = validar(IMAGEN.esquema, conArchivos(p));
        if (!recibida.ok) return rechazo(recibida.campos);
        const leida = await leerImagen(recibida.datos.contenido);
        if (!leida?.ok) return rechazo({ imagen: leida?.falta === 'sin-codigo' ? SIN_CODIGO : NO_ES_IMAGEN });
        // Of several codes in a picture, the invoice's.
        const leidos = leida.textos.map(leerConsulta);
        const qr = leidos.find((l) => l.ok);
        if (qr?.ok) return aLaRespuesta(p, qr.valor, '');
        const [no] = leidos;
        return rechazo({ imagen: no && !no.ok ? no.mensaje : SIN_CODIGO });
      },
    }),
    ruta({
      nombre: 'facturas.documento-consultado',
      metodo: 'GET',
      camino: `${CONSULTAR}/:consulta`,
      acceso: 'publico',
      porMinuto: 60,
      parametros: z.object({ consulta: z.string() }),
      async manejar(p) {
        const c = abrirConsulta(e.claves, p.parametros.consulta);
        if (!c) return redirigir(CONSULTAR);
        const d = await p.enTransaccion((trx) => consultarDocumento(trx, c));
        return d ? pagina(paginaDocumento({ d, diferencias: c.diferencias })) : pagina(paginaNoEsta(c), 404);
      },
    }),
    ruta({
      nombre: 'facturas.api-leer-qr',
      metodo: 'POST',
      camino: '/api/v1/facturas/qr',
      acceso: 'publico',
      porMinuto: 90,
      multiparte: true,
      maximo: BYTES_DE_UN_CUADRO,
      api: {
        resumen: 'Lo que dicen los códigos QR de una imagen',
        etiqueta: 'Facturación electrónica',
        descripcion:
          'La imagen va como `multipart/form-data` en el campo `imagen`, hasta 2 MB. No se guarda. `textos` está vacío cuando no hay ningún código.',
        respuestas: { 200: z.object({ textos: z.array(z.string()) }) },
      },
      async manejar(p) {
        const imagen = p.archivos.find((a) => a.campo === 'imagen');
        if (!imagen || imagen.excede || imagen.contenido.length === 0)
          return rechazo({ imagen: NO_ES_IMAGEN }, { codigo: 'facturas.sin-imagen', mensaje: NO_ES_IMAGEN });
        const leida = await leerImagen(imagen.contenido);
        if (leida?.ok) return json({ textos: leida.textos });
        return leida?.falta === 'sin-codigo'
          ? json({ textos: [] })
          : rechazo({ imagen: NO_ES_IMAGEN }, { codigo: 'facturas.imagen-ilegible', mensaje: NO_ES_IMAGEN });
      },
    }),
    ruta({
      nombre: 'facturas.api-consultar',
      metodo: 'POST',
      camino: '/api/v1/facturas/consultas',
      acceso: 'publico',
      porMinuto: 60,
      cuerpo: z
        .object({
          codigo: z.string().max(8_000).describe('El CUFE o CUDE, o todo lo que dice el código QR'),
          adquirente: z.string().max(20).default(''),
        })
        .transform((c, ctx) => {
          const qr = leerConsulta(c.codigo);
          if (qr.ok) return { qr: qr.valor, adquirente: c.adquirente };
          ctx.addIssue({ code: 'custom', message: qr.mensaje, path: ['codigo'] });
          return z.NEVER;
        }),
      api: {
        resumen: 'Una factura por su código QR o su CUFE',
        etiqueta: 'Facturación electrónica',
        descripcion:
          'Es POST para que el código no quede en direcciones ni registros. Quien compró va enmascarado, a menos que `adquirente` sea su número o pregunte una de las partes.',
        respuestas: { 200: ConsultadoApi },
      },
      async manejar(p) {
        const { qr, adquirente } = p.cuerpo;
        const d = await p.enTransaccion((trx) => consultarDocumento(trx, { codigo: qr.codigo, adquirente }));
        if (!d) throw erroresDeConsulta.noEsta();
        return json(consultadoEnJson(d, diferenciasCon(qr, d)));
      },
    }),
  ];
}
