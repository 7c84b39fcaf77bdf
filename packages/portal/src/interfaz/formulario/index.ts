export {
  campoDeCasilla,
  erroresParaResumen,
  formularioRevisado,
  revisarFormulario,
  seEscribe,
} from './revisar.ts';
export { SeccionDeFormulario } from './seccion.tsx';
