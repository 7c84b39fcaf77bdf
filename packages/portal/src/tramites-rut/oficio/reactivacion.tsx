import { definidos } from '@autogestion/normas/definidos';
import { evaluarReactivacion } from '@autogestion/normas/rut';
import { z } from 'zod';
import { Casillas, Radios } from '../../interfaz/index.ts';
import { FLUJO_RUT } from '../../tramites/index.ts';
import { unaDe } from '../inscripcion/campos.ts';
import { plantillaDe } from '../procedimiento/plantilla.ts';
import type { DefinicionDeActo } from './acto.ts';
import { cambiarEstadoDeOficio, PASOS } from './cambiar-estado.ts';
import { CampoEvidencia, evidencia } from './campos.tsx';

const QUIENES = ['titular', 'representante'] as const;
const NOMBRE_DE_QUIEN: Readonly<Record<(typeof QUIENES)[number], string>> = {
  titular: 'El titular',
  representante: 'Su representante o apoderado, que lo acreditó',
};

const SolicitudReactivacion = z.object({
  pide: z.enum(QUIENES),
  /** Those of a registration were brought (DUR 1.6.1.2.11). */
  documentos: z.boolean(),
  evidencia: z.string(),
});
type SolicitudReactivacion = z.output<typeof SolicitudReactivacion>;

/** Asked for in an office by whoever it is of: a request as any other, that an official files. */
export const reactivacion = (): DefinicionDeActo<SolicitudReactivacion> => ({
  slug: 'reactivacion',
  nombre: 'Reactivar',
  ayuda: 'Un RUT cancelado, con la persona en la sede y los documentos de una inscripción.',
  pregunta: 'Reactivar el RUT',
  caso: {
    tipo: 'tramites-rut.reactivacion',
    nombre: 'Reactivación del RUT',
    flujo: {
      ...FLUJO_RUT,
      nombre: 'Reactivación del RUT',
      plazos: { decidir: 'rut-decision', sinFuente: true },
    },
    cuatroOjos: true,
    esquema: SolicitudReactivacion,
    presentar: (s) => ({
      titulo: 'Reactivación del RUT',
      secciones: [
        {
          titulo: 'Lo que se pide',
          parrafos: [
            'Que esta inscripción vuelva a estar activa, por el artículo 1.6.1.2.20 del Decreto 1625 de 2016. Se pidió en una sede.',
          ],
          filas: [
            { clave: 'Quién lo pide', valor: NOMBRE_DE_QUIEN[s.pide] },
            {
              clave: 'Documentos de una inscripción',
              valor: s.documentos ? 'Los presentó' : 'No los presentó',
            },
            { clave: 'Para qué', valor: s.evidencia },
          ],
        },
      ],
    }),
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
  escrito: z
    .object({
      pide: unaDe(QUIENES, 'Elija quién lo pide.'),
      documentos: z.union([z.string(), z.array(z.string())]).default([]),
      evidencia,
    })
    .transform(({ documentos, ...v }) => ({ ...v, documentos: [documentos].flat().includes('si') })),
  pagina: ({ campo }) => (
    <>
      <Radios
        {...campo.texto('pide')}
        etiqueta="Quién lo pide"
        opciones={QUIENES.map((q) => ({ valor: q, texto: NOMBRE_DE_QUIEN[q] }))}
      />
      <Casillas
        {...campo.varios('documentos')}
        etiqueta="Documentos"
        opciones={[{ valor: 'si', texto: 'Presentó los que pide una inscripción (DUR 1.6.1.2.11)' }]}
      />
      <CampoEvidencia campo={campo} etiqueta="Para qué lo necesita" />
    </>
  ),
  ejemplo: {
    pide: 'titular',
    documentos: 'si',
    evidencia: 'Va a presentar la declaración que le quedó pendiente.',
  },
});
