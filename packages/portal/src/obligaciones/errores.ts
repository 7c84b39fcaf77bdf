import { ErrorDominio } from '../plataforma/index.ts';

export const erroresDeObligaciones = {
  nadaPorPagar: () =>
    new ErrorDominio(
      'obligaciones.nada-por-pagar',
      409,
      'No hay nada por pagar de esto. Si acaba de pagar, no pague otra vez: vea sus recibos.',
    ),
  reciboAnulado: () =>
    new ErrorDominio('obligaciones.recibo-anulado', 409, 'Este recibo está anulado. Pida otro.'),
  pagoNoEsta: () =>
    new ErrorDominio(
      'obligaciones.pago-no-esta',
      409,
      'Ese pago no está registrado a su nombre, o se anuló o pasó a otra obligación.',
    ),
  certificadoSinSellar: () =>
    new ErrorDominio(
      'obligaciones.certificado-sin-sellar',
      409,
      'Estamos sellando su certificado. Espere unos segundos y vuelva a intentar.',
    ),
  /** What was proposed is not so any more: somebody posted something in between. */
  yaNoSeHalla: () =>
    new ErrorDominio(
      'obligaciones.ya-no-se-halla',
      409,
      'Su cuenta cambió desde que buscó, y ya no se puede abonar así. No se movió nada. Mire otra vez la página.',
    ),
} as const;
