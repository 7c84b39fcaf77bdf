import type { Sala } from '../plataforma/index.ts';
import { trabajoBorradoresVencidos } from './recorrido/index.ts';

export const salaInterfaz: Sala = () => ({ nombre: 'interfaz', trabajos: [trabajoBorradoresVencidos] });
