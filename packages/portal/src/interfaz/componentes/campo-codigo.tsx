import type { VNode } from 'preact';
import type { PropsDeCampo } from '../campos.ts';
import { CampoTexto } from './campo-texto.tsx';

interface PropsDeCampoCodigo extends Omit<PropsDeCampo, 'opcional'> {
  valor?: string;
}

/** A one-time code of letters and digits sent to the person. The phone offers it from the message; spaces are the server's to drop. */
export function CampoCodigo(props: PropsDeCampoCodigo): VNode {
  return (
    <CampoTexto
      {...props}
      autocompletar="one-time-code"
      ortografia={false}
      mayusculas="characters"
      ancho={10}
      clase="campo-codigo"
    />
  );
}
