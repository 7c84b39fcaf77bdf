import { probarRecorridos } from './recorridos.ts';

probarRecorridos((r) => r.acceso !== 'funcionario' && r.def.id !== 'tramites-rut.actualizacion');
