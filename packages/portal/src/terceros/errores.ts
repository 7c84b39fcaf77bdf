import { ErrorDominio } from '../plataforma/index.ts';

export const erroresDeTerceros = {
  anioNoSeReporta: () =>
    new ErrorDominio(
      'terceros.anio-no-se-reporta',
      409,
      'De ese año todavía no se reporta, o esta oficina no tiene sus formatos.',
    ),
  noSeReemplaza: () =>
    new ErrorDominio(
      'terceros.no-se-reemplaza',
      409,
      'La entrega que quiere reemplazar no está en firme: ya la reemplazó otra, o es de otro año.',
    ),
  /** The next byte is another one: whoever sends is told which. */
  otroPunto: (recibidos: number) =>
    new ErrorDominio(
      'terceros.otro-punto',
      409,
      `La parte no sigue a lo que ya llegó. Siga desde el byte ${recibidos}.`,
      { desde: String(recibidos) },
    ),
  yaLlego: () =>
    new ErrorDominio('terceros.ya-llego', 409, 'El archivo ya llegó entero. No se puede cambiar.'),
  sinTerminarDeLeer: () =>
    new ErrorDominio('terceros.sin-leer', 409, 'El archivo todavía se está revisando. Espere unos segundos.'),
  conErrores: () =>
    new ErrorDominio(
      'terceros.con-errores',
      409,
      'El archivo tiene errores y no se puede presentar. Corríjalo y súbalo otra vez.',
    ),
  sinConfirmar: () =>
    new ErrorDominio(
      'terceros.sin-confirmar',
      409,
      'Hay avisos sin confirmar. Revíselos y confirme que están bien, o corrija el archivo.',
    ),
  yaPresentada: () =>
    new ErrorDominio('terceros.ya-presentada', 409, 'Esta entrega ya se presentó. Véala en sus entregas.'),
  descartada: () => new ErrorDominio('terceros.descartada', 409, 'Esta entrega se descartó. Empiece otra.'),
  cambio: () =>
    new ErrorDominio(
      'terceros.cambio',
      409,
      'La entrega cambió mientras la firmaba, así que no se presentó. Revísela y firme otra vez.',
    ),
  pdfSinHacer: () =>
    new ErrorDominio(
      'terceros.pdf-sin-hacer',
      409,
      'El recibo se está haciendo. Espere unos segundos e intente otra vez.',
    ),
};
