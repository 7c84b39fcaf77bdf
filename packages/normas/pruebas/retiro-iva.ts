import type { HechosIvaDelAnio, HechosRetiroIva } from '../src/rut/index.ts';

/** A year, and a request, in which every condition is met. */
export const ANIO: HechosIvaDelAnio = {
  ingresos: 50_000_000n,
  establecimientos: 1,
  explotaIntangibles: false,
  usuarioAduanero: false,
  contratos: [],
  consignaciones: 40_000_000n,
};

export const BIEN: HechosRetiroIva = {
  anio: 2026,
  tipoContribuyente: '2',
  responsabilidades: ['05', '48'],
  usuariosAduaneros: [],
  actividad: 'servicios',
  soloContratosConElEstado: false,
  porAnio: { 2025: ANIO, 2026: ANIO },
  solicitante: { calidad: 'titular' },
  estado: 'activo',
  actualizado: true,
};
