import { probarRecorridos } from './recorridos.ts';

// Box 54 is not changed online.
probarRecorridos(
  (r) => r.acceso !== 'funcionario' && r.def.id === 'tramites-rut.actualizacion',
  ['tramites-rut.actualizacion: usuarios-aduaneros'],
);
