export { anunciarPagos } from './anunciar-pagos.ts';
export { AVISAR_PAGO, trabajoAvisarPago } from './avisar-pago.ts';
export { reciboDe } from './consultas.ts';
export { emitirRecibo, emitirReciboDe, type QueSePaga } from './emitir-recibo.ts';
export { estadoDelRecibo, totalDelRecibo, type Recibo } from './recibo.ts';
export { registrarPago, type DineroQueEntro, type PagoRegistrado } from './registrar-pago.ts';
