import type { Json } from '@autogestion/documentos';
import type { Condicion } from '@autogestion/normas/rut';
import { z } from 'zod';
import { rutasDeRecorrido, seguidos, type Datos, type Recorrido } from '../../../interfaz/recorrido/index.ts';
import {
  idPublico,
  llamar,
  uuidv7,
  type Claves,
  type Reloj,
  type Transaccion,
} from '../../../plataforma/index.ts';
import { contactoDeTitular, versionVigente } from '../../../rut/index.ts';
import { incumplidas, radicarCaso, TIPOS_DE_CASO } from '../../../tramites/index.ts';
import {
  hechosDelBorrador,
  type HechosDelBorrador,
  type Procedimiento,
  type RecorridoConSolicitud,
  type Verificador,
} from '../../procedimiento/index.ts';
import type { Atencion, ClaseDeAtencion, Hecho } from '../atencion.ts';
import { quienEs } from '../atender.ts';
import { presentarAtencion } from '../presentar-atencion.ts';
import { SOBRE_UN_RUT } from '../../politicas.ts';
import { baseDeAtencion, caminoDeLaAtencion, GUARDADO, type Tramitador } from '../tramitador.ts';
import { erroresDeTramitesRut } from '../../errores.ts';
import { documentosSinVer, pasoALaVista, vistosDe, type Vistos } from './a-la-vista.tsx';

type Texto = Pick<ClaseDeAtencion, 'clase' | 'nombre' | 'ayuda' | 'fundamento'>;

export interface EntornoSolicitudes {
  claves: Claves;
  reloj: Reloj;
  demostracion: boolean;
  verificador: Verificador;
}

/** What opening the pages wrote beside what the procedure knows. */
const ATENDIDO = z.looseObject({ titular: z.uuid() });
const DATOS = z.object({ tipo: z.string(), solicitud: z.json(), aLaVista: z.array(z.string()).default([]) });

/**
 * A procedure that is verified, for whoever has no IFE: the same questions, and the person's acceptance in the place of
 * their signature. Filed, it is a case as any other.
 */
function solicitudAsistida<R extends object>(
  e: EntornoSolicitudes,
  p: Procedimiento,
  texto: Texto,
  { recorrido: propio, solicitudDe }: RecorridoConSolicitud<R>,
): Tramitador {
  type H = HechosDelBorrador;
  const caso = p.caso(e);
  const documentos = (d: Datos<R, H>) => caso.documentos(solicitudDe(d));
  const def: Recorrido<R & Vistos, H> = {
    ...propio,
    id: `tramites-rut.asistido-${texto.clase}`,
    pasos: seguidos(propio.pasos, [pasoALaVista<R, H>(documentos)]),
    diasDeEspera: 1,
    guardado: GUARDADO,
    revision: {
      ...propio.revision,
      boton: 'Presentar',
      advertencia: 'En la página que sigue está completo lo que la persona acepta con su código.',
    },
    async terminar({ trx, datos }) {
      const { titular } = ATENDIDO.parse(datos.hechos);
      const acto = await presentar(trx, {
        texto,
        tipo: p.id,
        titular,
        solicitud: solicitudDe(datos),
        aLaVista: vistosDe(documentos(datos), datos),
      });
      return { a: caminoDeLaAtencion(acto.idPublico), resultado: {} };
    },
  };
  return {
    clase: { ...texto, efecto: (trx, a) => radicarAceptada(trx, a, e.demostracion) },
    recorrido: def,
    roles: SOBRE_UN_RUT.presentarSolicitud,
    deTitular: {
      hechos: async (trx, v) => ({ ...(await hechosDelBorrador(trx, v.titular)), titular: v.titular }),
    },
    rutas: rutasDeRecorrido(def, {
      base: baseDeAtencion(texto.clase),
      acceso: 'funcionario',
      roles: SOBRE_UN_RUT.presentarSolicitud,
      claves: e.claves,
    }),
  };
}

interface PorPresentar {
  texto: Texto;
  tipo: string;
  titular: string;
  solicitud: Json;
  /** Identifiers of the documents that the official said they saw. */
  aLaVista: string[];
}

async function presentar(trx: Transaccion, p: PorPresentar) {
  const { texto, tipo, titular, solicitud, aLaVista } = p;
  await llamar(trx, 'tramites_rut.seguir_atendiendo', { titular, ahora: trx.ahora });
  await exigirCondiciones(trx, p);
  const version = await versionVigente(trx, titular);
  const contacto = await contactoDeTitular(trx, titular);
  if (!version || !contacto) throw new Error('Whoever is attended has a RUT');
  const caso = trx.casa.uno(TIPOS_DE_CASO, tipo);
  const { titulo, secciones } = caso.presentar(solicitud);
  const documentos = caso.documentos(solicitud).filter((d) => aLaVista.includes(d.id));
  return presentarAtencion(trx, {
    clase: texto.clase,
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
            'Lo que dijo es cierto. Dar datos falsos tiene una sanción de 100 UVT (ET 658-3).',
          ],
        },
      ],
    },
  });
}

/** The conditions as they are now, with the documents that were seen. @throws ErrorDominio 409 with the reasons */
async function exigirCondiciones(
  trx: Transaccion,
  { tipo, titular, solicitud, aLaVista: aportados }: Omit<PorPresentar, 'texto'>,
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
