export { aptitudesProximas, type AptitudParaUnDia } from './aptitud.ts';
export { tipoActo, TIPOS_DE_ACTO, type TipoActo } from './actos.ts';
export type { EntornoFirma } from './entorno.ts';
export { estadoDeFirma } from './estado.ts';
export { listaAlDia, publicarLista } from './lista.ts';
export { rutasParaFirmar } from './rutas-para-firmar.ts';
export { salaFirma } from './sala.ts';
export { PanelDeAptitud } from './paginas/aptitud.tsx';
