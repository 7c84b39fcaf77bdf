import type { Fecha } from '@autogestion/normas/fechas';
import { clasesDeDeclaracion, type SegunElRut } from '../clases/index.ts';
import type { PorDeclarar } from './paginas/lista.tsx';

/**
 * What may be begun: each form, year and period that whoever is so in the RUT files, that ended and has a due date, and
 * was neither begun nor filed.
 */
export function porDeclarar(
  nit: string,
  segunElRut: (anio: number) => SegunElRut,
  hoy: Fecha,
  hechas: readonly { formulario: string; anio: number; periodo: string }[],
): PorDeclarar[] {
  const claves = new Set(hechas.map((h) => `${h.formulario}.${h.anio}.${h.periodo}`));
  return clasesDeDeclaracion().flatMap((clase) =>
    clase.anios(hoy).flatMap((anio) =>
      clase.periodos.flatMap((periodo) => {
        if (!clase.aplica(segunElRut(anio)) || hoy <= clase.termina(anio, periodo)) return [];
        if (claves.has(`${clase.formulario.codigo}.${anio}.${periodo}`)) return [];
        const v = clase.vence(nit, anio, periodo);
        return v ? [{ clase, anio, periodo, vence: v.fecha }] : [];
      }),
    ),
  );
}
