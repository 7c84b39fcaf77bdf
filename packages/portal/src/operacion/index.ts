export { salaOperacion } from './sala.ts';
export { sembrarDemostracion, resumenDemostracion } from './demostracion/sembrar-demostracion.ts';
