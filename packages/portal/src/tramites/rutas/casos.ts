import { z } from 'zod';
import {
  errores,
  FORMA_RADICADO,
  json,
  pagina,
  puede,
  redirigir,
  ruta,
  unaSolaVez,
  type Archivos,
  type Peticion,
  type Respuesta,
  type Ruta,
  type Transaccion,
} from '../../plataforma/index.ts';
import { estadoDeTitular, tramitesPara, versionVigente } from '../../rut/index.ts';
import { descargarSellado } from '../../sello/index.ts';
import { adjuntosDe } from '../adjuntos/index.ts';
import { relojDelCaso, casoPorRadicado, casosDe, nombresDe, type Caso } from '../consultas.ts';
import {
  documentoDelCaso,
  DOCUMENTOS,
  documentosDelCaso,
  type CualDocumento,
} from '../documentos/del-caso.ts';
import { erroresDeTramites } from '../errores.ts';
import { completar, responderMensaje } from '../escribir-en-caso.ts';
import { queSigue } from '../palabras.ts';
import { DEL_TITULAR } from '../politicas.ts';
import { MENSAJE, paginaCaso, RESPUESTA } from '../paginas/caso.tsx';
import { paginaCasos } from '../paginas/casos.tsx';
import { desistir } from '../seguir-caso.ts';
import { sinPresentar } from '../sin-presentar.ts';
import { TIPOS_DE_CASO } from '../tipos.ts';

const TITULAR = z.object({ titular: z.string() });
const CASO = z.object({ titular: z.string(), caso: z.string().regex(FORMA_RADICADO) });
type P = Peticion<z.output<typeof CASO>>;

const CasoApi = z.object({
  radicado: z.string(),
  tipo: z.string(),
  nombre: z.string(),
  estado: z.string(),
  turno: z.enum(['oficina', 'persona', 'nadie']),
  queSigue: z.string(),
  vence: z.iso.date().nullable(),
  radicadoEn: z.iso.datetime(),
  hash: z.string(),
});

const deApi = (c: Caso): z.input<typeof CasoApi> => ({
  radicado: c.radicado,
  tipo: c.tipo.tipo,
  nombre: c.tipo.nombre,
  estado: c.marcha.estado,
  turno: c.marcha.turno,
  queSigue: queSigue(c),
  vence: c.marcha.turno === 'nadie' ? null : relojDelCaso(c).vence,
  radicadoEn: c.radicadoEn.toISOString(),
  hash: c.hash,
});

/** A taxpayer's cases: the list, where each is, and what they may do in it. */
export function rutasCasos(o: { archivos: Archivos }): Ruta[] {
  const mostrar = async (trx: Transaccion, p: P, campos?: Record<string, string>) => {
    const caso = await casoDe(trx, p);
    return paginaCaso({
      base: `/de/${p.parametros.titular}`,
      caso,
      hoy: trx.hoy,
      nombres: await nombresDe(trx, caso.id),
      documentos: await documentosDelCaso(trx, caso),
      actua: puede(p.actor, p.titular, DEL_TITULAR.escribir),
      adjuntos: await adjuntosDe(trx, caso.solicitudId),
      ...(campos && { errores: campos, valores: p.escrito }),
    });
  };
  const invalido = (p: P, campos: Record<string, string>) =>
    p.enTransaccion((trx) => mostrar(trx, p, campos));
  const volver = (p: P) => redirigir(`/de/${p.parametros.titular}/tramites/${p.parametros.caso}`);
  const deQuien = (p: P) => ({ radicado: p.parametros.caso, titular: p.titular });

  return [
    ruta({
      nombre: 'tramites.lista',
      metodo: 'GET',
      camino: '/de/:titular/tramites',
      acceso: 'titular',
      parametros: TITULAR,
      manejar: (p) =>
        p.enTransaccion(async (trx) => {
          return pagina(
            paginaCasos({
              base: `/de/${p.parametros.titular}`,
              casos: await casosDe(trx, p.titular),
              puedeBorrar: puede(p.actor, p.titular, DEL_TITULAR.documentar),
              sinPresentar: (await sinPresentar(trx, p.titular)).map((s) => ({
                ...s,
                nombre: trx.casa.uno(TIPOS_DE_CASO, s.tipo).nombre,
              })),
              empezar: await queSePuedeEmpezar(trx, p),
            }),
          );
        }),
    }),
    ruta({
      nombre: 'tramites.ver',
      metodo: 'GET',
      camino: '/de/:titular/tramites/:caso',
      acceso: 'titular',
      parametros: CASO,
      manejar: async (p) => pagina(await p.enTransaccion((trx) => mostrar(trx, p))),
    }),
    ruta({
      nombre: 'tramites.escribir',
      metodo: 'POST',
      camino: '/de/:titular/tramites/:caso/mensajes',
      acceso: 'titular',
      ambito: DEL_TITULAR.escribir,
      parametros: CASO,
      porMinuto: 20,
      cuerpo: MENSAJE.esquema,
      invalido,
      async manejar(p) {
        await p.enTransaccion((trx) =>
          unaSolaVez(trx, p, async () => {
            await responderMensaje(trx, { ...deQuien(p), texto: p.cuerpo });
          }),
        );
        return volver(p);
      },
    }),
    ruta({
      nombre: 'tramites.completar',
      metodo: 'POST',
      camino: '/de/:titular/tramites/:caso/completar',
      acceso: 'titular',
      ambito: DEL_TITULAR.escribir,
      parametros: CASO,
      porMinuto: 20,
      cuerpo: RESPUESTA.esquema,
      invalido,
      async manejar(p) {
        await p.enTransaccion((trx) =>
          unaSolaVez(trx, p, async () => {
            await completar(trx, { ...deQuien(p), texto: p.cuerpo });
          }),
        );
        return volver(p);
      },
    }),
    ruta({
      nombre: 'tramites.desistir',
      metodo: 'POST',
      camino: '/de/:titular/tramites/:caso/desistir',
      acceso: 'titular',
      ambito: DEL_TITULAR.escribir,
      parametros: CASO,
      invalido,
      async manejar(p) {
        await p.enTransaccion(async (trx) => {
          // Pressing twice withdraws once.
          if ((await casoDe(trx, p)).marcha.estado === 'desistida') return;
          await desistir(trx, { ...deQuien(p), motivo: '' });
        });
        return volver(p);
      },
    }),
    ...DOCUMENTOS.map((cual) =>
      ruta({
        nombre: `tramites.descargar-${cual}`,
        metodo: 'GET',
        camino: `/de/:titular/tramites/:caso/${cual}`,
        acceso: 'titular',
        parametros: CASO,
        manejar: (p) =>
          p.enTransaccion(async (trx) => descargar(trx, o.archivos, await casoDe(trx, p), cual)),
      }),
    ),
    ruta({
      nombre: 'tramites.api-lista',
      metodo: 'GET',
      camino: '/api/v1/de/:titular/tramites',
      acceso: 'titular',
      parametros: TITULAR,
      api: {
        resumen: 'Los trámites presentados',
        etiqueta: 'Trámites',
        respuestas: { 200: z.object({ tramites: z.array(CasoApi) }) },
      },
      manejar: (p) =>
        p.enTransaccion(async (trx) => json({ tramites: (await casosDe(trx, p.titular)).map(deApi) })),
    }),
    ruta({
      nombre: 'tramites.api-ver',
      metodo: 'GET',
      camino: '/api/v1/de/:titular/tramites/:caso',
      acceso: 'titular',
      parametros: CASO,
      api: { resumen: 'Dónde va un trámite', etiqueta: 'Trámites', respuestas: { 200: CasoApi } },
      manejar: (p) => p.enTransaccion(async (trx) => json(deApi(await casoDe(trx, p)))),
    }),
  ];
}

/** What this RUT, as it is, admits; nothing for whoever may not begin it. */
async function queSePuedeEmpezar(trx: Transaccion, p: Peticion<z.output<typeof TITULAR>>) {
  if (!puede(p.actor, p.titular, DEL_TITULAR.documentar)) return [];
  const version = await versionVigente(trx, p.titular);
  return version
    ? tramitesPara(version.registro, await estadoDeTitular(trx, p.titular), p.parametros.titular)
    : [];
}

async function casoDe(trx: Transaccion, p: P): Promise<Caso> {
  const caso = await casoPorRadicado(trx, p.parametros.caso);
  if (!caso || caso.titular !== p.titular) throw errores.noEncontrado();
  return caso;
}

const SIN_DOCUMENTO = {
  acuse: erroresDeTramites.sinSellar,
  firmado: erroresDeTramites.sinFirmado,
  decision: erroresDeTramites.sinDecision,
} as const satisfies Record<CualDocumento, () => Error>;

/** The PDF of a case, to the person or to the official who has it open. */
export async function descargar(
  trx: Transaccion,
  archivos: Archivos,
  caso: Caso,
  cual: CualDocumento,
  enLinea = false,
): Promise<Respuesta> {
  const d = await documentoDelCaso(trx, caso, cual);
  if (!d) throw SIN_DOCUMENTO[cual]();
  return descargarSellado(trx, d, {
    archivos,
    accion: 'tramites.descargar-documento',
    sinSellar: erroresDeTramites.sinSellar,
    enLinea,
  });
}
