import { probarRecorridos } from './recorridos.ts';

probarRecorridos((r) => r.acceso === 'funcionario');
