import type { Fecha } from '@autogestion/normas/fechas';
import type { PersonaIdentificada } from '../../cuentas/index.ts';
import type { Documento, NombresDePersona } from '../../interfaz/preguntas/index.ts';
import type { Datos } from '../../interfaz/recorrido/index.ts';
import type { RespuestasActividad } from '../pasos/index.ts';
import type { RespuestasPreguntas } from '../pasos/index.ts';
import type { RespuestasUbicacion } from '../pasos/index.ts';

export interface Contacto {
  correo: string;
  telefono: string;
}

/** The answers by which somebody is identified. */
export interface Identificacion {
  documento: Documento;
  nombres: NombresDePersona;
  'fecha-expedicion': Fecha;
}

/** What a RUT begins with, whoever asks the questions: the person's own journey or the desk's. */
export type Respuestas = Contacto &
  Identificacion &
  RespuestasUbicacion &
  RespuestasActividad &
  RespuestasPreguntas;

/** What the office established by itself; no form writes it. */
export interface Hechos {
  correoConfirmado: string;
  telefonoConfirmado: string;
  /** E-mail that belongs to somebody else's RUT. Known only to who proved that it is theirs. */
  correoEnUso: string;
  identidad: { clave: string; persona: PersonaIdentificada };
  /** Why an identified person cannot go on here. */
  situacion: { clave: string; tipo: 'ya-inscrito' | 'fallecida' | 'menor' };
  fallosIdentidad: number;
  fallosRegistro: number;
  /** The durable request that took the place of this journey. */
  solicitud: { radicado: string };
}

/** What is known when it is asked who somebody is. */
export type DatosDeIdentidad = Datos<Contacto & Identificacion, Hechos>;

/** The answers that identify a person, as one text: another document or name is another identity. */
export function claveIdentidad({ respuestas: r }: Datos<Identificacion, object>): string {
  const { documento: d, nombres: n, 'fecha-expedicion': f } = r;
  return [
    d?.tipo,
    d?.numero,
    n?.primerApellido,
    n?.segundoApellido,
    n?.primerNombre,
    n?.otrosNombres,
    f,
  ].join('|');
}
