export { verificarFactura } from './verificar-factura.ts';
export type { VeredictoDeFactura } from './verificar-factura.ts';
