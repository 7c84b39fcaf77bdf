import { CAUSALES_CANCELACION, causalesPara, type SujetoDelRut } from '@autogestion/normas/rut';
import { nada, opcion, siONo } from '../../interfaz/preguntas/index.ts';
import { guion } from '../../interfaz/recorrido/index.ts';
import {
  alResponder,
  hechosAbiertos,
  LO_QUE_SE_REVISA,
  preguntaDeNumeracion,
  type HechosDelBorrador,
} from '../procedimiento/index.ts';
import { dependeDe, listasDeDocumentos } from './documentos.ts';
import { evaluar } from './evaluar.ts';
import { Documentos } from './piezas.tsx';
import {
  causalDe,
  FICHA,
  NOMBRE_DE_BENEFICIARIOS,
  NOMBRE_SIN_CAUSAL,
  SIN_CAUSAL,
  type Leido,
} from './solicitud.ts';
import { NOMBRE_DE_SUJETO, sujetosPosibles } from './sujetos.ts';

/** Whom nobody asks about final beneficiaries: they are those of legal persons and of what has no personality (ET 631-6). */
const SIN_BENEFICIARIOS: readonly SujetoDelRut[] = ['persona-natural', 'sucesion'];

/** Without a cause nothing more is asked. */
const posible = (d: Leido) => alResponder(FICHA, evaluar)(d).estado !== 'no-cumple';

const comoOpcion = ({ codigo, nombre }: (typeof CAUSALES_CANCELACION)[number]) => ({
  valor: codigo,
  texto: nombre,
  ayuda: `Literal ${codigo} del artículo 1.6.1.2.18`,
});

/** Every reason that there is. A cause that the norm words by holder is here once. */
const MOTIVOS = [
  ...new Map(
    CAUSALES_CANCELACION.filter((c) => c.modo === 'parte').map((c) => [c.codigo, comoOpcion(c)]),
  ).values(),
  ...SIN_CAUSAL.map((valor) => ({ valor, texto: NOMBRE_SIN_CAUSAL[valor] })),
];

/** Causes of that holder, in the norm's words for them, and the reasons that are none. Only somebody alive asks because they stopped working. */
function motivosDe({ respuestas: { sujeto } }: Leido) {
  if (!sujeto) return [];
  const sinCausal: readonly string[] = sujeto === 'persona-natural' ? SIN_CAUSAL : ['otra'];
  return [...causalesPara(sujeto).map(comoOpcion), ...sinCausal];
}

/**
 * Questionnaire of the cancellation on request (DUR 1.6.1.2.18 num. 1, .19, .28 and .29): whose registration it is, the
 * cause, what its documents depend on, and what is known to stand in the way.
 */
export const preguntasCancelacion = () =>
  guion<HechosDelBorrador>()
    .parte('La razón', posible)
    .paso(
      'sujeto',
      { nombre: 'De quién es el RUT', pregunta: '¿De quién es este RUT?' },
      opcion<SujetoDelRut, { hechos: Partial<HechosDelBorrador> }>({
        campo: 'sujeto',
        etiqueta: 'De quién es',
        de: NOMBRE_DE_SUJETO,
        entre: (d) => sujetosPosibles(hechosAbiertos(d)),
        falta: 'Elija de quién es el RUT.',
        noEsta: 'Este RUT no es de eso. Elija una de las opciones.',
      }),
    )
    .paso(
      'motivo',
      {
        nombre: 'Razón',
        pregunta: '¿Por qué se pide cancelarlo?',
        aplica: (d) => d.respuestas.sujeto !== undefined,
      },
      opcion<string, Leido>({
        campo: 'motivo',
        ayuda: 'El RUT solo se cancela por una de las causales de la norma (DUR 1.6.1.2.18).',
        de: MOTIVOS,
        entre: motivosDe,
        falta: 'Elija una de las razones.',
      }),
    )
    .parte('Los documentos', posible)
    .paso(
      'sin-animo-de-lucro',
      {
        nombre: 'Sin ánimo de lucro',
        pregunta: '¿Es una entidad sin ánimo de lucro?',
        aplica: (d) => dependeDe(FICHA.leer(d), 'sin-animo-de-lucro'),
      },
      siONo({ ayuda: 'Fundación, asociación, corporación o parecida.' }),
    )
    .paso(
      'liquidacion-obligatoria',
      {
        nombre: 'Liquidación del contrato',
        pregunta: '¿El contrato con la entidad que los contrató debía liquidarse?',
        aplica: (d) => dependeDe(FICHA.leer(d), 'liquidacion-obligatoria'),
      },
      siONo({
        rotulo: 'El contrato debía liquidarse',
        ayuda: 'Si el contrato se adjudicó y no se ejecutó, responda No.',
      }),
    )
    .paso(
      'opcion',
      {
        nombre: 'Documentos que tiene',
        pregunta: '¿Cuáles de estos documentos tiene?',
        aplica: (d) => listasDeDocumentos(FICHA.leer(d)).length > 1,
      },
      opcion<string, Leido>({
        etiqueta: 'Documentos',
        ayuda: 'Basta una de las opciones (DUR 1.6.1.2.19).',
        de: (d) =>
          listasDeDocumentos(FICHA.leer(d)).map((lista, i) => ({
            valor: String(i + 1),
            texto: lista.map((x) => x.nombre).join('; y '),
          })),
        falta: 'Elija una de las opciones.',
        rotulo: false,
      }),
    )
    .paso(
      'documentos',
      {
        nombre: 'Documentos',
        pregunta: 'Los documentos que va a necesitar',
        aplica: (d) => causalDe(FICHA.leer(d)) !== undefined,
      },
      nada((d: Leido) => <Documentos solicitud={FICHA.leer(d)} />),
    )
    .parte(LO_QUE_SE_REVISA, posible)
    .paso(
      ...preguntaDeNumeracion(
        'Antes de pedir la cancelación hay que inhabilitar los que no se usaron (DUR 1.6.1.2.28 num. 4).',
      ),
    )
    .paso(
      'beneficiarios',
      {
        nombre: 'Beneficiarios finales',
        pregunta: '¿Reportó los beneficiarios finales (RUB)?',
        aplica: ({ respuestas: { sujeto } }) => sujeto !== undefined && !SIN_BENEFICIARIOS.includes(sujeto),
      },
      opcion({
        de: NOMBRE_DE_BENEFICIARIOS,
        campo: 'beneficiarios',
        ayuda: 'Son las personas que al final tienen o controlan la entidad (ET 631-6).',
        falta: 'Diga si los reportó.',
      }),
    );
