import type { ComponentChildren } from 'preact';
import { TIPOS_DOCUMENTO } from '@autogestion/normas/documentos-identidad';
import { Boton, CampoTexto, Selector, TextoInset, type CampoDeUnValor } from '../../interfaz/index.ts';

/** Documents of people who may have a RUT of their own. */
const TIPOS = ['13', '22', '48', '41', '47', '46', '21'];

export function CamposDeDocumento({ campo }: { campo: { texto(nombre: string): CampoDeUnValor } }) {
  return (
    <>
      <Selector
        {...campo.texto('tipo')}
        valor={campo.texto('tipo').valor || '13'}
        etiqueta="Tipo de documento"
        opciones={TIPOS_DOCUMENTO.filter((t) => TIPOS.includes(t.codigo)).map((t) => ({
          valor: t.codigo,
          texto: t.nombre,
        }))}
      />
      <CampoTexto
        {...campo.texto('numero')}
        etiqueta="Número del documento"
        autocompletar="username"
        ortografia={false}
        ancho={20}
      />
    </>
  );
}

export const AvisoDemostracion = () => (
  <TextoInset>
    Esto es una demostración con personas ficticias. Los códigos llegan al{' '}
    <a class="govuk-link" href="/operacion/buzon">
      buzón de la demostración
    </a>
    .
  </TextoInset>
);

export interface PropsFormularioLlave {
  /** `uso` proves with a passkey; `alta` makes one. */
  modo: 'uso' | 'alta';
  accion: string;
  /** Where the challenge is asked for. */
  opciones: string;
  csrf: string;
  boton: string;
  children?: ComponentChildren;
}

/** A form that the device's authenticator answers. It needs script: without it the element stays hidden. */
export function FormularioLlave({ modo, accion, opciones, csrf, boton, children }: PropsFormularioLlave) {
  return (
    <ag-llave data-modo={modo} data-opciones={opciones} hidden>
      <form method="post" action={accion} noValidate>
        <input type="hidden" name="_csrf" value={csrf} />
        <input type="hidden" name="respuesta" value="" />
        {children}
        <Boton variante="secundario">{boton}</Boton>
      </form>
      <p class="govuk-body" role="status"></p>
    </ag-llave>
  );
}
