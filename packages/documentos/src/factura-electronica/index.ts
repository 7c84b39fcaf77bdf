export { leerFactura, verificarFactura } from './verificar-factura.ts';
export type { FacturaLeida, VeredictoDeFactura } from './verificar-factura.ts';
