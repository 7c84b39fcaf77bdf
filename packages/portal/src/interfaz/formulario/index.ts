export { campoDeCasilla, erroresParaResumen, revisarFormulario, type FormularioRevisado } from './revisar.ts';
export { SeccionDeFormulario } from './seccion.tsx';
