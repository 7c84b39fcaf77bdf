import { enlaces } from '../plataforma/index.ts';

export const enlace = enlaces('citas.pedir');
