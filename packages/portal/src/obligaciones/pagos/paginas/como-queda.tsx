import { formatearFecha, type Fecha } from '@autogestion/normas/fechas';
import type { ComponentChildren } from 'preact';
import { Boton, CampoFecha, Detalles, TextoInset, type camposDe } from '../../../interfaz/index.ts';
import type { PagoCalculado } from '../calcular-pago.ts';

/** The day on which one will pay, of one debt or of several. */
export const DiaDelPago = ({
  campo,
  ultimoDia,
}: {
  campo: ReturnType<typeof camposDe>;
  ultimoDia: Fecha;
}) => (
  <CampoFecha
    {...campo.fecha('dia')}
    etiqueta="¿Qué día va a pagar?"
    ayuda={`Los intereses se cuentan hasta ese día. Puede ser hoy o hasta el ${formatearFecha(ultimoDia)}.`}
  />
);

/** Where the preview stands, with script and without; nothing to show while there is something to correct. */
export const ComoQueda = ({ children }: { children: ComponentChildren }) => (
  <div id="asi-queda" aria-live="polite">
    {children ?? <TextoInset>Corrija lo que está marcado para ver cómo queda la cuenta.</TextoInset>}
  </div>
);

export const VerComoQueda = ({ aqui }: { aqui: string }) => (
  <Boton variante="secundario" accion={`${aqui}/cuenta`} evitaDobleClic={false}>
    Ver cómo queda
  </Boton>
);

export function PorQueSeReparteAsi({ salvedades }: Pick<PagoCalculado, 'salvedades'>) {
  return (
    <Detalles resumen="Por qué se reparte así">
      <p class="govuk-body">
        La ley manda que cada pago se reparta en la misma proporción en que se debe el impuesto, la sanción y
        los intereses de ese día (artículo 804 del Estatuto Tributario). No se puede escoger pagar una sola
        cosa.
      </p>
      {salvedades.map((s) => (
        <p class="govuk-body">{s}</p>
      ))}
    </Detalles>
  );
}
