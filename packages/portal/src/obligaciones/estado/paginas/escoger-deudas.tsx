import { formatearPesos } from '@autogestion/normas/dinero';
import { obligacionEnPalabras } from '@autogestion/normas/estado-de-cuenta';
import { conMayuscula } from '@autogestion/normas/texto';
import type { VNode } from 'preact';
import { Boton, Casillas } from '../../../interfaz/index.ts';
import type { ObligacionConEstado } from '../../libro/index.ts';

interface Props {
  /** Where it leads: the page that figures what was chosen. */
  accion: string;
  /** Those that owe something. */
  deudas: readonly ObligacionConEstado[];
  /** By their public identifiers. */
  enFacilidad: ReadonlyMap<string, string>;
  /** Marked when it opens; those that are overdue and in no facility unless told. */
  marcadas?: readonly string[];
  error?: string | undefined;
}

/** Which debts are paid with one slip. It changes nothing: it leads to the figures. */
export function EscogerDeudas({ accion, deudas, enFacilidad, error, ...o }: Props): VNode {
  const vencidas = deudas.filter((d) => d.estado.diasDeMora > 0 && !enFacilidad.has(d.idPublico));
  return (
    <form method="get" action={accion} noValidate>
      <Casillas
        nombre="deudas"
        etiqueta="¿Cuáles va a pagar?"
        ayuda="En la página que sigue ve cuánto va a cada una, y puede cambiarlo."
        error={error}
        valor={o.marcadas ?? vencidas.map((d) => d.idPublico)}
        opciones={deudas.map((d) => ({
          valor: d.idPublico,
          texto: `${conMayuscula(obligacionEnPalabras(d.concepto, d.anio, d.periodo))}: ${formatearPesos(d.estado.debe)}`,
          ...(enFacilidad.has(d.idPublico) && {
            ayuda: 'La paga por cuotas, con los recibos de su facilidad.',
          }),
        }))}
      />
      <input type="hidden" name="escogidas" value="si" />
      <Boton variante="secundario" evitaDobleClic={false}>
        Pagar las marcadas con un solo recibo
      </Boton>
    </form>
  );
}
