import { CASILLA_54 } from '@autogestion/normas/rut';
import type { Recorrido } from '../../interfaz/recorrido/index.ts';
import type { Reloj } from '../../plataforma/index.ts';
import { evaluar, motivosDe, plazoDe } from './evaluar.ts';
import { ID_ACTUALIZACION } from './identificador.ts';
import { leerHechos } from './leer-hechos.ts';
import { preguntasActualizacion, type Respuestas } from './preguntas.ts';
import { contradiccionesQueQuedan, dondeSeCorrige, ingresosSinCambio } from './proponer-codigos.ts';
import { registroNuevo } from './registro-nuevo.ts';
import { Revision } from './revision.tsx';
import { terminarActualizacion } from './terminar-actualizacion.ts';
import type { Hechos } from './tipos.ts';

export interface DependenciasActualizacion {
  reloj: Reloj;
  demostracion: boolean;
  /** Whether box 54 is changed online; the parameter of the law's package unless told. */
  casilla54EnLinea?: boolean;
}

/** Update of the RUT by who it is of or who represents them (DUR 1.6.1.2.14): only what changed is asked. */
export function recorridoActualizacion(o: DependenciasActualizacion): Recorrido<Respuestas, Hechos> {
  const casilla54EnLinea = o.casilla54EnLinea ?? CASILLA_54.enLinea;
  return {
    id: ID_ACTUALIZACION,
    version: 3,
    titulo: 'Actualización del RUT',
    diasDeEspera: 30,
    partesSegunRespuestas: true,
    alCargar: leerHechos,
    pasos: preguntasActualizacion(o.reloj, casilla54EnLinea).pasos,
    impedimentos: (d) => motivosDe(evaluar(d, casilla54EnLinea)),
    revision: {
      titulo: 'Revise antes de actualizar',
      boton: 'Actualizar el RUT',
      advertencia:
        'Al actualizar, usted declara que estos datos son ciertos. Dar datos falsos tiene una sanción de 100 UVT (ET 658-3). Antes de terminar le pediremos confirmar que es usted.',
      contenido: (d) => {
        const evaluacion = evaluar(d, casilla54EnLinea);
        return Revision({
          evaluacion,
          contradicciones: contradiccionesQueQuedan(d, registroNuevo(d)),
          corregirEn: dondeSeCorrige(d),
          ingresosSinCambio: ingresosSinCambio(d),
          plazo: plazoDe(d, evaluacion),
        });
      },
    },
    terminar: (c) => terminarActualizacion({ ...o, casilla54EnLinea }, c),
  };
}
