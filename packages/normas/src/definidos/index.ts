export * from './definidos.ts';
