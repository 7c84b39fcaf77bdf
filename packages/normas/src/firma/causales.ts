/**
 * Why an IFE ends before its time. Identity, death and no longer being obliged: R. DIAN 70/2016 art. 4 par. 3.
 * Request of the holder and compromise: parameter, no source (duties of the signer, Decreto 2364/2012 art. 6).
 * Replacement is not an end of the IFE but of a certificate.
 */
export const CAUSALES = [
  'titular',
  'compromiso',
  'identidad',
  'fallecimiento',
  'cancelacion-rut',
  'reemplazo',
] as const;
export type Causal = (typeof CAUSALES)[number];

export const EXPLICACION_DE_CAUSAL: Readonly<Record<Causal, string>> = {
  titular: 'La persona pidió terminarla.',
  compromiso: 'La persona avisó que otra podía conocer su contraseña.',
  identidad: 'Cambió el documento o el nombre de la persona.',
  fallecimiento: 'La persona falleció.',
  'cancelacion-rut': 'El RUT de la persona fue cancelado.',
  reemplazo: 'La persona emitió otra nueva.',
};
