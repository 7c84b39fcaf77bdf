export { tipoActo, TIPOS_DE_ACTO, type ParaDibujar, type TipoActo } from './actos.ts';
export { actoPorId } from './consultas.ts';
export { claveDelDocumento, documentoDelActo } from './documento.ts';
export type { EntornoFirma } from './entorno.ts';
export { estadoDeFirma } from './estado.ts';
export { listaAlDia, publicarLista } from './lista.ts';
export { rutasParaFirmar } from './rutas-para-firmar.ts';
export { salaFirma } from './sala.ts';
