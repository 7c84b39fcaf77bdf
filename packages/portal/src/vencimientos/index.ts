export { vencimientosDe } from './decir-ingresos.ts';
export { type VencimientoPropio } from './proximos.ts';
export { salaVencimientos } from './sala.ts';
