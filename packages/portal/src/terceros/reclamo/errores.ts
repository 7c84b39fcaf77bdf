import { ErrorDominio } from '../../plataforma/index.ts';

export const erroresDeReclamo = {
  yaReclamado: () =>
    new ErrorDominio(
      'terceros.ya-reclamado',
      409,
      'Usted ya dijo que esto no es así. Vea cómo va en «Lo que dijo que no es así».',
    ),
  yaRespondido: () =>
    new ErrorDominio('terceros.ya-respondido', 409, 'Este reclamo ya tiene esa respuesta, o una definitiva.'),
  notaSinSellar: () =>
    new ErrorDominio(
      'terceros.nota-sin-sellar',
      409,
      'Estamos sellando su nota. Espere unos segundos y vuelva a intentar.',
    ),
} as const;
