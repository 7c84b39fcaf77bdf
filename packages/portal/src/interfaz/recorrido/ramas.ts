import type { Ejemplo, Paso, Recorrido } from './definicion.ts';
import { estadoDe, leerPaso, type Borrador } from './estado.ts';
import { cuantasVueltas, primeraDeOtra } from './vueltas.ts';

export interface Rama {
  /** Slugs in the order in which they were answered. */
  camino: string[];
  respuestas: Borrador['respuestas'];
  hechos: Record<string, unknown>;
  /** First question of a round that was just asked for. */
  abierta?: string | undefined;
  /** It ended in a page that says why there is nothing to ask for. */
  acabada?: true;
}

interface OpcionesDeRamas<R extends object, H extends object> {
  maximo?: number;
  hechos?: Partial<H>;
  alPisar?: (rama: Rama, paso: Paso<R, H>, ejemplos: readonly Ejemplo<H>[]) => void;
}

/** Rounds of a group that are walked: with the second, what it asks of the one before. */
const VUELTAS = 2;

/**
 * Walks every branch of a journey: at each open step it tries every example of that step. Each branch ends with
 * nothing left to ask, or where a step says why it ends there; one that does not is a fault of the definition. `hechos` are those of a draft just opened.
 * @param alPisar is told of each open step, once, with the draft as it stands before the answer
 * @throws Error when an example is refused by its own schema, does not complete its step, or a branch grows for ever.
 */
export function recorrerRamas<R extends object, H extends object>(
  def: Recorrido<R, H>,
  { maximo = 5_000, hechos = {}, alPisar }: OpcionesDeRamas<R, H> = {},
): Rama[] {
  const terminadas: Rama[] = [];
  const abiertas: Rama[] = [{ camino: [], respuestas: {}, hechos: { ...hechos } }];
  for (let rama = abiertas.pop(); rama; rama = abiertas.pop()) {
    const { siguiente, datos } = estadoDe(def, rama, rama.abierta);
    if (!siguiente) {
      terminadas.push(rama);
      if (terminadas.length > maximo) throw new Error(`${def.id} has more than ${maximo} branches`);
      continue;
    }
    const claves = Object.keys(rama.respuestas);
    const { cierra } = siguiente;
    if (cierra && cuantasVueltas(cierra.grupo, claves) < VUELTAS && (cierra.puedeOtra?.(datos) ?? true)) {
      const camino = [...rama.camino, siguiente.slug];
      abiertas.push({ ...rama, camino, abierta: primeraDeOtra(def.pasos, cierra, claves) });
    }
    const ejemplos =
      typeof siguiente.ejemplos === 'function' ? siguiente.ejemplos(datos) : siguiente.ejemplos;
    if (ejemplos.length === 0) throw new Error(`${def.id}/${siguiente.slug} has no examples`);
    alPisar?.(rama, siguiente, ejemplos);
    if ((siguiente.acaba?.(datos) ?? []).length > 0) {
      terminadas.push({ ...rama, camino: [...rama.camino, siguiente.slug], acabada: true });
      continue;
    }
    for (const [i, ejemplo] of ejemplos.entries()) {
      const leido = leerPaso(siguiente, ejemplo.escrito, datos);
      if (!leido.ok)
        throw new Error(
          `Example ${i} of ${def.id}/${siguiente.slug} is refused: ${JSON.stringify(leido.campos)}`,
        );
      const nueva: Rama = {
        camino: [...rama.camino, siguiente.slug],
        hechos: { ...rama.hechos, ...ejemplo.hechos },
        respuestas:
          siguiente.guarda === false
            ? rama.respuestas
            : { ...rama.respuestas, [siguiente.slug]: { escrito: ejemplo.escrito, revision: 1 } },
      };
      if (estadoDe(def, nueva).siguiente?.slug === siguiente.slug) {
        throw new Error(`Example ${i} of ${def.id}/${siguiente.slug} does not complete the step`);
      }
      abiertas.push(nueva);
    }
  }
  return terminadas;
}
