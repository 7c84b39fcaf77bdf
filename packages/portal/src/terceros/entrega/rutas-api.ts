import { z } from 'zod';
import { errores, json, ruta, unaSolaVez, type Peticion, type Ruta } from '../../plataforma/index.ts';
import { BYTES_MAXIMOS } from '../lectura/abrir-archivo.ts';
import { DE_ENTREGAS } from '../politicas.ts';
import { BASE, deEntrega, UNA } from './direcciones.ts';
import { empezarEntrega } from './empezar-entrega.ts';
import { entregaDe, entregasDe, type Entrega } from './entrega.ts';
import { esDuda, hallazgosDe } from './hallazgos.ts';
import { MAXIMO_DE_PARTE } from './preguntas.ts';
import { descartarEntrega } from './presentar-entrega.ts';
import { recibirParte } from './recibir-parte.ts';

const TITULAR = z.object({ titular: z.string() });
const DE_ENTREGA = TITULAR.extend({ envio: z.string().regex(/^[0-9a-z]{26}$/) });
const ETIQUETA = 'Información de terceros';

const EntregaApi = z.object({
  entrega: z.string(),
  estado: z.enum([
    'recibiendo',
    'leyendo',
    'con-errores',
    'por-firmar',
    'presentada',
    'reemplazada',
    'descartada',
  ]),
  archivo: z.string(),
  anio: z.int(),
  bytes: z.int(),
  recibidos: z.int().describe('Bytes que ya llegaron: la parte siguiente empieza ahí'),
  leidos: z.int().describe('Registros leídos hasta ahora, mientras se revisa'),
  formato: z.string().nullable(),
  version: z.int().nullable(),
  registros: z.int().nullable(),
  total: z.string().nullable().describe('Pesos, en texto: puede pasar de lo que cabe en un número'),
  errores: z.int().nullable(),
  avisos: z.int().nullable().describe('Lo que hay que confirmar antes de firmar'),
  huella: z.string().nullable().describe('SHA-256 del archivo'),
  radicado: z.string().nullable(),
  reemplaza: z.string().nullable().describe('Radicado de la que reemplaza'),
  reemplazadaPor: z.string().nullable(),
  pagina: z.url().describe('Donde una persona la revisa y la firma'),
});

const enJson = (e: Entrega, pagina: string): z.input<typeof EntregaApi> => ({
  entrega: e.idPublico,
  estado: e.estado,
  archivo: e.archivo,
  anio: e.anio,
  bytes: e.bytes,
  recibidos: e.recibidos,
  leidos: e.leida?.registros ?? e.avance,
  formato: e.leida?.formato ?? null,
  version: e.leida?.version ?? null,
  registros: e.leida?.registros ?? null,
  total: e.leida ? String(e.leida.total) : null,
  errores: e.leida?.errores ?? null,
  avisos: e.leida?.dudas ?? null,
  huella: e.leida?.huella ?? null,
  radicado: e.presentada?.radicado ?? null,
  reemplaza: e.reemplazaA?.radicado ?? null,
  reemplazadaPor: e.reemplazadaPor?.radicado ?? null,
  pagina,
});

/** `bytes 0-1023/5000`. @throws ErrorDominio 422 when it does not say where the part stands */
function desdeDe(p: Pick<Peticion, 'cabecera'>, largo: number): number {
  const [, desde, hasta] =
    /^bytes (\d{1,10})-(\d{1,10})\/(?:\d{1,10}|\*)$/.exec(p.cabecera('content-range') ?? '') ?? [];
  if (desde === undefined || Number(hasta) - Number(desde) + 1 !== largo)
    throw errores.datosInvalidos({
      'Content-Range': 'Diga dónde va la parte, como «bytes 0-1023/5000», con tantos bytes como trae.',
    });
  return Number(desde);
}

/** What the pages of deliveries do, for programs. What binds somebody is signed on the page. */
export function rutasApiDeEntrega(e: { urlPublica: string }): Ruta[] {
  const comun = { acceso: 'titular', parametros: TITULAR } as const;
  const deUna = { acceso: 'titular', parametros: DE_ENTREGA } as const;
  const dicha = (p: Peticion<{ titular: string }>, una: Entrega) =>
    enJson(una, `${e.urlPublica}${deEntrega(p.parametros.titular, una.idPublico)}`);
  return [
    ruta({
      ...comun,
      nombre: 'terceros.api-exogena',
      metodo: 'GET',
      camino: `/api/v1${BASE}`,
      api: {
        resumen: 'Las entregas de información de terceros, de la más reciente a la más antigua',
        etiqueta: ETIQUETA,
        respuestas: { 200: z.object({ entregas: z.array(EntregaApi) }) },
      },
      manejar: (p) =>
        p.enTransaccion(async (trx) =>
          json({ entregas: (await entregasDe(trx)).map((una) => dicha(p, una)) }),
        ),
    }),
    ruta({
      ...comun,
      nombre: 'terceros.api-empezar-entrega',
      metodo: 'POST',
      camino: `/api/v1${BASE}`,
      ambito: DE_ENTREGAS.preparar,
      porMinuto: 60,
      cuerpo: z.strictObject({
        archivo: z.string().min(1).max(120).describe('El nombre del archivo: `Dmuisca_…xml`, si es XML'),
        bytes: z.int().min(1).max(BYTES_MAXIMOS),
        anio: z.int().describe('Año gravable'),
        reemplaza: z
          .string()
          .regex(/^[0-9a-z]{26}$/)
          .optional()
          .describe('La `entrega` cuyo lugar toma (concepto 02); sin ella, es una más (01)'),
      }),
      api: {
        resumen: 'Empieza una entrega, cuyo archivo llega después por partes',
        etiqueta: ETIQUETA,
        idempotente: true,
        descripcion:
          'XML, CSV o XLSX, los dos primeros con gzip o sin él, de hasta 400 MB y 500.000 registros. Cuando llega el último byte se revisa; si algo está mal no queda nada escrito.',
        respuestas: { 201: EntregaApi },
      },
      manejar: (p) =>
        p.enTransaccion(async (trx) => {
          const { reemplaza, ...resto } = p.cuerpo;
          const entrega = await unaSolaVez(trx, p, () =>
            empezarEntrega(trx, { ...resto, ...(reemplaza !== undefined && { reemplaza }) }),
          );
          return json(dicha(p, await entregaDe(trx, entrega)), 201);
        }),
    }),
    ruta({
      ...deUna,
      nombre: 'terceros.api-entrega',
      metodo: 'GET',
      camino: `/api/v1${UNA}`,
      porMinuto: 600,
      api: {
        resumen: 'Cómo está una entrega, y cuántos bytes han llegado',
        etiqueta: ETIQUETA,
        respuestas: { 200: EntregaApi },
      },
      manejar: (p) =>
        p.enTransaccion(async (trx) => json(dicha(p, await entregaDe(trx, p.parametros.envio)))),
    }),
    ruta({
      ...deUna,
      nombre: 'terceros.api-traer-parte',
      metodo: 'PUT',
      camino: `/api/v1${UNA}/contenido`,
      ambito: DE_ENTREGAS.preparar,
      multiparte: true,
      maximo: MAXIMO_DE_PARTE,
      porMinuto: 600,
      api: {
        resumen: 'La parte siguiente del archivo',
        etiqueta: ETIQUETA,
        descripcion:
          'Un formulario `multipart/form-data` con la parte, de hasta 8 MB, y la cabecera `Content-Range: bytes 0-1023/5000`. Una parte que ya llegó no se guarda dos veces; si no sigue a lo que hay, 409 con el byte en que se debe seguir (`campos.desde`).',
        respuestas: { 200: z.object({ recibidos: z.int() }), 409: 'Siga desde otro byte' },
      },
      manejar: (p) =>
        p.enTransaccion(async (trx) => {
          const [parte] = p.archivos;
          if (!parte || parte.contenido.length === 0)
            throw errores.datosInvalidos({ parte: 'Falta la parte.' });
          if (parte.excede) throw errores.muyGrande();
          const { contenido } = parte;
          const desde = desdeDe(p, contenido.length);
          return json({
            recibidos: await recibirParte(trx, { entrega: p.parametros.envio, desde, contenido }),
          });
        }),
    }),
    ruta({
      ...deUna,
      nombre: 'terceros.api-hallazgos',
      metodo: 'GET',
      camino: `/api/v1${UNA}/hallazgos`,
      consulta: z.object({
        desde: z.coerce.number().int().min(0).default(0),
        cuantos: z.coerce.number().int().min(1).max(5_000).default(1_000),
      }),
      api: {
        resumen: 'Lo que se encontró en el archivo, en su orden',
        etiqueta: ETIQUETA,
        descripcion: 'Para pedir los siguientes, `desde` es cuántos se han leído.',
        respuestas: {
          200: z.object({
            hallazgos: z.array(
              z.object({
                fila: z.int().describe('Cero es el archivo entero'),
                campo: z.string(),
                codigo: z.string(),
                mensaje: z.string(),
                aviso: z.boolean().describe('Se puede confirmar; si no, es un error'),
              }),
            ),
          }),
        },
      },
      manejar: (p) =>
        p.enTransaccion(async (trx) => {
          const una = await entregaDe(trx, p.parametros.envio);
          const hallazgos = await hallazgosDe(trx, una.id, p.consulta);
          return json({ hallazgos: hallazgos.map((h) => ({ ...h, aviso: esDuda(h) })) });
        }),
    }),
    ruta({
      ...deUna,
      nombre: 'terceros.api-descartar-entrega',
      metodo: 'DELETE',
      camino: `/api/v1${UNA}`,
      ambito: DE_ENTREGAS.preparar,
      api: {
        resumen: 'Descarta una entrega sin firmar',
        etiqueta: ETIQUETA,
        respuestas: { 200: EntregaApi },
      },
      manejar: (p) =>
        p.enTransaccion(async (trx) => {
          await descartarEntrega(trx, p.parametros.envio);
          return json(dicha(p, await entregaDe(trx, p.parametros.envio)));
        }),
    }),
  ];
}
