export { abrirObligacion, asentar, cargo, pago } from './libro/index.ts';
export { salaObligaciones } from './sala.ts';
