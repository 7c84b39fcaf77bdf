export { rutasOperacion } from './rutas.ts';
export { sembrarDemostracion, resumenDemostracion } from './demostracion/sembrar-demostracion.ts';
