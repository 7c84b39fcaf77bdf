export * from './campos.ts';
export * from './componentes/index.ts';
export { Pagina, type PropsDePagina, renderizarPagina } from './pagina.tsx';
export { ESTADOS_CON_PAGINA, PaginaError, type PropsDePaginaError } from './paginas-error.tsx';
export {
  cargarRecursos,
  directorioDeRecursos,
  fijarRecursos,
  type Manifiesto,
  RUTA_DE_RECURSOS,
} from './recursos.ts';
export { salaInterfaz } from './sala.ts';
