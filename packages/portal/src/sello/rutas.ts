import type { Aparte, FirmaAdjunta } from '@autogestion/documentos';
import { z } from 'zod';
import { definidos } from '@autogestion/normas/definidos';
import { conArchivos } from '../interfaz/preguntas/index.ts';
import {
  FORMA_ID_PUBLICO as ID,
  idPublicoEscrito,
  json,
  pagina,
  rechazo,
  redirigir,
  ruta,
  validar,
  type Respuesta,
  type Ruta,
} from '../plataforma/index.ts';
import { CertificaApi } from './certifica-api.ts';
import type { Autoridad } from './autoridad.ts';
import { erroresDeSello } from './errores.ts';
import {
  ARCHIVO,
  DEMASIADO_GRANDE,
  NO_SE_PUDO_LEER,
  MAXIMO_POR_VERIFICAR,
  CODIGO,
  paginaVerificar,
} from './paginas/verificar.tsx';
import { paginaDocumento, paginaNoExiste } from './paginas/documento.tsx';
import { paginaVeredicto } from './paginas/veredicto.tsx';
import { puntosDeControl } from './puntos-de-control.ts';
import {
  verificarArchivo,
  verificarDocumento,
  type EstadoHoy,
  type ListaDeRevocados,
  type Verificado,
} from './verificar-documento.ts';

const DocumentoApi = z.object({
  titulo: z.string(),
  nit: z.string(),
  dv: z.int(),
  nombre: z.string(),
  estado: z.string(),
  estadoHoy: z.string().nullable(),
  estadoHoyDesde: z.iso.date().nullable(),
  desde: z.iso.date().optional(),
  version: z.object({ numero: z.int(), hasta: z.iso.date() }).optional(),
  certifica: CertificaApi.optional(),
  hoy: z
    .object({ sigue: z.boolean(), frase: z.string() })
    .optional()
    .describe('Si lo que certificó sigue siendo así; falta si no es de lo que cambia'),
  fecha: z.iso.date(),
  selladoEn: z.iso.datetime().nullable(),
  hash: z.string().nullable(),
  demostracion: z.boolean(),
  firma: z.object({ por: z.string(), en: z.iso.datetime(), radicado: z.string() }).optional(),
});
const VeredictoApi = z.object({
  /** Which of the office's documents it is. */
  documento: DocumentoApi.nullable(),
  estado: z.enum(['integro', 'alterado', 'sin-sello', 'sello-de-otra-autoridad', 'sello-invalido']),
  razones: z.array(z.string()),
  firmante: z.string().nullable(),
  estampadoEn: z.iso.datetime().nullable(),
  firma: z
    .object({
      estado: z.enum([
        'valida',
        'alterada',
        'de-otra-autoridad',
        'fuera-de-vigencia',
        'revocado',
        'sin-hora',
        'sin-lista',
      ]),
      razones: z.array(z.string()),
      firmante: z.object({ nombre: z.string(), nit: z.string(), serie: z.string() }).nullable(),
      firmadaEn: z.iso.datetime().nullable(),
      certificadoVigente: z.boolean().nullable(),
      revocadoEn: z.iso.datetime().nullable(),
      acto: z.record(z.string(), z.unknown()).nullable(),
    })
    .nullable(),
});

/** Public verification: by QR, by code, by file, and what an offline verifier needs. */
export function rutasVerificar(o: {
  autoridad: Autoridad;
  aparte: Aparte;
  estadoHoy: EstadoHoy;
  listaDeRevocados: ListaDeRevocados;
}): Ruta[] {
  const llaves = o.autoridad.publica.jwks;
  const parametros = z.object({ documento: z.string() });
  return [
    ruta({
      nombre: 'sello.verificar',
      metodo: 'GET',
      camino: '/verificar',
      acceso: 'publico',
      manejar: async () => pagina(paginaVerificar({})),
    }),
    ruta({
      nombre: 'sello.verificar-codigo',
      metodo: 'POST',
      camino: '/verificar',
      acceso: 'publico',
      porMinuto: 30,
      cuerpo: CODIGO.esquema,
      invalido: async (p, campos) => paginaVerificar({ valores: p.escrito, errores: campos }),
      manejar: async (p) => redirigir(`/verificar/${p.cuerpo}`),
    }),
    ruta({
      nombre: 'sello.verificar-archivo',
      metodo: 'POST',
      camino: '/verificar/archivo',
      acceso: 'publico',
      porMinuto: 20,
      multiparte: true,
      maximo: 21 * 1024 * 1024,
      invalido: async (_, campos) => paginaVerificar({ errores: campos }),
      async manejar(p): Promise<Respuesta> {
        const leido = validar(ARCHIVO.esquema, conArchivos(p));
        if (!leido.ok) return rechazo(leido.campos);
        const { contenido } = leido.datos;
        if (contenido.length > MAXIMO_POR_VERIFICAR) return rechazo({ archivo: DEMASIADO_GRANDE });
        const v = await verificarArchivo(o, p.enTransaccion, contenido);
        return v ? pagina(paginaVeredicto(v.veredicto, v.documento)) : rechazo({ archivo: NO_SE_PUDO_LEER });
      },
    }),
    ruta({
      nombre: 'sello.ver-documento',
      metodo: 'GET',
      camino: '/verificar/:documento',
      acceso: 'publico',
      porMinuto: 60,
      parametros,
      async manejar(p) {
        const id = idPublicoEscrito(p.parametros.documento);
        if (ID.test(id) && id !== p.parametros.documento) return redirigir(`/verificar/${id}`);
        const v = ID.test(id)
          ? await p.enTransaccion((trx) => verificarDocumento(trx, id, o.estadoHoy))
          : undefined;
        return v ? pagina(paginaDocumento(v, llaves)) : pagina(paginaNoExiste(), 404);
      },
    }),
    ruta({
      nombre: 'sello.autoridad',
      metodo: 'GET',
      camino: '/verificar/autoridad.pem',
      acceso: 'publico',
      // A proof of an attempt is verified with it while there is no database.
      sinMirarQuien: true,
      manejar: async () => ({
        tipo: 'texto',
        texto: o.autoridad.publica.certificados,
        media: 'application/x-pem-file',
      }),
    }),
    ruta({
      nombre: 'sello.llaves',
      metodo: 'GET',
      camino: '/verificar/llaves.json',
      acceso: 'publico',
      // A proof of an attempt is verified with it while there is no database.
      sinMirarQuien: true,
      manejar: async () => json(llaves),
    }),
    ruta({
      nombre: 'sello.puntos-de-control',
      metodo: 'GET',
      camino: '/verificar/auditoria.json',
      acceso: 'publico',
      porMinuto: 30,
      manejar: async (p) => json(await p.enTransaccion(puntosDeControl)),
    }),
    ruta({
      nombre: 'sello.api-documento',
      metodo: 'GET',
      camino: '/api/v1/documentos/:documento',
      acceso: 'publico',
      porMinuto: 60,
      parametros,
      api: {
        resumen: 'Lo que dice un documento expedido',
        etiqueta: 'Verificación',
        respuestas: { 200: DocumentoApi },
      },
      async manejar(p) {
        const id = idPublicoEscrito(p.parametros.documento);
        const v = ID.test(id)
          ? await p.enTransaccion((trx) => verificarDocumento(trx, id, o.estadoHoy))
          : undefined;
        if (!v) throw erroresDeSello.noExpedido();
        return json(documentoParaApi(v));
      },
    }),
    ruta({
      nombre: 'sello.api-verificar-archivo',
      metodo: 'POST',
      camino: '/api/v1/verificaciones',
      acceso: 'publico',
      porMinuto: 20,
      multiparte: true,
      maximo: 21 * 1024 * 1024,
      api: {
        resumen: 'Verifica un archivo PDF',
        etiqueta: 'Verificación',
        descripcion: 'El archivo va como `multipart/form-data` en el campo `archivo`. No se guarda.',
        respuestas: { 200: VeredictoApi },
      },
      async manejar(p) {
        const archivo = p.archivos.find((a) => a.campo === 'archivo');
        if (!archivo)
          return rechazo(
            { archivo: 'Falta el archivo.' },
            { codigo: 'sello.sin-archivo', mensaje: 'Falta el archivo.' },
          );
        const verificado = await verificarArchivo(o, p.enTransaccion, archivo.contenido);
        if (!verificado)
          return rechazo(
            { archivo: NO_SE_PUDO_LEER },
            { codigo: 'sello.archivo-desmedido', mensaje: NO_SE_PUDO_LEER },
          );
        const { veredicto: v, documento } = verificado;
        return json({
          documento: documento ? documentoParaApi(documento) : null,
          estado: v.estado,
          razones: v.razones,
          firmante: v.firmante ?? null,
          estampadoEn: v.estampadoEn?.toISOString() ?? null,
          firma: v.firma ? firmaParaApi(v.firma) : null,
        });
      },
    }),
  ];
}

const documentoParaApi = (v: Verificado) => ({
  ...v.publico,
  estadoHoy: v.estadoHoy?.estado ?? null,
  estadoHoyDesde: v.estadoHoy?.desde ?? null,
  ...definidos({ hoy: v.hoy }),
  selladoEn: v.selladoEn?.toISOString() ?? null,
  hash: v.hash ?? null,
});

const firmaParaApi = (f: FirmaAdjunta) => ({
  estado: f.estado,
  razones: f.razones,
  firmante: f.firmante ?? null,
  firmadaEn: f.firmadaEn?.toISOString() ?? null,
  certificadoVigente: f.certificadoVigente ?? null,
  revocadoEn: f.revocadoEn?.toISOString() ?? null,
  acto: f.acto ?? null,
});
