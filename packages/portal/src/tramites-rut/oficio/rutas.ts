import { analizarNit } from '@autogestion/normas/nit';
import { z } from 'zod';
import { rutasDeRecorrido } from '../../interfaz/recorrido/index.ts';
import {
  errores,
  linea,
  pagina,
  rechazo,
  redirigir,
  ruta,
  type Claves,
  type Peticion,
  type Reloj,
  type Respuesta,
  type Ruta,
} from '../../plataforma/index.ts';
import { incumplidas, type TipoDeCaso } from '../../tramites/index.ts';
import { SOBRE_UN_RUT } from '../politicas.ts';
import { abrirActuacion, type ActuacionOfrecida } from './abrir-actuacion.ts';
import { tipoDeActuacion, type DefinicionDeActuacion, type SolicitudDeActuacion } from './actuacion.ts';
import { actualizacion } from './actualizacion.ts';
import { cancelacion } from './cancelacion.ts';
import { levantamiento } from './levantamiento.tsx';
import { paginaDeOficio } from './paginas.tsx';
import { reactivacion } from './reactivacion.ts';
import { recorridoDeActuacion } from './recorrido.tsx';
import { suspension } from './suspension.ts';

interface OpcionesDeOficio {
  claves: Claves;
  reloj: Reloj;
  demostracion: boolean;
}

const comun = { acceso: 'funcionario', roles: SOBRE_UN_RUT.actuarDeOficio } as const;

/** An act as the desk offers it, with its pages and its kind of case. */
type Montado = ActuacionOfrecida & { caso: TipoDeCaso; rutas: Ruta[] };

function montar<V extends object, S extends SolicitudDeActuacion>(
  a: DefinicionDeActuacion<V, S>,
  o: OpcionesDeOficio,
): Montado {
  const recorrido = recorridoDeActuacion(a, o);
  return {
    slug: a.slug,
    nombre: a.nombre,
    ayuda: a.ayuda,
    tipo: a.caso.tipo,
    caso: tipoDeActuacion(a),
    recorrido,
    impide: (h) => incumplidas(a.evaluar(h, {}, {}))[0]?.razon,
    rutas: rutasDeRecorrido(recorrido, { ...comun, base: `/mesa/rut/${a.slug}/:borrador`, claves: o.claves }),
  };
}

/** The acts of the office over a RUT, in the order in which the desk offers them. */
export const actuacionesDeOficio = (o: OpcionesDeOficio): readonly Montado[] => [
  montar(suspension(o.reloj), o),
  montar(levantamiento(o.reloj), o),
  montar(cancelacion(), o),
  montar(reactivacion(), o),
  montar(actualizacion(), o),
];

/** Their pages, at the desk. */
export function rutasDeOficio(actuaciones: readonly Montado[]): Ruta[] {
  const NIT = linea.transform((v, ctx) => {
    const leido = analizarNit(v);
    if (leido.ok) return leido.valor.nit;
    ctx.addIssue({ code: 'custom', message: leido.mensaje });
    return z.NEVER;
  });
  const mostrar = async (p: Peticion, fallas: Record<string, string> = {}) =>
    paginaDeOficio({
      actuaciones,
      valores: p.escrito,
      errores: fallas,
    });
  return [
    ruta({
      ...comun,
      nombre: 'tramites-rut.oficio',
      metodo: 'GET',
      camino: '/mesa/rut',
      manejar: async (p) => pagina(await mostrar(p)),
    }),
    ruta({
      ...comun,
      nombre: 'tramites-rut.abrir-de-oficio',
      metodo: 'POST',
      camino: '/mesa/rut',
      porMinuto: 30,
      cuerpo: z.object({
        nit: NIT,
        acto: linea.refine((v) => actuaciones.some((a) => a.slug === v), { error: 'Elija el acto.' }),
      }),
      invalido: (p, campos) => mostrar(p, campos),
      async manejar(p): Promise<Respuesta> {
        const actuacion = actuaciones.find((a) => a.slug === p.cuerpo.acto);
        if (!actuacion) throw errores.noEncontrado();
        const r = await p.enTransaccion((trx) => abrirActuacion(trx, actuacion, p.cuerpo.nit));
        return 'a' in r ? redirigir(r.a) : rechazo({ nit: r.falta });
      },
    }),
    ...actuaciones.flatMap((a) => a.rutas),
  ];
}
