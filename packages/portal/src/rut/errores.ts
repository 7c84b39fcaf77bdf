import { ErrorDominio } from '../plataforma/index.ts';

export const erroresDeRut = {
  copiaSinSellar: () =>
    new ErrorDominio(
      'rut.copia-sin-sellar',
      409,
      'La copia se está sellando. Espere unos segundos e intente otra vez.',
    ),
  noInscrito: () => new ErrorDominio('rut.no-inscrito', 404, 'Ese NIT no está en el RUT de esta oficina.'),
} as const;
