import { ANIOS_ANTERIORES_DEL_INC, TOPE_NO_RESPONSABLE } from '@autogestion/normas/rut';
import { limiteEnPalabras } from '../procedimiento/index.ts';
import type { TextosDeEntrada } from '../procedimiento/index.ts';

/** First page of the withdrawal of the consumption tax in a year. */
export function textosRetiroInc(anio: number): TextosDeEntrada {
  const anios = Array.from(
    { length: ANIOS_ANTERIORES_DEL_INC + 1 },
    (_, i) => anio - ANIOS_ANTERIORES_DEL_INC + i,
  );
  return {
    titulo: 'Dejar de ser responsable del impuesto al consumo',
    que: 'Para restaurantes y bares: su RUT cambia el código 33 (impuesto al consumo) por el 50 (no responsable).',
    quien: (
      <>
        <p class="govuk-body">
          Personas naturales que sirven comidas o bebidas y que en cada uno de los tres años anteriores, y en
          lo que va de {anio}, no tuvieron más de un local y recibieron menos que esto (ET 512-13; DUR
          1.6.1.2.14 par. 3):
        </p>
        <ul class="govuk-list govuk-list--bullet">
          {anios.map((a) => (
            <li>{limiteEnPalabras(TOPE_NO_RESPONSABLE, a)}</li>
          ))}
        </ul>
      </>
    ),
    aLaMano: [`lo que recibió por comidas y bebidas cada año, de ${anios[0] ?? anio} a ${anio}`],
    significa: (
      <>
        <p class="govuk-body">
          <strong>Hasta que se decida no cambia nada:</strong> siga cobrando el impuesto al consumo y
          declarándolo.
        </p>
        <p class="govuk-body">
          Cuando se aprueba recibe un RUT nuevo con el código 50. La oficina entiende que desde ese día deja
          de cobrarlo y de declararlo, porque la norma no dice la fecha. La declaración del periodo en que
          todavía era responsable sí se presenta.
        </p>
      </>
    ),
  };
}
