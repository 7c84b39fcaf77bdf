import type { Claves, Codigos, Reloj } from '../../plataforma/index.ts';
import type { RegistroIdentidad } from '../../cuentas/index.ts';
import { comoParteDe, type Recorrido } from '../../interfaz/recorrido/index.ts';
import { actividades, type RespuestasActividad } from '../pasos/actividad.ts';
import { ubicacion, type RespuestasUbicacion } from '../pasos/ubicacion.ts';
import { pasosContacto } from './pasos/contacto.tsx';
import { pasosIdentidad } from './pasos/identidad.tsx';
import { pasosResponsabilidades } from './pasos/responsabilidades.tsx';
import { repetirInscripcion, terminarInscripcion } from './terminar-inscripcion.ts';
import type { Hechos, Respuestas } from './tipos.ts';

export interface DependenciasInscripcion {
  codigos: Codigos;
  registro: RegistroIdentidad;
  claves: Claves;
  reloj: Reloj;
  demostracion: boolean;
  paginaSituacion: (borrador: string) => string;
}

export const ID_INSCRIPCION = 'tramites-rut.inscripcion';

/**
 * Registration of a natural person (ET 555-2; DUR 1.6.1.2.7 to .11), in the order that says nothing of anybody
 * before their identity is proven.
 */
export function recorridoInscripcion(o: DependenciasInscripcion): Recorrido<Respuestas, Hechos> {
  const parte = comoParteDe<Respuestas, Hechos>();
  return {
    id: ID_INSCRIPCION,
    version: 1,
    titulo: 'Inscripción en el RUT',
    diasDeEspera: 30,
    pasos: [
      ...pasosContacto(o.codigos),
      ...pasosIdentidad(o),
      ...parte<RespuestasUbicacion>(ubicacion.pasos),
      ...parte<RespuestasActividad>(actividades(o.reloj).pasos),
      ...pasosResponsabilidades(o.reloj),
    ],
    revision: {
      titulo: 'Revise antes de terminar',
      boton: 'Terminar la inscripción',
      advertencia:
        'Al terminar, usted declara que estos datos son ciertos. Dar datos falsos tiene una sanción de 100 UVT (ET 658-3).',
    },
    terminar: (c) => terminarInscripcion(o, c),
    repetir: repetirInscripcion,
  };
}
