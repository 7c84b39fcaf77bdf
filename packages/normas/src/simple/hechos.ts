import type { Fraccion } from '../dinero/index.ts';

/** What each condition comes to. A fact that is absent is not a no. */
export type Estado = 'cumple' | 'no-cumple' | 'no-se-sabe';

export type TipoDePersona = 'natural' | 'juridica';

/** Activities that keep a person out of the regime, whatever else she does (ET 906 nums. 8 and 9). */
export type ActividadExcluida =
  | 'microcredito'
  | 'gestion-de-activos'
  | 'factoraje'
  | 'asesoria-financiera'
  | 'energia'
  | 'automoviles'
  | 'combustibles'
  | 'armas';

/** Another business of a natural person who applies, or of a partner of the company that applies. */
export interface EmpresaRelacionada {
  /** Gross income for tax purposes in the same year (ET 905 par.). */
  ingresos: bigint;
  /** From 0 to 1. */
  participacion: Fraccion;
  enSimple: boolean;
  /** The partner manages it: its income counts whole (ET 905 num. 5). */
  administra: boolean;
}

/** What is known of whoever wants to enter the regime. Every field may be absent: it is then unknown. */
export interface HechosSimple {
  /** First return or receipt of the activity in the year: the limit is that of this year's income. */
  empiezaEsteAnio?: boolean;
  /**
   * Gross income of the year before or, for who begins, the income expected this year; without
   * occasional gains nor what is no income for tax (ET 908 par. 6; DUR 1.5.8.1.4).
   */
  ingresos?: bigint;
  /** One list for each partner; a natural person who applies has one. An empty list says there are none. */
  otrasEmpresas?: readonly (readonly EmpresaRelacionada[])[];
  desarrollaEmpresa?: boolean;
  residente?: boolean;
  /** What is sold is in truth the work of an employee (natural person), or of partners or managers (company). */
  relacionLaboral?: boolean;
  /** It is a company: with partners, or of one person. Associations and foundations are not. */
  sociedad?: boolean;
  /** All its partners are natural persons who reside in Colombia. */
  sociosResidentes?: boolean;
  extranjera?: boolean;
  /** Branch, agency, affiliate or subsidiary of a legal person or of a foreigner who does not reside. */
  dependeDeOtra?: boolean;
  /** Holds shares or rights in other companies or legal entities. */
  participaEnOtras?: boolean;
  entidadFinanciera?: boolean;
  /** Came out of the division of a business in the last five years. */
  escindida?: boolean;
  /** Those that are carried on. An empty list says none. */
  actividadesExcluidas?: readonly ActividadExcluida[];
  /** CIIU, four digits each. */
  actividades?: readonly string[];
  /** Accounting profit of the year: gross income without occasional gains, less costs and expenses. */
  utilidadNeta?: bigint;
  rut?: boolean;
  firmaElectronica?: boolean;
  facturaElectronica?: boolean;
  /** Put out of the regime for a delay of the year before (ET 914). */
  excluidoElAnioAnterior?: boolean;
}
