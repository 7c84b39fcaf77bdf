import type { Fecha } from '@autogestion/normas/fechas';
import type { ComposicionDelCapital } from '@autogestion/normas/rut';
import type { OtraVez } from '../../interfaz/recorrido/index.ts';
import type { Nombres } from '../pasos/nombres.tsx';

type RespuestasRepresentante = {
  'representante-accion': { accion: 'agregar' | 'reemplazar' | 'retirar' };
  'representante-sale': { clave: string };
  'representante-calidad': { representacion: string };
  'representante-documento': { tipo: string; numero: string };
  'representante-nombres': Nombres;
  'representante-desde': { fecha: Fecha };
  'representante-otra-vez': OtraVez;
};

type RespuestasSocio = {
  'socio-accion': { accion: 'agregar' | 'retirar' };
  'socio-sale': { clave: string };
  'socio-retiro': { fecha: Fecha };
  'socio-documento': { tipo: string; numero: string };
  'socio-nombres': Nombres;
  'socio-razon': { razonSocial: string };
  'socio-nacionalidad': { pais: string };
  'socio-capital': { capital: string };
  'socio-participacion': { participacion: number };
  'socio-ingreso': { fecha: Fecha };
  'socio-otra-vez': OtraVez;
};

/** Of sheet 5. */
export const CARGOS = ['revisorFiscal', 'revisorFiscalSuplente', 'contador'] as const;
export type Cargo = (typeof CARGOS)[number];

type RespuestasProfesional = {
  'profesional-cargo': { cargo: Cargo };
  'profesional-accion': { accion: 'poner' | 'retirar' };
  'profesional-documento': { tipo: string; numero: string };
  'profesional-nombres': Nombres;
  'profesional-tarjeta': { tarjeta: string };
  'profesional-firma': { nit: string; nombre: string };
  'profesional-nombramiento': { fecha: Fecha };
  'profesional-otra-vez': OtraVez;
};

type RespuestasSede = {
  'sede-accion': { accion: 'abrir' | 'cerrar' };
  'sede-cierra': { clave: string };
  'sede-cierre': { fecha: Fecha };
  'sede-tipo': { tipo: string };
  'sede-nombre': { nombre: string };
  'sede-actividad': string;
  'sede-municipio': { municipio: string };
  'sede-direccion': { direccion: string };
  'sede-telefono': { telefono: string };
  'sede-matricula': { matricula: string; fecha?: Fecha };
  'sede-otra-vez': OtraVez;
};

/** The two columns of boxes 71 to 81. */
export const ACTOS = ['constitucion', 'reforma'] as const;
export type Acto = (typeof ACTOS)[number];

type RespuestasOrganizacion = {
  'acto-cual': { cual: Acto };
  'acto-documento': { numero: string; fecha: Fecha };
  'acto-notaria': { notaria: string };
  'acto-registro': { entidad: string; fecha?: Fecha };
  'acto-matricula': { matricula: string; municipio: string };
  'acto-vigencia': { desde?: Fecha; hasta?: Fecha };
  'acto-otra-vez': OtraVez;
  capital: ComposicionDelCapital;
  'vinculacion-hay': { hay: 'si' | 'no' };
  'vinculacion-grupo': { grupo: string };
  'vinculacion-matriz': { nit: string; nombre: string };
};

/** What is asked of sheets 2 to 6. */
export type RespuestasHojas = RespuestasOrganizacion &
  RespuestasRepresentante &
  RespuestasSocio &
  RespuestasProfesional &
  RespuestasSede;
