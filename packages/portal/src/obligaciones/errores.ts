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
} as const;
