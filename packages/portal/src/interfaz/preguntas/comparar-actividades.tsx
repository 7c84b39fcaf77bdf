import { actividad, distinguir, nombreLlano } from '@autogestion/normas/actividades';
import { consecuenciasDeActividad } from '@autogestion/normas/rut';
import type { VNode } from 'preact';
import type { Opcion } from '../componentes/index.ts';

interface Comparacion {
  /** One card each: the everyday title, when it is that one, what follows, and last the code and the official name. */
  opciones: Opcion[];
  /** The question that tells the first from others; absent where there is none. */
  pregunta: string | undefined;
  /** What of those consequences is otherwise for some, or not certain. */
  salvedades: string[];
}

/** The activities among which somebody chooses, told apart. */
export function compararActividades(codigos: readonly string[], anio: number): Comparacion {
  const { pregunta, cuando } = distinguir(codigos);
  const deCada = codigos.map((codigo) => ({ codigo, consecuencias: consecuenciasDeActividad(codigo, anio) }));
  return {
    pregunta: pregunta ?? undefined,
    opciones: deCada.map(({ codigo, consecuencias }) => ({
      valor: codigo,
      texto: actividad(codigo)?.titulo ?? codigo,
      ayuda: (
        <>
          {cuando.has(codigo) ? <span class="en-tarjetas__cuando">{cuando.get(codigo)}</span> : null}
          {consecuencias.map(({ texto }) => (
            <span class="en-tarjetas__consecuencia">{texto}</span>
          ))}
          <span class="en-tarjetas__codigo">
            Código {codigo}: {nombreLlano(codigo)}
          </span>
        </>
      ),
    })),
    salvedades: [
      ...new Set(deCada.flatMap((c) => c.consecuencias.flatMap(({ salvedad }) => salvedad ?? []))),
    ],
  };
}

/** Once under the cards, however many they hold for. */
export function Salvedades({ de }: { de: readonly string[] }): VNode | null {
  if (de.length === 0) return null;
  return (
    <div class="govuk-inset-text">
      {de.map((texto) => (
        <p class="govuk-body-s">{texto}</p>
      ))}
    </div>
  );
}
