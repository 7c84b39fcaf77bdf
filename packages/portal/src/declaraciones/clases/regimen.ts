import { fechaEnBogota } from '@autogestion/normas/fechas';
import { anioEnElSimple } from '@autogestion/normas/simple';
import type { VersionRut } from '../../rut/index.ts';
import type { SegunElRut } from './clase.ts';

/** What the RUT says of each year, out of its versions, the newest first. */
export function regimenDeCadaAnio(versiones: readonly VersionRut[]): (anio: number) => SegunElRut {
  const conFecha = versiones.toReversed().map((v) => ({
    desde: fechaEnBogota(v.creadaEn),
    responsabilidades: v.registro.clasificacion.responsabilidades,
  }));
  const tipoContribuyente = versiones[0]?.registro.tipoContribuyente ?? '2';
  return (anio) => ({ tipoContribuyente, enSimple: anioEnElSimple(conFecha, anio) });
}
