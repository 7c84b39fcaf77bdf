import type { Claves, Codigos, Reloj } from '../../plataforma/index.ts';
import type { RegistroIdentidad } from '../../cuentas/index.ts';
import { guion, type Recorrido, type RespuestasDe } from '../../interfaz/recorrido/index.ts';
import { actividades } from '../pasos/index.ts';
import { ubicacion } from '../pasos/index.ts';
import { contacto } from './pasos/contacto.tsx';
import { identidad } from './pasos/identidad.tsx';
import { responsabilidades } from './pasos/responsabilidades.tsx';
import { repetirInscripcion, terminarInscripcion } from './terminar-inscripcion.ts';
import type { Hechos } from './tipos.ts';

export interface DependenciasInscripcion {
  codigos: Codigos;
  registro: RegistroIdentidad;
  claves: Claves;
  reloj: Reloj;
  demostracion: boolean;
  paginaSituacion: (borrador: string) => string;
}

export const ID_INSCRIPCION = 'tramites-rut.inscripcion';

const preguntas = (o: DependenciasInscripcion) =>
  guion<Hechos>()
    .con(contacto(o.codigos))
    .con(identidad(o))
    .con(ubicacion)
    .con(actividades(o.reloj))
    .con(responsabilidades(o.reloj));

/**
 * Registration of a natural person (ET 555-2; DUR 1.6.1.2.7 to .11), in the order that says nothing of anybody
 * before their identity is proven.
 */
export function recorridoInscripcion(
  o: DependenciasInscripcion,
): Recorrido<RespuestasDe<ReturnType<typeof preguntas>>, Hechos> {
  return {
    id: ID_INSCRIPCION,
    version: 1,
    titulo: 'Inscripción en el RUT',
    diasDeEspera: 30,
    pasos: preguntas(o).pasos,
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
