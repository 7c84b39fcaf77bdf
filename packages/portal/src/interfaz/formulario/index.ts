export {
  campoDeCasilla,
  erroresParaResumen,
  formularioRevisado,
  revisarFormulario,
  seEscribe,
  type FormularioRevisado,
} from './revisar.ts';
export { SeccionDeFormulario } from './seccion.tsx';
