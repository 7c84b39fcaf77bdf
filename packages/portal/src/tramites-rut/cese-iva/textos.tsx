import { EnSuRut, type HechosDelRut, type TextosDeEntrada } from '../procedimiento/index.ts';

/** First page of the end of the activities that pay IVA. */
export const textosCeseIva = (base: string): TextosDeEntrada => ({
  titulo: 'Informar que ya no hace nada con IVA',
  que: 'Para que su RUT deje de decir que es responsable de IVA (código 48), porque cerró el negocio o ya no vende nada que lo pague.',
  quien: (
    <>
      <p class="govuk-body">
        Personas y empresas que dejaron del todo lo que paga IVA y a las que no les queda mercancía por vender
        (ET 614; DUR 1.6.1.2.14 par. 4).
      </p>
      <p class="govuk-body">
        Si todavía vende, pero poco, es otro trámite:{' '}
        <a class="govuk-link" href={`${base}/rut/retiro-iva`}>
          dejar de ser responsable de IVA
        </a>
        .
      </p>
    </>
  ),
  aLaMano: [
    'el día en que dejó de vender',
    'si debe tener contador o revisor fiscal, su certificación, en PDF o en foto',
    'si factura, la prueba de que inhabilitó los números que no usó',
  ],
  cuanto: (
    <p class="govuk-body">
      Llenar la solicitud toma unos cinco minutos. La norma no dice en cuánto tiempo se decide (DUR 1.6.1.2.31
      par. 2): esta oficina se da <strong>30 días hábiles</strong>. Si falta algún requisito se lo dice en{' '}
      <strong>8 días hábiles</strong>, y puede presentarla otra vez (DUR 1.6.1.2.30).
    </p>
  ),
  significa: (
    <>
      <p class="govuk-body">
        <strong>Infórmelo dentro de los 30 días siguientes.</strong> Mientras no lo haga, sigue debiendo
        presentar la declaración de IVA, aunque no haya vendido nada (ET 614).
      </p>
      <p class="govuk-body">
        Cuando se aprueba recibe un RUT nuevo sin el código 48; el de una persona natural dice 49, no
        responsable. La declaración del periodo en que todavía vendió sí se presenta.
      </p>
    </>
  ),
});

/** What whoever still sells may ask for. */
export const enVezDelCese = (base: string | undefined, rut: HechosDelRut) =>
  rut.tipoContribuyente === '2' && rut.responsabilidades.includes('48') ? (
    <p class="govuk-body">
      Si todavía vende, pero poco, es otro trámite:{' '}
      <EnSuRut base={base} a="/retiro-iva">
        dejar de ser responsable de IVA
      </EnSuRut>
      .
    </p>
  ) : null;
