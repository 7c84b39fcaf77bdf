import { definidos } from '@autogestion/normas/definidos';
import { fecha, formatearFecha, type Fecha, type LimitesFecha } from '@autogestion/normas/fechas';
import {
  CAUSALES_SUSPENSION,
  evaluarSuspension,
  RECURSO_CONTRA_LA_SUSPENSION,
  type CausalDeSuspension,
} from '@autogestion/normas/rut';
import { z } from 'zod';
import { CampoFecha, Radios } from '../../interfaz/index.ts';
import type { Reloj } from '../../plataforma/index.ts';
import { unaDe } from '../inscripcion/campos.ts';
import { filaDe } from './fila-de.ts';
import type { DefinicionDeActo } from './acto.ts';
import { cambiarEstadoDeOficio, PASOS } from './cambiar-estado.ts';
import { CampoEvidencia, evidencia, fechaEscrita, PARTES_DE_FECHA } from './campos.tsx';
import { flujoDeOficio } from './flujo.ts';
import { plantillaDelActo } from './plantilla.ts';

export const FICTICIO: CausalDeSuspension = 'proveedor-o-exportador-ficticio';
const CODIGOS = CAUSALES_SUSPENSION.map((c) => c.codigo) as [CausalDeSuspension, ...CausalDeSuspension[]];
export const CAUSAL = unaDe(CODIGOS, 'Elija la causal.');
export const nombreDeCausal = (codigo: string): string =>
  CAUSALES_SUSPENSION.find((c) => c.codigo === codigo)?.nombre ?? codigo;
export const OPCIONES_CAUSAL = CAUSALES_SUSPENSION.map((c) => ({ valor: c.codigo, texto: c.nombre }));
export const FECHA = z.string().transform((v): Fecha => fecha(v));

const SolicitudSuspension = z.object({
  causal: z.enum(CODIGOS),
  evidencia: z.string(),
  firmeza: FECHA.optional(),
});
type SolicitudSuspension = z.output<typeof SolicitudSuspension>;

/** Days on which a declaration may have become final: long before the five years, up to today. */
export const limitesDeFirmeza = (reloj: Reloj): LimitesFecha => ({
  desde: fecha('2000-01-01'),
  hasta: reloj.hoy(),
});

export const suspension = (reloj: Reloj): DefinicionDeActo<SolicitudSuspension> => ({
  slug: 'suspension',
  nombre: 'Suspender',
  ayuda: 'Por una causal del artículo 1.6.1.2.16. La confirma otro funcionario.',
  pregunta: 'Suspender el RUT',
  caso: {
    tipo: 'tramites-rut.suspension',
    nombre: 'Suspensión del RUT',
    flujo: flujoDeOficio({
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
    esquema: SolicitudSuspension,
    presentar: (s) => ({
      titulo: 'Suspensión del RUT',
      secciones: [
        {
          titulo: 'Lo que se estudia',
          parrafos: ['Suspender esta inscripción, por el artículo 1.6.1.2.16 del Decreto 1625 de 2016.'],
          filas: [
            { clave: 'Causal', valor: nombreDeCausal(s.causal) },
            ...filaDe('Declaratoria en firme desde', s.firmeza && formatearFecha(s.firmeza)),
            { clave: 'En qué se apoya', valor: s.evidencia },
          ],
        },
      ],
    }),
    verificables: [],
    plantilla: (sentido, { solicitud, evaluacion }) =>
      plantillaDelActo(sentido, evaluacion, {
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
  escrito: z
    .object({ causal: CAUSAL, evidencia, ...PARTES_DE_FECHA })
    .transform((v, ctx): SolicitudSuspension => {
      const firmeza = v.causal === FICTICIO ? fechaEscrita(v, limitesDeFirmeza(reloj), ctx) : undefined;
      return { causal: v.causal, evidencia: v.evidencia, ...definidos({ firmeza }) };
    }),
  pagina: ({ campo, valores }) => (
    <>
      <Radios {...campo.texto('causal')} etiqueta="Causal (DUR 1.6.1.2.16)" opciones={OPCIONES_CAUSAL} />
      <CampoFecha
        {...campo.fecha('fecha')}
        etiqueta="Si es proveedor o exportador ficticio, cuándo quedó en firme la declaratoria"
        opcional={valores.causal !== FICTICIO}
      />
      <CampoEvidencia campo={campo} etiqueta="En qué se apoya" />
    </>
  ),
  ejemplo: {
    causal: 'direccion',
    evidencia: 'Visita del 3 de marzo de 2026: en esa dirección no hay nadie.',
  },
});
