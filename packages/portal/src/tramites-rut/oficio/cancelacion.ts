import { definidos } from '@autogestion/normas/definidos';
import { CAUSALES_DE_OFICIO, evaluarCancelacionDeOficio } from '@autogestion/normas/rut';
import { juntas, opcion } from '../../interfaz/preguntas/index.ts';
import { dato, ficha, type SolicitudDe } from '../../tramites/index.ts';
import type { DatosDeOficio, DefinicionDeActuacion } from './actuacion.ts';
import { cambiarEstadoDeOficio, PASOS } from './cambiar-estado.ts';
import { evidencia } from './evidencia.ts';
import { flujoDelRut } from './flujo.ts';
import { plantillaDeActuacion } from './plantilla.ts';

const INACTIVIDAD = {
  id: 'actividad',
  condicion: 'inactividad',
  que: 'Actividad del inscrito en cinco años calendario, en alguna de las ocho circunstancias de la Resolución DIAN 217 de 2025 (para la causal de inactividad)',
};

const CAUSALES: Readonly<Record<string, string>> = Object.fromEntries(
  CAUSALES_DE_OFICIO.map((c) => [c.codigo, `Literal ${c.codigo}: ${c.nombre}`]),
);

const FICHA = ficha({
  causal: dato.siempre(dato.opcion('causal', 'Causal', CAUSALES)),
  evidencia: dato.siempre(dato.texto('evidencia', 'En qué se apoya')),
});
type Solicitud = SolicitudDe<typeof FICHA>;

const FORMULARIO = juntas<Solicitud, DatosDeOficio>(
  {
    causal: {
      nombre: 'Causal de oficio (DUR 1.6.1.2.18)',
      pregunta: opcion({ campo: 'causal', de: CAUSALES, desplegable: true, falta: 'Elija la causal.' }),
    },
    evidencia: evidencia('En qué se apoya'),
  },
  {
    ejemplos: [
      {
        causal: 'g',
        evidencia: 'La persona tiene otro NIT, anterior, con el mismo documento de identidad.',
      },
    ],
  },
);

export const cancelacion = (): DefinicionDeActuacion<Solicitud, Solicitud> => ({
  slug: 'cancelacion',
  nombre: 'Cancelar de oficio',
  ayuda: 'Por una causal de oficio del artículo 1.6.1.2.18. La confirma otro funcionario.',
  pregunta: 'Cancelar el RUT de oficio',
  formulario: FORMULARIO,
  ficha: FICHA,
  seccion: {
    titulo: 'Lo que se estudia',
    parrafos: ['Cancelar de oficio esta inscripción, por el artículo 1.6.1.2.18 del Decreto 1625 de 2016.'],
  },
  caso: {
    tipo: 'tramites-rut.cancelacion-de-oficio',
    nombre: 'Cancelación de oficio del RUT',
    flujo: flujoDelRut({
      nombre: 'Cancelación de oficio',
      verbo: 'Cancelar el RUT',
      ordenado: {
        nombre: 'Cancelado',
        queSigue:
          'Su RUT está cancelado. Lea las razones y los recursos en la decisión. Si hace falta, se puede reactivar en una sede.',
      },
      resuelve: 'Se cancela de oficio la inscripción en el RUT.',
      conRecursos: true,
      plazos: { decidir: 'rut-decision', sinFuente: true },
    }),
    cuatroOjos: true,
    verificables: [INACTIVIDAD],
    plantilla: (sentido, { solicitud, evaluacion }) =>
      plantillaDeActuacion(sentido, evaluacion, {
        que: 'cancelar de oficio la inscripción en el RUT',
        evidencia: solicitud.evidencia,
        efecto:
          'Desde hoy la inscripción está cancelada, y la verificación y las copias del RUT lo dicen. Se puede reactivar en cualquier momento, en una sede (DUR 1.6.1.2.20).',
        articulos: ['DUR 1.6.1.2.20'],
      }),
    alAprobar: (trx, caso) => cambiarEstadoDeOficio(trx, caso, PASOS.cancelacion),
  },
  evaluar: (h, s, verificado) =>
    evaluarCancelacionDeOficio({
      estado: h.estado,
      tipoContribuyente: h.registro.tipoContribuyente,
      ...definidos({ causal: s.causal || undefined, actividad: verificado[INACTIVIDAD.id] }),
    }),
});
