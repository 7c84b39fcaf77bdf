export * from './uvt.ts';
