import type { OpcionSimple } from '@autogestion/normas/rut';
import { definidos } from '@autogestion/normas/definidos';
import { z } from 'zod';
import { actoPorId, documentoDelActo, rutasParaFirmar, type EntornoFirma } from '../../firma/index.ts';
import {
  json,
  pagina,
  puede,
  redirigir,
  ruta,
  unaSolaVez,
  validar,
  type Archivos,
  type Formulario,
  type Peticion,
  type Ruta,
} from '../../plataforma/index.ts';
import { versionesDe } from '../../rut/index.ts';
import { descargarSellado } from '../../sello/index.ts';
import { erroresDeDeclaraciones } from '../errores.ts';
import { DE_DECLARACIONES } from '../politicas.ts';
import type { ActoDeRegimen } from './acto.ts';
import { RegimenApi, regimenEnJson } from './api.ts';
import { cambiarRegimen, loQueSeFirmaDelRegimen, pedirOpcion } from './cambiar-regimen.ts';
import { BASE, deOpcion, UNA } from './direcciones.ts';
import { elegibilidadPara, loQueImpide, preguntasPara, regimenDe } from './evaluar.ts';
import { opcionDe, ultimaHecha } from './opciones.ts';
import { paginaCambiado, paginaSinFirmar } from './paginas/cambiado.tsx';
import { paginaRegimen } from './paginas/regimen.tsx';

const TITULAR = z.object({ titular: z.string() });
const DE_OPCION = z.object({ titular: z.string(), opcion: z.string().regex(/^[0-9a-z]{26}$/) });
type DelTitular = Peticion<z.output<typeof TITULAR>>;

/** Entering the SIMPLE and leaving it: signed here, and written in the RUT with the signature. */
export function rutasDeRegimen(e: EntornoFirma & { archivos: Archivos }): Ruta[] {
  const comun = { acceso: 'titular', parametros: TITULAR } as const;
  const deUna = { acceso: 'titular', parametros: DE_OPCION } as const;
  return [
    ruta({
      ...comun,
      nombre: 'declaraciones.simple',
      metodo: 'GET',
      camino: BASE,
      manejar: async (p) => pagina(await paginaDe(p)),
    }),
    ...(['entrar', 'salir'] as const).map((que) =>
      ruta({
        ...comun,
        nombre: `declaraciones.pedir-${que}`,
        metodo: 'POST',
        camino: `${BASE}/${que}`,
        ambito: DE_DECLARACIONES.llenar,
        porMinuto: 30,
        manejar: (p) => pedir(p, que),
      }),
    ),
    ruta({
      ...deUna,
      nombre: 'declaraciones.opcion',
      metodo: 'GET',
      camino: UNA,
      manejar: (p) =>
        p.enTransaccion(async (trx) => {
          const { titular } = p.parametros;
          const opcion = await opcionDe(trx, p.parametros.opcion);
          if (!opcion.hecha)
            return pagina(
              paginaSinFirmar(titular, opcion, puede(p.actor, p.titular, DE_DECLARACIONES.presentar)),
            );
          const { acto: id, version } = opcion.hecha;
          const acto = await actoPorId(trx, id);
          const suya = (await versionesDe(trx, p.titular)).find((v) => v.id === version);
          if (!acto || !suya) throw new Error('An option that was carried out has its act and its version');
          const documento = await documentoDelActo(trx, p.titular, id);
          return pagina(
            paginaCambiado({
              titular,
              opcion,
              acto: (JSON.parse(acto.canonico) as { acto: ActoDeRegimen }).acto,
              radicado: acto.radicado,
              sellado: documento?.sellado !== undefined,
              version: suya.numero,
            }),
          );
        }),
    }),
    ruta({
      ...deUna,
      nombre: 'declaraciones.descargar-opcion',
      metodo: 'GET',
      camino: `${UNA}/pdf`,
      manejar: (p) =>
        p.enTransaccion(async (trx) => {
          const { hecha } = await opcionDe(trx, p.parametros.opcion);
          return descargarSellado(trx, await documentoDelActo(trx, p.titular, hecha?.acto), {
            archivos: e.archivos,
            accion: 'declaraciones.descargar-opcion',
            sinSellar: erroresDeDeclaraciones.pdfSinHacer,
          });
        }),
    }),
    ...rutasParaFirmar(e, {
      nombre: 'declaraciones.firmar-opcion',
      camino: `${UNA}/firmar`,
      acceso: 'titular',
      ambito: DE_DECLARACIONES.presentar,
      parametros: DE_OPCION,
      cargar: (trx, p) => loQueSeFirmaDelRegimen(trx, p.parametros.opcion),
      alFirmar: (trx, acto) => cambiarRegimen(trx, acto),
      despues: (_, p) => deOpcion(p.parametros.titular, p.parametros.opcion),
    }),
    ruta({
      ...comun,
      nombre: 'declaraciones.api-simple',
      metodo: 'GET',
      camino: `/api/v1${BASE}`,
      api: {
        resumen: 'El régimen que dice el RUT, y si hoy se puede cambiar',
        etiqueta: 'Declaraciones',
        respuestas: { 200: RegimenApi },
      },
      manejar: (p) => p.enTransaccion(async (trx) => json(regimenEnJson(await regimenDe(trx)))),
    }),
    ruta({
      ...comun,
      nombre: 'declaraciones.api-pedir-simple',
      metodo: 'POST',
      camino: `/api/v1${BASE}`,
      ambito: DE_DECLARACIONES.llenar,
      porMinuto: 30,
      cuerpo: z.strictObject({
        que: z.enum(['entrar', 'salir']),
        respuestas: z
          .record(z.string().max(40), z.union([z.string().max(40), z.array(z.string().max(40)).max(20)]))
          .default({}),
      }),
      api: {
        resumen: 'Deja listo el cambio de régimen, para que la persona lo firme',
        etiqueta: 'Declaraciones',
        descripcion:
          'Las respuestas son las de la página, por condición (`ingresos`, `residencia`…). No cambia nada hasta que se firma en la dirección que se devuelve. Un 409 dice cada razón con su artículo.',
        respuestas: { 201: z.object({ opcion: z.string(), firmar: z.url() }) },
      },
      async manejar(p) {
        const opcion = await p.enTransaccion((trx) =>
          unaSolaVez(trx, p, async () =>
            pedirOpcion(trx, await regimenDe(trx, p.cuerpo.que), p.cuerpo.respuestas),
          ),
        );
        return json(
          { opcion, firmar: `${e.urlPublica}${deOpcion(p.parametros.titular, opcion)}/firmar` },
          201,
        );
      },
    }),
  ];
}

async function paginaDe(
  p: DelTitular,
  mas: Pick<Parameters<typeof paginaRegimen>[0], 'no' | 'errores'> = {},
): Promise<string> {
  return p.enTransaccion(async (trx) =>
    paginaRegimen({
      titular: p.parametros.titular,
      regimen: await regimenDe(trx),
      hecha: await ultimaHecha(trx),
      alcance: puede(p.actor, p.titular, DE_DECLARACIONES.presentar)
        ? 'firma'
        : puede(p.actor, p.titular, DE_DECLARACIONES.llenar)
          ? 'prepara'
          : 'consulta',
      valores: p.escrito,
      ...definidos(mas),
    }),
  );
}

/** What was answered, to the page where it is signed; why not, with the answers as they were written. */
async function pedir(p: DelTitular, que: OpcionSimple) {
  const r = await p.enTransaccion(async (trx) => {
    const regimen = await regimenDe(trx, que);
    if (que === 'entrar' && regimen.evaluacion.estado === 'cumple') {
      const leido = validar(preguntasPara(regimen).esquema, p.escrito);
      if (!leido.ok) return { errores: leido.campos };
      const no = elegibilidadPara(regimen, leido.datos);
      if (loQueImpide(no).length > 0) return { no };
    }
    return { opcion: await pedirOpcion(trx, regimen, soloTextos(p.escrito)) };
  });
  if (r.opcion === undefined) return pagina(await paginaDe(p, r), r.errores ? 422 : 200);
  const suya = deOpcion(p.parametros.titular, r.opcion);
  return redirigir(puede(p.actor, p.titular, DE_DECLARACIONES.presentar) ? `${suya}/firmar` : suya);
}

const soloTextos = (escrito: Readonly<Record<string, unknown>>): Formulario => escrito as Formulario;
