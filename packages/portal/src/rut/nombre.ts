import type { RegistroRut } from '@autogestion/normas/rut';
import { nombreLegible } from '@autogestion/normas/texto';

type Identificado = Pick<RegistroRut, 'identificacion'>;

/**
 * Names and then surnames, as one is called, or the company's name; in normal letters, which the registry does not have.
 * In that order and those letters everywhere but on form 001, whose boxes are one for each.
 */
export function nombreDe({ identificacion: i }: Identificado): string {
  return nombreLegible(
    i.razonSocial ??
      [i.primerNombre, i.otrosNombres, i.primerApellido, i.segundoApellido].filter(Boolean).join(' '),
  );
}

/** How one calls a person: first name and first surname; a company, by its name. */
export function nombreCorto({ identificacion: i }: Identificado): string {
  return nombreLegible(i.razonSocial ?? [i.primerNombre, i.primerApellido].filter(Boolean).join(' '));
}

/** The first name alone, for a greeting; a company, by its name. */
export function nombreDePila({ identificacion: i }: Identificado): string {
  return nombreLegible(i.razonSocial ?? i.primerNombre ?? i.primerApellido ?? '');
}
