/** A row of an act; what was not asked is not there. */
export function filaDe(clave: string, valor: string | undefined): { clave: string; valor: string }[] {
  return valor === undefined ? [] : [{ clave, valor }];
}
