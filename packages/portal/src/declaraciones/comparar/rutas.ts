import { compararRegimenes, ULTIMO_ANIO_COMPARABLE } from '@autogestion/normas/formularios/comparar';
import { tarifasSimple } from '@autogestion/normas/simple';
import { json, pagina, rechazo, ruta, type Ruta } from '../../plataforma/index.ts';
import { COMPARAR } from '../elegibilidad/index.ts';
import { ComparacionApi, comparacionEnJson, ComparacionPedida, hechosPedidos } from './api.ts';
import { paginaComparar } from './paginas/comparar.tsx';
import { hechosDelNegocio, preguntasDelNegocio } from './preguntas.ts';

const ANIO = ULTIMO_ANIO_COMPARABLE;
const PREGUNTAS = preguntasDelNegocio(ANIO);

/** What each regime would cost, without an account: nothing is kept and nothing of it is in an address. */
export const rutasDeComparar: readonly Ruta[] = [
  ruta({
    acceso: 'publico',
    nombre: 'declaraciones.comparar-regimenes',
    metodo: 'GET',
    camino: COMPARAR,
    manejar: async (p) => pagina(paginaComparar({ anio: ANIO, valores: p.escrito })),
  }),
  ruta({
    acceso: 'publico',
    nombre: 'declaraciones.ver-comparacion',
    metodo: 'POST',
    camino: COMPARAR,
    porMinuto: 60,
    cuerpo: PREGUNTAS.esquema,
    invalido: async (p, errores) => paginaComparar({ anio: ANIO, valores: p.escrito, errores }),
    async manejar(p) {
      const faltas = PREGUNTAS.admite?.(p.cuerpo, undefined);
      if (faltas) return rechazo(faltas);
      const comparacion = compararRegimenes(hechosDelNegocio(p.cuerpo, ANIO));
      return pagina(paginaComparar({ anio: ANIO, valores: p.escrito, comparacion }));
    },
  }),
  ruta({
    acceso: 'publico',
    nombre: 'declaraciones.api-comparar-regimenes',
    metodo: 'POST',
    camino: '/api/v1/declaraciones/simple/comparacion',
    porMinuto: 60,
    cuerpo: ComparacionPedida,
    api: {
      resumen: 'Lo que una persona con un negocio paga al año en cada régimen',
      etiqueta: 'Declaraciones',
      descripcion: `Con las tarifas de ${ANIO}. No pide cuenta y no guarda nada. Los valores se redondean al múltiplo de mil (ET 577).`,
      respuestas: { 200: ComparacionApi },
    },
    async manejar(p) {
      const hechos = hechosPedidos(p.cuerpo, ANIO);
      const grupos = tarifasSimple(ANIO).grupos.map((g) => g.grupo);
      const ajeno = [...hechos.ingresos.keys()].find((g) => !grupos.includes(g));
      if (ajeno !== undefined) return rechazo({ ingresos: `Los grupos son ${grupos.join(', ')}.` });
      if (hechos.ingresos.size === 0) return rechazo({ ingresos: 'Diga los ingresos de al menos un grupo.' });
      return json(comparacionEnJson(compararRegimenes(hechos), ANIO));
    },
  }),
];
