export * from './campos.ts';
export * from './componentes/index.ts';
export { ComoSeVerifica, DatosDelIntento, LoQueDiceLaLey, LoQueNoEs } from './constancia.tsx';
export { Pagina, renderizarPagina } from './pagina.tsx';
export { ESTADOS_CON_PAGINA, PaginaError } from './paginas-error.tsx';
export { cargarRecursos, directorioDeRecursos, fijarRecursos, RUTA_DE_RECURSOS } from './recursos.ts';
export { salaInterfaz } from './sala.ts';
