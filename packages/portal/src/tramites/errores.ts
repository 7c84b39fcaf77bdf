import { ErrorDominio } from '../plataforma/index.ts';
import type { Impedimento } from './comprobar-solicitud.ts';

const CODIGO_DE_IMPEDIMENTO = {
  'no-cumple': 'tramites.aprobacion-sin-requisitos',
  'falta-verificar': 'tramites.falta-verificar',
  'sin-razones': 'tramites.negacion-sin-razones',
} as const satisfies Record<Impedimento['codigo'], string>;

export const erroresDeTramites = {
  /** Somebody else moved the case a moment before. */
  cambio: (estado: string) =>
    new ErrorDominio(
      'tramites.caso-cambio',
      409,
      `Mientras usted trabajaba, este trámite cambió: ahora está «${estado}». No se hizo nada. Vuelva a abrirlo y mire qué pasó.`,
    ),
  nadaQueRequerir: () =>
    new ErrorDominio(
      'tramites.nada-que-requerir',
      409,
      'En esta clase de trámite no se pide a la persona que complete nada: se decide o se devuelve.',
    ),
  noEsSuyo: () =>
    new ErrorDominio(
      'tramites.no-asignado',
      409,
      'Este trámite no está asignado a usted. Tómelo de la cola o pida que se lo asignen.',
    ),
  yaRadicada: (radicado: string) =>
    new ErrorDominio(
      'tramites.ya-radicada',
      409,
      `Esta solicitud ya se presentó${radicado ? `: su radicado es ${radicado}` : ''}. Mírela en «Mis trámites».`,
    ),
  /** One of the same kind is being attended. */
  yaHayUna: (nombre: string, radicado: string | null) =>
    new ErrorDominio(
      'tramites.ya-hay-una',
      409,
      radicado
        ? `Ya hay una solicitud igual en curso: «${nombre}», radicado ${radicado}. Espere la decisión, o retírela si quiere presentar otra.`
        : `Otra solicitud igual, «${nombre}», se terminó en este momento. Mire qué pasó con ella y, si hace falta, presente esta otra vez.`,
    ),
  descartada: () =>
    new ErrorDominio(
      'tramites.descartada',
      409,
      'Esta solicitud se borró. Si todavía la necesita, empiece otra.',
    ),
  noSePuedeFirmar: (razones: readonly string[]) =>
    new ErrorDominio(
      'tramites.no-cumple',
      409,
      `Esta solicitud no se puede presentar ahora. ${razones.join(' ')} En la solicitud ve qué puede hacer.`,
    ),
  faltanDocumentos: (nombres: readonly string[]) =>
    new ErrorDominio('tramites.faltan-documentos', 409, `Antes de firmar adjunte: ${nombres.join('; ')}.`),
  /** The conditions stop that direction. */
  impedida: ({ codigo, porque, que }: Impedimento) =>
    new ErrorDominio(
      CODIGO_DE_IMPEDIMENTO[codigo],
      409,
      `${porque}: ${que.map((q) => q.replace(/\.$/, '')).join('; ')}.`,
    ),
  tardeParaRequerir: (ultimo: string) =>
    new ErrorDominio(
      'tramites.tarde-para-requerir',
      409,
      `El plazo para pedir que complete la solicitud terminó el ${ultimo} (Ley 1437 de 2011, art. 17). Puede escribirle un mensaje, que no detiene el plazo, y decidir con lo que hay.`,
    ),
  quienRadicoNoDecide: () =>
    new ErrorDominio(
      'tramites.quien-radico-no-decide',
      409,
      'Esta solicitud la decide otro funcionario: quien la presentó con la persona no puede decidirla. Devuélvala a la cola.',
    ),
  otroDecide: () =>
    new ErrorDominio(
      'tramites.cuatro-ojos',
      409,
      'Esta decisión necesita dos funcionarios: quien la preparó no puede confirmarla.',
    ),
  yaNotificada: () =>
    new ErrorDominio(
      'tramites.ya-notificada',
      409,
      'Esto ya se le notificó a la persona, o ya no hace falta. Vuelva a abrir el trámite y mire qué pasó.',
    ),
  noPuedeRecibir: () =>
    new ErrorDominio(
      'tramites.no-puede-recibir',
      409,
      'A esa persona no se le puede asignar este trámite: no atiende esta cola, es de alguien cercano, o ella misma lo preparó.',
    ),
  yaAsignado: () =>
    new ErrorDominio(
      'tramites.ya-asignado',
      409,
      'Otro funcionario ya tiene este trámite. Tome el siguiente de la cola.',
    ),
  sinDecision: () =>
    new ErrorDominio('tramites.sin-decision', 409, 'La oficina todavía no ha decidido este trámite.'),
  sinFirmado: () =>
    new ErrorDominio(
      'tramites.sin-firmado',
      409,
      'Este trámite no tiene formulario firmado: lo presentó o lo empezó la oficina.',
    ),
  sinSellar: () =>
    new ErrorDominio(
      'tramites.sin-sellar',
      409,
      'El documento ya está guardado y se está sellando. Espere unos segundos e intente otra vez.',
    ),
} as const;
