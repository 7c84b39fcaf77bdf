export { reclamosAlLado } from './al-lado.tsx';
export { AVISAR_REPORTANTE, MIRAR_LO_REEMPLAZADO, trabajosDeReclamos } from './avisos.ts';
export { cifrasDeReclamos } from './cifras.ts';
export { diferenciasReclamadas } from './diferencias.ts';
export { reclamosDeHoy } from './lo-de-hoy.ts';
export { NOTA, tipoNota } from './nota.ts';
export { rutasDeReclamos } from './rutas.ts';
export { rutasDeMesaDeReclamos } from './rutas-mesa.ts';
export { rutasDeRecibidos } from './rutas-recibidos.ts';
