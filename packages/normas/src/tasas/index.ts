export * from './tasas.ts';
