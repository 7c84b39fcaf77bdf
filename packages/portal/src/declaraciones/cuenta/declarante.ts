import { casillasDe, type Formulario } from '@autogestion/normas/formularios/motor';
import type { RegistroRut } from '@autogestion/normas/rut';
import { definidos } from '@autogestion/normas/definidos';
import { nombreDe } from '../../rut/index.ts';

/** What the office knows of a return before anybody writes in it: who declares, of when, and what it corrects. */
export interface Conocido {
  registro: RegistroRut;
  anio: number;
  /** Which period of the year, from 1. */
  bimestre: number;
  numero: string;
  /** Number of the return that it corrects. */
  corrige: string | undefined;
}

/**
 * The boxes that nobody types, by key. Those of the heading have one number in every annual return (`declarante` of
 * normas); a form that lacks one does not get it.
 */
export function casillasConocidas(formulario: Formulario, c: Conocido): Record<string, string> {
  const { registro: r } = c;
  const { identificacion: i } = r;
  const todas: Record<string, string> = definidos({
    1: String(c.anio),
    4: c.numero,
    5: r.nit,
    6: String(r.dv),
    7: i.primerApellido ?? (formulario.codigo === '260' ? undefined : i.razonSocial),
    11: i.razonSocial,
    8: i.segundoApellido,
    9: i.primerNombre,
    10: i.otrosNombres,
    12: r.seccional,
    24: r.clasificacion.actividadPrincipal.codigo,
    25: c.corrige && '1',
    26: c.corrige,
    // Form 2593, whose heading has no known numbers.
    anio: String(c.anio),
    periodo: String(c.bimestre),
    numeroDeFormulario: c.numero,
    nit: r.nit,
    dv: String(r.dv),
    nombre: nombreDe(r),
    seccional: r.seccional,
    actividad: r.clasificacion.actividadPrincipal.codigo,
    reciboAnterior: c.corrige && `1 ${c.corrige}`,
  });
  const suyas = new Set(casillasDe(formulario).map(({ clave }) => clave));
  return Object.fromEntries(Object.entries(todas).filter(([clave]) => suyas.has(clave)));
}

/** What the person writes takes the place of these: the activity is proposed out of the RUT. */
export const CONOCIDAS_QUE_SE_ESCRIBEN = ['24', 'actividad'] as const;
