import { enPorcentaje } from '@autogestion/normas/dinero';
import type { DecisionDeFacilidad, PlanDeFacilidad } from '@autogestion/normas/facilidad';
import { formatearFecha, MESES, type Fecha } from '@autogestion/normas/fechas';
import type { VNode } from 'preact';
import { Aviso, Detalles, ListaResumen, Monto, Tabla } from '../../../interfaz/index.ts';
import type { Calculo } from '../calcular.ts';
import { CuotasDibujadas } from './dibujo.tsx';
import { TablaDeCuotas } from './cuotas.tsx';

/** The result of a simulation: what it costs, who grants it and why, the instalments, and where each figure comes from. */
export function ResultadoDelPlan({
  calculo,
  hoy,
}: {
  calculo: Calculo | undefined;
  hoy: Fecha | undefined;
}): VNode {
  if (!calculo || !hoy)
    return <p class="govuk-body">Con esto no se puede hacer la cuenta. Cambie lo que escogió.</p>;
  const { plan, decision } = calculo;
  return (
    <>
      <LoQueCuesta plan={plan} hoy={hoy} />
      <QuienLaConcede decision={decision} />
      <h3 class="govuk-heading-s">Las cuotas</h3>
      <CuotasDibujadas cuotas={plan.cuotas} />
      <Detalles resumen={`Ver las ${plan.cuotas.length} cuotas, una por una`}>
        <TablaDeCuotas cuotas={plan.cuotas} />
      </Detalles>
      <Tasas plan={plan} />
      <LoSupuesto textos={[...plan.salvedades, ...decision.salvedades]} />
    </>
  );
}

const LoQueCuesta = ({ plan, hoy }: { plan: PlanDeFacilidad; hoy: Fecha }) => (
  <ListaResumen
    filas={[
      { rotulo: `Si paga hoy, ${formatearFecha(hoy)}`, valor: <Monto pesos={plan.deuda} /> },
      { rotulo: 'Si paga por cuotas, en total', valor: <Monto pesos={plan.total} /> },
      {
        rotulo: 'Lo que le cuesta el plazo',
        valor: (
          <>
            <Monto pesos={plan.intereses} /> de intereses
          </>
        ),
      },
      { rotulo: 'Termina de pagar', valor: formatearFecha(plan.hasta) },
    ]}
  />
);

const TITULOS = {
  automatica: 'Se la concedemos al firmar',
  mesa: 'La decide un funcionario',
  'no-procede': 'Así no se puede',
} as const;

/** Who decides it, with the article; what the office took for itself is told as its own. */
const QuienLaConcede = ({ decision: d }: { decision: DecisionDeFacilidad }): VNode => (
  <>
    <Aviso
      tipo={d.camino === 'no-procede' ? 'importante' : 'informacion'}
      titulo={TITULOS[d.camino]}
      id="quien"
    >
      <p class="govuk-body">
        {d.frase} ({d.norma})
      </p>
      {d.alternativas.length > 0 ? (
        <ul class="govuk-list govuk-list--bullet">
          {d.alternativas.map((a) => (
            <li>{a}</li>
          ))}
        </ul>
      ) : null}
    </Aviso>
    <Detalles resumen="Por qué">
      <ul class="govuk-list govuk-list--bullet">
        {d.razones.map((r) => (
          <li>
            {r.razon} {r.certeza === 'parametro' ? 'Es una regla de esta oficina.' : `(${r.articulo})`}
          </li>
        ))}
      </ul>
    </Detalles>
  </>
);

const enLetras = (mes: string): string => `${MESES[Number(mes.slice(5)) - 1] ?? ''} de ${mes.slice(0, 4)}`;

/** The rate of each month of the plan, with its article, and which are not known yet. */
function Tasas({ plan }: { plan: PlanDeFacilidad }) {
  const porMes = new Map(
    plan.cuotas.flatMap((c) => c.intereses.flatMap((i) => i.interes.tramos.map((t) => [t.mes, t] as const))),
  );
  if (porMes.size === 0) return null;
  return (
    <Detalles resumen="Con qué tasa, mes por mes">
      <Tabla
        titulo="Tasa de interés de mora de cada mes"
        columnas={[{ titulo: 'Mes' }, { titulo: 'Tasa al año', numerica: true }, { titulo: 'De dónde sale' }]}
        conCabezas
        filas={[...porMes.values()].map(({ mes, tasa }) => [
          enLetras(mes),
          enPorcentaje(tasa.mora),
          tasa.confianza === 'supuesta'
            ? `Todavía no se conoce: se supone la de ${enLetras(tasa.mes)}.`
            : `Usura certificada menos dos puntos (${tasa.norma}).`,
        ])}
      />
      <p class="govuk-body">
        El interés corre cada día sobre el impuesto que falte (ET 634 y 635). Las sanciones no tienen.
      </p>
    </Detalles>
  );
}

const LoSupuesto = ({ textos }: { textos: readonly string[] }) =>
  textos.length === 0 ? null : (
    <>
      <h3 class="govuk-heading-s">Tenga en cuenta</h3>
      <ul class="govuk-list govuk-list--bullet">
        {[...new Set(textos)].map((t) => (
          <li>{t}</li>
        ))}
      </ul>
    </>
  );
