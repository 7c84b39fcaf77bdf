export { proximosVencimientos, type VencimientoPropio } from './proximos.ts';
export { salaVencimientos } from './sala.ts';
