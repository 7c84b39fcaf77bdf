import type { ActividadExcluida } from './hechos.ts';

interface Excluida {
  id: ActividadExcluida;
  nombre: string;
  /**
   * Classes of the CIIU where it may be carried on. The article gives no codes: these are the classes whose
   * official name says the same, so they warn and never exclude by themselves.
   */
  puedeEstarEn: readonly string[];
}

/** ET 906 num. 8, in the order of its letters. */
export const ACTIVIDADES_EXCLUIDAS: readonly Excluida[] = [
  { id: 'microcredito', nombre: 'Dar microcréditos', puedeEstarEn: ['6492', '6499'] },
  {
    id: 'gestion-de-activos',
    nombre:
      'Administrar, arrendar o intermediar en la venta de activos, o recibir rentas sin trabajar, por el 20 % o más de los ingresos',
    puedeEstarEn: ['6810', '6820'],
  },
  { id: 'factoraje', nombre: 'Comprar facturas (factoraje o factoring)', puedeEstarEn: ['6493'] },
  {
    id: 'asesoria-financiera',
    nombre: 'Asesorar en finanzas o estructurar créditos',
    puedeEstarEn: ['6619'],
  },
  {
    id: 'energia',
    nombre: 'Generar, transmitir, distribuir o vender energía eléctrica',
    puedeEstarEn: ['3511', '3512', '3513', '3514'],
  },
  {
    id: 'automoviles',
    nombre: 'Fabricar, importar o vender automóviles',
    puedeEstarEn: ['2910', '4511', '4512'],
  },
  { id: 'combustibles', nombre: 'Importar combustibles', puedeEstarEn: ['4661'] },
  {
    id: 'armas',
    nombre: 'Producir o vender armas de fuego, municiones, pólvora o explosivos',
    puedeEstarEn: ['2029', '2520'],
  },
];
