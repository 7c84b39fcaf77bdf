import type { VNode } from 'preact';
import {
  Aviso,
  Boton,
  Dibujo,
  Ficha,
  Formulario,
  Pagina,
  renderizarPagina,
  type Errores,
  type Valores,
} from '../../../interfaz/index.ts';
import { camposDe } from '../../../interfaz/index.ts';
import type { Calculo, LoSabido } from '../calcular.ts';
import { PREGUNTAS } from '../preguntas.ts';
import { ResultadoDelPlan } from './resultado.tsx';

interface PropsDelSimulador {
  /** `/de/<titular>` */
  base: string;
  camino: string;
  sabido: LoSabido;
  /** As typed, or what it begins with. */
  valores: Valores;
  errores: Errores;
  calculo: Calculo | undefined;
  /** The same question, for the file. */
  consulta: string;
  /** May ask for it, and not only look. */
  puedePedir: boolean;
  facilidades: readonly { idPublico: string; enVigor: boolean }[];
  borradores: readonly { idPublico: string }[];
}

/** The simulator: what is asked on the left, what it gives at its side, with a button without script and at once with it. */
export function paginaSimulador(o: PropsDelSimulador): string {
  return renderizarPagina(
    <Pagina
      titulo="Pagar por cuotas"
      ancho="ancha"
      islas={['simulador']}
      migas={[
        { texto: 'Inicio', href: o.base },
        { texto: 'Estado de obligaciones', href: `${o.base}/obligaciones` },
      ]}
      errores={o.errores}
    >
      <LasQueTiene {...o} />
      {o.sabido.deudas.length === 0 ? <Nada {...o} /> : <Simulador {...o} />}
    </Pagina>,
  );
}

const LasQueTiene = ({ facilidades, borradores, base, camino }: PropsDelSimulador) => {
  const enVigor = facilidades.filter((f) => f.enVigor);
  const [borrador] = borradores;
  return (
    <>
      {enVigor.length > 0 ? (
        <Aviso
          titulo={enVigor.length === 1 ? 'Tiene una facilidad de pago' : 'Tiene facilidades de pago'}
          id="tiene"
        >
          <ul class="govuk-list">
            {enVigor.map((f, i) => (
              <li>
                <a class="govuk-link" href={`${base}/obligaciones/facilidades/${f.idPublico}`}>
                  Ver sus cuotas{enVigor.length > 1 ? ` (${i + 1})` : ''}
                </a>
              </li>
            ))}
          </ul>
        </Aviso>
      ) : null}
      {borrador ? (
        <p class="govuk-body">
          <a class="govuk-link" href={`${camino}/${borrador.idPublico}`}>
            Seguir con la solicitud que empezó
          </a>
        </p>
      ) : null}
    </>
  );
};

const Nada = ({ base }: PropsDelSimulador): VNode => (
  <div class="vacio">
    <Dibujo nombre="vacio" />
    <p class="govuk-body">No tiene deudas vencidas fuera de una facilidad: no hay qué pagar por cuotas.</p>
    <p class="govuk-body">
      <a class="govuk-link" href={`${base}/obligaciones`}>
        Ver sus obligaciones
      </a>
    </p>
  </div>
);

function Simulador(o: PropsDelSimulador): VNode {
  const contexto = {
    datos: { hechos: o.sabido },
    valores: o.valores as Record<string, string | string[]>,
    errores: o.errores,
    campo: camposDe({ valores: o.valores, errores: o.errores }),
  };
  return (
    <>
      <p class="govuk-body">
        Escoja qué paga, en cuántas cuotas, y vea cuánto le cuesta. Nada de esto lo compromete.
      </p>
      <div class="simulador">
        <form method="get" action={o.camino} noValidate data-simulador="resultado">
          {PREGUNTAS.deudas.pagina({ ...contexto, nombre: 'Deudas' })}
          {PREGUNTAS.plan.pagina({ ...contexto, nombre: 'Cuotas' })}
          {PREGUNTAS.garantia.pagina({ ...contexto, nombre: 'Garantía' })}
          <input type="hidden" name="calcular" value="si" />
          <Boton variante="secundario">Recalcular</Boton>
        </form>
        <Resultado {...o} />
      </div>
    </>
  );
}

const Resultado = (o: PropsDelSimulador): VNode => (
  <div id="resultado" aria-live="polite">
    <Ficha titulo="Su plan">
      <ResultadoDelPlan calculo={o.calculo} hoy={o.sabido.hoy} />
      {o.calculo ? (
        <p class="govuk-body">
          <a class="govuk-link" href={`${o.camino}/cuotas.csv?${o.consulta}`} download>
            Descargar las cuotas (CSV)
          </a>
        </p>
      ) : null}
      {o.calculo && o.puedePedir && o.calculo.decision.camino !== 'no-procede' ? <Pedirla {...o} /> : null}
    </Ficha>
  </div>
);

/** What was computed goes on to the journey as its answers: nothing is written twice. */
const Pedirla = ({ camino, valores }: PropsDelSimulador): VNode => (
  <Formulario accion={camino}>
    {Object.entries(valores).flatMap(([nombre, valor]) =>
      [valor ?? []].flat().map((v) => <input type="hidden" name={nombre} value={v} />),
    )}
    <Boton>Pedirla así</Boton>
  </Formulario>
);
