export { compararCodigo } from './codigo-del-documento.ts';
export type { Claves } from './codigo-del-documento.ts';
export type { DocumentoElectronico, ImpuestoDelDocumento, RaizDeDocumento } from './documento.ts';
export { codigoDeRegla } from './hallazgo.ts';
export type { Hallazgo } from './hallazgo.ts';
export { revisarDocumento } from './revisar.ts';
