import type { Fecha } from '@autogestion/normas/fechas';
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
  'sede-actividad': { actividad: string };
  'sede-municipio': { municipio: string };
  'sede-direccion': { direccion: string };
  'sede-telefono': { telefono: string };
  'sede-matricula': { matricula: string; fecha?: Fecha };
  'sede-otra-vez': OtraVez;
};

/** What is asked of sheets 3 to 6. */
export type RespuestasHojas = RespuestasRepresentante &
  RespuestasSocio &
  RespuestasProfesional &
  RespuestasSede;
