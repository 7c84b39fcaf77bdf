import type { VNode } from 'preact';
import type { PropsDeCampo } from '../campos.ts';
import { type AnchoDeCampo, CampoTexto } from './campo-texto.tsx';

interface PropsDeCampoPesos extends PropsDeCampo {
  /** As typed: with points or without, the server reads both. */
  valor?: string;
  ancho?: AnchoDeCampo;
}

/** An amount in whole Colombian pesos. */
export function CampoPesos({ ancho = 10, etiqueta, ...props }: PropsDeCampoPesos): VNode {
  return (
    <CampoTexto
      {...props}
      // The $ sign is not read aloud: the unit goes in the label.
      etiqueta={
        <>
          {etiqueta}
          <span class="govuk-visually-hidden">, en pesos</span>
        </>
      }
      prefijo="$"
      teclado="numeric"
      autocompletar="off"
      ortografia={false}
      ancho={ancho}
      clase="campo-pesos"
    />
  );
}
