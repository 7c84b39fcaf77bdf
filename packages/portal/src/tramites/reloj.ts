/** Terms of `@autogestion/normas/terminos` by which cases run. */
export type IdTermino =
  | 'rut-decision'
  | 'rut-devolucion'
  | 'rut-cese-iva'
  | 'peticion'
  | 'peticion-informacion'
  | 'peticion-documentos'
  | 'consulta'
  | 'queja'
  | 'reclamo'
  | 'sugerencia'
  | 'denuncia'
  | 'completar'
  | 'devolucion'
  | 'recurso-rut';
