export { escribirHoja, type CeldaDeHoja, type HojaDeCalculo } from './hoja.ts';
export { comprimir } from './zip.ts';
