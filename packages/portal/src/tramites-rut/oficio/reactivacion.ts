import { definidos } from '@autogestion/normas/definidos';
import { evaluarReactivacion } from '@autogestion/normas/rut';
import { casilla, juntas, opcion } from '../../interfaz/preguntas/index.ts';
import { dato, ficha, FLUJO_RUT, type SolicitudDe } from '../../tramites/index.ts';
import { plantillaDe } from '../procedimiento/index.ts';
import type { DatosDeOficio, DefinicionDeActuacion } from './actuacion.ts';
import { cambiarEstadoDeOficio, PASOS } from './cambiar-estado.ts';
import { evidencia } from './evidencia.ts';

const QUIENES = {
  titular: 'El titular',
  representante: 'Su representante o apoderado, que lo acreditó',
} as const;

interface Escrito {
  pide: keyof typeof QUIENES;
  documentos: boolean;
  evidencia: string;
}

const FICHA = ficha({
  pide: dato.siempre(dato.opcion('pide', 'Quién lo pide', QUIENES)),
  /** Those of a registration were brought (DUR 1.6.1.2.11). */
  documentos: dato.siempre({
    ...dato.siONo('documentos', ''),
    filas: (v) => [{ clave: 'Documentos de una inscripción', valor: v ? 'Los presentó' : 'No los presentó' }],
  }),
  evidencia: dato.siempre(dato.texto('evidencia', 'Para qué')),
});

const FORMULARIO = juntas<Escrito, DatosDeOficio>(
  {
    pide: {
      nombre: 'Quién lo pide',
      pregunta: opcion({ campo: 'pide', de: QUIENES, falta: 'Elija quién lo pide.' }),
    },
    documentos: {
      nombre: 'Documentos',
      pregunta: casilla({
        campo: 'documentos',
        texto: 'Presentó los que pide una inscripción (DUR 1.6.1.2.11)',
      }),
    },
    evidencia: evidencia('Para qué lo necesita'),
  },
  {
    ejemplos: [
      {
        pide: 'titular',
        documentos: 'si',
        evidencia: 'Va a presentar la declaración que le quedó pendiente.',
      },
    ],
  },
);

/** Asked for in an office by whoever it is of: a request as any other, that an official files. */
export const reactivacion = (): DefinicionDeActuacion<Escrito, SolicitudDe<typeof FICHA>> => ({
  slug: 'reactivacion',
  nombre: 'Reactivar',
  ayuda: 'Un RUT cancelado, con la persona en la sede y los documentos de una inscripción.',
  pregunta: 'Reactivar el RUT',
  formulario: FORMULARIO,
  ficha: FICHA,
  seccion: {
    titulo: 'Lo que se pide',
    parrafos: [
      'Que esta inscripción vuelva a estar activa, por el artículo 1.6.1.2.20 del Decreto 1625 de 2016. Se pidió en una sede.',
    ],
  },
  caso: {
    tipo: 'tramites-rut.reactivacion',
    nombre: 'Reactivación del RUT',
    flujo: {
      ...FLUJO_RUT,
      nombre: 'Reactivación del RUT',
      plazos: { decidir: 'rut-decision', sinFuente: true },
    },
    cuatroOjos: true,
    verificables: [],
    plantilla: (sentido, { evaluacion }) =>
      plantillaDe(sentido, evaluacion, {
        que: 'la reactivación de la inscripción en el RUT',
        efecto: {
          texto:
            'Desde hoy la inscripción está activa, y sus copias lo dicen. Cuando termine aquello para lo que la necesita, pida otra vez la cancelación (DUR 1.6.1.2.20).',
          articulo: 'DUR 1.6.1.2.20',
        },
      }),
    alAprobar: (trx, caso) => cambiarEstadoDeOficio(trx, caso, PASOS.reactivacion),
  },
  evaluar: (h, s) =>
    evaluarReactivacion({
      estado: h.estado,
      enSede: true,
      ...definidos({
        solicitante: s.pide && { calidad: s.pide, acreditado: true },
        documentos: s.documentos,
      }),
    }),
});
