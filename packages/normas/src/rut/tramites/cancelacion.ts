import { causalesPara, CESE_NO_CANCELA, DOCUMENTOS_CANCELACION } from './causales-cancelacion.ts';
import type { CausalDeCancelacion, Circunstancia, SujetoDelRut } from './causales-cancelacion.ts';
import { alguna, condicion, estadoDe, evaluacion, sinHallazgo, todas } from './condicion.ts';
import type { Condicion, EstadoCondicion, Evaluacion, Verificacion } from './condicion.ts';
import { condicionesDeLaSolicitud, sinNumeracion } from './solicitud.ts';
import type { HechosDeLaSolicitud, Numeracion } from './solicitud.ts';

export interface HechosCancelacion extends HechosDeLaSolicitud {
  sujeto: SujetoDelRut;
  /** Letter of DUR 1.6.1.2.18 num. 1. */
  causal?: string;
  /** Which documents were brought, by their numeral in DUR 1.6.1.2.19. */
  documentos: Readonly<Record<string, boolean | undefined>>;
  circunstancias?: Readonly<Partial<Record<Circunstancia, boolean>>>;
  numeracion?: Numeracion;
  /** Debts that can be claimed (DUR 1.6.1.2.29). */
  deudas?: Verificacion;
  /** Returns and other duties not complied with (DUR 1.6.1.2.18 par.). */
  deberes?: Verificacion;
  procesosAdministrativos?: Verificacion;
  procesosJudiciales?: Verificacion;
  /** The report of final beneficiaries (RUB). */
  beneficiariosFinales?: 'no-obligado' | 'reportados' | 'sin-reportar';
}

export interface DocumentoEvaluado {
  id: string;
  nombre: string;
  estado: EstadoCondicion;
}

export interface EvaluacionCancelacion extends Evaluacion {
  /** The lists of documents of the cause, any of which is enough. */
  documentos: { estado: EstadoCondicion; documentos: DocumentoEvaluado[] }[];
}

/** Whether a registration may be cancelled on request (DUR 1.6.1.2.18 num. 1, .19, .28 and .29). */
export function evaluarCancelacion(h: HechosCancelacion): EvaluacionCancelacion {
  const causal = causalesPara(h.sujeto).find((c) => c.codigo === h.causal);
  const documentos = (causal?.alternativas ?? []).map((ids) => listaDe(ids, h));
  const condiciones = [
    causalAdmitida(h, causal),
    ...condicionesDeLaSolicitud(h, h.sujeto === 'sucesion'),
    soportes(documentos),
    sinNumeracion(h.numeracion, 'DUR 1.6.1.2.28 num. 4'),
    deVerificar('deudas', 'DUR 1.6.1.2.29 inc. 3', h.deudas, 'deudas con la DIAN'),
    deVerificar('deberes', 'DUR 1.6.1.2.18 par.', h.deberes, 'declaraciones ni otros deberes pendientes'),
    deVerificar(
      'procesos-administrativos',
      'DUR 1.6.1.2.29 inc. 3',
      h.procesosAdministrativos,
      'procesos en curso ante la DIAN',
    ),
    deVerificar(
      'procesos-judiciales',
      'DUR 1.6.1.2.29 inc. 3',
      h.procesosJudiciales,
      'procesos ante los jueces con la DIAN',
    ),
    beneficiarios(h),
  ];
  return { ...evaluacion(condiciones), documentos };
}

function causalAdmitida({ sujeto, causal }: HechosCancelacion, encontrada?: CausalDeCancelacion): Condicion {
  return condicion({
    id: 'causal',
    articulo: 'DUR 1.6.1.2.18 num. 1',
    hecho: causal === undefined ? undefined : encontrada !== undefined,
    cumple: `Causal: ${encontrada?.nombre ?? ''}.`,
    noCumple: sujeto === 'persona-natural' ? CESE_NO_CANCELA : 'Esa causal no es para este tipo de inscrito.',
    noSeSabe: 'Falta decir por qué causal se pide.',
  });
}

function listaDe(ids: readonly string[], h: HechosCancelacion) {
  const documentos = ids.flatMap((id) => {
    const documento = DOCUMENTOS_CANCELACION.find((d) => d.id === id);
    const haceFalta = documento?.cuando === undefined || circunstancia(h, documento.cuando);
    if (!documento || haceFalta === false) return [];
    const presentado = h.documentos[id];
    // While it is not known whether it is needed, not having brought it says nothing.
    const hecho = haceFalta === true || presentado === true ? presentado : undefined;
    return [{ id, nombre: documento.nombre, estado: estadoDe(hecho) }];
  });
  return { estado: todas(documentos.map((d) => d.estado)), documentos };
}

function circunstancia({ circunstancias = {} }: HechosCancelacion, nombre: string): boolean | undefined {
  return Object.entries(circunstancias).find(([c]) => c === nombre)?.[1];
}

function soportes(listas: EvaluacionCancelacion['documentos']): Condicion {
  const estado = listas.length === 0 ? 'no-se-sabe' : alguna(listas.map((l) => l.estado));
  const faltan = listas.map((l) =>
    l.documentos
      .filter((d) => d.estado !== 'cumple')
      .map((d) => d.nombre)
      .join('; '),
  );
  return {
    id: 'documentos',
    estado,
    articulo: 'DUR 1.6.1.2.19; DUR 1.6.1.2.28 num. 2',
    certeza: 'norma',
    razon:
      estado === 'cumple'
        ? 'Están los documentos que pide la causal.'
        : listas.length === 0
          ? 'Los documentos dependen de la causal.'
          : `Falta: ${faltan.join('. O bien: ')}.`,
  };
}

function deVerificar(id: string, articulo: string, v: Verificacion | undefined, que: string): Condicion {
  return condicion({
    id,
    articulo,
    hecho: sinHallazgo(v),
    cumple: `Se verificó que no tiene ${que}.`,
    noCumple: `La verificación encontró que tiene ${que.replace(' ni ', ' u ')}.`,
    noSeSabe: `Falta verificar que no tenga ${que}.`,
    verifica: 'oficina',
  });
}

function beneficiarios({ beneficiariosFinales: b }: HechosCancelacion): Condicion {
  return condicion({
    id: 'beneficiarios-finales',
    articulo: 'DUR 1.6.1.2.29 inc. 4; ET 631-6',
    hecho: b === undefined ? undefined : b !== 'sin-reportar',
    cumple:
      b === 'no-obligado'
        ? 'No está obligado a reportar beneficiarios finales.'
        : 'Presentó el reporte de beneficiarios finales.',
    noCumple: 'Falta el reporte de beneficiarios finales (RUB).',
    noSeSabe: 'Falta saber si debe reportar beneficiarios finales y si lo hizo.',
    verifica: 'oficina',
  });
}
