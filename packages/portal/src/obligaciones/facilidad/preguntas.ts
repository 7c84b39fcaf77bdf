import { formatearPesos } from '@autogestion/normas/dinero';
import {
  GARANTIAS,
  PERIODICIDADES,
  type ClaseDeGarantia,
  type Periodicidad,
} from '@autogestion/normas/facilidad';
import { formatearFecha } from '@autogestion/normas/fechas';
import { conMayuscula } from '@autogestion/normas/texto';
import { cuantos, dinero, juntas, opcion, varias } from '../../interfaz/preguntas/index.ts';
import { guion } from '../../interfaz/recorrido/index.ts';
import { cuotasMaximas, type LoSabido, type Pedido } from './calcular.ts';

type Sabe = { hechos: Partial<LoSabido> };

const EN_PALABRAS: Record<Periodicidad, string> = {
  mensual: 'Cada mes',
  bimestral: 'Cada dos meses',
  trimestral: 'Cada tres meses',
  semestral: 'Cada seis meses',
  anual: 'Cada año',
};
export const periodicidadEnPalabras = (p: Periodicidad): string => EN_PALABRAS[p];

const CUALES = varias<string, Sabe>({
  campo: 'deudas',
  etiqueta: 'Qué quiere pagar por cuotas',
  ayuda: 'Las deudas vencidas que no están en otra facilidad.',
  rotulo: 'Deudas',
  falta: 'Escoja al menos una deuda.',
  noEsta: 'Una de esas deudas ya no está pendiente. Escoja otra vez.',
  separador: '; ',
  de: ({ hechos }) =>
    (hechos.deudas ?? []).map((d) => ({
      valor: d.id,
      texto: `${conMayuscula(d.nombre)}: ${formatearPesos(d.total)}`,
      ayuda: `Venció el ${formatearFecha(d.vence)}.`,
    })),
  ejemplos: ({ hechos }) => [{ deudas: (hechos.deudas ?? []).map((d) => d.id) }],
});

const PLAN = juntas<Pedido['plan'], Sabe>(
  {
    cuotas: {
      nombre: 'Número de cuotas',
      pregunta: cuantos({
        campo: 'cuotas',
        mensaje: 'Escriba cuántas cuotas, en números: 12, por ejemplo.',
        ayuda: 'Sin contar la inicial.',
        ejemplos: [{ cuotas: '12' }],
      }),
    },
    periodicidad: {
      nombre: 'Cada cuánto',
      pregunta: opcion({
        campo: 'periodicidad',
        desplegable: true,
        de: EN_PALABRAS,
        falta: 'Escoja cada cuánto paga.',
        noEsta: 'Escoja cada cuánto paga, de la lista.',
      }),
    },
    inicial: {
      nombre: 'Cuota inicial',
      pregunta: dinero({
        campo: 'inicial',
        ayuda: 'Lo que paga el día en que la pide. La ley no exige una: si no va a dar, escriba 0.',
        ejemplos: [{ inicial: '0' }],
      }),
    },
  },
  {
    admite: ({ cuotas, periodicidad }) => {
      const maximo = cuotasMaximas(periodicidad);
      if (cuotas >= 1 && cuotas <= maximo) return undefined;
      return {
        cuotas:
          cuotas < 1
            ? 'Tiene que haber una cuota, por lo menos.'
            : `La ley no permite más de 7 años, y eso solo en casos especiales: escriba ${maximo} o menos.`,
      };
    },
    ejemplos: [{ cuotas: '6', periodicidad: 'mensual', inicial: '0' }],
  },
);

const GARANTIA = opcion<ClaseDeGarantia | 'ninguna', Sabe>({
  campo: 'garantia',
  etiqueta: 'Garantía',
  ayuda:
    'Para un año o menos no hace falta. Con ella el plazo llega a cinco años, y la estudia un funcionario (ET 814).',
  desplegable: true,
  de: { ninguna: 'Sin garantía', ...mayusculas(GARANTIAS) },
  falta: 'Diga si ofrece una garantía.',
  noEsta: 'Escoja una garantía de la lista, o «Sin garantía».',
  ejemplos: [{ garantia: 'ninguna' }],
});

function mayusculas<T extends string>(nombres: Readonly<Record<T, string>>): Record<T, string> {
  const entradas = Object.entries<string>(nombres).map(([k, v]) => [k, conMayuscula(v)]);
  return Object.fromEntries(entradas) as Record<T, string>;
}

/** What the simulator asks on one page, and the journey one by one. */
export const PREGUNTAS = { deudas: CUALES, plan: PLAN, garantia: GARANTIA };

export const preguntasDeFacilidad = () =>
  guion<LoSabido>()
    .parte('Su facilidad')
    .paso('deudas', { nombre: 'Deudas', pregunta: '¿Qué quiere pagar por cuotas?' }, CUALES)
    .paso('plan', { nombre: 'Cuotas', pregunta: '¿En cuántas cuotas?' }, PLAN)
    .paso('garantia', { nombre: 'Garantía', pregunta: '¿Ofrece una garantía?' }, GARANTIA);

/** What the simulator begins with. */
export const SUPUESTO: Omit<Pedido, 'deudas'> = {
  plan: { cuotas: 12, periodicidad: 'mensual', inicial: 0n },
  garantia: 'ninguna',
};

export const PERIODOS = Object.keys(PERIODICIDADES) as [Periodicidad, ...Periodicidad[]];
export const CLASES_DE_GARANTIA = Object.keys(GARANTIAS) as [ClaseDeGarantia, ...ClaseDeGarantia[]];
