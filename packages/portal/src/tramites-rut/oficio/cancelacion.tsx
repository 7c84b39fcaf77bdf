import { definidos } from '@autogestion/normas/definidos';
import { CAUSALES_DE_OFICIO, evaluarCancelacionDeOficio } from '@autogestion/normas/rut';
import { z } from 'zod';
import { Selector } from '../../interfaz/index.ts';
import { linea } from '../inscripcion/campos.ts';
import type { DefinicionDeActo } from './acto.ts';
import { cambiarEstadoDeOficio, PASOS } from './cambiar-estado.ts';
import { CampoEvidencia, evidencia } from './campos.tsx';
import { flujoDeOficio } from './flujo.ts';
import { plantillaDelActo } from './plantilla.ts';

const INACTIVIDAD = {
  id: 'actividad',
  que: 'Actividad del inscrito en cinco años calendario, en alguna de las ocho circunstancias de la Resolución DIAN 217 de 2025 (para la causal de inactividad)',
};

const SolicitudCancelacionDeOficio = z.object({ causal: z.string(), evidencia: z.string() });
type SolicitudCancelacionDeOficio = z.output<typeof SolicitudCancelacionDeOficio>;

const nombreDe = (codigo: string): string =>
  `Literal ${codigo}: ${CAUSALES_DE_OFICIO.find((c) => c.codigo === codigo)?.nombre ?? ''}`;

export const cancelacion = (): DefinicionDeActo<SolicitudCancelacionDeOficio> => ({
  slug: 'cancelacion',
  nombre: 'Cancelar de oficio',
  ayuda: 'Por una causal de oficio del artículo 1.6.1.2.18. La confirma otro funcionario.',
  pregunta: 'Cancelar el RUT de oficio',
  caso: {
    tipo: 'tramites-rut.cancelacion-de-oficio',
    nombre: 'Cancelación de oficio del RUT',
    flujo: flujoDeOficio({
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
    esquema: SolicitudCancelacionDeOficio,
    presentar: (s) => ({
      titulo: 'Cancelación de oficio del RUT',
      secciones: [
        {
          titulo: 'Lo que se estudia',
          parrafos: [
            'Cancelar de oficio esta inscripción, por el artículo 1.6.1.2.18 del Decreto 1625 de 2016.',
          ],
          filas: [
            { clave: 'Causal', valor: nombreDe(s.causal) },
            { clave: 'En qué se apoya', valor: s.evidencia },
          ],
        },
      ],
    }),
    verificables: [INACTIVIDAD],
    plantilla: (sentido, { solicitud, evaluacion }) =>
      plantillaDelActo(sentido, evaluacion, {
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
  escrito: z.object({
    causal: linea.refine((v) => CAUSALES_DE_OFICIO.some((c) => c.codigo === v), {
      error: 'Elija la causal.',
    }),
    evidencia,
  }),
  pagina: ({ campo }) => (
    <>
      <Selector
        {...campo.texto('causal')}
        etiqueta="Causal de oficio (DUR 1.6.1.2.18)"
        opciones={CAUSALES_DE_OFICIO.map((c) => ({ valor: c.codigo, texto: nombreDe(c.codigo) }))}
      />
      <CampoEvidencia campo={campo} etiqueta="En qué se apoya" />
    </>
  ),
  ejemplo: {
    causal: 'g',
    evidencia: 'La persona tiene otro NIT, anterior, con el mismo documento de identidad.',
  },
});
