import { formatearFecha } from '@autogestion/normas/fechas';
import { Detalles, Etiqueta, Pagina, renderizarPagina, TextoInset } from '../../interfaz/index.ts';
import type { VencimientoPropio } from '../proximos.ts';

/** The person's own calendar: what falls due, when, and why. */
export const paginaCalendario = (o: { vencimientos: readonly VencimientoPropio[]; base: string }) =>
  renderizarPagina(
    <Pagina titulo="Sus vencimientos" migas={[{ texto: 'Inicio', href: o.base }]}>
      <p class="govuk-body">De hoy a un año, según las responsabilidades de su RUT.</p>
      {o.vencimientos.length === 0 ? (
        <p class="govuk-body">Con lo que dice su RUT no tiene vencimientos en el próximo año.</p>
      ) : null}
      {o.vencimientos.some((v) => v.porConfirmar) ? (
        <TextoInset>
          Los marcados «por confirmar» dependen de datos que su RUT no dice. Lea por qué en cada uno.
        </TextoInset>
      ) : null}
      {o.vencimientos.map((v) => (
        <section>
          <h2 class="govuk-heading-s">
            {formatearFecha(v.fecha)}: {v.nombre}, {v.periodo}
          </h2>
          {v.porConfirmar ? <Etiqueta tono="ojo">POR CONFIRMAR</Etiqueta> : null}
          <Detalles
            resumen={
              <>
                Por qué ese día
                <span class="govuk-visually-hidden">
                  , {v.nombre}, {v.periodo}
                </span>
              </>
            }
          >
            <p class="govuk-body">{v.regla}</p>
            <p class="govuk-body">
              {v.motivo.razon} ({v.motivo.articulo})
            </p>
          </Detalles>
        </section>
      ))}
    </Pagina>,
  );
