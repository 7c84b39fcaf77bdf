/*
 * Everything but `geografia`, `actividades` and `calendario`, which carry big tables, and `factura` and
 * `obligaciones`, which few need: import those by their own name (`@autogestion/normas/geografia`).
 */
export * from './dinero/index.ts';
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
