import { z } from 'zod';
import {
  errores,
  FORMA_ID_PUBLICO,
  json,
  pagina,
  rechazo,
  redirigir,
  ruta,
  unaSolaVez,
  type Peticion,
  type Respuesta,
  type Ruta,
} from '../../plataforma/index.ts';
import { descargarSellado, sellarEnElPedido, type EntornoSello } from '../../sello/index.ts';
import { MAXIMO_BYTES, revisarRecibido, type EntornoAdjuntos } from '../../tramites/index.ts';
import { loReportadoDe, type Reportado } from '../mio/index.ts';
import { abrirReclamo, MAXIMO_PRUEBAS, type ArchivoRevisado } from './abrir-reclamo.ts';
import { enApi, ReclamoApi } from './api.ts';
import { reclamoPorId, reclamosDe } from './consultas.ts';
import { erroresDeReclamo } from './errores.ts';
import { leerPrueba } from './leer-prueba.ts';
import { MOTIVOS } from './motivos.ts';
import { notaDe, pedirNota } from './nota.ts';
import { paginaReclamo, paginaReclamos } from './paginas/mios.tsx';
import { paginaReclamar } from './paginas/reclamar.tsx';
import { DE_RECLAMOS } from './politicas.ts';
import { POR_QUE } from './preguntas.ts';

type EntornoDeReclamos = EntornoSello & EntornoAdjuntos;

const TITULAR = z.object({ titular: z.string() });
export const UNO = TITULAR.extend({ reclamo: z.string().regex(FORMA_ID_PUBLICO) });
export const UNA_PRUEBA = UNO.extend({ prueba: z.string().regex(FORMA_ID_PUBLICO) });
const REGISTRO = TITULAR.extend({
  anio: z
    .string()
    .regex(/^20\d{2}$/)
    .transform(Number),
  reporte: z.string().regex(/^[0-9a-f]{20}$/),
});
const RECLAMAR = '/de/:titular/reportado/:anio/:reporte/no-es-asi';
const DE_UNO = '/de/:titular/reclamos/:reclamo';
const RECLAMO_API = z.strictObject({
  motivo: z.enum(Object.keys(MOTIVOS) as [keyof typeof MOTIVOS, ...(keyof typeof MOTIVOS)[]]),
  relato: z.string().trim().min(10).max(2_000),
});

type DelRegistro = Peticion<z.output<typeof REGISTRO>>;

/** «Esto no es así», for whoever is reported: saying it, how it stands, and the note. */
export function rutasDeReclamos(e: EntornoDeReclamos): Ruta[] {
  const delRegistro = {
    acceso: 'titular',
    ambito: DE_RECLAMOS.reclamar,
    camino: RECLAMAR,
    parametros: REGISTRO,
  } as const;
  const deUno = { acceso: 'titular', parametros: UNO } as const;
  return [
    ruta({
      ...delRegistro,
      nombre: 'terceros.no-es-asi',
      metodo: 'GET',
      manejar: async (p) => pagina(await mostrarRegistro(p)),
    }),
    ruta({
      ...delRegistro,
      nombre: 'terceros.reclamar',
      metodo: 'POST',
      porMinuto: 20,
      multiparte: true,
      maximo: MAXIMO_BYTES,
      archivos: MAXIMO_PRUEBAS,
      cuerpo: POR_QUE.esquema,
      invalido: (p, campos) => mostrarRegistro(p, campos),
      async manejar(p) {
        const pruebas = await revisarPruebas(e, p);
        if ('tipo' in pruebas) return pruebas;
        const id = await p.enTransaccion((trx) =>
          abrirReclamo(trx, e, { ...p.parametros, ...p.cuerpo, titular: p.titular, pruebas }),
        );
        return redirigir(`/de/${p.parametros.titular}/reclamos/${id}`);
      },
    }),
    ruta({
      ...delRegistro,
      nombre: 'terceros.api-reclamar',
      metodo: 'POST',
      camino: '/api/v1/de/:titular/reportado/:anio/:reporte/reclamo',
      porMinuto: 60,
      cuerpo: RECLAMO_API,
      api: {
        resumen: 'Dice que algo que otro reportó no es así',
        etiqueta: 'Información de terceros',
        idempotente: true,
        respuestas: { 201: ReclamoApi },
      },
      async manejar(p) {
        const hecho = await p.enTransaccion((trx) =>
          unaSolaVez(trx, p, async () => {
            const id = await abrirReclamo(trx, e, {
              ...{ ...p.parametros, ...p.cuerpo },
              titular: p.titular,
              pruebas: [],
            });
            return enApi(await reclamoPorId(trx, id, 'quien-reclama'));
          }),
        );
        return json(hecho, 201);
      },
    }),
    ruta({
      acceso: 'titular',
      parametros: TITULAR,
      nombre: 'terceros.reclamos',
      metodo: 'GET',
      camino: '/de/:titular/reclamos',
      manejar: async (p) =>
        pagina(
          paginaReclamos({
            reclamos: await p.enTransaccion((trx) => reclamosDe(trx)),
            base: `/de/${p.parametros.titular}`,
          }),
        ),
    }),
    ruta({
      acceso: 'titular',
      parametros: TITULAR,
      nombre: 'terceros.api-reclamos',
      metodo: 'GET',
      camino: '/api/v1/de/:titular/reclamos',
      api: {
        resumen: 'Lo que dijo que no es así, y cómo va',
        etiqueta: 'Información de terceros',
        respuestas: { 200: z.object({ reclamos: z.array(ReclamoApi) }) },
      },
      manejar: async (p) => json({ reclamos: (await p.enTransaccion((trx) => reclamosDe(trx))).map(enApi) }),
    }),
    ruta({
      ...deUno,
      nombre: 'terceros.reclamo',
      metodo: 'GET',
      camino: DE_UNO,
      async manejar(p) {
        const { r, nota } = await p.enTransaccion(async (trx) => {
          const leido = await reclamoPorId(trx, p.parametros.reclamo, 'quien-reclama');
          return { r: leido, nota: await notaDe(trx, leido) };
        });
        return pagina(
          paginaReclamo({
            r,
            base: `/de/${p.parametros.titular}`,
            nota: nota === undefined ? 'sin-pedir' : nota.sellado ? 'lista' : 'sellandose',
          }),
        );
      },
    }),
    ruta({
      ...deUno,
      nombre: 'terceros.descargar-prueba',
      metodo: 'GET',
      camino: `${DE_UNO}/pruebas/:prueba`,
      parametros: UNA_PRUEBA,
      manejar: (p) =>
        leerPrueba(e, p.enTransaccion, {
          prueba: p.parametros.prueba,
          cargar: (trx) => reclamoPorId(trx, p.parametros.reclamo, 'quien-reclama'),
        }),
    }),
    ruta({
      ...deUno,
      nombre: 'terceros.pedir-nota',
      metodo: 'POST',
      camino: `${DE_UNO}/nota`,
      // It changes nothing: whoever may look may ask for it.
      ambito: 'consultar',
      porMinuto: 20,
      async manejar(p) {
        const d = await p.enTransaccion(async (trx) =>
          pedirNota(trx, {
            r: await reclamoPorId(trx, p.parametros.reclamo, 'quien-reclama'),
            demostracion: e.demostracion,
          }),
        );
        await sellarEnElPedido(e, d.id);
        return redirigir(`/de/${p.parametros.titular}/reclamos/${p.parametros.reclamo}`);
      },
    }),
    ruta({
      ...deUno,
      nombre: 'terceros.descargar-nota',
      metodo: 'GET',
      camino: `${DE_UNO}/nota.pdf`,
      manejar: (p): Promise<Respuesta> =>
        p.enTransaccion(async (trx) =>
          descargarSellado(
            trx,
            await notaDe(trx, await reclamoPorId(trx, p.parametros.reclamo, 'quien-reclama')),
            {
              archivos: e.archivos,
              accion: 'terceros.descargar-nota',
              sinSellar: erroresDeReclamo.notaSinSellar,
            },
          ),
        ),
    }),
  ];
}

async function mostrarRegistro(p: DelRegistro, campos?: Record<string, string>): Promise<string> {
  const { titular, anio, reporte } = p.parametros;
  const x = await p.enTransaccion(async (trx): Promise<Reportado> => {
    const hallado = (await loReportadoDe(trx, anio)).reportados.find((r) => r.id === reporte);
    if (!hallado) throw errores.noEncontrado();
    return hallado;
  });
  return paginaReclamar({
    ...{ x, anio, base: `/de/${titular}`, accion: `/de/${titular}/reportado/${anio}/${reporte}/no-es-asi` },
    valores: p.escrito,
    ...(campos && { errores: campos }),
  });
}

/** Each is looked at without a transaction open. */
async function revisarPruebas(
  e: EntornoAdjuntos,
  p: Pick<Peticion, 'archivos' | 'enTransaccion'>,
): Promise<ArchivoRevisado[] | ReturnType<typeof rechazo>> {
  const revisadas: ArchivoRevisado[] = [];
  for (const recibido of p.archivos.filter((a) => a.campo === 'pruebas')) {
    const r = await revisarRecibido(e, p, recibido);
    if (!r.ok) return rechazo({ pruebas: r.mensaje });
    revisadas.push(r.valor);
  }
  return revisadas;
}
