import type { Claves, Ruta } from '../../plataforma/index.ts';
import { incumplidas, registrarTipoDeCaso } from '../../tramites/index.ts';
import { recorridoCancelacion } from '../cancelacion/recorrido.tsx';
import { textosCancelacion } from '../cancelacion/textos.tsx';
import { impedimentosCancelacion, tipoCancelacion } from '../cancelacion/tipo.ts';
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

/** Makes the three procedures known to the case engine. */
export function registrarTramitesVerificados(o: { verificador: Verificador }): void {
  for (const tipo of [tipoRetiroIva, tipoRetiroInc, tipoCancelacion(o.verificador)])
    registrarTipoDeCaso(tipo);
}

/** Withdrawal of IVA, withdrawal of INC and cancellation: their first pages, journeys and API. */
export function rutasVerificadas(o: { claves: Claves }): Ruta[] {
  return [
    ...rutasDeTramite(
      {
        recorrido: recorridoRetiroIva(),
        camino: 'retiro-iva',
        textos: ({ anio }) => textosRetiroIva(anio),
        impedimentos: (h) =>
          incumplidas(evaluarIva(sabidoAlAbrir(h), { anio: h.anio, anterior: {}, enCurso: {} })),
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
