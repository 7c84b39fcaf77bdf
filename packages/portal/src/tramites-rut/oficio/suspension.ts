import { definidos } from '@autogestion/normas/definidos';
import { evaluarSuspension, RECURSO_CONTRA_LA_SUSPENSION } from '@autogestion/normas/rut';
import { fechaQuizas, juntas, opcion } from '../../interfaz/preguntas/index.ts';
import type { Reloj } from '../../plataforma/index.ts';
import { dato, ficha, type SolicitudDe } from '../../tramites/index.ts';
import type { DatosDeOficio, DefinicionDeActuacion } from './actuacion.ts';
import { cambiarEstadoDeOficio, PASOS } from './cambiar-estado.ts';
import { CAUSALES, faltaFirmeza, FICTICIO, FIRMEZA, limitesDeFirmeza, type Causal } from './causal.ts';
import { evidencia } from './evidencia.ts';
import { flujoDelRut } from './flujo.ts';
import { plantillaDeActuacion } from './plantilla.ts';

type Escrito = Causal & { evidencia: string };

const FICHA = ficha({
  causal: dato.siempre(dato.opcion('causal', 'Causal', CAUSALES)),
  firmeza: FIRMEZA,
  evidencia: dato.siempre(dato.texto('evidencia', 'En qué se apoya')),
});

const formulario = (reloj: Reloj) =>
  juntas<Escrito, DatosDeOficio>(
    {
      causal: {
        nombre: 'Causal (DUR 1.6.1.2.16)',
        pregunta: opcion({ campo: 'causal', de: CAUSALES, falta: 'Elija la causal.' }),
      },
      firmeza: {
        nombre: 'Si es proveedor o exportador ficticio, cuándo quedó en firme la declaratoria',
        pregunta: fechaQuizas({
          limites: limitesDeFirmeza(reloj),
          necesaria: (c) => c.valores.causal === FICTICIO,
        }),
      },
      evidencia: evidencia('En qué se apoya'),
    },
    {
      admite: faltaFirmeza,
      ejemplos: [
        {
          causal: 'direccion',
          evidencia: 'Visita del 3 de marzo de 2026: en esa dirección no hay nadie.',
        },
      ],
    },
  );

export const suspension = (reloj: Reloj): DefinicionDeActuacion<Escrito, SolicitudDe<typeof FICHA>> => ({
  slug: 'suspension',
  nombre: 'Suspender',
  ayuda: 'Por una causal del artículo 1.6.1.2.16. La confirma otro funcionario.',
  pregunta: 'Suspender el RUT',
  formulario: formulario(reloj),
  ficha: FICHA,
  seccion: {
    titulo: 'Lo que se estudia',
    parrafos: ['Suspender esta inscripción, por el artículo 1.6.1.2.16 del Decreto 1625 de 2016.'],
  },
  caso: {
    tipo: 'tramites-rut.suspension',
    nombre: 'Suspensión del RUT',
    flujo: flujoDelRut({
      nombre: 'Suspensión de oficio',
      verbo: 'Suspender',
      ordenado: {
        nombre: 'Suspendido',
        queSigue:
          'Su RUT está suspendido. Sus obligaciones siguen. Lea la causal en la decisión: cuando la arregle, pida que se levante la suspensión.',
      },
      resuelve: 'Se suspende la inscripción en el RUT.',
      conRecursos: RECURSO_CONTRA_LA_SUSPENSION.procede,
      plazos: { decidir: 'rut-suspension' },
    }),
    cuatroOjos: true,
    verificables: [],
    plantilla: (sentido, { solicitud, evaluacion }) =>
      plantillaDeActuacion(sentido, evaluacion, {
        que: 'suspender la inscripción en el RUT',
        evidencia: solicitud.evidencia,
        efecto:
          'Desde hoy la inscripción está suspendida, y la verificación y las copias del RUT lo dicen. La suspensión no exime de las obligaciones (DUR 1.6.1.2.17).',
        articulos: ['DUR 1.6.1.2.17'],
      }),
    alAprobar: (trx, caso) => cambiarEstadoDeOficio(trx, caso, PASOS.suspension),
  },
  evaluar: (h, s) =>
    evaluarSuspension({
      hoy: h.hoy,
      estado: h.estado,
      ...definidos({ causal: s.causal, firmeza: s.firmeza }),
    }),
});
