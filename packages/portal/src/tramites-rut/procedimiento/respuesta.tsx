import type { Condicion, Evaluacion } from '@autogestion/normas/rut';
import type { VNode } from 'preact';
import { Aviso } from '../../interfaz/index.ts';
import { nada } from '../../interfaz/preguntas/index.ts';
import { Condiciones, incumplidas } from '../../tramites/index.ts';

/** What is a choice of this office is told as such: the law does not say it. */
export function razonDicha({ razon, certeza }: Condicion): string {
  if (certeza !== 'parametro') return razon;
  return `La oficina entiende que la norma lo pide así: ${razon.charAt(0).toLowerCase()}${razon.slice(1)}`;
}

/** How a questionnaire answers. */
export interface TextosDeRespuesta<D> {
  /** To follow «puede pedir»: «dejar de ser responsable de IVA». */
  que: string;
  /** What goes on meanwhile, when it cannot be asked for. */
  mientras: string;
  /** Of what cannot be asked for in those words. */
  imposible?: string;
  /** What to do instead. */
  despues?: (d: D) => VNode | null;
}

/** Last question of a questionnaire, which asks nothing: whether it can be asked for, and why. */
export const preguntaDeRespuesta = <D,>(evaluar: (d: D) => Evaluacion, t: TextosDeRespuesta<D>) => {
  const imposible = (d: D) => evaluar(d).estado === 'no-cumple';
  return [
    'respuesta',
    {
      nombre: 'La respuesta',
      pregunta: (d: D) =>
        imposible(d) ? (t.imposible ?? `Por ahora no puede ${t.que}`) : `Puede pedir ${t.que}`,
    },
    nada<D>((d) => (
      <>
        <Respuesta evaluacion={evaluar(d)} mientras={t.mientras} />
        {t.despues?.(d)}
      </>
    )),
  ] as const;
};

/** The answer at once, with what was answered and what the RUT says. What stops it is told alone. */
function Respuesta({ evaluacion, mientras }: { evaluacion: Evaluacion; mientras: string }) {
  const imposible = evaluacion.estado === 'no-cumple';
  return (
    <>
      <Aviso
        tipo={imposible ? 'importante' : 'informacion'}
        titulo={imposible ? 'Por ahora no' : 'Puede pedirlo'}
      >
        {imposible
          ? `Con lo que respondió y lo que dice su RUT no se cumplen todas las condiciones, y la solicitud no se podría firmar. ${mientras} Si algo no quedó bien, vuelva y cámbielo.`
          : 'Con lo que respondió y lo que dice su RUT puede presentar la solicitud. Un funcionario la verifica y decide.'}
      </Aviso>
      <h2 class="govuk-heading-m">Por qué</h2>
      <Condiciones
        evaluacion={imposible ? { ...evaluacion, condiciones: incumplidas(evaluacion) } : evaluacion}
      />
    </>
  );
}
