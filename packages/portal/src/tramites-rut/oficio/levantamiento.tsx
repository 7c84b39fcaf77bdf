import { definidos } from '@autogestion/normas/definidos';
import { formatearFecha } from '@autogestion/normas/fechas';
import { evaluarLevantamiento, todas, type Condicion, type Evaluacion } from '@autogestion/normas/rut';
import { z } from 'zod';
import { CampoFecha, Casillas, Radios } from '../../interfaz/index.ts';
import type { Reloj } from '../../plataforma/index.ts';
import { unaDe } from '../inscripcion/campos.ts';
import { campoCon } from '../asistidos/actos/campos.ts';
import { filaDe } from './fila-de.ts';
import type { DefinicionDeActo, HechosDeOficio } from './acto.ts';
import { cambiarEstadoDeOficio, PASOS } from './cambiar-estado.ts';
import { CampoEvidencia, evidencia, fechaEscrita, PARTES_DE_FECHA } from './campos.tsx';
import { flujoDeOficio } from './flujo.ts';
import { plantillaDelActo } from './plantilla.ts';
import { CAUSAL, FECHA, FICTICIO, limitesDeFirmeza, nombreDeCausal, OPCIONES_CAUSAL } from './suspension.tsx';

const QUIENES = ['titular', 'representante', 'autoridad'] as const;
const NOMBRE_DE_QUIEN: Readonly<Record<(typeof QUIENES)[number], string>> = {
  titular: 'El titular',
  representante: 'Su representante o apoderado, que lo acreditó',
  autoridad: 'La autoridad o dependencia que la ordenó',
};

const SolicitudLevantamiento = z.object({
  causal: CAUSAL,
  pide: z.enum(QUIENES),
  /** Why it is cured. */
  evidencia: z.string(),
  firmeza: FECHA.optional(),
  /** The documents of an update were brought; asked of a fictitious supplier. */
  documentos: z.boolean().optional(),
});
type SolicitudLevantamiento = z.output<typeof SolicitudLevantamiento>;

function evaluar(h: HechosDeOficio, s: Partial<SolicitudLevantamiento>): Evaluacion {
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

function laMismaCausal({ suspendidoPor }: HechosDeOficio, { causal }: Partial<SolicitudLevantamiento>) {
  if (!suspendidoPor || !causal || suspendidoPor === causal) return [];
  const distinta: Condicion = {
    id: 'causal-de-la-suspension',
    estado: 'no-cumple',
    razon: `El RUT se suspendió por otra causal: ${nombreDeCausal(suspendidoPor)}.`,
    articulo: 'DUR 1.6.1.2.16 par. 1',
    certeza: 'norma',
  };
  return [distinta];
}

export const levantamiento = (reloj: Reloj): DefinicionDeActo<SolicitudLevantamiento> => ({
  slug: 'levantamiento',
  nombre: 'Levantar una suspensión',
  ayuda: 'Cuando se arregló lo que la causó; de un proveedor o exportador ficticio, pasados cinco años.',
  pregunta: 'Levantar la suspensión',
  caso: {
    tipo: 'tramites-rut.levantamiento',
    nombre: 'Levantamiento de la suspensión del RUT',
    flujo: flujoDeOficio({
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
    esquema: SolicitudLevantamiento,
    presentar: (s) => ({
      titulo: 'Levantamiento de la suspensión del RUT',
      secciones: [
        {
          titulo: 'Lo que se estudia',
          filas: [
            { clave: 'Por qué se suspendió', valor: nombreDeCausal(s.causal) },
            { clave: 'Quién lo pide', valor: NOMBRE_DE_QUIEN[s.pide] },
            ...filaDe('Declaratoria en firme desde', s.firmeza && formatearFecha(s.firmeza)),
            { clave: 'Por qué se levanta', valor: s.evidencia },
          ],
        },
      ],
    }),
    verificables: [],
    plantilla: (sentido, { solicitud, evaluacion }) =>
      plantillaDelActo(sentido, evaluacion, {
        que: 'levantar la suspensión del RUT',
        evidencia: solicitud.evidencia,
        efecto:
          'Desde hoy la inscripción está activa, y la verificación y las copias del RUT lo dicen (DUR 1.6.1.2.17).',
        articulos: ['DUR 1.6.1.2.17'],
      }),
    alAprobar: (trx, caso) => cambiarEstadoDeOficio(trx, caso, PASOS.levantamiento),
  },
  evaluar,
  escrito: z
    .object({
      causal: CAUSAL,
      pide: unaDe(QUIENES, 'Elija quién lo pide.'),
      evidencia,
      documentos: z.union([z.string(), z.array(z.string())]).default([]),
      ...PARTES_DE_FECHA,
    })
    .transform((v, ctx): SolicitudLevantamiento => {
      const { causal, pide } = v;
      const comun = { causal, pide, evidencia: v.evidencia };
      if (causal !== FICTICIO) return comun;
      const firmeza = fechaEscrita(v, limitesDeFirmeza(reloj), ctx);
      return { ...comun, ...definidos({ firmeza }), documentos: [v.documentos].flat().includes('si') };
    }),
  pagina: (c) => {
    const { suspendidoPor } = c.datos.hechos;
    const campo = campoCon(c, suspendidoPor ? { causal: suspendidoPor } : {});
    return (
      <>
        <Radios {...campo.texto('causal')} etiqueta="Por qué se suspendió" opciones={OPCIONES_CAUSAL} />
        <Radios
          {...campo.texto('pide')}
          etiqueta="Quién lo pide"
          opciones={QUIENES.map((q) => ({ valor: q, texto: NOMBRE_DE_QUIEN[q] }))}
        />
        <CampoEvidencia campo={campo} etiqueta="Por qué se levanta: cómo se arregló lo que la causó" />
        <h2 class="govuk-heading-m">Solo si es proveedor o exportador ficticio</h2>
        <CampoFecha
          {...campo.fecha('fecha')}
          etiqueta="Cuándo quedó en firme la declaratoria"
          opcional={suspendidoPor !== FICTICIO}
        />
        <Casillas
          {...campo.varios('documentos')}
          etiqueta="Documentos"
          opciones={[{ valor: 'si', texto: 'Presentó los que pide una actualización (DUR 1.6.1.2.14)' }]}
        />
      </>
    );
  },
  ejemplo: {
    causal: 'direccion',
    pide: 'titular',
    evidencia: 'El titular actualizó la dirección y la visita del 9 de marzo lo encontró en ella.',
  },
});
