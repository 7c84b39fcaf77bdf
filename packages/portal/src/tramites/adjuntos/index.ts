export { adjuntosDe, aportadosDe, leerAdjunto, type Adjunto } from './consultas.ts';
export { guardarAdjunto, quitarAdjunto } from './guardar-adjunto.ts';
export { DocumentosALaVista, ListaDeAdjuntos, Visor } from './piezas.tsx';
export { MAXIMO_BYTES } from './revisar-archivo.ts';
export { revisarRecibido, type EntornoAdjuntos } from './revisar-recibido.ts';
export { rutasAdjuntos } from './rutas.ts';
