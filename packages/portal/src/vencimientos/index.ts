export { proximosVencimientos, type VencimientoPropio } from './proximos.ts';
export { rutasVencimientos } from './rutas.ts';
