/** Words that stand inside a name in small letters: «María del Rosario de la Hoz». */
const PARTICULAS = new Set([
  'de',
  'del',
  'la',
  'las',
  'los',
  'y',
  'da',
  'das',
  'do',
  'dos',
  'di',
  'du',
  'van',
  'von',
  'der',
  'den',
]);

/** Kinds of company and Roman numerals, which keep their capitals. */
const EN_CAPITALES =
  /^(?:S\.?A\.?S|S\.?A|S\.?C\.?A|LTDA|E\.?U|E\.?S\.?P|E\.?S\.?E|I\.?P\.?S|NIT|I{2,3}|IV|VI{1,3}|IX)\.?$/u;

/**
 * A name as one writes it to somebody. Registries keep them in capitals; what already has small letters was written by a
 * person and stays. For showing, never for comparing.
 */
export function nombreLegible(nombre: string): string {
  if (nombre !== nombre.toLocaleUpperCase('es-CO')) return nombre;
  return nombre
    .split(' ')
    .map((palabra, i) => {
      if (EN_CAPITALES.test(palabra)) return palabra;
      const chica = palabra.toLocaleLowerCase('es-CO');
      return i > 0 && PARTICULAS.has(chica) ? chica : conInicial(chica);
    })
    .join(' ');
}

/** Also after a hyphen, a stop, a parenthesis, and the apostrophe of one letter: «Saint-Exupéry», «A.B.», «O'Higgins». */
const conInicial = (palabra: string): string =>
  palabra.replace(/(?<=^|[-.(&/]|^\p{L}['’])\p{L}/gu, (letra) => letra.toLocaleUpperCase('es-CO'));
