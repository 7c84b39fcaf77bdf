/** Terms of `@autogestion/normas/terminos` by which cases run. */
export type IdTermino =
  | 'rut-decision'
  | 'rut-devolucion'
  | 'rut-suspension'
  | 'peticion'
  | 'peticion-informacion'
  | 'peticion-documentos'
  | 'consulta'
  | 'queja'
  | 'reclamo'
  | 'sugerencia'
  | 'denuncia'
  | 'requerir-completar'
  | 'completar'
  | 'devolucion';

/** What happens to a case and moves it. Whatever else is written of it (a message, an assignment) leaves its state. */
export const HECHOS_QUE_MUEVEN = [
  'radicada',
  'automatica',
  'requerida',
  'completada',
  'vencida-sin-completar',
  'devuelta',
  'proyectada',
  'objetada',
  'decidida',
  'desistida',
] as const;
export type HechoQueMueve = (typeof HECHOS_QUE_MUEVEN)[number];

/** Who must do the next thing. */
export type Turno = 'oficina' | 'persona' | 'nadie';

interface EstadoDelFlujo {
  /** As the person and the official read it. */
  nombre: string;
  /** What comes next, for the person, in a sentence or two. */
  queSigue: string;
  turno: Turno;
}

/** How an official ends a case. */
export interface Sentido {
  /** State to which it leads. */
  a: string;
  /** «Aprobar», on the button. */
  verbo: string;
  /** «Se aprueba la solicitud», in the act. */
  resuelve: string;
  /** Runs the kind's effect. */
  conEfecto: boolean;
  /** The act says which remedies there are and until when. */
  conRecursos: boolean;
  /** Only with a condition that is not met: without one there is no reason to give. */
  soloSiIncumple?: true;
  /** The remedies of this decision, where an article of its own says which and until when; instead of the common ones. */
  recursosPropios?: readonly string[];
  /** Of the remedies, only reposición. */
  soloReposicion?: true;
  /** Only once the person let pass the time to complete what was asked; the act comes prepared with what happened. */
  soloTrasVencer?: true;
}

/**
 * The life of a case from its filing on, as data. Before that it is a draft (`interfaz/recorrido`) and a request that
 * waits for its signature (`solicitud`).
 */
export interface Flujo {
  nombre: string;
  /** The office opens its cases by itself: nobody asked, and it is told so. */
  deOficio?: true;
  /** What such a case is about, as its mails name it: the RUT of whom it concerns, unless told. */
  sobre?: string;
  estados: Readonly<Record<string, EstadoDelFlujo>>;
  transiciones: Readonly<Partial<Record<HechoQueMueve, Readonly<Record<string, string>>>>>;
  sentidos: Readonly<Record<string, Sentido>>;
  /** States from which an official decides. */
  decideDesde: readonly string[];
  plazos: {
    /** To decide. */
    decidir: IdTermino;
    /** No article fixes it: it is this office's choice, and told as such. */
    sinFuente?: true;
    /** To say what is missing, where the law gives it a term of its own. */
    devolver?: IdTermino;
    /** To ask the person for what is missing. */
    requerir?: IdTermino;
    /** For the person, when something was asked of them and the clock stopped. */
    completar?: IdTermino;
  };
}

/** Whether its clock can stand still: only while the person completes what was asked (Ley 1437 de 2011, art. 17). */
export const seDetiene = ({ transiciones }: Flujo): boolean => transiciones.requerida !== undefined;

/** Before the first fact. */
export const POR_RADICAR = '';

const DESISTIDA: EstadoDelFlujo = {
  nombre: 'Desistida',
  queSigue: 'Usted retiró la solicitud. Puede presentar otra cuando quiera.',
  turno: 'nadie',
};
const EN_VERIFICACION: EstadoDelFlujo = {
  nombre: 'En verificación',
  queSigue: 'Un funcionario revisa su solicitud y le responde por esta página y por correo.',
  turno: 'oficina',
};
const POR_CONFIRMAR: EstadoDelFlujo = {
  nombre: 'En verificación',
  queSigue: 'Un funcionario ya preparó la decisión y otro la revisa antes de que usted la reciba.',
  turno: 'oficina',
};

/**
 * Procedures of the RUT (DUR 1625 de 2016, arts. 1.6.1.2.28 to .31): what does not meet the requirements goes back
 * within 8 business days and may be filed again; what does is decided within 30. Nothing stops the clock.
 */
export const FLUJO_RUT: Flujo = {
  nombre: 'Trámite del RUT',
  estados: {
    automatica: {
      nombre: 'Hecha',
      queSigue: 'Ya está: no falta nada.',
      turno: 'nadie',
    },
    'en-verificacion': EN_VERIFICACION,
    'por-confirmar': POR_CONFIRMAR,
    devuelta: {
      nombre: 'Devuelta',
      queSigue:
        'Faltó algún requisito. Lea cuál, complételo y presente la solicitud otra vez: no perdió el derecho.',
      turno: 'nadie',
    },
    aprobada: {
      nombre: 'Aprobada',
      queSigue: 'Su RUT ya cambió. Descargue la decisión y una copia nueva.',
      turno: 'nadie',
    },
    negada: {
      nombre: 'Negada',
      queSigue: 'Lea las razones en la decisión. Ahí dice qué recursos tiene y hasta cuándo.',
      turno: 'nadie',
    },
    desistida: DESISTIDA,
  },
  transiciones: {
    radicada: { [POR_RADICAR]: 'en-verificacion' },
    automatica: { [POR_RADICAR]: 'automatica' },
    devuelta: { 'en-verificacion': 'devuelta' },
    proyectada: { 'en-verificacion': 'por-confirmar' },
    objetada: { 'por-confirmar': 'en-verificacion' },
    desistida: { 'en-verificacion': 'desistida', 'por-confirmar': 'desistida' },
  },
  sentidos: {
    aprobada: {
      a: 'aprobada',
      verbo: 'Aprobar',
      resuelve: 'Se aprueba la solicitud.',
      conEfecto: true,
      conRecursos: false,
    },
    negada: {
      a: 'negada',
      verbo: 'Negar',
      resuelve: 'Se niega la solicitud.',
      conEfecto: false,
      conRecursos: true,
      soloSiIncumple: true,
    },
  },
  decideDesde: ['en-verificacion', 'por-confirmar'],
  plazos: { decidir: 'rut-decision', devolver: 'rut-devolucion' },
};

/**
 * What the law gives no term of its own is a petition (Ley 1437 de 2011, arts. 14 to 18): answered within 15 business
 * days; what is incomplete is asked for, and meanwhile the clock stands still. What is not completed in time is not
 * over by the clock: the authority declares it, in a reasoned act that an official signs (art. 17).
 */
export const FLUJO_PETICION: Flujo = {
  nombre: 'Petición',
  estados: {
    'en-verificacion': EN_VERIFICACION,
    'por-confirmar': POR_CONFIRMAR,
    requerida: {
      nombre: 'Le pedimos algo',
      queSigue: 'Complete lo que le pedimos. El plazo de la oficina está detenido hasta que usted responda.',
      turno: 'persona',
    },
    atendida: {
      nombre: 'Atendida',
      queSigue: 'Ya está: lea la respuesta.',
      turno: 'nadie',
    },
    negada: {
      nombre: 'Negada',
      queSigue: 'Lea las razones en la respuesta. Ahí dice qué recursos tiene y hasta cuándo.',
      turno: 'nadie',
    },
    desistida: DESISTIDA,
    'por-archivar': {
      nombre: 'Por archivar',
      queSigue:
        'Pasó el plazo para completarla. Un funcionario prepara la decisión que la archiva, con sus razones; le llega por correo. Puede presentarla otra vez cuando quiera.',
      turno: 'oficina',
    },
    archivada: {
      nombre: 'Archivada',
      queSigue:
        'No se completó a tiempo. Lea las razones en la decisión: ahí dice qué recurso tiene y hasta cuándo. También puede presentarla otra vez cuando quiera.',
      turno: 'nadie',
    },
  },
  transiciones: {
    radicada: { [POR_RADICAR]: 'en-verificacion' },
    requerida: { 'en-verificacion': 'requerida' },
    completada: { requerida: 'en-verificacion' },
    'vencida-sin-completar': { requerida: 'por-archivar' },
    proyectada: { 'en-verificacion': 'por-confirmar', 'por-archivar': 'por-confirmar' },
    objetada: { 'por-confirmar': 'en-verificacion' },
    desistida: {
      'en-verificacion': 'desistida',
      'por-confirmar': 'desistida',
      'por-archivar': 'desistida',
      requerida: 'desistida',
    },
  },
  sentidos: {
    atendida: {
      a: 'atendida',
      verbo: 'Atender',
      resuelve: 'Se atiende la solicitud.',
      conEfecto: true,
      conRecursos: false,
    },
    negada: {
      a: 'negada',
      verbo: 'Negar',
      resuelve: 'Se niega la solicitud.',
      conEfecto: false,
      conRecursos: true,
      soloSiIncumple: true,
    },
    archivada: {
      a: 'archivada',
      verbo: 'Archivar',
      resuelve: 'Se declara desistida la solicitud y se archiva el expediente.',
      conEfecto: false,
      conRecursos: true,
      soloReposicion: true,
      soloTrasVencer: true,
    },
  },
  decideDesde: ['en-verificacion', 'por-confirmar', 'por-archivar'],
  plazos: { decidir: 'peticion', requerir: 'requerir-completar', completar: 'completar' },
};
