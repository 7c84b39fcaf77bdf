import { definidos } from '@autogestion/normas/definidos';
import type { ClaseDeActividad, Contrato } from '@autogestion/normas/rut';
import { pasosDe, type Datos } from '../../interfaz/recorrido/index.ts';
import { deSiONo, enJson, type SiONo } from '../verificados/campos.tsx';
import { hechosAbiertos, type HechosDelBorrador } from '../verificados/hechos-del-rut.ts';
import { sabidoAlAbrir } from '../verificados/tipo-de-retiro.ts';
import { evaluarVias } from './evaluar-solicitud.ts';
import type { AnioDeclarado, SolicitudRetiroIva } from './solicitud.ts';

/** Of the year before the request or of its own. */
export type Cual = 'anterior' | 'en-curso';
export const CUALES: readonly Cual[] = ['anterior', 'en-curso'];

export type Respuestas = {
  actividad: { actividad: ClaseDeActividad };
  'solo-estado': { respuesta: SiONo };
  'solo-tiendas': { respuesta: SiONo };
  respuesta: Record<string, never>;
} & {
  [K in Cual as `ingresos-${K}` | `ingresos-totales-${K}` | `consignaciones-${K}`]: { valor: bigint };
} & {
  [K in Cual as `establecimientos-${K}`]: { cuantos: number };
} & {
  [K in Cual as `intangibles-${K}` | `aduanero-${K}` | `contratos-${K}`]: { respuesta: SiONo };
} & { [K in Cual as `lista-contratos-${K}`]: { contratos: Contrato[] } };

export type DatosRetiroIva = Datos<Respuestas, HechosDelBorrador>;

export const paso = pasosDe<Respuestas, HechosDelBorrador>();

export const anioDe = (cual: Cual, d: DatosRetiroIva): number =>
  hechosAbiertos(d).anio - (cual === 'anterior' ? 1 : 0);

/** What has been answered until now, as it would be signed. */
export function solicitudDe(d: DatosRetiroIva): SolicitudRetiroIva {
  const { respuestas: r } = d;
  // Only who renders services may have the limit of the contracts with the State (ET 437 par. 5).
  const soloEstado = r.actividad && r.actividad.actividad !== 'servicios' ? false : deSiONo(r['solo-estado']);
  const soloTiendas = deSiONo(r['solo-tiendas']);
  return {
    anio: hechosAbiertos(d).anio,
    ...definidos({
      actividad: r.actividad?.actividad,
      soloContratosConElEstado: soloEstado,
      soloTiendas,
    }),
    anterior: declaradoDe(r, 'anterior'),
    enCurso: declaradoDe(r, 'en-curso'),
  };
}

function declaradoDe(r: Partial<Respuestas>, cual: Cual): AnioDeclarado {
  const intangibles = deSiONo(r[`intangibles-${cual}`]);
  const aduanero = deSiONo(r[`aduanero-${cual}`]);
  const establecimientos = r[`establecimientos-${cual}`]?.cuantos;
  const contratos = r[`contratos-${cual}`]?.respuesta === 'no' ? [] : r[`lista-contratos-${cual}`]?.contratos;
  const montos = {
    ingresos: enJson(r[`ingresos-${cual}`]?.valor),
    ingresosTotales: enJson(r[`ingresos-totales-${cual}`]?.valor),
    consignaciones: enJson(r[`consignaciones-${cual}`]?.valor),
  };
  return {
    ...Object.fromEntries(Object.entries(montos).filter(([, v]) => v !== undefined)),
    ...definidos({
      establecimientos,
      explotaIntangibles: intangibles,
      usuarioAduanero: aduanero,
      contratos: contratos?.map((c) => ({ ...c, valor: Number(c.valor) })),
    }),
  };
}

/** With what has been answered and what the RUT said when the draft was opened. */
function viasDe(d: DatosRetiroIva) {
  return evaluarVias(sabidoAlAbrir(hechosAbiertos(d)), solicitudDe(d));
}

/** While none of the ways is met and this one may still be, its questions are asked; no question is asked for nothing. */
export function faltaPara(via: 'paragrafo-3' | 'simple-ingresos' | 'simple-tiendas') {
  return (d: DatosRetiroIva): boolean => {
    const e = viasDe(d);
    return (
      e.estado !== 'no-cumple' &&
      !e.vias.some((v) => v.estado === 'cumple') &&
      e.vias.find((v) => v.id === via)?.estado === 'no-se-sabe'
    );
  };
}
