export { campoDeCasilla, erroresParaResumen, revisarFormulario } from './revisar.ts';
export { SeccionDeFormulario } from './seccion.tsx';
