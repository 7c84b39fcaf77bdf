/**
 * Known stems that an unknown one may stand for: the same sounds (`sapateria`), another ending of the
 * same word (`mecanico`, `mecanica`) or one letter wrong, missing, extra or swapped. At most three.
 */
export function raicesParecidas(raiz: string, vocabulario: readonly string[]): string[] {
  if (raiz.length < 4 || /[0-9]/.test(raiz)) return [];
  const sonido = suena(raiz);
  const suenanIgual = vocabulario.filter((v) => suena(v) === sonido);
  if (suenanIgual.length > 0) return suenanIgual.slice(0, 3);
  const comienzo = raiz.slice(0, Math.max(4, raiz.length - 3));
  const deLaFamilia = vocabulario.filter(
    (v) => v.startsWith(comienzo) && Math.abs(v.length - raiz.length) <= 3,
  );
  if (deLaFamilia.length > 0 && deLaFamilia.length <= 3) return deLaFamilia;
  if (raiz.length < 5) return [];
  return vocabulario.filter((v) => aUnaLetra(raiz, v)).slice(0, 3);
}

/** How a folded word sounds in Colombia, where b and v, s and z, or ll and y are told apart only in writing; a letter twice is a slip. */
function suena(palabra: string): string {
  return palabra
    .replace(/ch/g, 'x')
    .replace(/y(?![aeiou])/g, 'i')
    .replace(/h/g, '')
    .replace(/gu(?=[ei])/g, 'g')
    .replace(/g(?=[ei])/g, 'j')
    .replace(/qu(?=[ei])|c(?![ei])|q/g, 'k')
    .replace(/[zc]/g, 's')
    .replace(/v/g, 'b')
    .replace(/ll/g, 'y')
    .replace(/(.)\1/g, '$1');
}

/** One substitution, insertion, deletion or swap of neighbours apart. */
function aUnaLetra(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1 || a === b) return false;
  let i = 0;
  while (i < a.length && a[i] === b[i]) i++;
  if (a.slice(i + 1) === b.slice(i + 1) || a.slice(i) === b.slice(i + 1) || a.slice(i + 1) === b.slice(i))
    return true;
  return a[i] === b[i + 1] && a[i + 1] === b[i] && a.slice(i + 2) === b.slice(i + 2);
}
