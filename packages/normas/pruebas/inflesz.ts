/**
 * How easy a text is to read, on the INFLESZ scale (Szigriszt-Pazos, as Barrio-Cantalejo reads it): 65 and more is easy,
 * what a primary-school reader follows. Figures are not words; what closes a clause closes a sentence.
 */
export function inflesz(texto: string): number {
  const palabras = texto.match(/\p{L}+/gu) ?? [];
  const frases = texto.split(/[.:;!?]+(?:\s|$)/).filter((f) => /\p{L}/u.test(f));
  const silabas = palabras.reduce((total, p) => total + silabasDe(p), 0);
  return 206.835 - (62.3 * silabas) / palabras.length - palabras.length / frases.length;
}

/** Syllables of a Spanish word: one for each group of vowels, two where a hiatus parts them. */
export function silabasDe(palabra: string): number {
  const limpia = palabra
    .toLowerCase()
    .replace(/qu(?=[eiéí])/g, 'q')
    .replace(/gu(?=[eiéí])/g, 'g')
    .replace(/(?<=[aeiouáéíóú])h(?=[aeiouáéíóú])/g, '')
    .replace(/y$/, 'i');
  const grupos = limpia.match(/[aeiouáéíóúü]+/g) ?? [];
  return Math.max(
    1,
    grupos.reduce(
      (total, g) =>
        total +
        1 +
        (g.match(/(?<=[aeoáéó])(?=[aeoáéó])|(?<=[íú])(?=[aeo])|(?<=[aeo])(?=[íú])/g)?.length ?? 0),
      0,
    ),
  );
}
