import type { Condicion, Evaluacion } from '@autogestion/normas/rut';
import { Aviso } from '../../interfaz/index.ts';
import { Condiciones, incumplidas } from '../../tramites/index.ts';
import { SIN_RESPUESTA } from './campos.tsx';

/** What is a choice of this office is told as such: the law does not say it. */
export function razonDicha({ razon, certeza }: Condicion): string {
  if (certeza !== 'parametro') return razon;
  return `La oficina entiende que la norma lo pide así: ${razon.charAt(0).toLowerCase()}${razon.slice(1)}`;
}

/** The answer at once, with what was answered and what the RUT says. What stops it is told alone. */
function Respuesta({ evaluacion, si, no }: { evaluacion: Evaluacion; si: string; no: string }) {
  const imposible = evaluacion.estado === 'no-cumple';
  return (
    <>
      <Aviso
        tipo={imposible ? 'importante' : 'informacion'}
        titulo={imposible ? 'Por ahora no' : 'Puede pedirlo'}
      >
        {imposible ? no : si}
      </Aviso>
      <h2 class="govuk-heading-m">Por qué</h2>
      <Condiciones
        evaluacion={imposible ? { ...evaluacion, condiciones: incumplidas(evaluacion) } : evaluacion}
      />
    </>
  );
}

/** Last question of a questionnaire, which asks nothing: whether it can be asked for, and why. `que` follows «pedir». */
export const pasoDeRespuesta = <D,>(o: { evaluar: (d: D) => Evaluacion; que: string; mientras: string }) => ({
  slug: 'respuesta' as const,
  parte: 'La respuesta',
  nombre: 'La respuesta',
  pregunta: (d: D) =>
    o.evaluar(d).estado === 'no-cumple' ? `Por ahora no puede ${o.que}` : `Puede pedir ${o.que}`,
  esquema: SIN_RESPUESTA,
  pagina: (c: { datos: D }) => (
    <Respuesta
      evaluacion={o.evaluar(c.datos)}
      si="Con lo que respondió y lo que dice su RUT puede presentar la solicitud. Un funcionario la verifica y decide."
      no={`Con lo que respondió y lo que dice su RUT no se cumplen todas las condiciones, y la solicitud no se podría firmar. ${o.mientras} Si algo no quedó bien, vuelva y cámbielo.`}
    />
  ),
  ejemplos: [{ escrito: {} }],
});

/** Of the page before the end of these journeys, which file nothing by themselves. */
export const REVISION = {
  titulo: 'Revise lo que respondió',
  boton: 'Ver la solicitud',
  advertencia:
    'Todavía no presenta nada: en la página que sigue ve la solicitud completa y, si se cumplen las condiciones, la firma.',
};
