import { anioDe } from '@autogestion/normas/fechas';
import { z } from 'zod';
import { documentoDelActo, rutasParaFirmar, type EntornoFirma } from '../../firma/index.ts';
import { conArchivos } from '../../interfaz/preguntas/index.ts';
import {
  auditar,
  errores,
  json,
  pagina,
  puede,
  rechazo,
  redirigir,
  ruta,
  titularDe,
  type Archivos,
  type Peticion,
  type Rechazo,
  type Ruta,
  type Transaccion,
} from '../../plataforma/index.ts';
import { nombreDe, versionVigente } from '../../rut/index.ts';
import { descargarSellado } from '../../sello/index.ts';
import { erroresDeTerceros } from '../errores.ts';
import { BYTES_MAXIMOS } from '../lectura/abrir-archivo.ts';
import { DE_ENTREGAS } from '../politicas.ts';
import { comoLoVera } from './como-lo-veran.ts';
import { BASE, deEntrega, UNA } from './direcciones.ts';
import { aniosQueSeReportan, empezarEntrega } from './empezar-entrega.ts';
import { entregaDe, entregasDe } from './entrega.ts';
import { hallazgosDe, hallazgosEnCsv } from './hallazgos.ts';
import { paginaEntrega } from './paginas/entrega.tsx';
import { paginaExogena } from './paginas/lista.tsx';
import { paginaNueva } from './paginas/nueva.tsx';
import { plazoDe, sancionDeEntrega } from './plazo.ts';
import {
  ARCHIVO,
  MAXIMO_DE_FORMULARIO,
  MAXIMO_DE_PARTE,
  NUEVA,
  preguntasDe,
  type ParaTraer,
} from './preguntas.ts';
import {
  confirmarDudas,
  descartarEntrega,
  loQueSeFirmaDeLaEntrega,
  presentarEntrega,
} from './presentar-entrega.ts';
import { recibirParte } from './recibir-parte.ts';

const TITULAR = z.object({ titular: z.string() });
const DE_ENTREGA = TITULAR.extend({ envio: z.string().regex(/^[0-9a-z]{26}$/) });
type DelTitular = Peticion<z.output<typeof TITULAR>>;

/** Findings that the page shows; the rest is downloaded. */
const A_LA_VISTA = 100;
const TODOS = 100_000;

const paraTraer = async (trx: Transaccion): Promise<ParaTraer> => ({
  anios: aniosQueSeReportan(trx),
  vigentes: (await entregasDe(trx)).filter((e) => e.estado === 'presentada' && !e.ficticia),
});

const registroDe = async (trx: Transaccion) => {
  const version = await versionVigente(trx, titularDe(trx));
  if (!version) throw errores.noEncontrado();
  return version.registro;
};

const mostrarNueva = (
  p: Pick<DelTitular, 'enTransaccion' | 'parametros' | 'escrito'>,
  campos?: Record<string, string>,
): Promise<string> =>
  p.enTransaccion(async (trx) =>
    paginaNueva({
      titular: p.parametros.titular,
      para: await paraTraer(trx),
      valores: p.escrito,
      ...(campos && { errores: campos }),
    }),
  );

/** Bringing what one reports of others, seeing what is wrong in it, signing it. */
export function rutasDeEntrega(e: EntornoFirma & { archivos: Archivos }): Ruta[] {
  const comun = { acceso: 'titular', parametros: TITULAR } as const;
  const deUna = { acceso: 'titular', parametros: DE_ENTREGA } as const;
  return [
    ruta({
      ...comun,
      nombre: 'terceros.exogena',
      metodo: 'GET',
      camino: BASE,
      manejar: (p) =>
        p.enTransaccion(async (trx) => {
          const anio = anioDe(trx.hoy) - 1;
          const plazo = plazoDe(await registroDe(trx), anio);
          return pagina(
            paginaExogena({
              titular: p.parametros.titular,
              entregas: await entregasDe(trx),
              anio,
              plazo,
              tarde: plazo !== undefined && trx.hoy > plazo.fecha,
              prepara: puede(p.actor, p.titular, DE_ENTREGAS.preparar),
            }),
          );
        }),
    }),
    ruta({
      ...comun,
      nombre: 'terceros.nueva-entrega',
      metodo: 'GET',
      camino: `${BASE}/nueva`,
      ambito: DE_ENTREGAS.preparar,
      manejar: async (p) => pagina(await mostrarNueva(p)),
    }),
    ruta({
      ...comun,
      nombre: 'terceros.traer-entrega',
      metodo: 'POST',
      camino: `${BASE}/nueva`,
      ambito: DE_ENTREGAS.preparar,
      intento: 'presentar-declaracion',
      multiparte: true,
      maximo: MAXIMO_DE_FORMULARIO,
      porMinuto: 30,
      cuerpo: z.unknown(),
      invalido: (p, campos) => mostrarNueva(p, campos),
      manejar: traer,
    }),
    ruta({
      ...comun,
      nombre: 'terceros.empezar-entrega',
      metodo: 'POST',
      camino: `${BASE}/empezar`,
      ambito: DE_ENTREGAS.preparar,
      porMinuto: 60,
      cuerpo: z.object({
        anio: z.string().default(''),
        reemplaza: z.string().default(''),
        nombre: z.string().max(300).default(''),
        bytes: z.coerce.number().int().min(1).max(BYTES_MAXIMOS),
      }),
      manejar: (p) =>
        p.enTransaccion(async (trx) => {
          const leido = await loQueEs(trx, p.cuerpo);
          if ('tipo' in leido) return leido;
          const { nombre: archivo, bytes } = p.cuerpo;
          const entrega = await empezarEntrega(trx, { ...leido, archivo, bytes });
          return json({ en: deEntrega(p.parametros.titular, entrega) }, 201);
        }),
    }),
    ruta({
      ...deUna,
      nombre: 'terceros.entrega',
      metodo: 'GET',
      camino: UNA,
      manejar: async (p) => pagina(await mostrar(p)),
    }),
    ruta({
      ...deUna,
      nombre: 'terceros.traer-parte',
      metodo: 'POST',
      camino: `${UNA}/parte`,
      ambito: DE_ENTREGAS.preparar,
      multiparte: true,
      maximo: MAXIMO_DE_PARTE,
      porMinuto: 600,
      cuerpo: z.object({ desde: z.coerce.number().int().min(0).default(0) }),
      manejar: (p) =>
        p.enTransaccion(async (trx) => {
          const contenido = parteDe(p);
          if (!contenido) return rechazo({ parte: 'Falta la parte del archivo, o pesa más de 8 MB.' });
          const { envio: entrega } = p.parametros;
          return json({ recibidos: await recibirParte(trx, { entrega, desde: p.cuerpo.desde, contenido }) });
        }),
    }),
    ruta({
      ...deUna,
      nombre: 'terceros.hallazgos',
      metodo: 'GET',
      camino: `${UNA}/hallazgos.csv`,
      porMinuto: 30,
      manejar: (p) =>
        p.enTransaccion(async (trx) => {
          const una = await entregaDe(trx, p.parametros.envio);
          const todos = await hallazgosDe(trx, una.id, { cuantos: TODOS });
          await auditar(trx, { accion: 'terceros.descargar-hallazgos', objeto: `entrega:${una.id}` });
          return {
            tipo: 'archivo',
            contenido: Buffer.from(hallazgosEnCsv(una.leida?.formato ?? null, todos)),
            media: 'text/csv; charset=utf-8',
            nombre: 'errores-de-la-entrega.csv',
          };
        }),
    }),
    ruta({
      ...deUna,
      nombre: 'terceros.confirmar-avisos',
      metodo: 'POST',
      camino: `${UNA}/confirmar`,
      ambito: DE_ENTREGAS.preparar,
      async manejar(p) {
        const { titular, envio: entrega } = p.parametros;
        await p.enTransaccion((trx) => confirmarDudas(trx, entrega));
        const firma = puede(p.actor, p.titular, DE_ENTREGAS.presentar);
        return redirigir(`${deEntrega(titular, entrega)}${firma ? '/firmar' : ''}`);
      },
    }),
    ...rutasParaFirmar(e, {
      nombre: 'terceros.firmar-entrega',
      camino: `${UNA}/firmar`,
      acceso: 'titular',
      ambito: DE_ENTREGAS.presentar,
      intento: 'presentar-declaracion',
      parametros: DE_ENTREGA,
      cargar: (trx, p) => loQueSeFirmaDeLaEntrega(trx, p.parametros.envio),
      alFirmar: (trx, acto) => presentarEntrega(trx, acto),
      despues: (_, p) => deEntrega(p.parametros.titular, p.parametros.envio),
    }),
    ruta({
      ...deUna,
      nombre: 'terceros.descargar-recibo',
      metodo: 'GET',
      camino: `${UNA}/pdf`,
      manejar: (p) =>
        p.enTransaccion(async (trx) => {
          const { presentada } = await entregaDe(trx, p.parametros.envio);
          return descargarSellado(trx, await documentoDelActo(trx, p.titular, presentada?.acto), {
            archivos: e.archivos,
            accion: 'terceros.descargar-recibo',
            sinSellar: erroresDeTerceros.pdfSinHacer,
          });
        }),
    }),
    ruta({
      ...deUna,
      nombre: 'terceros.descartar-entrega',
      metodo: 'POST',
      camino: `${UNA}/descartar`,
      ambito: DE_ENTREGAS.preparar,
      async manejar(p) {
        const { titular, envio: entrega } = p.parametros;
        await p.enTransaccion((trx) => descartarEntrega(trx, entrega));
        return redirigir(deEntrega(titular, entrega));
      },
    }),
  ];
}

/** The year and what it replaces, as they were chosen. */
async function loQueEs(
  trx: Transaccion,
  escrito: Readonly<Record<string, unknown>>,
): Promise<{ anio: number; reemplaza?: string } | Rechazo> {
  const pregunta = preguntasDe(await paraTraer(trx));
  const leido = pregunta.esquema.safeParse(escrito);
  if (!leido.success)
    return rechazo(
      Object.fromEntries(leido.error.issues.map((i) => [i.path.map(String).join('.'), i.message])),
    );
  const { anio, reemplaza } = leido.data;
  return { anio: Number(anio), ...(reemplaza !== NUEVA && { reemplaza }) };
}

/** A file that comes whole, with the form. */
async function traer(p: DelTitular) {
  const { titular } = p.parametros;
  const archivo = ARCHIVO.esquema.safeParse(conArchivos(p));
  const r = await p.enTransaccion(async (trx) => {
    const leido = await loQueEs(trx, p.escrito);
    const campos = {
      ...('tipo' in leido && leido.campos),
      ...(!archivo.success && { archivo: archivo.error.issues[0]?.message ?? '' }),
    };
    if ('tipo' in leido || !archivo.success) return rechazo(campos);
    const { nombre, contenido } = archivo.data;
    const entrega = await empezarEntrega(trx, { ...leido, archivo: nombre, bytes: contenido.length });
    for (let desde = 0; desde < contenido.length; desde += MAXIMO_DE_PARTE)
      await recibirParte(trx, {
        entrega,
        desde,
        contenido: contenido.subarray(desde, desde + MAXIMO_DE_PARTE),
      });
    return redirigir(deEntrega(titular, entrega));
  });
  return r;
}

/** The bytes of a part; undefined when there is none, or it is larger than the route takes. */
function parteDe({ archivos: [parte] }: Pick<Peticion, 'archivos'>): Buffer | undefined {
  return parte && !parte.excede && parte.contenido.length > 0 ? parte.contenido : undefined;
}

const mostrar = (p: Peticion<z.output<typeof DE_ENTREGA>>): Promise<string> =>
  p.enTransaccion(async (trx) => {
    const una = await entregaDe(trx, p.parametros.envio);
    const registro = await registroDe(trx);
    const plazo = plazoDe(registro, una.anio);
    const { leida, presentada } = una;
    const documento = await documentoDelActo(trx, p.titular, presentada?.acto);
    const informante = { nit: registro.nit, nombre: nombreDe(registro) };
    return paginaEntrega({
      titular: p.parametros.titular,
      e: una,
      hoy: trx.hoy,
      hallazgos: leida ? await hallazgosDe(trx, una.id, { cuantos: A_LA_VISTA }) : [],
      veran: (leida?.muestra ?? []).map((f) =>
        comoLoVera(f, { informante, formato: leida?.formato ?? '', anio: una.anio }),
      ),
      plazo,
      sancion:
        leida && !una.reemplazaA ? sancionDeEntrega({ plazo, hoy: trx.hoy, total: leida.total }) : undefined,
      sellado: documento?.sellado !== undefined,
      prepara: puede(p.actor, p.titular, DE_ENTREGAS.preparar),
      firma: puede(p.actor, p.titular, DE_ENTREGAS.presentar),
    });
  });
