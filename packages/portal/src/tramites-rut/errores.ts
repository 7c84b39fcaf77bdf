import { ErrorDominio } from '../plataforma/index.ts';

export const erroresDeTramitesRut = {
  /** What stopped being so between the review and the end. */
  actualizacionImpedida: (motivos: readonly string[]) =>
    new ErrorDominio('tramites-rut.actualizacion-impedida', 409, motivos.join(' ')),
  rutCancelado: () =>
    new ErrorDominio(
      'tramites-rut.rut-cancelado',
      409,
      'Su RUT está cancelado: primero hay que reactivarlo, en una sede (DUR 1.6.1.2.20).',
    ),
  yaInscrito: () =>
    new ErrorDominio(
      'tramites-rut.ya-inscrito',
      409,
      'Usted ya está en el RUT. Entre con su documento para ver su registro.',
    ),
  correoEnUso: () =>
    new ErrorDominio(
      'tramites-rut.correo-en-uso',
      409,
      'Mientras usted se inscribía, otra persona registró ese mismo correo. Vuelva y escriba otro; lo demás está guardado.',
    ),
  correoOcupado: (mensaje: string) => new ErrorDominio('tramites-rut.correo-ocupado', 409, mensaje),
  actoAsistido: (mensaje: string) => new ErrorDominio('tramites-rut.acto-asistido', 409, mensaje),
  sinCambios: () =>
    new ErrorDominio(
      'tramites-rut.sin-cambios',
      409,
      'El RUT ya dice eso: no hay nada que cambiar. Vuelva y corrija lo que sea distinto en el documento.',
    ),
  noSePuedePresentar: (razones: readonly string[]) =>
    new ErrorDominio('tramites-rut.no-cumple', 409, `No se puede presentar. ${razones.join(' ')}`),
  noSePuedeRadicar: (razones: readonly string[]) =>
    new ErrorDominio('tramites-rut.no-cumple', 409, `No se puede radicar. ${razones.join(' ')}`),
  actoAbierto: () =>
    new ErrorDominio(
      'tramites-rut.acto-abierto',
      409,
      'Ya hay una actuación de esa clase abierta sobre este RUT. Búsquela por el NIT en los trámites de la mesa.',
    ),
  /** Whoever comes to the desk is the official's own. */
  noSeAtiendeLoPropio: () =>
    new ErrorDominio(
      'tramites-rut.es-propio',
      403,
      'Usted no puede atenderse a sí mismo, ni a quien representa o le representa. Pídale a otro funcionario que lo atienda.',
    ),
  /** The taxpayer of an act of the office is the official's own. */
  noSeActuaSobreLoPropio: () =>
    new ErrorDominio(
      'tramites-rut.es-propio',
      403,
      'Usted no puede actuar sobre su propio RUT, ni sobre el de quien representa o le representa. Debe hacerlo otro funcionario.',
    ),
} as const;
