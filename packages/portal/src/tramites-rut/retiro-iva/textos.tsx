import { TOPE_CONTRATOS_CON_EL_ESTADO, TOPE_NO_RESPONSABLE } from '@autogestion/normas/rut';
import { limiteEnPalabras } from '../procedimiento/index.ts';
import { EnSuRut, type HechosDelRut, type TextosDeEntrada } from '../procedimiento/index.ts';

/** First page of the withdrawal of IVA in a year. */
export const textosRetiroIva = (anio: number, base: string): TextosDeEntrada => ({
  titulo: 'Dejar de ser responsable de IVA',
  que: 'Para que su RUT cambie el código 48 (responsable de IVA) por el 49 (no responsable).',
  quien: (
    <>
      <p class="govuk-body">
        Personas naturales que en {anio - 1} y en lo que va de {anio} cumplen todo esto (ET 437 par. 3; DUR
        1.6.1.2.14 par. 2):
      </p>
      <ul class="govuk-list govuk-list--bullet">
        <li>venden al detal, son artesanos, agricultores o ganaderos, o prestan servicios</li>
        <li>
          en {anio - 1} recibieron por su actividad menos de {limiteEnPalabras(TOPE_NO_RESPONSABLE, anio - 1)}
        </li>
        <li>
          en {anio} llevan menos de {limiteEnPalabras(TOPE_NO_RESPONSABLE, anio)}
        </li>
        <li>no tuvieron más de un local</li>
        <li>no usaron franquicia, concesión ni regalía, y no fueron usuarios aduaneros</li>
        <li>no firmaron contratos que lleguen a ese valor, ni les consignaron más que eso</li>
      </ul>
      <p class="govuk-body">
        Si presta servicios y solo recibe por contratos con el Estado, el límite es mayor:{' '}
        {limiteEnPalabras(TOPE_CONTRATOS_CON_EL_ESTADO, anio)} (ET 437 par. 5). Si está en el SIMPLE hay otras
        dos maneras (ET 437 par. 4); le preguntamos lo que haga falta.
      </p>
      <p class="govuk-body">
        Si ya no vende nada que pague IVA, es otro trámite, y lo pueden hacer también las empresas:{' '}
        <a class="govuk-link" href={`${base}/rut/cese-iva`}>
          informar que ya no hace nada con IVA
        </a>{' '}
        (ET 614).
      </p>
    </>
  ),
  aLaMano: [
    `lo que recibió por su actividad en ${anio - 1} y en ${anio}`,
    'lo que le consignaron por ella en los dos años',
    'los contratos que firmó, con quién y por cuánto',
  ],
  significa: (
    <>
      <p class="govuk-body">
        <strong>Hasta que se decida no cambia nada:</strong> siga cobrando el IVA, facturando y presentando
        sus declaraciones.
      </p>
      <p class="govuk-body">
        Cuando se aprueba recibe un RUT nuevo con el código 49. La oficina entiende que desde ese día deja de
        cobrar IVA y de declararlo, porque la norma no dice la fecha. La declaración del periodo en que
        todavía era responsable sí se presenta.
      </p>
      <p class="govuk-body">
        Si después deja de cumplir alguna condición, vuelve a ser responsable (ET 508-2).
      </p>
    </>
  ),
});

/** What whoever does not sell any more may ask for. */
export const enVezDelRetiro = (base: string | undefined, rut: HechosDelRut) =>
  rut.responsabilidades.includes('48') ? (
    <p class="govuk-body">
      Si ya no vende nada que pague IVA, es otro trámite:{' '}
      <EnSuRut base={base} a="/cese-iva">
        informar que ya no hace nada con IVA
      </EnSuRut>
      .
    </p>
  ) : null;
