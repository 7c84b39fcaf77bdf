/** In what a NIT differs from another, when a single slip of the hand explains it. */
export type DescuidoDelNit = 'un-numero' | 'dos-cambiados' | 'falta-uno' | 'sobra-uno';

/**
 * The slip with which `escrito` comes out of `bueno`: one digit for another, two digits that changed places, one missing or
 * one too many. Undefined when they are equal or more than that apart. Neither carries its check digit.
 */
export function descuidoDelNit(escrito: string, bueno: string): DescuidoDelNit | undefined {
  if (escrito === bueno) return undefined;
  if (escrito.length === bueno.length) return conElMismoLargo(escrito, bueno);
  if (escrito.length === bueno.length - 1) return quitandoUno(bueno, escrito) ? 'falta-uno' : undefined;
  if (escrito.length === bueno.length + 1) return quitandoUno(escrito, bueno) ? 'sobra-uno' : undefined;
  return undefined;
}

function conElMismoLargo(escrito: string, bueno: string): DescuidoDelNit | undefined {
  const distintos = [...bueno].flatMap((cifra, i) => (cifra === escrito[i] ? [] : [i]));
  const [a, b] = distintos;
  if (distintos.length === 1) return 'un-numero';
  if (distintos.length !== 2 || a === undefined || b === undefined) return undefined;
  return escrito[a] === bueno[b] && escrito[b] === bueno[a] ? 'dos-cambiados' : undefined;
}

function quitandoUno(largo: string, corto: string): boolean {
  return [...largo].some((_, i) => largo.slice(0, i) + largo.slice(i + 1) === corto);
}
