import type { Json } from '@autogestion/documentos';
import { definidos } from '@autogestion/normas/definidos';
import type { Datos, Guion, Recorrido } from '../../interfaz/recorrido/index.ts';
import type { Claves, Reloj, Ruta } from '../../plataforma/index.ts';
import type { TramiteOfrecido } from '../../rut/index.ts';
import { incumplidas, type TipoDeCaso } from '../../tramites/index.ts';
import { casoDelProcedimiento } from './caso.ts';
import { evaluarSinRespuestas, type DefinicionDeProcedimiento } from './definicion.ts';
import type { HechosDelBorrador } from './hechos-del-rut.ts';
import { preguntasDelProcedimiento, recorridoDelProcedimiento } from './recorrido.ts';
import { rutasDelProcedimiento } from './rutas.ts';
import type { Verificador } from './verificaciones.ts';

/** The journey of a procedure, and what it declares. */
export interface RecorridoConSolicitud<P extends object> {
  recorrido: Recorrido<P, HechosDelBorrador>;
  preguntas: Guion<P, HechosDelBorrador>;
  /** What has been answered until now, as it would be signed. */
  solicitudDe: (d: Datos<P, HechosDelBorrador>) => Json;
}

/** A procedure, ready to be mounted. */
export interface Procedimiento extends Pick<
  DefinicionDeProcedimiento<never, never, never>,
  'id' | 'camino' | 'asistido'
> {
  ofrecido: TramiteOfrecido;
  caso: (e: { verificador: Verificador }) => TipoDeCaso;
  /** What the registry alone already says that stops it, with its article. */
  impide: (hechos: HechosDelBorrador) => string[];
  rutas: (e: { claves: Claves; reloj: Reloj }) => Ruta[];
  /** Hands its journey over, whatever it asks. */
  conRecorrido: <T>(reloj: Reloj, usar: <P extends object>(r: RecorridoConSolicitud<P>) => T) => T;
}

export function procedimiento<S extends Json, R extends object, P extends R>(
  d: DefinicionDeProcedimiento<S, R, P>,
): Procedimiento {
  const recorrido = (reloj: Reloj) => recorridoDelProcedimiento(d, reloj);
  return {
    id: d.id,
    camino: d.camino,
    ofrecido: { ...d.enRut, ruta: `tramites-rut.ver-${d.camino}` },
    ...definidos({ asistido: d.asistido }),
    caso: ({ verificador }) => casoDelProcedimiento(d, verificador),
    impide: (hechos) => incumplidas(evaluarSinRespuestas(d, hechos)).map((c) => `${c.razon} (${c.articulo})`),
    rutas: (e) => rutasDelProcedimiento(d, recorrido(e.reloj), e),
    conRecorrido: (reloj, usar) =>
      usar({
        recorrido: recorrido(reloj),
        preguntas: preguntasDelProcedimiento(d, reloj),
        solicitudDe: (datos) => d.ficha.leer(datos),
      }),
  };
}
