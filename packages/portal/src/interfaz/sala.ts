import type { Entorno, Sala } from '../plataforma/index.ts';
import { enlace } from './barra-de-mesa.tsx';
import { trabajoBorradoresVencidos } from './recorrido/index.ts';
import { rutasInterfaz } from './rutas.tsx';

export const salaInterfaz: Sala<Entorno> = (e) => ({
  nombre: 'interfaz',
  rutas: rutasInterfaz(e),
  trabajos: [trabajoBorradoresVencidos],
  enlaces: enlace.nombres,
});
