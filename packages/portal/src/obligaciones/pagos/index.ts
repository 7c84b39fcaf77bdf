export { anunciarPagos } from './anunciar-pagos.ts';
export { reciboDe } from './consultas.ts';
export { cambiarReciboDe, emitirRecibo, emitirReciboDe, type QueSePaga } from './emitir-recibo.ts';
export { NOVEDADES, type Novedad } from './novedades.ts';
export { estadoDelRecibo, totalDelRecibo, type Recibo } from './recibo.ts';
export { registrarPago, type DineroQueEntro, type PagoRegistrado } from './registrar-pago.ts';
export { bancoDe, type EntornoDeObligaciones } from './entorno.ts';
export { salaDePagos } from './sala-de-pagos.ts';
