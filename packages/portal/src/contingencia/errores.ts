import { ErrorDominio } from '../plataforma/index.ts';

export const erroresDeContingencia = {
  sinConstancia: () =>
    new ErrorDominio(
      'contingencia.sin-constancia',
      404,
      'No encontramos una constancia con ese número. Revíselo; si es de hace unos minutos, espere a que el servicio vuelva y búsquela otra vez.',
    ),
} as const;
