/** Class names joined, without those switched off. */
export function clases(...nombres: readonly (string | false | undefined)[]): string {
  return nombres.filter(Boolean).join(' ');
}
