import type { Fecha } from '@autogestion/normas/fechas';
import { pasosDe, type Datos } from '../../interfaz/recorrido/index.ts';
import type { PersonaIdentificada } from '../../cuentas/index.ts';
import type { RespuestasActividad } from '../pasos/actividad.ts';
import type { RespuestasPreguntas } from '../pasos/preguntas.tsx';
import type { RespuestasUbicacion } from '../pasos/ubicacion.ts';

/** What each answer of the registration means. */
export type Respuestas = {
  'tratamiento-datos': { acepta: 'si' };
  correo: { correo: string };
  'codigo-correo': { codigo: string };
  telefono: { telefono: string };
  'codigo-telefono': { codigo: string };
  documento: { tipo: string; numero: string };
  nombres: { primerApellido: string; segundoApellido?: string; primerNombre: string; otrosNombres?: string };
  'fecha-expedicion': { fecha: Fecha };
  /** Only where an official saw the document, because no registry could say whose it is. */
  'lugar-expedicion': { municipio?: string };
  'identidad-vista': { vista: 'si'; fecha: Fecha };
  responsabilidades: { confirma: 'si' };
} & RespuestasUbicacion &
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

export type DatosInscripcion = Datos<Respuestas, Hechos>;

export const paso = pasosDe<Respuestas, Hechos>();

/** The answers that identify a person, as one text: another document or name is another identity. */
export function claveIdentidad({ respuestas: r }: DatosInscripcion): string {
  const { documento: d, nombres: n, 'fecha-expedicion': f } = r;
  return [
    d?.tipo,
    d?.numero,
    n?.primerApellido,
    n?.segundoApellido,
    n?.primerNombre,
    n?.otrosNombres,
    f?.fecha,
  ].join('|');
}
