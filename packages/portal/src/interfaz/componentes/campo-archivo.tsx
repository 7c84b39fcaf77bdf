import type { VNode } from 'preact';
import type { PropsDeCampo } from '../campos.ts';
import { clases } from './clases.ts';
import { descripcionDe, GrupoDeCampo } from './grupo.tsx';

interface PropsDeCampoArchivo extends PropsDeCampo {
  /** As the HTML attribute: `application/pdf,image/jpeg`. The server checks the content again. */
  acepta?: string;
  varios?: boolean;
  /** Name of a file received before the error: a browser cannot be given it back, so it is said. */
  recibido?: string;
}

/** A file of the person's. The form around it needs `conArchivos`. */
export function CampoArchivo({ acepta, varios, recibido, ...props }: PropsDeCampoArchivo): VNode {
  const { id, describe } = descripcionDe(props);
  const idRecibido = `${id}-recibido`;
  return (
    <GrupoDeCampo {...props}>
      {recibido ? (
        <p class="nota" id={idRecibido}>
          Ya recibimos <strong>{recibido}</strong>. Elija otro archivo solo si quiere cambiarlo.
        </p>
      ) : null}
      <input
        class={clases('govuk-file-upload', !!props.error && 'govuk-file-upload--error')}
        id={id}
        name={props.nombre}
        type="file"
        accept={acepta}
        multiple={varios}
        aria-describedby={clases(describe, !!recibido && idRecibido) || undefined}
        aria-invalid={props.error ? 'true' : undefined}
      />
    </GrupoDeCampo>
  );
}
