export { escribirHoja, type CeldaDeHoja, type HojaDeCalculo } from './hoja.ts';
