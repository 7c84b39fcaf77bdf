import type { ActividadExcluida } from './hechos.ts';

/** ET 906 num. 8, in the order of its letters. */
export const ACTIVIDADES_EXCLUIDAS: readonly { id: ActividadExcluida; nombre: string }[] = [
  { id: 'microcredito', nombre: 'Dar microcréditos' },
  {
    id: 'gestion-de-activos',
    nombre:
      'Administrar, arrendar o intermediar en la venta de activos, o recibir rentas sin trabajar, por el 20 % o más de los ingresos',
  },
  { id: 'factoraje', nombre: 'Comprar facturas (factoraje o factoring)' },
  { id: 'asesoria-financiera', nombre: 'Asesorar en finanzas o estructurar créditos' },
  { id: 'energia', nombre: 'Generar, transmitir, distribuir o vender energía eléctrica' },
  { id: 'automoviles', nombre: 'Fabricar, importar o vender automóviles' },
  { id: 'combustibles', nombre: 'Importar combustibles' },
  { id: 'armas', nombre: 'Producir o vender armas de fuego, municiones, pólvora o explosivos' },
];
