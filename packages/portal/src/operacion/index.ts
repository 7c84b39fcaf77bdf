export { salaOperacion } from './sala.ts';
export { sembrarDemostracion, resumenDemostracion } from './demostracion/sembrar-demostracion.ts';
export { RANGOS_DE_POBLACION } from './demostracion/nadie.ts';
