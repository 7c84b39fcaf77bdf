import type { Fecha } from '../fechas/index.ts';
import { nombreCortoSeccional, seccional } from '../geografia/index.ts';
import datosCasillas from './datos/casillas-hoja-1.json' with { type: 'json' };
import datosConceptos from './datos/conceptos.json' with { type: 'json' };
import datosTipos from './datos/tipos-contribuyente.json' with { type: 'json' };
import datosUsuarios from './datos/usuarios-aduaneros.json' with { type: 'json' };
import {
  casilla,
  departamentoDe,
  deTabla,
  fechaCompacta,
  municipioDe,
  nombreDeActividad,
  nombreDeDocumento,
  nombreDePais,
  nombreEn,
  texto,
  type Tabla,
} from './partes.ts';
import type { Casilla, ParteCasilla } from './partes.ts';
import type { RegistroRut } from './registro.ts';
import { responsabilidad } from './responsabilidades.ts';

export type { Casilla, ParteCasilla } from './partes.ts';
export { valorEnLlano } from './partes.ts';

/** Box 54: qualities of customs users, from a table older than Decreto 1165 de 2019. */
export const USUARIOS_ADUANEROS: readonly { codigo: string; nombre: string }[] = datosUsuarios.calidades;

/** Box 2 in words; the code itself where the table has none. */
export function nombreConcepto(codigo: string): string {
  return nombreEn(datosConceptos.conceptos)(codigo) ?? codigo;
}

/** What sheet 1 says besides the record. */
export interface ExtrasHoja1 {
  /** Box 2: `01` registration, `02` update, `13` ex officio update. */
  concepto: string;
  /** Box 4: twelve digits. */
  numeroFormulario: string;
  /** Box 14 */
  buzon?: string;
  /** Boxes 59 and 60 */
  folios?: number;
  /** Box 61: when the document was issued. */
  fecha?: Fecha;
  /** Boxes 984 and 985: who signed, applicant or official. */
  firmante?: { nombre: string; cargo?: string };
}

/** Every box of sheet 1, in the order of the form, with an empty value where there is none. */
export function casillasHoja1(registro: RegistroRut, extras: ExtrasHoja1): Casilla[] {
  const valores = valoresPorCasilla(registro, extras);
  return datosCasillas.casillas.map(({ numero, nombre, seccion }) =>
    casilla(numero, nombre, seccion, valores[numero] ?? []),
  );
}

function valoresPorCasilla(registro: RegistroRut, extras: ExtrasHoja1): Record<string, ParteCasilla[]> {
  const { identificacion: i, ubicacion: u, clasificacion: c } = registro;
  return {
    '2': deTabla(extras.concepto, nombreEn(datosConceptos.conceptos)),
    '4': texto(extras.numeroFormulario),
    '5': texto(registro.nit),
    '6': texto(String(registro.dv)),
    '12': deTabla(registro.seccional, nombreDeSeccional),
    '14': texto(extras.buzon),
    '24': deTabla(registro.tipoContribuyente, nombreEn(datosTipos.tipos)),
    '25': deTabla(i.tipoDocumento, nombreDeDocumento),
    '26': texto(i.numero),
    '27': fechaCompacta(i.fechaExpedicion),
    '28': deTabla(i.paisExpedicion, nombreDePais),
    '29': departamentoDe(i.municipioExpedicion),
    '30': municipioDe(i.municipioExpedicion),
    '31': texto(i.primerApellido),
    '32': texto(i.segundoApellido),
    '33': texto(i.primerNombre),
    '34': texto(i.otrosNombres),
    '35': texto(i.razonSocial),
    '36': texto(i.nombreComercial),
    '37': texto(i.sigla),
    '38': deTabla(u.pais, nombreDePais),
    '39': departamentoDe(u.municipio),
    '40': municipioDe(u.municipio),
    '41': texto(u.direccion),
    '42': texto(u.correo),
    '43': texto(u.codigoPostal),
    '44': texto(u.telefono1),
    '45': texto(u.telefono2),
    '46': deTabla(c.actividadPrincipal.codigo, nombreDeActividad),
    '47': fechaCompacta(c.actividadPrincipal.desde),
    '48': deTabla(c.actividadSecundaria?.codigo, nombreDeActividad),
    '49': fechaCompacta(c.actividadSecundaria?.desde),
    '50': c.otrasActividades.flatMap((codigo) => deTabla(codigo, nombreDeActividad)),
    '51': texto(c.ocupacion),
    '52': texto(String(c.establecimientos)),
    '53': c.responsabilidades.flatMap((codigo) => deTabla(codigo, (r) => responsabilidad(r)?.nombre)),
    '54': c.usuariosAduaneros.flatMap((codigo) => deTabla(codigo, nombreEn(USUARIOS_ADUANEROS))),
    '59': texto(extras.folios === undefined ? '' : extras.folios > 0 ? 'SI' : 'NO'),
    '60': texto(extras.folios === undefined ? '' : String(extras.folios)),
    '61': texto(extras.fecha),
    '984': texto(extras.firmante?.nombre),
    '985': texto(extras.firmante?.cargo),
  };
}

const nombreDeSeccional: Tabla = (codigo) => {
  const encontrada = seccional(codigo);
  return encontrada && nombreCortoSeccional(encontrada);
};
