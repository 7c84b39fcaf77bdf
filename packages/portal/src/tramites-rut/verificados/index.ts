import type { Claves, Reloj, Ruta } from '../../plataforma/index.ts';
import { incumplidas } from '../../tramites/index.ts';
import { recorridoCancelacion } from '../cancelacion/recorrido.tsx';
import { textosCancelacion } from '../cancelacion/textos.tsx';
import { impedimentosCancelacion, tipoCancelacion } from '../cancelacion/tipo.ts';
import { evaluarSolicitud as evaluarCese } from '../cese-iva/evaluar-solicitud.ts';
import { recorridoCeseIva } from '../cese-iva/recorrido.tsx';
import { textosCeseIva } from '../cese-iva/textos.tsx';
import { tipoCeseIva } from '../cese-iva/tipo.ts';
import { evaluarSolicitud as evaluarInc } from '../retiro-inc/evaluar-solicitud.ts';
import { recorridoRetiroInc } from '../retiro-inc/recorrido.tsx';
import { textosRetiroInc } from '../retiro-inc/textos.tsx';
import { tipoRetiroInc } from '../retiro-inc/tipo.ts';
import { evaluarSolicitud as evaluarIva } from '../retiro-iva/evaluar-solicitud.ts';
import { recorridoRetiroIva } from '../retiro-iva/recorrido.tsx';
import { textosRetiroIva } from '../retiro-iva/textos.tsx';
import { tipoRetiroIva } from '../retiro-iva/tipo.ts';
import { rutasDeTramite } from './rutas-de-tramite.ts';
import { sabidoAlAbrir } from './tipo-de-retiro.ts';
import type { Verificador } from './verificaciones.ts';

export { nadieVerifica, type Verificador } from './verificaciones.ts';

/** Their kinds of case, by the last part of their address. */
export const tiposVerificados = ({ verificador }: { verificador: Verificador }) => ({
  'retiro-iva': tipoRetiroIva,
  'cese-iva': tipoCeseIva(verificador),
  'retiro-inc': tipoRetiroInc,
  cancelacion: tipoCancelacion(verificador),
});

/** Withdrawal and end of IVA, withdrawal of INC and cancellation: their first pages, journeys and API. */
export function rutasVerificadas(o: { claves: Claves; reloj: Reloj }): Ruta[] {
  return [
    ...rutasDeTramite(
      {
        recorrido: recorridoRetiroIva(),
        camino: 'retiro-iva',
        textos: ({ anio, base }) => textosRetiroIva(anio, base),
        impedimentos: (h) =>
          incumplidas(evaluarIva(sabidoAlAbrir(h), { anio: h.anio, anterior: {}, enCurso: {} })),
      },
      o,
    ),
    ...rutasDeTramite(
      {
        recorrido: recorridoCeseIva(o.reloj),
        camino: 'cese-iva',
        textos: ({ base }) => textosCeseIva(base),
        impedimentos: (h) =>
          incumplidas(evaluarCese({ ...sabidoAlAbrir(h), aportados: [], numeracion: undefined }, {})),
      },
      o,
    ),
    ...rutasDeTramite(
      {
        recorrido: recorridoRetiroInc(),
        camino: 'retiro-inc',
        textos: ({ anio }) => textosRetiroInc(anio),
        impedimentos: (h) => incumplidas(evaluarInc(sabidoAlAbrir(h), { anio: h.anio, porAnio: [] })),
      },
      o,
    ),
    ...rutasDeTramite(
      {
        recorrido: recorridoCancelacion(),
        camino: 'cancelacion',
        textos: ({ base }) => textosCancelacion(base),
        impedimentos: impedimentosCancelacion,
      },
      o,
    ),
  ];
}
