import { definidos } from '@autogestion/normas/definidos';
import type { RegistroRut } from '@autogestion/normas/rut';
import {
  rutasDeRecorrido,
  type ContextoTerminar,
  type Guion,
  type Recorrido,
} from '../../interfaz/recorrido/index.ts';
import type { Claves, Ruta, Transaccion } from '../../plataforma/index.ts';
import type { VersionRut } from '../../rut/index.ts';
import { SOBRE_UN_RUT } from '../politicas.ts';
import type { ClaseDeAtencion } from './atencion.ts';
import { presentarAtencion, type AtencionPorPresentar } from './presentar-atencion.ts';

/** An attention of somebody who is registered. */
interface DeTitular {
  /** Why it is not for this taxpayer, if it is not. */
  impide?: (r: RegistroRut) => string | undefined;
  /** The same, where more than the registry has to be looked at. @throws ErrorDominio 409 with the reason */
  exigir?: (trx: Transaccion, v: VersionRut) => Promise<void>;
  /** What its pages know, when it is not the RUT as it stands. */
  hechos?: (trx: Transaccion, v: VersionRut) => Promise<object>;
}

/**
 * Something that is done with the person in front, told once: from here come its class, its pages and what the person is
 * asked to accept. `P`, what is asked; `H`, what the office knows when it begins.
 */
export interface DefinicionDeAtencion<P extends object, H extends object> extends ClaseDeAtencion {
  /** Heading of its pages. */
  titulo: string;
  /** Raised when the questions change; 1 unless told. */
  version?: number;
  preguntas: Guion<P, H>;
  /** Stands in the review, before it is presented. */
  advertencia?: string;
  /** Who may attend it, when it is not everybody who attends. */
  roles?: readonly string[];
  /** Absent where there is nobody yet: a registration. */
  deTitular?: DeTitular;
  /** What the person will read and accept, from a complete draft. */
  presentar: (
    trx: Transaccion,
    d: ContextoTerminar<P, H>['datos'],
  ) => Promise<Omit<AtencionPorPresentar, 'clase'>>;
}

/** An attention, ready to be mounted. */
export interface Tramitador {
  clase: ClaseDeAtencion;
  recorrido: Pick<Recorrido<never, never>, 'id' | 'version' | 'diasDeEspera'>;
  rutas: (claves: Claves) => Ruta[];
  roles?: readonly string[];
  deTitular?: DeTitular;
}

const GUARDADO =
  'Cada respuesta queda guardada mientras su sesión esté abierta. Al final, la persona acepta con un código.';

export const caminoDeLaAtencion = (idPublico: string): string => `/mesa/asistidos/actos/${idPublico}`;
/** Address of the pages of a draft. */
export const caminoDelBorrador = (clase: string, borrador: string): string =>
  `/mesa/asistidos/${clase}/${borrador}`;

/** What every person accepts with the rest. */
export const LO_QUE_DIJO_ES_CIERTO =
  'Lo que dijo es cierto. Dar datos falsos tiene una sanción de 100 UVT (ET 658-3).';

export function atencion<P extends object, H extends object>(d: DefinicionDeAtencion<P, H>): Tramitador {
  const { clase, nombre, ayuda, fundamento, efecto, advertencia, roles, deTitular } = d;
  const recorrido: Recorrido<P, H> = {
    id: `tramites-rut.asistido-${clase}`,
    version: d.version ?? 1,
    titulo: d.titulo,
    diasDeEspera: 1,
    guardado: GUARDADO,
    pasos: d.preguntas.pasos,
    revision: {
      titulo: 'Revise antes de presentárselo a la persona',
      boton: 'Presentar',
      ...definidos({ advertencia }),
    },
    async terminar({ trx, datos }) {
      const { idPublico } = await presentarAtencion(trx, { clase, ...(await d.presentar(trx, datos)) });
      return { a: caminoDeLaAtencion(idPublico), resultado: {} };
    },
  };
  return {
    clase: { clase, nombre, ayuda, fundamento, efecto },
    recorrido,
    ...definidos({ roles, deTitular }),
    rutas: (claves) =>
      rutasDeRecorrido(recorrido, {
        base: caminoDelBorrador(clase, ':borrador'),
        acceso: 'funcionario',
        roles: roles ?? SOBRE_UN_RUT.atender,
        claves,
      }),
  };
}
