import type { Condicion, Evaluacion } from '@autogestion/normas/rut';
import type { ComponentChildren, VNode } from 'preact';
import { Aviso } from '../../interfaz/index.ts';
import { nada } from '../../interfaz/preguntas/index.ts';
import { Condiciones, incumplidas, NoSePuede } from '../../tramites/index.ts';
import { hechosAbiertos, type HechosDelBorrador, type HechosDelRut } from './hechos-del-rut.ts';

/** What is a choice of this office is told as such: the law does not say it. */
export function razonDicha({ razon, certeza }: Condicion): string {
  if (certeza !== 'parametro') return razon;
  return `La oficina entiende que la norma lo pide así: ${razon.charAt(0).toLowerCase()}${razon.slice(1)}`;
}

/** Another page of the RUT of whom it is asked; its words alone where an official asks. */
export const EnSuRut = ({
  base,
  a,
  children,
}: {
  base: string | undefined;
  a: string;
  children: ComponentChildren;
}) =>
  base === undefined ? (
    <>{children}</>
  ) : (
    <a class="govuk-link" href={`${base}/rut${a}`}>
      {children}
    </a>
  );

/** How a questionnaire answers. */
export interface TextosDeRespuesta<D> {
  /** To follow «puede pedir»: «dejar de ser responsable de IVA». */
  que: string;
  /** What goes on meanwhile, when it cannot be asked for. */
  mientras: string;
  /** Code of box 53 without which nothing goes on. */
  mientrasTenga?: '48' | '33';
  /** Of what cannot be asked for in those words. */
  imposible?: string;
  /** What to do instead; with `base`, the home of the taxpayer, the links to it. */
  enVez?: (d: D, base: string | undefined, rut: HechosDelRut) => VNode | null;
}

/**
 * Last question of a questionnaire, which asks nothing: whether it can be asked for, and why. When it cannot, the
 * questionnaire ends in it: nobody is led to a request that could not be signed.
 */
export const preguntaDeRespuesta = <D extends { hechos: Partial<HechosDelBorrador> }>(
  evaluar: (d: D) => Evaluacion,
  t: TextosDeRespuesta<D>,
) => {
  const imposible = (d: D) => evaluar(d).estado === 'no-cumple';
  return [
    'respuesta',
    {
      nombre: 'La respuesta',
      pregunta: (d: D) =>
        imposible(d) ? (t.imposible ?? `Por ahora no puede ${t.que}`) : `Puede pedir ${t.que}`,
      acaba: (d: D) =>
        imposible(d) ? incumplidas(evaluar(d)).map((c) => `${razonDicha(c)} (${c.articulo})`) : [],
    },
    nada<D>((d, base) =>
      imposible(d) ? (
        <NoSePuede titulo="No puede pedirlo" evaluacion={evaluar(d)}>
          <EnVez t={t} d={d} base={base} />
        </NoSePuede>
      ) : (
        <Puede evaluacion={evaluar(d)} />
      ),
    ),
  ] as const;
};

function EnVez<D extends { hechos: Partial<HechosDelBorrador> }>({
  t,
  d,
  base,
}: {
  t: TextosDeRespuesta<D>;
  d: D;
  base: string | undefined;
}) {
  const { rut } = hechosAbiertos(d);
  const sigue = t.mientrasTenga === undefined || rut.responsabilidades.includes(t.mientrasTenga);
  return (
    <>
      <h2 class="govuk-heading-m">Qué puede hacer</h2>
      {sigue ? <p class="govuk-body">{t.mientras}</p> : null}
      {t.enVez?.(d, base, rut)}
      <p class="govuk-body">
        Si algo no es como aparece, cambie la respuesta o{' '}
        <EnSuRut base={base} a="">
          revise el RUT
        </EnSuRut>
        .
      </p>
    </>
  );
}

/** The answer at once; what is met waits behind a line. */
const Puede = ({ evaluacion }: { evaluacion: Evaluacion }) => (
  <>
    <Aviso titulo="Puede pedirlo">
      Con lo que respondió y lo que dice su RUT puede presentar la solicitud. Un funcionario la verifica y
      decide.
    </Aviso>
    <h2 class="govuk-heading-m">Por qué</h2>
    <Condiciones evaluacion={evaluacion} plegar />
  </>
);
