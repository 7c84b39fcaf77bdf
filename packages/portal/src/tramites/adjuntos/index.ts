export { adjuntosDe, aportadosDe, leerAdjunto, type Adjunto } from './consultas.ts';
export { guardarAdjunto, quitarAdjunto } from './guardar-adjunto.ts';
export { DocumentosALaVista, ListaDeAdjuntos, Visor } from './piezas.tsx';
export { rutasAdjuntos } from './rutas.ts';
