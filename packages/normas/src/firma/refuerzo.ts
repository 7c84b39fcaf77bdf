/**
 * Parameter, no source: hours after a change of the registered e-mail in which the code sent there is not enough. A
 * changed e-mail is not a cause of revocation (R. DIAN 70/2016 art. 4 par. 3 lists identity, death and no longer
 * being obliged), but whoever took the account over would change it first.
 */
export const REFUERZO_HORAS = 72;

/**
 * Until when something registered, e-mail or telephone, needs another factor beside it; undefined when it does not.
 *
 * @param historia the value of each version of the RUT and since when, oldest first
 */
export function refuerzoHasta(
  historia: readonly { valor: string | undefined; desde: Date }[],
  ahora: Date,
): Date | undefined {
  const cambio = historia.findLast(({ valor }, i) => i > 0 && valor !== historia[i - 1]?.valor);
  if (!cambio) return undefined;
  const hasta = new Date(cambio.desde.getTime() + REFUERZO_HORAS * 3_600_000);
  return hasta > ahora ? hasta : undefined;
}
