export { adjuntosDe, aportadosDe, leerAdjunto, type Adjunto } from './consultas.ts';
export { guardarAdjunto, quitarAdjunto, type NuevoAdjunto } from './guardar-adjunto.ts';
export { DocumentoDeLaSolicitud, DocumentosALaVista, ListaDeAdjuntos } from './piezas.tsx';
export { MAXIMO_ARCHIVOS, MAXIMO_BYTES, revisarArchivo, type ArchivoRevisado } from './revisar-archivo.ts';
export { rutasAdjuntos, type EntornoAdjuntos } from './rutas.ts';
