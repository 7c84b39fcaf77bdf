export { abrirAtencion, atender } from './atender.ts';
