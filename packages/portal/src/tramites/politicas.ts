import type { Rol, Yo } from '../cuentas/index.ts';
import type { Caso } from './consultas.ts';

/** Queues of cases, and who works each: whoever has its role. */
const COLAS: readonly Rol[] = ['mesa-rut', 'devoluciones', 'obligaciones', 'pqsrd', 'video'];

/** Who may do what at the desk. The database asks the same again. */
export const EN_LA_MESA = {
  /** Opens the desk, and the cases of the queues that they see. */
  mirar: [...COLAS, 'supervisor'],
  /** Takes the next case of a queue. */
  tomar: COLAS,
  /** Hands a case to an official. */
  asignar: ['supervisor'],
  /** Sees how much each official has. */
  verCargas: ['supervisor', 'auditor'],
} as const satisfies Record<string, readonly Rol[]>;

/** How far one must be able to act for a taxpayer to do something in a case of theirs. */
export const DEL_TITULAR = {
  /** Hands in a document, or takes it back, before filing. */
  documentar: 'preparar',
  /** Writes, completes what was asked, withdraws. */
  escribir: 'presentar',
  /** Signs the request, with which it is filed. */
  firmar: 'firmar',
} as const;

type Funcionaria = Pick<Yo, 'roles'>;

export const supervisa = (yo: Funcionaria): boolean => yo.roles.some((r) => r === 'supervisor');
export const trabajaLaCola = (yo: Funcionaria, rol: string): boolean => yo.roles.some((r) => r === rol);
/** One's own; all of them, for who supervises. */
export const colasQueVe = (yo: Funcionaria): Rol[] =>
  COLAS.filter((r) => supervisa(yo) || trabajaLaCola(yo, r));
/** Queues to which a case may be sent as being of their competence. */
export const esColaDeTraslado = (rol: string): rol is Rol =>
  ['mesa-rut', 'devoluciones', 'obligaciones', 'pqsrd'].includes(rol);

type Marchado = Pick<Caso, 'marcha'>;
type ConHistoria = Pick<Caso, 'marcha' | 'eventos' | 'cuatroOjos'>;

/** Whether that official filed it, with the person in front. */
export const laPresento = ({ eventos }: Pick<Caso, 'eventos'>, funcionario: string): boolean =>
  eventos[0]?.funcionario === funcionario;
/** Whether that official prepared the decision that waits for a second one. */
export const laPreparo = ({ marcha }: Marchado, funcionario: string): boolean =>
  marcha.proyecto?.por === funcionario;

/** It is with them: they write in it and decide it. */
export const laTiene = ({ marcha }: Marchado, funcionario: string): boolean =>
  marcha.asignadoA === funcionario;
/** Nobody has it and it waits for the office: whoever works its queue takes it. */
export const laPuedeTomar = ({ marcha }: Marchado, yo: Funcionaria): boolean =>
  marcha.asignadoA === null &&
  marcha.turno === 'oficina' &&
  marcha.proyecto === null &&
  trabajaLaCola(yo, marcha.rol);
/** Who filed it with the person does not decide it; where two decide, they may be the one who prepares. */
export const puedeDecidirla = (caso: ConHistoria, funcionario: string): boolean =>
  !laPresento(caso, funcionario) || caso.cuatroOjos;
/** A second official confirms: neither who prepared it nor who filed it. */
export const puedeConfirmarla = (caso: ConHistoria, funcionario: string): boolean =>
  caso.marcha.proyecto !== null && !laPreparo(caso, funcionario) && !laPresento(caso, funcionario);
