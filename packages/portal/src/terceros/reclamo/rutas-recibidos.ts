import { z } from 'zod';
import { conNombre } from '../../interfaz/preguntas/index.ts';
import {
  json,
  pagina,
  puede,
  redirigir,
  ruta,
  unaSolaVez,
  type Peticion,
  type Ruta,
} from '../../plataforma/index.ts';
import { enApi, ReclamoApi } from './api.ts';
import { reclamoPorId, reclamosRecibidos } from './consultas.ts';
import { leerPrueba, type EntornoDePruebas } from './leer-prueba.ts';
import { paginaRecibido, paginaRecibidos } from './paginas/recibidos.tsx';
import { DE_RECLAMOS } from './politicas.ts';
import { RAZON } from './preguntas.ts';
import { responderReclamo } from './responder-reclamo.ts';
import { UNA_PRUEBA, UNO } from './rutas.ts';

const CAMINO = '/de/:titular/reclamos-recibidos';
const TITULAR = z.object({ titular: z.string() });
const RESPUESTA_API = z.discriminatedUnion('respuesta', [
  z.strictObject({ respuesta: z.literal('corrige') }),
  z.strictObject({ respuesta: z.literal('sostiene'), razon: z.string().trim().min(10).max(2_000) }),
]);

type DeUno = Peticion<z.output<typeof UNO>>;
const aEl = ({ parametros: { titular, reclamo } }: DeUno) =>
  redirigir(`/de/${titular}/reclamos-recibidos/${reclamo}`);

const mostrar = async (p: DeUno, errores?: Record<string, string>): Promise<string> =>
  paginaRecibido({
    r: await p.enTransaccion((trx) => reclamoPorId(trx, p.parametros.reclamo, 'quien-reporta')),
    base: `/de/${p.parametros.titular}`,
    responde: puede(p.actor, p.titular, DE_RECLAMOS.responder),
    valores: p.escrito,
    ...(errores && { errores }),
  });

/** What others say is not so, for who reported it: the queue, and the answer with one press or by a program. */
export function rutasDeRecibidos(e: EntornoDePruebas): Ruta[] {
  const deUno = { acceso: 'titular', camino: `${CAMINO}/:reclamo`, parametros: UNO } as const;
  const responder = { ...deUno, metodo: 'POST', ambito: DE_RECLAMOS.responder, porMinuto: 60 } as const;
  return [
    ruta({
      acceso: 'titular',
      parametros: TITULAR,
      nombre: 'terceros.recibidos',
      metodo: 'GET',
      camino: CAMINO,
      manejar: async (p) =>
        pagina(
          paginaRecibidos({
            reclamos: await p.enTransaccion(reclamosRecibidos),
            base: `/de/${p.parametros.titular}`,
          }),
        ),
    }),
    ruta({
      acceso: 'titular',
      parametros: TITULAR,
      nombre: 'terceros.api-recibidos',
      metodo: 'GET',
      camino: `/api/v1${CAMINO}`,
      api: {
        resumen: 'Lo que otros dicen que no es así de lo que usted reportó',
        etiqueta: 'Información de terceros',
        respuestas: { 200: z.object({ reclamos: z.array(ReclamoApi) }) },
      },
      manejar: async (p) => json({ reclamos: (await p.enTransaccion(reclamosRecibidos)).map(enApi) }),
    }),
    ruta({
      ...deUno,
      nombre: 'terceros.recibido',
      metodo: 'GET',
      manejar: async (p) => pagina(await mostrar(p)),
    }),
    ruta({
      ...deUno,
      nombre: 'terceros.descargar-prueba-recibida',
      metodo: 'GET',
      camino: `${CAMINO}/:reclamo/pruebas/:prueba`,
      parametros: UNA_PRUEBA,
      manejar: (p) =>
        leerPrueba(e, p.enTransaccion, {
          prueba: p.parametros.prueba,
          cargar: (trx) => reclamoPorId(trx, p.parametros.reclamo, 'quien-reporta'),
        }),
    }),
    ruta({
      ...responder,
      nombre: 'terceros.corregir-lo-reclamado',
      camino: `${CAMINO}/:reclamo/corrige`,
      async manejar(p) {
        const { reclamo } = p.parametros;
        await p.enTransaccion((trx) => responderReclamo(trx, { reclamo, respuesta: { hecho: 'corrige' } }));
        return aEl(p);
      },
    }),
    ruta({
      ...responder,
      nombre: 'terceros.sostener-lo-reclamado',
      cuerpo: conNombre('razon', RAZON),
      invalido: (p, campos) => mostrar(p, campos),
      async manejar(p) {
        const { reclamo } = p.parametros;
        await p.enTransaccion((trx) =>
          responderReclamo(trx, { reclamo, respuesta: { hecho: 'sostiene', razon: p.cuerpo.razon } }),
        );
        return aEl(p);
      },
    }),
    ruta({
      ...responder,
      nombre: 'terceros.api-responder-reclamo',
      camino: `/api/v1${CAMINO}/:reclamo/respuesta`,
      cuerpo: RESPUESTA_API,
      api: {
        resumen: 'Responde a quien dice que no es así: lo va a corregir, o es cierto y por qué',
        etiqueta: 'Información de terceros',
        idempotente: true,
        respuestas: { 200: ReclamoApi },
      },
      async manejar(p) {
        const { cuerpo } = p;
        const { reclamo } = p.parametros;
        const respuesta =
          cuerpo.respuesta === 'corrige'
            ? ({ hecho: 'corrige' } as const)
            : ({ hecho: 'sostiene', razon: cuerpo.razon } as const);
        const hecho = await p.enTransaccion((trx) =>
          unaSolaVez(trx, p, async () => {
            await responderReclamo(trx, { reclamo, respuesta });
            return enApi(await reclamoPorId(trx, reclamo, 'quien-reporta'));
          }),
        );
        return json(hecho);
      },
    }),
  ];
}
