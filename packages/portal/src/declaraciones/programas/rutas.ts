import { z } from 'zod';
import { leerRevision } from '../../interfaz/recorrido/index.ts';
import {
  json,
  rechazo,
  ruta,
  unaSolaVez,
  type Peticion,
  type Respuesta,
  type Ruta,
  type Transaccion,
} from '../../plataforma/index.ts';
import { borradorDe, guardarCambios } from '../borrador/index.ts';
import { calcularBorrador, pendientesDePago, type BorradorCalculado } from '../cuenta/index.ts';
import { erroresDeDeclaraciones } from '../errores.ts';
import { empezarDeclaracion, susDeclaraciones } from '../lista/index.ts';
import { BASE, DE_BORRADOR, deBorrador, dePresentada, type DeBorrador } from '../llenar/index.ts';
import { DE_DECLARACIONES } from '../politicas.ts';
import { DE_PRESENTADA, declaracionDe, PRESENTADA } from '../presentar/index.ts';
import { leerRespuestas, LO_RESPONDIDO } from './lo-respondido.ts';
import {
  BorradorApi,
  borradorEnJson,
  DeclaracionesApi,
  enLista,
  PresentadaApi,
  presentadaEnJson,
} from './respuesta.ts';

const TITULAR = z.object({ titular: z.string() });
const TODAS = '/api/v1/de/:titular/declaraciones';
const CUAL = z.strictObject({
  formulario: z.string().max(10),
  anio: z.int(),
  periodo: z.string().max(20).default('anual').describe('«anual», o el bimestre: «ene-feb»'),
});
/** A form with an annex of all the municipalities there are. */
const CUERPO_MAXIMO = 512 * 1024;
const ETIQUETA = 'Declaraciones';

/** Preparing returns, for programs: the person reads and signs each in its page. */
export function rutasDeProgramas({ urlPublica }: { urlPublica: string }): Ruta[] {
  const conRevision = (p: Peticion<DeBorrador>, b: BorradorCalculado): Respuesta => ({
    ...json(borradorEnJson(b, `${urlPublica}${deBorrador(p.parametros.titular, b.borrador.idPublico)}`)),
    cabeceras: { etag: `"${b.borrador.revision}"` },
  });
  return [
    ruta({
      acceso: 'titular',
      parametros: TITULAR,
      nombre: 'declaraciones.api-lista',
      metodo: 'GET',
      camino: TODAS,
      api: {
        resumen: 'Lo presentado, lo que se está llenando y lo que falta por declarar',
        etiqueta: ETIQUETA,
        respuestas: { 200: DeclaracionesApi },
      },
      manejar: async (p) => json(enLista(await p.enTransaccion(susDeclaraciones))),
    }),
    ruta({
      acceso: 'titular',
      parametros: TITULAR,
      nombre: 'declaraciones.api-empezar',
      metodo: 'POST',
      camino: TODAS,
      intento: 'guardar-declaracion',
      ambito: DE_DECLARACIONES.llenar,
      porMinuto: 60,
      cuerpo: CUAL,
      api: {
        resumen: 'Empieza una declaración, o da el borrador que ya hay de ella',
        etiqueta: ETIQUETA,
        idempotente: true,
        respuestas: { 201: z.object({ borrador: z.string() }) },
      },
      manejar: (p) =>
        p.enTransaccion(async (trx) =>
          json({ borrador: await unaSolaVez(trx, p, () => empezarDeclaracion(trx, p.cuerpo)) }, 201),
        ),
    }),
    ruta({
      acceso: 'titular',
      parametros: DE_BORRADOR,
      nombre: 'declaraciones.api-borrador',
      metodo: 'GET',
      camino: `/api/v1${BASE}`,
      api: {
        resumen: 'Un borrador con sus cifras de hoy y lo que le falta',
        etiqueta: ETIQUETA,
        respuestas: { 200: BorradorApi },
      },
      manejar: async (p) => conRevision(p, await p.enTransaccion((trx) => sinPresentar(trx, p))),
    }),
    ruta({
      acceso: 'titular',
      parametros: DE_BORRADOR,
      nombre: 'declaraciones.api-responder',
      metodo: 'PUT',
      camino: `/api/v1${BASE}`,
      intento: 'guardar-declaracion',
      ambito: DE_DECLARACIONES.llenar,
      maximo: CUERPO_MAXIMO,
      cuerpo: LO_RESPONDIDO,
      api: {
        resumen: 'Responde de un borrador: cambia solo lo que se diga',
        etiqueta: ETIQUETA,
        descripcion:
          'Todo o nada: si algo está mal no se guarda nada, y se dice qué por su ruta. Con `If-Match: "<revision>"` se rechaza (409) lo que cambió en otra parte desde esa revisión. `null` quita una respuesta.',
        respuestas: { 200: BorradorApi },
      },
      manejar: (p) =>
        p.enTransaccion(async (trx): Promise<Respuesta> => {
          const antes = await sinPresentar(trx, p);
          const { cambios, errores } = leerRespuestas(antes, p.cuerpo);
          if (Object.keys(errores).length > 0) return rechazo(errores);
          const r = await guardarCambios(trx, {
            idPublico: p.parametros.sinPresentar,
            cambios,
            desde: leerRevision(p.cabecera('if-match')) ?? antes.borrador.revision,
          });
          if ('choques' in r) throw erroresDeDeclaraciones.cambioEnOtraParte(r.choques.map((c) => c.clave));
          return conRevision(p, await calcularBorrador(trx, r.borrador));
        }),
    }),
    ruta({
      acceso: 'titular',
      parametros: DE_PRESENTADA,
      nombre: 'declaraciones.api-presentada',
      metodo: 'GET',
      camino: `/api/v1${PRESENTADA}`,
      api: {
        resumen: 'Una declaración presentada, casilla por casilla',
        etiqueta: ETIQUETA,
        respuestas: { 200: PresentadaApi },
      },
      manejar: (p) =>
        p.enTransaccion(async (trx) => {
          const d = await declaracionDe(trx, { idPublico: p.parametros.declaracion });
          return json(
            presentadaEnJson(d, {
              pagina: `${urlPublica}${dePresentada(p.parametros.titular, d.idPublico)}`,
              pendienteDePago: (await pendientesDePago(trx))(d),
            }),
          );
        }),
    }),
  ];
}

/** @throws ErrorDominio `declaraciones.ya-presentada` */
async function sinPresentar(trx: Transaccion, p: Peticion<DeBorrador>): Promise<BorradorCalculado> {
  const borrador = await borradorDe(trx, p.parametros.sinPresentar);
  if (borrador.presentada) throw erroresDeDeclaraciones.yaPresentada();
  return calcularBorrador(trx, borrador);
}
