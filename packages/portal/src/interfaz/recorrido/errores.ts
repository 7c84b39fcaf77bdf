import { ErrorDominio } from '../../plataforma/index.ts';

/** What a program is told of a draft; a person sees a page of it. */
export const erroresDeRecorrido = {
  /** Something else of the draft was answered since the revision that was reviewed. */
  cambio: (mensaje: string) => new ErrorDominio('recorrido.conflicto', 409, mensaje),
  conflicto: () =>
    new ErrorDominio('recorrido.conflicto', 409, 'Esta respuesta cambió desde la revisión que usted conoce.'),
  impedido: (motivos: readonly string[]) => new ErrorDominio('recorrido.impedido', 409, motivos.join(' ')),
  faltaPaso: (paso: string) =>
    new ErrorDominio('recorrido.falta-paso', 409, `Falta responder el paso «${paso}».`, { paso }),
  faltaUnoAnterior: (paso: string) =>
    new ErrorDominio('recorrido.falta-paso', 409, 'Falta responder un paso anterior.', { paso }),
  /** The journey goes on elsewhere, for the journey's own reason. */
  desvio: (motivo: string, a: string) =>
    new ErrorDominio(motivo, 409, 'Este trámite sigue por otro camino. Abra la dirección indicada.', { a }),
} as const;
