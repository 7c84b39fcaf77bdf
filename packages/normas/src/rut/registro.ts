import type { Fecha } from '../fechas/index.ts';
import type { CasillaDeOrganizacion } from './organizaciones.ts';

/**
 * What one version of the RUT says: the boxes of sheet 1 of form 001, by section (DUR 1.6.1.2.5), and sheets 2 to 6.
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
  /** Sheet 2, of legal persons. */
  organizacion?: Organizacion;
  /** Sheet 3: who acts for the person, in the order of the sheet. Absent where nobody does. */
  representantes?: Representante[];
  /** Sheet 4: partners and members, those that left too. */
  socios?: Socio[];
  /** Sheet 5, boxes 124 to 135. */
  revisorFiscal?: Profesional;
  /** Sheet 5, boxes 136 to 147. */
  revisorFiscalSuplente?: Profesional;
  /** Sheet 5, boxes 148 to 159. */
  contador?: Profesional;
  /** Sheet 6: places where the activity is done, those that closed too. */
  sedes?: Sede[];
}

/** Sheet 2: what kind of organisation it is, how it was born, whose it is. */
export interface Organizacion {
  /** 62 to 70: codes as they were registered. */
  caracteristicas?: Partial<Record<CasillaDeOrganizacion, string>>;
  /** 71 to 81, first column. */
  constitucion?: ActoDeOrganizacion;
  /** 71 to 81, second column: the last reform. */
  reforma?: ActoDeOrganizacion;
  capital?: ComposicionDelCapital;
  /** 88: code of who watches over it. */
  vigilancia?: string;
  /** 89 to 92, at most five rows. */
  estados?: EstadoDeOrganizacion[];
  vinculacion?: VinculacionEconomica;
}

/** How it was constituted, or reformed for the last time. */
export interface ActoDeOrganizacion {
  /** 71: code of the kind of document, without a table. */
  clase?: string;
  /** 72 */
  numero: string;
  /** 73 */
  fecha: Fecha;
  /** 74 */
  notaria?: string;
  /** 75 */
  entidadDeRegistro?: string;
  /** 76 */
  fechaDeRegistro?: Fecha;
  /** 77 */
  matricula?: string;
  /** 78 and 79: five-digit DIVIPOLA code. */
  municipio?: string;
  /** 80 */
  vigenteDesde?: Fecha;
  /** 81: absent while it has no end. */
  vigenteHasta?: Fecha;
}

/** Hundredths of a percent of the whole capital; boxes 82 and 85 are the sums of their two. */
export interface ComposicionDelCapital {
  /** 83 */
  nacionalPublico: number;
  /** 84 */
  nacionalPrivado: number;
  /** 86 */
  extranjeroPublico: number;
  /** 87 */
  extranjeroPrivado: number;
}

export interface EstadoDeOrganizacion {
  /** 89 */
  codigo: string;
  /** 90 */
  desde: Fecha;
  /** 91: digits only. */
  nit?: string;
}

export interface VinculacionEconomica {
  /** 93 */
  tiene: boolean;
  /** 94 */
  grupo?: string;
  /** 95 and 97: NIT with digits only, and name of the parent or controlling company. */
  matriz?: { nit: string; nombre: string };
}

/** A person as sheets 3 to 5 write them. */
export interface PersonaDeHoja {
  /** 100, 124, 136, 148: code of box 25. */
  tipoDocumento: string;
  /** 101, 125, 137, 149 */
  numero: string;
  /** 104, 128, 140, 152 */
  primerApellido: string;
  /** 105, 129, 141, 153 */
  segundoApellido?: string;
  /** 106, 130, 142, 154 */
  primerNombre: string;
  /** 107, 131, 143, 155 */
  otrosNombres?: string;
}

/** One block of sheet 3. Representatives have a RUT of their own (DUR 1.6.1.2.1 num. 9). */
export interface Representante extends PersonaDeHoja {
  /** 98: code of `CALIDADES_REPRESENTACION`. */
  representacion: string;
  /** 99 */
  desde: Fecha;
}

/** One block of sheet 4: a natural person with names, or a legal one with `razonSocial`. */
export interface Socio {
  /** 111: code of box 25; `31` for a legal person. */
  tipoDocumento: string;
  /** 112 */
  numero: string;
  /** 114: three-digit DIAN country code. */
  nacionalidad: string;
  /** 115 */
  primerApellido?: string;
  /** 116 */
  segundoApellido?: string;
  /** 117 */
  primerNombre?: string;
  /** 118 */
  otrosNombres?: string;
  /** 119 */
  razonSocial?: string;
  /** 120: whole pesos, digits only. */
  capital: string;
  /** 121: hundredths of a percent; 3333 is 33,33 %. */
  participacion: number;
  /** 122 */
  ingreso: Fecha;
  /** 123 */
  retiro?: Fecha;
}

/** One block of sheet 5: revisor fiscal or accountant, with a RUT of their own (DUR 1.6.1.2.1 num. 9). */
export interface Profesional extends PersonaDeHoja {
  /** 127, 139, 151: number and letter of the professional card. */
  tarjetaProfesional: string;
  /** 132, 144, 156: NIT of the firm that designated them, digits only. */
  firmaNit?: string;
  /** 134, 146, 158 */
  firmaNombre?: string;
  /** 135, 147, 159 */
  nombramiento: Fecha;
}

/** One block of sheet 6. */
export interface Sede {
  /** 160: code of `TIPOS_ESTABLECIMIENTO`. */
  tipo: string;
  /** 161: four digits. */
  actividad: string;
  /** 162 */
  nombre: string;
  /** 163 and 164: five-digit DIVIPOLA code. */
  municipio: string;
  /** 165 */
  direccion: string;
  /** 166 */
  matricula?: string;
  /** 167 */
  fechaMatricula?: Fecha;
  /** 168 */
  telefono?: string;
  /** 169 */
  cierre?: Fecha;
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
