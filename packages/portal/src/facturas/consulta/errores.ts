import { ErrorDominio } from '../../plataforma/index.ts';

export const erroresDeConsulta = {
  noEsta: () =>
    new ErrorDominio(
      'facturas.no-esta',
      404,
      'Esa factura no está en esta oficina: el código está bien escrito, pero nadie la ha entregado aquí.',
    ),
} as const;
