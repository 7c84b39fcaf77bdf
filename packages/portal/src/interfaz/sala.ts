import type { Entorno, Sala } from '../plataforma/index.ts';
import { enlace } from './enlaces.ts';
import { trabajoBorradoresVencidos } from './recorrido/index.ts';
import { rutasInterfaz } from './rutas.tsx';

export const salaInterfaz: Sala<Entorno> = (e) => ({
  nombre: 'interfaz',
  rutas: rutasInterfaz(e),
  trabajos: [trabajoBorradoresVencidos],
  enlaces: enlace.nombres,
});
