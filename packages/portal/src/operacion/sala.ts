import type { Sala } from '../plataforma/index.ts';
import { rutasOperacion } from './rutas.ts';

export const salaOperacion: Sala = (e) => ({
  nombre: 'operacion',
  rutas: rutasOperacion({ conBuzon: e.conBuzon, paraTodos: e.config.demoEscrita }),
});
