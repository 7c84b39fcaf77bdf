export { sembrarEntrega } from './entrega/index.ts';
export { ArchivoIlegible } from './lectura/ilegible.ts';
export { diferenciasReclamadas } from './reclamo/index.ts';
export { salaTerceros } from './sala.ts';
export { validarArchivo } from './validar-archivo.ts';
export { reportesDe } from './vigentes/index.ts';
