import type { VNode } from 'preact';
import { EnSuRut } from '../procedimiento/index.ts';
import { listaElegida } from './documentos.ts';
import { esSinCausal, type SinCausal, type SolicitudCancelacion } from './solicitud.ts';

/** Which documents the cause asks for, before anything has to be attached. */
export function Documentos({ solicitud }: { solicitud: SolicitudCancelacion }) {
  const documentos = listaElegida(solicitud);
  if (documentos.length === 0) {
    return <p class="govuk-body">La norma no pide documentos para esta causal (DUR 1.6.1.2.19).</p>;
  }
  return (
    <>
      <p class="govuk-body">
        Los adjunta en la página de la solicitud, en PDF o en foto, antes de firmarla (DUR 1.6.1.2.19).
      </p>
      <ul class="govuk-list govuk-list--bullet">
        {documentos.map((d) => (
          <li>{d.nombre}</li>
        ))}
      </ul>
    </>
  );
}

/** What to do instead, for each reason that cancels no registration. */
export function enVezDeCancelar(motivo: string | undefined, base: string | undefined) {
  if (motivo === undefined || !esSinCausal(motivo)) return null;
  return QUE_HACER[motivo](base);
}

const QUE_HACER: Record<SinCausal, (base: string | undefined) => VNode> = {
  'dejo-la-actividad': (base) => (
    <>
      <ul class="govuk-list govuk-list--bullet">
        <li>
          <EnSuRut base={base} a="/actualizacion">
            Actualice el RUT
          </EnSuRut>{' '}
          con lo que hace ahora, o como persona sin actividad, dentro del mes siguiente.
        </li>
        <li>
          Si es responsable de IVA, pida{' '}
          <EnSuRut base={base} a="/retiro-iva">
            dejar de serlo
          </EnSuRut>{' '}
          o{' '}
          <EnSuRut base={base} a="/cese-iva">
            informe el cese
          </EnSuRut>{' '}
          (ET 437 par. 3; ET 614).
        </li>
        <li>
          Si cobra el impuesto al consumo, pida{' '}
          <EnSuRut base={base} a="/retiro-inc">
            dejar de ser responsable
          </EnSuRut>{' '}
          (ET 512-13).
        </li>
        <li>Presente las declaraciones de los periodos en que todavía era responsable.</li>
      </ul>
      <p class="govuk-body">Tener RUT sin obligaciones no le cuesta nada.</p>
    </>
  ),
  fallecio: () => (
    <>
      <p class="govuk-body">
        El RUT de quien falleció se cancela cuando termina la sucesión, con la escritura o la sentencia, o con
        la manifestación de los herederos de que no hubo bienes (DUR 1.6.1.2.18 num. 1 lit. b; .19 num. 6).
      </p>
      <p class="govuk-body">
        Lo pide quien figura como representante en la hoja 3 del RUT de la sucesión: entra con su propia
        cuenta y elige <strong>Actuar por otros</strong>. Si nadie figura todavía, un heredero pide una cita
        de videoatención.
      </p>
    </>
  ),
  otra: () => (
    <p class="govuk-body">
      El RUT no vence ni cuesta. Si algún dato no es cierto, actualícelo. Si cree que su caso sí es una
      causal, pida una cita y un funcionario lo revisa con usted.
    </p>
  ),
};
