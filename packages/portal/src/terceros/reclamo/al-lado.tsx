import type { ComponentChildren, VNode } from 'preact';
import { puede, titularDe } from '../../plataforma/index.ts';
import type { AlLado } from '../mio/index.ts';
import { hayRecibidos, reclamosDe } from './consultas.ts';
import { EstadoDelReclamo } from './paginas/piezas.tsx';
import { DE_RECLAMOS } from './politicas.ts';

/** Beside each thing that others reported: that it is not so, or what became of having said it. */
export const reclamosAlLado: AlLado = async (trx, { base, anio }) => {
  const dichos = await reclamosDe(trx);
  const reclama = puede(trx.actor, titularDe(trx), DE_RECLAMOS.reclamar);
  const leDicen = await hayRecibidos(trx);
  return {
    deCadaUno({ id, entrega, fila, orden, reporte }): ComponentChildren {
      const suyo = dichos.find(
        ({ registro: r }) => r.entrega === entrega && r.fila === fila && r.orden === orden,
      );
      if (suyo)
        return (
          <p class="govuk-body">
            Usted dijo que no es así: <EstadoDelReclamo estado={suyo.estado} />{' '}
            <a class="govuk-link" href={`${base}/reclamos/${suyo.idPublico}`}>
              Ver el reclamo {suyo.radicado}
            </a>
          </p>
        );
      if (!reclama) return null;
      return (
        <p class="govuk-body">
          <a class="govuk-link" href={`${base}/reportado/${anio}/${id}/no-es-asi`}>
            Esto no es así
            <span class="govuk-visually-hidden">
              : formato {reporte.formato} {reporte.concepto} de {reporte.informante.nombre}
            </span>
          </a>
        </p>
      );
    },
    enlaces: <SusReclamos base={base} dijo={dichos.length > 0} leDicen={leDicen} />,
  };
};

const SusReclamos = ({ base, dijo, leDicen }: { base: string; dijo: boolean; leDicen: boolean }): VNode => (
  <>
    {dijo ? (
      <p class="govuk-body">
        <a class="govuk-link" href={`${base}/reclamos`}>
          Lo que dijo que no es así
        </a>
      </p>
    ) : null}
    {leDicen ? (
      <p class="govuk-body">
        <a class="govuk-link" href={`${base}/reclamos-recibidos`}>
          Lo que otros dicen que no es así de lo que usted reportó
        </a>
      </p>
    ) : null}
  </>
);
