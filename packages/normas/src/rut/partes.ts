import { actividad } from '../actividades/index.ts';
import { tipoDocumento } from '../documentos-identidad/index.ts';
import { esFecha, formatearFecha, formatearFechaCompacta } from '../fechas/index.ts';
import type { Fecha } from '../fechas/index.ts';
import { departamento, municipio, pais } from '../geografia/index.ts';

/** A box of form 001, filled. */
export interface Casilla {
  /** `12`, `984`… */
  numero: string;
  nombre: string;
  seccion: string;
  /** Codes with the name of their table, one per line where there are several; empty without value. */
  valor: string;
  /** The same, apart: a printed form puts the code in its cell and the name beneath. */
  partes: ParteCasilla[];
}

export interface ParteCasilla {
  /** As the form prints it: box 30 has the three digits of the municipality. */
  codigo: string;
  /** Empty where the box has no table. */
  nombre: string;
}

export type Tabla = (codigo: string) => string | undefined;

export function casilla(
  numero: string,
  nombre: string,
  seccion: string,
  todas: readonly ParteCasilla[],
): Casilla {
  const partes = todas.filter((p) => p.codigo !== '');
  const valor = partes.map((p) => (p.nombre === '' ? p.codigo : `${p.codigo} ${p.nombre}`)).join('\n');
  return { numero, nombre, seccion, valor, partes };
}

/** Its value as one says it: the date that the form prints in eight digits, in words. */
export function valorEnLlano({ nombre, valor }: Pick<Casilla, 'nombre' | 'valor'>): string {
  const [, anio, mes, dia] = /^(\d{4})(\d{2})(\d{2})$/.exec(valor) ?? [];
  const escrita = `${anio}-${mes}-${dia}`;
  return /fecha|vigencia/i.test(nombre) && esFecha(escrita) ? formatearFecha(escrita) : valor;
}

export function texto(valor: string | undefined): ParteCasilla[] {
  return valor === undefined ? [] : [{ codigo: valor, nombre: '' }];
}

export function deTabla(codigo: string | undefined, tabla: Tabla): ParteCasilla[] {
  return codigo === undefined ? [] : [{ codigo, nombre: tabla(codigo) ?? '' }];
}

export function fechaCompacta(valor: Fecha | undefined): ParteCasilla[] {
  return texto(valor && formatearFechaCompacta(valor));
}

export function departamentoDe(codigoMunicipio: string | undefined): ParteCasilla[] {
  return deTabla(codigoMunicipio?.slice(0, 2), (codigo) => departamento(codigo)?.nombre);
}

export function municipioDe(codigoMunicipio: string | undefined): ParteCasilla[] {
  if (codigoMunicipio === undefined) return [];
  return [{ codigo: codigoMunicipio.slice(2), nombre: municipio(codigoMunicipio)?.nombre ?? '' }];
}

export function nombreEn(tabla: readonly { codigo: string; nombre: string }[]): Tabla {
  return (codigo) => tabla.find((fila) => fila.codigo === codigo)?.nombre;
}

export const nombreDePais: Tabla = (codigo) => pais(codigo)?.nombre;
export const nombreDeActividad: Tabla = (codigo) => actividad(codigo)?.nombre;
export const nombreDeDocumento: Tabla = (codigo) => tipoDocumento(codigo)?.nombre;
