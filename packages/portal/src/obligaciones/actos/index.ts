export { cifrasDeActos } from './cifras.ts';
export { actosEnEspera, type ActoEnEspera } from './consultas.ts';
export { caminoDe } from './direcciones.ts';
export { actosSobre } from './lo-que-hay.ts';
export { ActosEnEspera } from './paginas/en-espera.tsx';
export { rutasActos } from './rutas.ts';
