export * from './fechas/index.ts';
export * from './rut/index.ts';
