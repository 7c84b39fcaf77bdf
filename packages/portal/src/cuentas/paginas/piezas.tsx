import type { ComponentChildren } from 'preact';
import { Aviso, Boton, Formulario, type Miga, TextoInset } from '../../interfaz/index.ts';
import { avisoDeEspera, type SinEmitir } from '../../plataforma/index.ts';

/** The way down to a page of the desk. */
export const MIGA_MESA: Miga = { texto: 'Mesa', href: '/mesa' };

export const AvisoDemostracion = () => (
  <TextoInset>
    Esto es una demostración con personas ficticias. Los códigos llegan al{' '}
    <a class="govuk-link" href="/operacion/buzon">
      buzón de la demostración
    </a>
    .
  </TextoInset>
);

/** Over the box of a code that was asked for: that it went, or how long until another may. */
export const Enviado = ({ enviado }: { enviado: 'enviado' | SinEmitir }) =>
  enviado === 'enviado' ? (
    <p class="govuk-body">Lo enviamos. Puede tardar un minuto.</p>
  ) : (
    <Aviso tipo="importante">{avisoDeEspera(enviado)}</Aviso>
  );

interface PropsFormularioLlave {
  /** `uso` proves with a passkey; `alta` makes one. */
  modo: 'uso' | 'alta';
  accion: string;
  /** Where the challenge is asked for. */
  opciones: string;
  boton: string;
  /** Pressing twice does it once. */
  unaVez?: boolean;
  children?: ComponentChildren;
}

/** A form that the device's authenticator answers. It needs script: without it the element stays hidden. */
export function FormularioLlave({ modo, accion, opciones, boton, unaVez, children }: PropsFormularioLlave) {
  return (
    <ag-llave data-modo={modo} data-opciones={opciones} hidden>
      <Formulario accion={accion} {...(unaVez && { unaVez })}>
        <input type="hidden" name="respuesta" value="" />
        {children}
        <Boton variante="secundario">{boton}</Boton>
      </Formulario>
      <p class="govuk-body" role="status"></p>
    </ag-llave>
  );
}
