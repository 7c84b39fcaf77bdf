import type { RegistroRut } from '@autogestion/normas/rut';

/** Surnames and names, or the company's name, as form 001 prints them. */
export function nombreDe({ identificacion: i }: Pick<RegistroRut, 'identificacion'>): string {
  if (i.razonSocial) return i.razonSocial;
  return [i.primerApellido, i.segundoApellido, i.primerNombre, i.otrosNombres].filter(Boolean).join(' ');
}

/** How one calls a person: first name and first surname; a company, by its name. */
export function nombreCorto({ identificacion: i }: Pick<RegistroRut, 'identificacion'>): string {
  return i.razonSocial ?? [i.primerNombre, i.primerApellido].filter(Boolean).join(' ');
}
