import { ErrorDominio } from '../plataforma/index.ts';

export const erroresDeDeclaraciones = {
  yaPresentada: () =>
    new ErrorDominio(
      'declaraciones.ya-presentada',
      409,
      'Esta declaración ya se presentó. Véala en sus declaraciones; si algo quedó mal, corríjala desde allí.',
    ),
  yaCorregida: () =>
    new ErrorDominio(
      'declaraciones.ya-corregida',
      409,
      'Esta declaración ya fue reemplazada por una corrección. Corrija la última: está en sus declaraciones.',
    ),
  sinPlazoParaCorregir: (hasta: string, norma: string) =>
    new ErrorDominio(
      'declaraciones.sin-plazo-para-corregir',
      409,
      `Esta declaración ya no se puede corregir: el plazo para hacerlo terminó el ${hasta} (${norma}). Abra un caso si cree que debe cambiarse.`,
    ),
  anioCerrado: () =>
    new ErrorDominio(
      'declaraciones.anio-cerrado',
      409,
      'Ese año o período todavía no se declara, o esta oficina no tiene su formulario.',
    ),
  conFaltas: () =>
    new ErrorDominio(
      'declaraciones.con-faltas',
      409,
      'A la declaración le falta algo o algo no cuadra. Vuelva a la revisión: allí se dice qué y dónde.',
    ),
  cambioEnOtraParte: (claves: readonly string[]) =>
    new ErrorDominio(
      'declaraciones.cambio-en-otra-parte',
      409,
      'Eso cambió en otra parte desde que lo leyó, así que no se guardó nada. Lea otra vez el borrador y decida.',
      Object.fromEntries(claves.map((c) => [c, 'Cambió en otra parte.'])),
    ),
  laFirmaUsted: () =>
    new ErrorDominio(
      'declaraciones.la-firma-usted',
      409,
      'Esta declaración la puede firmar usted mismo: no hay a quién pedírselo. Fírmela desde la revisión.',
    ),
  cambio: () =>
    new ErrorDominio(
      'declaraciones.cambio',
      409,
      'La declaración cambió mientras la firmaba, así que no se presentó. Revísela y firme otra vez.',
    ),
  regimenImpedido: (motivos: readonly { id: string; frase: string }[]) =>
    new ErrorDominio(
      'declaraciones.regimen-impedido',
      409,
      `No se puede cambiar de régimen. ${motivos.map((m) => m.frase).join(' ')}`,
      Object.fromEntries(motivos.map((m) => [m.id, m.frase])),
    ),
  regimenSinResponder: (campos: Record<string, string>) =>
    new ErrorDominio(
      'declaraciones.regimen-sin-responder',
      422,
      'Falta responder algo. Revise las respuestas marcadas.',
      campos,
    ),
  regimenDeOtroAnio: (anio: number) =>
    new ErrorDominio(
      'declaraciones.regimen-de-otro-anio',
      409,
      `Lo que preparó era para ${anio}. Empiece otra vez: las condiciones y el plazo son los de este año.`,
    ),
  regimenCambiado: () =>
    new ErrorDominio(
      'declaraciones.regimen-cambiado',
      409,
      'Su RUT ya cambió de régimen, o cambió mientras firmaba, así que no se hizo nada más. Mire lo que dice su RUT.',
    ),
  pdfSinHacer: () =>
    new ErrorDominio(
      'declaraciones.pdf-sin-hacer',
      409,
      'Su declaración ya está presentada; el PDF se está haciendo. Espere unos segundos e intente otra vez.',
    ),
} as const;
