import type { Sala } from '../plataforma/index.ts';
import { LO_DE_HOY } from '../rut/index.ts';
import { vencimientosDeHoy } from './lo-de-hoy.ts';
import { rutasVencimientos } from './rutas.ts';

export const salaVencimientos: Sala = (e) => ({
  nombre: 'vencimientos',
  tipos: LO_DE_HOY.de(vencimientosDeHoy),
  rutas: rutasVencimientos(e),
});
