export * from './fecha.ts';
