import { ErrorDominio } from '../plataforma/index.ts';

export const erroresDeFacturas = {
  sinArchivo: () =>
    new ErrorDominio('facturas.sin-archivo', 422, 'Falta el archivo: un XML, o un ZIP con varios.', {
      archivo: 'Falta el archivo: un XML, o un ZIP con varios.',
    }),
  ilegible: (mensaje: string) =>
    new ErrorDominio('facturas.archivo-ilegible', 422, mensaje, { archivo: mensaje }),
  muyLejos: () =>
    new ErrorDominio(
      'facturas.dia-que-no-ha-llegado',
      422,
      'Ese día no ha llegado: pida el de hoy o uno anterior.',
    ),
  direccionNoAdmitida: (mensaje: string) =>
    new ErrorDominio('facturas.direccion-no-admitida', 422, mensaje, { url: mensaje }),
  demasiadosAvisos: () =>
    new ErrorDominio(
      'facturas.demasiados-avisos',
      409,
      'Ya tiene cinco direcciones que reciben avisos. Retire una antes de agregar otra.',
    ),
} as const;
