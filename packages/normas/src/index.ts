/*
 * Everything but `geografia`, `actividades`, `calendario` and `simple`, which carry big tables; `terminos`,
 * `obligaciones` and `facilidad`, which count with the calendar; and `factura` and `formularios`, which few need:
 * import those by their own name (`@autogestion/normas/geografia`).
 */
export * from './correcciones/index.ts';
export * from './dinero/index.ts';
export * from './definidos/index.ts';
export * from './direccion/index.ts';
export * from './documentos-identidad/index.ts';
export * from './explicacion/index.ts';
export * from './fechas/index.ts';
export * from './imputacion/index.ts';
export * from './intereses/index.ts';
export * from './nit/index.ts';
export * from './resultado/index.ts';
export * from './rut/index.ts';
export * from './sanciones/index.ts';
export * from './tasas/index.ts';
export * from './texto/index.ts';
export * from './uvt/index.ts';
