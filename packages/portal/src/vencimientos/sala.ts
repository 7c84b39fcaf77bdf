import type { Sala } from '../plataforma/index.ts';
import { rutasVencimientos } from './rutas.ts';

export const salaVencimientos: Sala = () => ({ nombre: 'vencimientos', rutas: rutasVencimientos });
