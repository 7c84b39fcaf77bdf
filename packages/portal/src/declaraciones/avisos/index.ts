export { trabajoAvisarSinFirmar } from './avisar-sin-firmar.ts';
