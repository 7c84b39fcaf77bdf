import datos from './datos/causales-cancelacion.json' with { type: 'json' };

/** Whose registration it is, as the causes of cancellation tell them apart. */
export type SujetoDelRut =
  | 'persona-natural'
  | 'sucesion'
  | 'persona-juridica'
  | 'entidad-publica'
  | 'consorcio'
  | 'inversionista-directo'
  | 'inversionista-de-portafolio'
  | 'establecimiento-permanente'
  | 'sociedad-con-sede-efectiva'
  | 'patrimonio-autonomo'
  | 'prestador-desde-el-exterior';

/** What some documents depend on. */
export type Circunstancia =
  'persona-natural' | 'persona-juridica' | 'sin-animo-de-lucro' | 'liquidacion-obligatoria';

/** A cause for cancelling a registration: a letter of DUR 1.6.1.2.18. */
export interface CausalDeCancelacion {
  /** `a` to `n`, on request; `a` to `i`, ex officio. */
  codigo: string;
  modo: string;
  nombre: string;
  /** Empty for those ex officio, which anybody may fall under. */
  sujetos: readonly string[];
  /** Lists of documents, any of which is enough (DUR 1.6.1.2.19). */
  alternativas: readonly (readonly string[])[];
  confianza: string;
  nota?: string;
}

export interface DocumentoDeCancelacion {
  /** Its numeral in DUR 1.6.1.2.19. */
  id: string;
  nombre: string;
  /** Only when this holds. */
  cuando?: string;
}

export const CAUSALES_CANCELACION: readonly CausalDeCancelacion[] = datos.causales;
export const DOCUMENTOS_CANCELACION: readonly DocumentoDeCancelacion[] = datos.documentos;

/**
 * What to tell a natural person who looks for their cause and finds none: closing the business is not one
 * (DUR 1.6.1.2.18 num. 1).
 */
export const CESE_NO_CANCELA =
  'Dejar de trabajar o cerrar el negocio no cancela el RUT de una persona natural: lo que se hace es actualizarlo y quitarle las responsabilidades que ya no tiene.';

/** Those that a holder of that kind may ask under. */
export function causalesPara(sujeto: SujetoDelRut): CausalDeCancelacion[] {
  return CAUSALES_CANCELACION.filter((c) => c.modo === 'parte' && c.sujetos.includes(sujeto));
}
