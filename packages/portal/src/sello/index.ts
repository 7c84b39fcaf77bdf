export { CertificaApi } from './certifica-api.ts';
export {
  emitirDocumento,
  emitirPrimero,
  documentoDeClave,
  documentosDe,
  documentoPorId,
  type Documento,
  type DocumentoSellado,
  type DocumentoPublico,
} from './documentos.ts';
export { descargarSellado } from './descargar-sellado.ts';
export { abrirAutoridad, renovarLaAutoridad, type Autoridad } from './autoridad.ts';
export { enmascarado, entregaDeMensaje, entregarOtraVez } from './entregar-documento.ts';
export { sellarEnElPedido } from './sellar.ts';
export { TIPOS_DE_DOCUMENTO, type Carta, type LoDeHoyDelDocumento, type TipoDocumento } from './tipos.ts';
export { salaSello, type EntornoSello } from './sala.ts';
export { leerSellado, selladoPorLaOficina } from './verificar-documento.ts';
export { Compartir } from './paginas/compartir.tsx';
export { VistaDePresentacion } from './paginas/presentacion.tsx';
export { documentosSinSellar, sellarOtraVez, type SinSellar } from './sin-sellar.ts';
