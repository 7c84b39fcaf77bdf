import type { Json } from '@autogestion/documentos';
import type { Condicion } from '@autogestion/normas/rut';
import { z } from 'zod';
import type { Datos } from '../../../interfaz/recorrido/index.ts';
import { idPublico, llamar, uuidv7, type Reloj, type Transaccion } from '../../../plataforma/index.ts';
import { contactoDeTitular, versionVigente } from '../../../rut/index.ts';
import { exigirNinguna, incumplidas, radicarCaso, TIPOS_DE_CASO } from '../../../tramites/index.ts';
import {
  hechosDelBorrador,
  type HechosDelBorrador,
  type Procedimiento,
  type RecorridoConSolicitud,
  type Verificador,
} from '../../procedimiento/index.ts';
import type { Atencion, ClaseDeAtencion, Hecho } from '../atencion.ts';
import { quienEs } from '../atender.ts';
import { SOBRE_UN_RUT } from '../../politicas.ts';
import { atencion, LO_QUE_DIJO_ES_CIERTO, type Tramitador } from '../declaracion.ts';
import { erroresDeTramitesRut } from '../../errores.ts';
import { documentosALaVista, documentosSinVer } from './a-la-vista.tsx';

type Texto = Pick<ClaseDeAtencion, 'clase' | 'nombre' | 'ayuda' | 'fundamento'>;

export interface EntornoSolicitudes {
  reloj: Reloj;
  demostracion: boolean;
  verificador: Verificador;
}

/** What opening the pages wrote beside what the procedure knows. */
const ATENDIDO = z.looseObject({ titular: z.uuid() });
const VISTOS = z
  .looseObject({ 'a-la-vista': z.array(z.string()).default([]) })
  .transform((r) => r['a-la-vista']);
const DATOS = z.object({ tipo: z.string(), solicitud: z.json(), aLaVista: z.array(z.string()).default([]) });

/**
 * A procedure that is verified, for whoever has no IFE: the same questions, and the person's acceptance in the place of
 * their signature. Filed, it is a case as any other.
 */
function solicitudAsistida<R extends object>(
  e: EntornoSolicitudes,
  p: Procedimiento,
  texto: Texto,
  { recorrido: propio, preguntas, solicitudDe }: RecorridoConSolicitud<R>,
): Tramitador {
  const caso = p.caso(e);
  const pedidos = (d: Datos<R, HechosDelBorrador>) => caso.documentos(solicitudDe(d));
  return atencion({
    ...texto,
    titulo: propio.titulo,
    version: propio.version,
    preguntas: preguntas.parte('Los documentos que vio').paso(
      'a-la-vista',
      {
        nombre: 'Documentos a la vista',
        pregunta: '¿Qué documentos tuvo a la vista?',
        aplica: (d) => pedidos(d).length > 0,
        admite(vistos, d) {
          const falta = documentosSinVer(pedidos(d), vistos);
          return falta ? { codigos: falta } : undefined;
        },
      },
      documentosALaVista(pedidos),
    ),
    advertencia: 'En la página que sigue está completo lo que la persona acepta con su código.',
    roles: SOBRE_UN_RUT.presentarSolicitud,
    deTitular: {
      // Who cannot ask is told before anything is asked of them.
      exigir: async (trx, { titular, idPublico: titularPublico }) => {
        await exigirNinguna(trx, { titular, tipo: p.id, titularPublico });
        const no = p.impide(await hechosDelBorrador(trx, titular));
        if (no.length > 0) throw erroresDeTramitesRut.noSePuedePresentar(no);
      },
      hechos: async (trx, v) => ({ ...(await hechosDelBorrador(trx, v.titular)), titular: v.titular }),
    },
    presentar: (trx, datos) =>
      porPresentar(trx, {
        tipo: p.id,
        titular: ATENDIDO.parse(datos.hechos).titular,
        solicitud: solicitudDe(datos),
        // Absent where no document is asked for.
        aLaVista: VISTOS.parse(datos.respuestas),
      }),
    efecto: (trx, a) => radicarAceptada(trx, a, e.demostracion),
  });
}

interface Pedida {
  tipo: string;
  titular: string;
  solicitud: Json;
  /** Identifiers of the documents that the official said they saw. */
  aLaVista: string[];
}

async function porPresentar(trx: Transaccion, p: Pedida) {
  const { tipo, titular, solicitud, aLaVista } = p;
  await llamar(trx, 'tramites_rut.seguir_atendiendo', { titular, ahora: trx.ahora });
  await exigirCondiciones(trx, p);
  const version = await versionVigente(trx, titular);
  const contacto = await contactoDeTitular(trx, titular);
  if (!version || !contacto) throw new Error('Whoever is attended has a RUT');
  const caso = trx.casa.uno(TIPOS_DE_CASO, tipo);
  const { titulo, secciones } = caso.presentar(solicitud);
  const documentos = caso.documentos(solicitud).filter((d) => aLaVista.includes(d.id));
  return {
    titular,
    datos: { tipo, solicitud, aLaVista },
    destino: contacto.correo,
    presentacion: {
      titulo,
      secciones: [
        quienEs(version.registro),
        ...secciones,
        ...(documentos.length > 0
          ? [
              {
                titulo: 'Documentos que el funcionario tuvo a la vista',
                parrafos: documentos.map((d) => d.nombre),
              },
            ]
          : []),
        {
          titulo: 'Lo que usted acepta',
          parrafos: [
            'Se presenta la solicitud sin su firma electrónica: su aceptación con el código vale en su lugar.',
            LO_QUE_DIJO_ES_CIERTO,
          ],
        },
      ],
    },
  };
}

/** The conditions as they are now, with the documents that were seen. @throws ErrorDominio 409 with the reasons */
async function exigirCondiciones(
  trx: Transaccion,
  { tipo, titular, solicitud, aLaVista: aportados }: Pedida,
): Promise<void> {
  const caso = trx.casa.uno(TIPOS_DE_CASO, tipo);
  const no = incumplidas(await caso.comprobar(trx, { titular, solicitud, aportados, verificado: {} }));
  const sinVer = documentosSinVer(caso.documentos(solicitud), aportados);
  const razones = [...no.map((c: Condicion) => `${c.razon} (${c.articulo})`), ...(sinVer ? [sinVer] : [])];
  if (razones.length === 0) return;
  throw erroresDeTramitesRut.noSePuedePresentar(razones);
}

async function radicarAceptada(trx: Transaccion, a: Atencion, demostracion: boolean): Promise<Hecho> {
  if (!a.titular) throw new TypeError('A request is of somebody who is registered');
  const { tipo, solicitud, aLaVista } = DATOS.parse(a.datos);
  const { titular } = a;
  await exigirCondiciones(trx, { tipo, titular, solicitud, aLaVista });
  const id = uuidv7(trx.ahora);
  await llamar(trx, 'tramites_rut.preparar_solicitud_asistida', {
    acto: a.id,
    id,
    idPublico: idPublico(),
    ahora: trx.ahora,
  });
  const caso = await radicarCaso(trx, { solicitud: { id, tipo, titular, solicitud }, demostracion });
  return { titular, titularPublico: caso.titularPublico, radicado: caso.radicado };
}

/** The procedures that may be filed so, for whoever has no signature. */
export const solicitudesAsistidas = (
  e: EntornoSolicitudes,
  procedimientos: readonly Procedimiento[],
): Tramitador[] =>
  procedimientos.flatMap((p) => {
    const { asistido } = p;
    if (!asistido) return [];
    const texto = { clase: p.camino, ...asistido };
    return [p.conRecorrido(e.reloj, (r) => solicitudAsistida(e, p, texto, r))];
  });
