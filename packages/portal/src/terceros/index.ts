export { ArchivoIlegible } from './lectura/abrir-archivo.ts';
export { salaTerceros } from './sala.ts';
export { validarArchivo } from './validar-archivo.ts';
