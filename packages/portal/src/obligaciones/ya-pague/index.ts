export { AntesDespues } from './paginas/antes-despues.tsx';
export { nombreDeObligacion } from './palabras.ts';
export { tipoAbonado } from './caso-abonado.ts';
export { tipoAOtroNit, tipoNoVisto, tipoSinDueno } from './caso-por-mirar.ts';
export { rutasYaPague } from './rutas.ts';
