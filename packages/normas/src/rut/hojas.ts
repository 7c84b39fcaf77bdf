import { digitoDeVerificacion, separarMiles } from '../nit/index.ts';
import { bloque, porcentajeEscrito } from './bloque.ts';
import type { BloqueDeHoja, Fila, ListaDeHoja } from './bloque.ts';
import { tipoEstablecimiento } from './establecimientos.ts';
import { bloquesDeLaHoja2 } from './hoja-2.ts';
import {
  departamentoDe,
  deTabla,
  fechaCompacta,
  municipioDe,
  nombreDeActividad,
  nombreDeDocumento,
  nombreDePais,
  texto,
} from './partes.ts';
import type { ParteCasilla } from './partes.ts';
import type { PersonaDeHoja, Profesional, RegistroRut, Representante, Sede, Socio } from './registro.ts';
import { calidadRepresentacion } from './representacion.ts';

/** The blocks of sheets 2 to 6 that a record has, in the order of the form. */
export function bloquesDeHojas(r: RegistroRut): BloqueDeHoja[] {
  return [
    ...bloquesDeLaHoja2(r.organizacion),
    ...(r.representantes ?? []).map(representante),
    ...(r.socios ?? []).map(socio),
    ...profesional('revisorFiscal', 'Revisor fiscal', 124, r.revisorFiscal),
    ...profesional('revisorFiscalSuplente', 'Revisor fiscal suplente', 136, r.revisorFiscalSuplente),
    ...profesional('contador', 'Contador', 148, r.contador),
    ...(r.sedes ?? []).map(sede),
  ];
}

/** Surnames and names, or the name of the company. */
export function nombreDePersona(p: Partial<PersonaDeHoja> & { razonSocial?: string }): string {
  if (p.razonSocial !== undefined) return p.razonSocial;
  return [p.primerApellido, p.segundoApellido, p.primerNombre, p.otrosNombres].filter(Boolean).join(' ');
}

function representante(r: Representante): BloqueDeHoja {
  return bloque('3', 'representantes', claveDe(r, r.representacion), `Representante: ${nombreDePersona(r)}`, [
    [98, 'Representación', deTabla(r.representacion, (c) => calidadRepresentacion(c)?.nombre)],
    [99, 'Fecha inicio ejercicio representación', fechaCompacta(r.desde)],
    [100, 'Tipo de documento', deTabla(r.tipoDocumento, nombreDeDocumento)],
    [101, 'Número de identificación', texto(r.numero)],
    [102, 'DV', dv(r)],
    ...nombres(104, r),
  ]);
}

function socio(s: Socio): BloqueDeHoja {
  return bloque('4', 'socios', claveDe(s), `Socio o miembro: ${nombreDePersona(s)}`, [
    [111, 'Tipo de documento', deTabla(s.tipoDocumento, nombreDeDocumento)],
    [112, 'Número de identificación', texto(s.numero)],
    [113, 'DV', dv(s)],
    [114, 'Nacionalidad', deTabla(s.nacionalidad, nombreDePais)],
    ...nombres(115, s),
    [119, 'Razón social', texto(s.razonSocial)],
    [120, 'Valor capital del socio', texto(`$ ${separarMiles(s.capital)}`)],
    [121, '% participación', texto(porcentajeEscrito(s.participacion))],
    [122, 'Fecha de ingreso', fechaCompacta(s.ingreso)],
    [123, 'Fecha de retiro', fechaCompacta(s.retiro)],
  ]);
}

/** The three blocks of sheet 5 have the same twelve boxes, from `desde` on. */
function profesional(
  lista: ListaDeHoja,
  nombre: string,
  desde: number,
  p: Profesional | undefined,
): BloqueDeHoja[] {
  if (!p) return [];
  return [
    bloque('5', lista, lista, `${nombre}: ${nombreDePersona(p)}`, [
      [desde, 'Tipo de documento', deTabla(p.tipoDocumento, nombreDeDocumento)],
      [desde + 1, 'Número de identificación', texto(p.numero)],
      [desde + 2, 'DV', dv(p)],
      [desde + 3, 'Número de tarjeta profesional', texto(p.tarjetaProfesional)],
      ...nombres(desde + 4, p),
      [desde + 8, 'NIT (sociedad o firma)', texto(p.firmaNit)],
      [desde + 9, 'DV', texto(p.firmaNit && String(digitoDeVerificacion(p.firmaNit)))],
      [desde + 10, 'Sociedad o firma designada', texto(p.firmaNombre)],
      [desde + 11, 'Fecha de nombramiento', fechaCompacta(p.nombramiento)],
    ]),
  ];
}

function sede(s: Sede): BloqueDeHoja {
  return bloque('6', 'sedes', s.nombre, `Establecimiento: ${s.nombre}`, [
    [160, 'Tipo de establecimiento', deTabla(s.tipo, (c) => tipoEstablecimiento(c)?.nombre)],
    [161, 'Actividad económica', deTabla(s.actividad, nombreDeActividad)],
    [162, 'Nombre del establecimiento', texto(s.nombre)],
    [163, 'Departamento', departamentoDe(s.municipio)],
    [164, 'Ciudad/Municipio', municipioDe(s.municipio)],
    [165, 'Dirección', texto(s.direccion)],
    [166, 'Número de matrícula mercantil', texto(s.matricula)],
    [167, 'Fecha de la matrícula mercantil', fechaCompacta(s.fechaMatricula)],
    [168, 'Teléfono', texto(s.telefono)],
    [169, 'Fecha de cierre', fechaCompacta(s.cierre)],
  ]);
}

function nombres(desde: number, p: Partial<PersonaDeHoja>): Fila[] {
  return [
    [desde, 'Primer apellido', texto(p.primerApellido)],
    [desde + 1, 'Segundo apellido', texto(p.segundoApellido)],
    [desde + 2, 'Primer nombre', texto(p.primerNombre)],
    [desde + 3, 'Otros nombres', texto(p.otrosNombres)],
  ];
}

type Identificado = Pick<PersonaDeHoja, 'tipoDocumento' | 'numero'>;

export const claveDe = ({ tipoDocumento, numero }: Identificado, calidad = ''): string =>
  [calidad, tipoDocumento, numero].filter(Boolean).join('-');

/** Cédula and NIT have one: whoever has a cédula has it for NIT. */
function dv({ tipoDocumento, numero }: Identificado): ParteCasilla[] {
  const tiene = tipoDocumento === '13' || tipoDocumento === '31';
  return tiene ? texto(String(digitoDeVerificacion(numero))) : [];
}
