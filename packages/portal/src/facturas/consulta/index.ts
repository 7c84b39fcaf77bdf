export { consultarDocumento, type DocumentoConsultado } from './consultar-documento.ts';
export { CuerpoDelDocumento } from './paginas.tsx';
export { enDinero, nombreDelTipo } from './palabras.ts';
export { rutasDeConsulta } from './rutas.ts';
