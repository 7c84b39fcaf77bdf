import type { Sala } from '../plataforma/index.ts';

export const salaObligaciones: Sala = () => ({ nombre: 'obligaciones' });
