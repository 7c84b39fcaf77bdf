import { definidos } from '@autogestion/normas/definidos';
import { evaluarLevantamiento, todas, type Condicion, type Evaluacion } from '@autogestion/normas/rut';
import { casilla, fechaQuizas, juntas, opcion } from '../../interfaz/preguntas/index.ts';
import type { Reloj } from '../../plataforma/index.ts';
import { dato, ficha, type SolicitudDe } from '../../tramites/index.ts';
import type { DatosDeOficio, DefinicionDeActuacion, HechosDeOficio } from './actuacion.ts';
import { cambiarEstadoDeOficio, PASOS } from './cambiar-estado.ts';
import { CAUSALES, faltaFirmeza, FICTICIO, FIRMEZA, limitesDeFirmeza, type Causal } from './causal.ts';
import { evidencia } from './evidencia.ts';
import { flujoDelRut } from './flujo.ts';
import { plantillaDeActuacion } from './plantilla.ts';

const QUIENES = {
  titular: 'El titular',
  representante: 'Su representante o apoderado, que lo acreditó',
  autoridad: 'La autoridad o dependencia que la ordenó',
} as const;

type Escrito = Causal & { pide: keyof typeof QUIENES; evidencia: string; documentos: boolean };

const FICHA = ficha({
  causal: dato.siempre(dato.opcion('causal', 'Por qué se suspendió', CAUSALES)),
  pide: dato.siempre(dato.opcion('pide', 'Quién lo pide', QUIENES)),
  firmeza: FIRMEZA,
  /** The documents of an update were brought; asked of a fictitious supplier. */
  documentos: dato.propio<Escrito, boolean>({
    ...dato.siONo('documentos', ''),
    leer: ({ respuestas: r }) => (r.causal === FICTICIO ? r.documentos : undefined),
    filas: () => [],
  }),
  /** Why it is cured. */
  evidencia: dato.siempre(dato.texto('evidencia', 'Por qué se levanta')),
});
type Solicitud = SolicitudDe<typeof FICHA>;

const formulario = (reloj: Reloj) =>
  juntas<Escrito, DatosDeOficio>(
    {
      causal: {
        nombre: 'Por qué se suspendió',
        pregunta: opcion({
          campo: 'causal',
          de: CAUSALES,
          falta: 'Elija la causal.',
          hoy: (d) => d.hechos.suspendidoPor,
        }),
      },
      pide: {
        nombre: 'Quién lo pide',
        pregunta: opcion({ campo: 'pide', de: QUIENES, falta: 'Elija quién lo pide.' }),
      },
      evidencia: evidencia('Por qué se levanta: cómo se arregló lo que la causó'),
      firmeza: {
        nombre: 'Cuándo quedó en firme la declaratoria',
        pregunta: fechaQuizas({
          antes: <h2 class="govuk-heading-m">Solo si es proveedor o exportador ficticio</h2>,
          limites: limitesDeFirmeza(reloj),
          necesaria: (c) => c.datos.hechos.suspendidoPor === FICTICIO,
        }),
      },
      documentos: {
        nombre: 'Documentos',
        pregunta: casilla({
          campo: 'documentos',
          texto: 'Presentó los que pide una actualización (DUR 1.6.1.2.14)',
        }),
      },
    },
    {
      admite: faltaFirmeza,
      ejemplos: [
        {
          causal: 'direccion',
          pide: 'titular',
          evidencia: 'El titular actualizó la dirección y la visita del 9 de marzo lo encontró en ella.',
        },
      ],
    },
  );

function evaluar(h: HechosDeOficio, s: Partial<Solicitud>): Evaluacion {
  const e = evaluarLevantamiento({
    hoy: h.hoy,
    estado: h.estado,
    ...(s.pide && s.pide !== 'autoridad' && { solicitante: { calidad: s.pide, acreditado: true } }),
    ...definidos({
      causal: s.causal,
      // The official who files it says it in writing.
      subsanada: s.evidencia ? true : undefined,
      firmeza: s.firmeza,
      documentos: s.documentos,
    }),
  });
  // Who ordered it tells by itself that it is over: nobody asks.
  const propias = e.condiciones.filter((c) => s.pide !== 'autoridad' || c.id !== 'solicitante');
  const condiciones = [...propias, ...laMismaCausal(h, s)];
  return { estado: todas(condiciones.map((c) => c.estado)), condiciones };
}

function laMismaCausal({ suspendidoPor }: HechosDeOficio, { causal }: Partial<Solicitud>) {
  if (!suspendidoPor || !causal || suspendidoPor === causal) return [];
  const distinta: Condicion = {
    id: 'causal-de-la-suspension',
    estado: 'no-cumple',
    razon: `El RUT se suspendió por otra causal: ${CAUSALES[suspendidoPor]}.`,
    articulo: 'DUR 1.6.1.2.16 par. 1',
    certeza: 'norma',
  };
  return [distinta];
}

export const levantamiento = (reloj: Reloj): DefinicionDeActuacion<Escrito, Solicitud> => ({
  slug: 'levantamiento',
  nombre: 'Levantar una suspensión',
  ayuda: 'Cuando se arregló lo que la causó; de un proveedor o exportador ficticio, pasados cinco años.',
  pregunta: 'Levantar la suspensión',
  formulario: formulario(reloj),
  ficha: FICHA,
  seccion: { titulo: 'Lo que se estudia' },
  caso: {
    tipo: 'tramites-rut.levantamiento',
    nombre: 'Levantamiento de la suspensión del RUT',
    flujo: flujoDelRut({
      nombre: 'Levantamiento de una suspensión',
      verbo: 'Levantar',
      ordenado: {
        nombre: 'Levantada',
        queSigue: 'Su RUT está activo otra vez. Descargue la decisión y una copia nueva.',
      },
      resuelve: 'Se levanta la suspensión: la inscripción en el RUT queda activa.',
      conRecursos: false,
      plazos: { decidir: 'rut-suspension' },
    }),
    // Who filed it does not decide it: the engine asks for another official.
    cuatroOjos: true,
    verificables: [],
    plantilla: (sentido, { solicitud, evaluacion }) =>
      plantillaDeActuacion(sentido, evaluacion, {
        que: 'levantar la suspensión del RUT',
        evidencia: solicitud.evidencia,
        efecto:
          'Desde hoy la inscripción está activa, y la verificación y las copias del RUT lo dicen (DUR 1.6.1.2.17).',
        articulos: ['DUR 1.6.1.2.17'],
      }),
    alAprobar: (trx, caso) => cambiarEstadoDeOficio(trx, caso, PASOS.levantamiento),
  },
  evaluar,
});
