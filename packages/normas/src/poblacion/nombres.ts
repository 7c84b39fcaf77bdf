import type { Azar } from './azar.ts';
import nombres from './datos/nombres.json' with { type: 'json' };

export interface NombreFicticio {
  primerApellido: string;
  segundoApellido?: string;
  primerNombre: string;
  otrosNombres?: string;
}

/** A combination of common names, which designates nobody. */
export function nombrar(a: Azar): NombreFicticio {
  return {
    primerApellido: a.elegir(nombres.apellidos),
    ...(!a.suerte(6) && { segundoApellido: a.elegir(nombres.apellidos) }),
    ...nombreDePila(a, a.suerte(52) ? nombres.mujeres : nombres.hombres),
  };
}

function nombreDePila(a: Azar, lista: readonly string[]): { primerNombre: string; otrosNombres?: string } {
  const primerNombre = a.elegir(lista);
  const otro = a.elegir(lista);
  return { primerNombre, ...(a.suerte(60) && otro !== primerNombre && { otrosNombres: otro }) };
}
