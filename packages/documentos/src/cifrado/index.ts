export { cifrar, descifrar, ErrorDeCifrado } from './cifrado.ts';
