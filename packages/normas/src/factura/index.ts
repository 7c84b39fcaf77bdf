export { calcularCodigo } from './codigo.ts';
export type { CamposDelDocumento, CodigoCalculado, CodigoErrorDeCodigo, TramoDeCadena } from './codigo.ts';
export { claseDeCodigo, CLASES } from './clases.ts';
export type { ClaseDeCodigo, CodigoDeImpuesto, DefinicionDeCodigo, Tramo } from './clases.ts';
export { direccionDeConsulta, leerDireccion } from './direccion.ts';
export type { Ambiente, DireccionLeida } from './direccion.ts';
export { analizarImporte, CERO, deCentavos, enCentavos } from './importe.ts';
export type { CodigoErrorImporte, Importe } from './importe.ts';
export { estadoPorEventos, hayTresDiasHabiles, NOMBRES_DE_EVENTOS, ordenDeEvento } from './eventos.ts';
export type { EstadoDeLaFactura } from './eventos.ts';
export { leerQr, textoQr } from './qr.ts';
export type { CodigoErrorQr, DatosDelQr, QrDeFactura } from './qr.ts';
export { sha384 } from './sha384.ts';
export { TIPOS_DE_DOCUMENTO_ELECTRONICO, tipoDeDocumentoElectronico } from './tipos-de-documento.ts';
export type { TipoDeDocumentoElectronico } from './tipos-de-documento.ts';
export { codigoDeRegla, compararCodigo, revisarDocumento } from './revision/index.ts';
export type {
  Claves,
  DocumentoElectronico,
  Hallazgo,
  ImpuestoDelDocumento,
  RaizDeDocumento,
} from './revision/index.ts';
export * from './facturador/index.ts';
export * from './compras/index.ts';
