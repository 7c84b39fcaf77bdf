import { esFecha, fecha } from '@autogestion/normas/fechas';
import { z } from 'zod';
import {
  errores,
  FORMA_ID_PUBLICO,
  json,
  ruta,
  unaSolaVez,
  type Claves,
  type Ruta,
} from '../../plataforma/index.ts';
import { erroresDeFacturas } from '../errores.ts';
import { DE_FACTURAS } from '../politicas.ts';
import { diaContado, novedadesDesde } from './consultas.ts';
import { DiaApi, diaEnJson, NovedadesApi, novedadesEnJson } from './en-json.ts';
import { retirarSuscripcion, suscribir, suscripcionesVivas, type Suscripcion } from './suscripciones.ts';

const BASE = '/api/v1/de/:titular/facturas';
const ETIQUETA = 'Facturas electrónicas';
const TITULAR = z.object({ titular: z.string() });
/** Published: in the documentation, and in a header of each answer. */
const LIMITES = { porPagina: 1_000, usual: 100, porMinuto: 240 } as const;
const CABECERAS = {
  'autogestion-limites': `por-pagina=${LIMITES.porPagina}; por-minuto=${LIMITES.porMinuto}`,
};

const CUALES = z.object({
  desde: z
    .string()
    .regex(/^\d{1,15}$/, { error: 'Es un número: el `siguiente` de la página anterior.' })
    .transform(BigInt)
    .default(0n),
  limite: z
    .string()
    .regex(/^[1-9]\d{0,3}$/, { error: `Es un número de 1 a ${LIMITES.porPagina}.` })
    .transform(Number)
    .refine((n) => n <= LIMITES.porPagina, { error: `Es un número de 1 a ${LIMITES.porPagina}.` })
    .default(LIMITES.usual),
});

const SuscripcionApi = z.object({
  id: z.string(),
  url: z.string(),
  creadaEn: z.iso.datetime(),
  avisada: z.int().describe('El número de lo último que recibió'),
  fallas: z.int(),
  falla: z.string().nullable(),
});

const suscripcionEnJson = (s: Suscripcion): z.output<typeof SuscripcionApi> => ({
  id: s.idPublico,
  ...{ url: s.url, fallas: s.fallas, falla: s.falla },
  creadaEn: s.creadaEn.toISOString(),
  avisada: Number(s.avisada),
});

/** What proves to a program that it has everything: the sequence, each day's count, and notices. */
export const rutasApiDeIntegridad = (e: { claves: Claves; permitidas: readonly string[] }): Ruta[] => [
  ruta({
    acceso: 'titular',
    parametros: TITULAR,
    consulta: CUALES,
    nombre: 'facturas.api-novedades',
    metodo: 'GET',
    camino: `${BASE}/novedades`,
    porMinuto: LIMITES.porMinuto,
    api: {
      resumen: 'Los documentos que expidió y recibió, uno tras otro y sin huecos',
      etiqueta: ETIQUETA,
      descripcion: `Cada uno tiene un número: 1, 2, 3… Pida \`?desde=\` el \`siguiente\` de la página anterior; con \`limite\` de hasta ${LIMITES.porPagina} (${LIMITES.usual} si no se dice). Nada cambia de número. Si la huella que calcula con lo que tiene es la que se dice, no le falta ninguno. Hasta ${LIMITES.porMinuto} peticiones por minuto.`,
      respuestas: { 200: NovedadesApi },
    },
    async manejar(p) {
      const leidas = await p.enTransaccion((trx) => novedadesDesde(trx, p.consulta));
      return { ...json(novedadesEnJson(leidas, p.consulta.desde)), cabeceras: CABECERAS };
    },
  }),
  ruta({
    acceso: 'titular',
    parametros: TITULAR.extend({ dia: z.string().refine(esFecha) }),
    nombre: 'facturas.api-dia',
    metodo: 'GET',
    camino: `${BASE}/dias/:dia`,
    porMinuto: LIMITES.porMinuto,
    api: {
      resumen: 'Cuántos hubo un día, cuánto suman y su huella',
      etiqueta: ETIQUETA,
      descripcion: 'Por el día en que entraron al registro. Un día que pasó está cerrado: no cambia.',
      respuestas: { 200: DiaApi },
    },
    async manejar(p) {
      const dia = fecha(p.parametros.dia);
      const contado = await p.enTransaccion(async (trx) => {
        if (dia > trx.hoy) throw erroresDeFacturas.muyLejos();
        return diaContado(trx, dia);
      });
      return { ...json(diaEnJson(dia, contado)), cabeceras: CABECERAS };
    },
  }),
  ruta({
    acceso: 'titular',
    parametros: TITULAR,
    nombre: 'facturas.api-avisos',
    metodo: 'GET',
    camino: `${BASE}/avisos`,
    api: {
      resumen: 'A qué direcciones se avisa',
      etiqueta: ETIQUETA,
      respuestas: { 200: z.object({ avisos: z.array(SuscripcionApi) }) },
    },
    manejar: async (p) =>
      json({ avisos: (await p.enTransaccion(suscripcionesVivas)).map(suscripcionEnJson) }),
  }),
  ruta({
    acceso: 'titular',
    parametros: TITULAR,
    nombre: 'facturas.api-pedir-avisos',
    metodo: 'POST',
    camino: `${BASE}/avisos`,
    ambito: DE_FACTURAS.entregar,
    porMinuto: 30,
    cuerpo: z.strictObject({
      url: z.string().max(500).describe('https, y de internet'),
      desde: z.int().nonnegative().default(0).describe('Número de lo último que ya tiene'),
    }),
    api: {
      resumen: 'Pide que se le avise a una dirección lo que vaya entrando',
      etiqueta: ETIQUETA,
      idempotente: true,
      descripcion:
        'Cada aviso es un POST con hasta 100 novedades, como las de `novedades`. `autogestion-firma` es el HMAC-SHA-256, en hexadecimal y con el secreto que se entrega aquí una sola vez, de «instante.huella»: las cabeceras `autogestion-instante` y `autogestion-huella`, que es el SHA-256 del cuerpo. Lo que no responde 2xx en 10 segundos se repite, cada vez más tarde, hasta 40 veces. Hasta cinco direcciones.',
      respuestas: { 201: z.object({ id: z.string(), secreto: z.string() }) },
    },
    manejar: (p) =>
      p.enTransaccion(async (trx) => {
        const { url, desde } = p.cuerpo;
        const hecha = await unaSolaVez(trx, p, () =>
          suscribir(trx, { titular: p.titular, url, desde: BigInt(desde), ...e }),
        );
        return json({ id: hecha.idPublico, secreto: hecha.secreto }, 201);
      }),
  }),
  ruta({
    acceso: 'titular',
    parametros: TITULAR.extend({ suscripcion: z.string().regex(FORMA_ID_PUBLICO) }),
    nombre: 'facturas.api-retirar-avisos',
    metodo: 'DELETE',
    camino: `${BASE}/avisos/:suscripcion`,
    ambito: DE_FACTURAS.entregar,
    api: {
      resumen: 'Deja de avisar a una dirección',
      etiqueta: ETIQUETA,
      respuestas: { 200: z.object({ retirada: z.literal(true) }) },
    },
    async manejar(p) {
      if (!(await p.enTransaccion((trx) => retirarSuscripcion(trx, p.parametros.suscripcion))))
        throw errores.noEncontrado();
      return json({ retirada: true });
    },
  }),
];
