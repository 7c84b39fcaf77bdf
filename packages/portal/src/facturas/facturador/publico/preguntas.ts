import { OCUPACIONES, type HechosDelFacturador, type Ocupacion } from '@autogestion/normas/factura';
import { definidos } from '@autogestion/normas/definidos';
import { dinero, juntas, nit, opcion, type Pregunta } from '../../../interfaz/preguntas/index.ts';

export const NIT = nit<unknown>({ ayuda: 'Con o sin dígito de verificación. Por ejemplo, 900.123.456-8' });

type Dicho = 'si' | 'no' | 'no-se';

const siNoONoSe = (campo: string, etiqueta: string, ayuda?: string): Pregunta<Dicho> =>
  opcion<Dicho>({
    campo,
    etiqueta,
    ...definidos({ ayuda }),
    de: { si: 'Sí', no: 'No', 'no-se': 'No sé' },
    falta: 'Responda sí, no o no sé.',
  });

interface Respondido {
  persona: HechosDelFacturador['persona'];
  ocupacion: Ocupacion;
  simple: Dicho;
  iva: Dicho;
  consumo: Dicho;
  excluidos: Dicho;
  anterior: bigint;
  actual: bigint;
}

/** What decides whether one must invoice, in the words of whoever is asked. */
export const loQueObliga = (anio: number) =>
  juntas<Respondido, unknown>({
    persona: {
      nombre: 'Para quién',
      pregunta: opcion<HechosDelFacturador['persona']>({
        campo: 'persona',
        etiqueta: '¿Para quién pregunta?',
        de: { natural: 'Una persona', juridica: 'Una sociedad u otra entidad' },
        falta: 'Diga si es una persona o una sociedad.',
      }),
    },
    ocupacion: {
      nombre: 'A qué se dedica',
      pregunta: opcion<Ocupacion>({
        campo: 'ocupacion',
        etiqueta: '¿Qué hace?',
        de: OCUPACIONES,
        falta: 'Diga qué hace.',
      }),
    },
    simple: {
      nombre: 'SIMPLE',
      pregunta: siNoONoSe('simple', '¿Está en el régimen SIMPLE?', 'Está en su RUT con el código 47.'),
    },
    iva: {
      nombre: 'IVA',
      pregunta: siNoONoSe('iva', '¿Es responsable de IVA?', 'Está en su RUT con el código 48.'),
    },
    consumo: {
      nombre: 'Consumo',
      pregunta: siNoONoSe(
        'consumo',
        '¿Es responsable del impuesto al consumo?',
        'El de restaurantes y bares, por ejemplo. Está en su RUT con el código 33.',
      ),
    },
    excluidos: {
      nombre: 'Excluidos',
      pregunta: siNoONoSe(
        'excluidos',
        '¿Todo lo que vende está excluido de IVA o no lo causa?',
        'Muchos alimentos sin procesar, servicios de salud o de educación, por ejemplo.',
      ),
    },
    anterior: {
      nombre: 'Ingresos',
      pregunta: dinero({
        campo: 'anterior',
        etiqueta: `¿Cuánto recibió por eso en ${anio - 1}?`,
        ayuda: 'Sin sueldos ni pensiones. Si nada, escriba 0.',
      }),
    },
    actual: {
      nombre: 'Ingresos de este año',
      pregunta: dinero({
        campo: 'actual',
        etiqueta: `¿Cuánto ha recibido en lo que va de ${anio}?`,
        ayuda: 'Sin sueldos ni pensiones. Si nada, escriba 0.',
      }),
    },
  });

const hecho = (d: Dicho): boolean | undefined => (d === 'no-se' ? undefined : d === 'si');

/** The facts of the law out of what was answered: «no sé» is a fact that is absent. */
export const hechosDeLoRespondido = (r: Respondido, anio: number): HechosDelFacturador => ({
  persona: r.persona,
  ocupacion: r.ocupacion,
  anio,
  ingresosDelAnioAnterior: r.anterior,
  ingresosDelAnio: r.actual,
  ...definidos({
    enElSimple: hecho(r.simple),
    responsableIva: hecho(r.iva),
    responsableConsumo: hecho(r.consumo),
    soloExcluidos: hecho(r.excluidos),
  }),
});
