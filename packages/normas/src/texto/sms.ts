/** The basic alphabet of SMS, and its extension, whose characters count twice (3GPP TS 23.038, 6.2.1). */
const GSM_7 =
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà\f^{}\\[~]|€';
const EN_GSM_7 = new Set(GSM_7);
const PARECIDAS = new Map([
  ['«', '"'],
  ['»', '"'],
  ['“', '"'],
  ['”', '"'],
  ['‘', "'"],
  ['’', "'"],
  ['–', '-'],
  ['—', '-'],
  ['…', '...'],
  ['\u00a0', ' '],
]);

/**
 * A text as an SMS carries it in 160 characters a part: with one letter outside of GSM-7 the whole goes in UCS-2, 70 a
 * part, and costs more than twice. `á`, `í`, `ó` and `ú` lose their accent; `é`, `ñ` and `ü` are in the alphabet.
 */
export function textoDeSms(texto: string): string {
  return Array.from(texto.normalize('NFC'), (letra) => {
    if (EN_GSM_7.has(letra)) return letra;
    const parecida = PARECIDAS.get(letra) ?? letra.normalize('NFD').replace(/[\u0300-\u036f]/g, '');
    return Array.from(parecida).every((l) => EN_GSM_7.has(l)) ? parecida : '?';
  }).join('');
}
