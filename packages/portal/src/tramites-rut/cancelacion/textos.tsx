import { CESE_NO_CANCELA } from '@autogestion/normas/rut';
import type { TextosDeEntrada } from '../procedimiento/index.ts';

/** First page of the cancellation. */
export const textosCancelacion = (base: string): TextosDeEntrada => ({
  titulo: 'Cancelar el RUT',
  que: 'Para que una inscripción en el RUT termine, cuando se da una de las causales de la norma.',
  quien: (
    <>
      <p class="govuk-body">
        El titular, su representante o su apoderado (DUR 1.6.1.2.28). El RUT debe estar activo y actualizado.
        Cada clase de inscrito tiene sus causales: liquidación de la empresa, fin del consorcio o de la
        sucesión, cambio de documento de identidad, entre otras (DUR 1.6.1.2.18).
      </p>
      <p class="govuk-body">
        {CESE_NO_CANCELA} Para eso puede{' '}
        <a class="govuk-link" href={`${base}/rut/cese-iva`}>
          informar que ya no hace nada con IVA
        </a>
        ,{' '}
        <a class="govuk-link" href={`${base}/rut/retiro-iva`}>
          dejar de ser responsable de IVA
        </a>{' '}
        o{' '}
        <a class="govuk-link" href={`${base}/rut/retiro-inc`}>
          del impuesto al consumo
        </a>
        .
      </p>
    </>
  ),
  aLaMano: [
    'los documentos de la causal, en PDF o en foto: le decimos cuáles',
    'si factura, la prueba de que inhabilitó los números que no usó',
  ],
  significa: (
    <>
      <p class="govuk-body">
        <strong>Hasta que se decida no cambia nada:</strong> siguen las declaraciones y los demás deberes. La
        oficina comprueba que no haya deudas, deberes pendientes ni procesos (DUR 1.6.1.2.29), y dos
        funcionarios revisan la decisión.
      </p>
      <p class="govuk-body">
        Cuando se aprueba, el RUT queda cancelado: sus copias lo dicen. Si después hace falta, se puede
        reactivar en una sede (DUR 1.6.1.2.20).
      </p>
    </>
  ),
});
