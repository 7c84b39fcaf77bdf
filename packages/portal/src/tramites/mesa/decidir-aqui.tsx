import type { Condicion } from '@autogestion/normas/rut';
import { conMayuscula } from '@autogestion/normas/texto';
import { Boton, Detalles, Etiqueta, Formulario } from '../../interfaz/index.ts';
import { Preguntar } from '../../interfaz/preguntas/index.ts';
import { impedimentoPara } from '../comprobar-solicitud.ts';
import { CondicionJuzgada } from '../paginas/condiciones.tsx';
import type { TipoDeCaso } from '../tipos.ts';
import { Impedido } from './impedido.tsx';
import type { PropsDeCasoEnMesa } from './lo-del-caso.ts';
import { DECISION, NOTA } from './preguntas.ts';
import { campoDeHallazgo } from './hallazgos.ts';

type Verificable = TipoDeCaso['verificables'][number];

/**
 * What decides a case, in one form: what is not met and what must be looked for first, each thing with its answer beside
 * it; what is met, folded; and the decision that would end it, already written. What was verified and the decision go
 * together, so that a simple case is one page.
 */
export function DecidirAqui(o: PropsDeCasoEnMesa) {
  const { caso, valores = {}, errores = {} } = o;
  const { evaluacion } = o.comprobacion;
  const camino = `/mesa/tramites/${caso.radicado}`;
  const { aqui } = o;
  const impide = aqui && impedimentoPara(aqui.como, evaluacion);
  const porVerificar = impide?.codigo === 'falta-verificar';
  const verbo = caso.cuatroOjos ? 'pasar a confirmación' : (aqui?.como.verbo.toLowerCase() ?? '');
  return (
    <Formulario accion={`${camino}/resolver`} ocultos={aqui ? { sentido: aqui.sentido } : {}}>
      <section aria-labelledby="caso-condiciones">
        <h2 class="govuk-heading-m" id="caso-condiciones">
          Lo que decide
        </h2>
        <LoQueDecide {...o} />
        {o.tiene && caso.tipo.verificables.length > 0 ? (
          <div class="verificar__nota">
            <Preguntar pregunta={NOTA} nombre="Dónde lo buscó y qué vio" {...{ valores, errores }} />
            <Boton variante="secundario" accion={`${camino}/verificaciones`}>
              Anotar lo marcado
            </Boton>
          </div>
        ) : null}
      </section>
      {aqui ? (
        <section aria-labelledby="caso-decidir">
          <h2 class="govuk-heading-m" id="caso-decidir">
            {conMayuscula(aqui.como.verbo)}
          </h2>
          {impide ? <Impedido impide={impide} /> : null}
          <p class="govuk-body">
            {aqui.como.resuelve} {caso.cuatroOjos ? 'Usted la prepara y otro funcionario la confirma.' : ''}
          </p>
          <Preguntar
            pregunta={DECISION}
            valores={{ razones: aqui.plantilla.razones, fundamento: aqui.plantilla.fundamento, ...valores }}
            errores={errores}
          />
          <div class="govuk-button-group" data-tecla="a">
            <Boton nombre="despues" valor="siguiente">
              {porVerificar ? `Anotar, ${verbo} y seguir` : `${conMayuscula(verbo)} y seguir`}
            </Boton>
            <Boton variante="secundario" nombre="despues" valor="aqui">
              {porVerificar ? `Anotar y ${verbo}` : conMayuscula(verbo)}
            </Boton>
            <VerAntes caso={caso} />
          </div>
        </section>
      ) : null}
    </Formulario>
  );
}

/** What the form says, as the PDF that would be sent: nothing is decided. */
export const VerAntes = ({ caso }: Pick<PropsDeCasoEnMesa, 'caso'>) => (
  <button
    class="govuk-button govuk-button--secondary"
    type="submit"
    formaction={`/mesa/tramites/${caso.radicado}/vista-previa`}
    formtarget="_blank"
  >
    Ver el PDF antes
  </button>
);

/** The conditions of a case: what is not met, what is not known with what to look for, and the rest folded. */
function LoQueDecide(o: PropsDeCasoEnMesa) {
  const { condiciones } = o.comprobacion.evaluacion;
  const de = (e: Condicion['estado']) => condiciones.filter((c) => c.estado === e);
  const deCondicion = (c: Condicion) =>
    o.caso.tipo.verificables.filter((v) => (v.condicion ?? v.id) === c.id);
  const sueltas = o.caso.tipo.verificables.filter(
    (v) => !condiciones.some((c) => (v.condicion ?? v.id) === c.id),
  );
  const fila = (c: Condicion) => (
    <CondicionJuzgada condicion={c}>
      {deCondicion(c).map((v) => (
        <Verificar {...o} v={v} />
      ))}
    </CondicionJuzgada>
  );
  const cumplidas = de('cumple');
  return (
    <>
      <ul class="condiciones">
        {[...de('no-cumple'), ...de('no-se-sabe')].map(fila)}
        {sueltas.map((v) => (
          <li class="condicion">
            <Verificar {...o} v={v} />
          </li>
        ))}
      </ul>
      {cumplidas.length > 0 ? (
        <Detalles
          resumen={
            cumplidas.length === 1 ? 'Una condición se cumple' : `${cumplidas.length} condiciones se cumplen`
          }
        >
          <ul class="condiciones">{cumplidas.map(fila)}</ul>
        </Detalles>
      ) : null}
    </>
  );
}

const HALLAZGOS = [
  ['no-hay', 'No hay'],
  ['hay', 'Hay'],
] as const;

/** What was found of one thing, or the two answers to mark. */
function Verificar({ caso, tiene, v, valores = {}, errores = {} }: PropsDeCasoEnMesa & { v: Verificable }) {
  const ya = caso.marcha.verificado[v.id];
  const campo = campoDeHallazgo(v.id);
  if (!tiene)
    return (
      <p class="verificar__hecho">
        {v.que}: {ya ? dicho(ya) : 'sin verificar'}.
      </p>
    );
  return (
    <fieldset class="verificar" id={campo}>
      <legend>
        {v.que}
        {ya ? <Etiqueta tono="informacion">{dicho(ya)}</Etiqueta> : null}
      </legend>
      {errores[campo] ? <p class="govuk-error-message">{errores[campo]}</p> : null}
      {HALLAZGOS.map(([valor, texto]) => (
        <label>
          <input type="radio" name={campo} value={valor} checked={valores[campo] === valor} /> {texto}
          <span class="govuk-visually-hidden">: {v.que}</span>
        </label>
      ))}
    </fieldset>
  );
}

const dicho = (h: 'hay' | 'no-hay'): string => (h === 'hay' ? 'hay' : 'no hay');
