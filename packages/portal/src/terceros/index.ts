export { ArchivoIlegible } from './lectura/abrir-archivo.ts';
export { validarArchivo } from './validar-archivo.ts';
