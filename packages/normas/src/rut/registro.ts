import type { Fecha } from '../fechas/index.ts';

/**
 * What one version of the RUT says: the boxes of sheet 1 of form 001, by section (DUR 1.6.1.2.5), and sheet 3.
 * Codes are those of the tables of this package; box numbers stand beside each field.
 */
export interface RegistroRut {
  /** 24: `1` legal person, `2` natural person or undivided estate. */
  tipoContribuyente: '1' | '2';
  /** 5: digits only. */
  nit: string;
  /** 6: check digit of `nit`. */
  dv: number;
  /** 12: code of the regional office (table `seccionales`). */
  seccional: string;
  identificacion: Identificacion;
  ubicacion: Ubicacion;
  clasificacion: Clasificacion;
  /** Sheet 3: who acts for the person, in the order of the sheet. Absent where nobody does. */
  representantes?: Representante[];
}

/** One block of sheet 3. Representatives have a RUT of their own (DUR 1.6.1.2.1 num. 9). */
export interface Representante {
  /** 98: code of `CALIDADES_REPRESENTACION`. */
  representacion: string;
  /** 99 */
  desde: Fecha;
  /** 100 */
  tipoDocumento: string;
  /** 101 */
  numero: string;
  /** 104 */
  primerApellido: string;
  /** 105 */
  segundoApellido?: string;
  /** 106 */
  primerNombre: string;
  /** 107 */
  otrosNombres?: string;
}

export interface Identificacion {
  /** 25: absent for legal persons. */
  tipoDocumento?: string;
  /** 26 */
  numero?: string;
  /** 27 */
  fechaExpedicion?: Fecha;
  /** 28: three-digit DIAN country code, `169` is Colombia. */
  paisExpedicion?: string;
  /** 29 and 30: five-digit DIVIPOLA code of the municipality. */
  municipioExpedicion?: string;
  /** 31 */
  primerApellido?: string;
  /** 32 */
  segundoApellido?: string;
  /** 33 */
  primerNombre?: string;
  /** 34 */
  otrosNombres?: string;
  /** 35 */
  razonSocial?: string;
  /** 36 */
  nombreComercial?: string;
  /** 37 */
  sigla?: string;
}

export interface Ubicacion {
  /** 38: three-digit DIAN country code. */
  pais: string;
  /** 39 and 40: five-digit DIVIPOLA code. */
  municipio: string;
  /** 41: with the abbreviations of the nomenclature where there is one. */
  direccion: string;
  /** 42 */
  correo: string;
  /** 43: six digits. */
  codigoPostal?: string;
  /** 44 */
  telefono1?: string;
  /** 45 */
  telefono2?: string;
}

export interface Clasificacion {
  /** 46 and 47: the activity with the greatest income of the period (Resolución DIAN 11147/2023). */
  actividadPrincipal: ActividadEconomica;
  /** 48 and 49 */
  actividadSecundaria?: ActividadEconomica;
  /** 50: at most two. */
  otrasActividades: string[];
  /** 51 */
  ocupacion?: string;
  /** 52 */
  establecimientos: number;
  /** 53: at most 26 two-digit codes, ascending. */
  responsabilidades: string[];
  /** 54: only when box 53 has code 10. */
  usuariosAduaneros: string[];
}

export interface ActividadEconomica {
  /** Four digits: CIIU Rev. 4 A.C. or a code of the RUT's own. */
  codigo: string;
  desde: Fecha;
}
