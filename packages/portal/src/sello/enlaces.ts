import { enlaces } from '../plataforma/index.ts';

export const enlace = enlaces('rut.consultar-estado', 'contingencia.constancias');
