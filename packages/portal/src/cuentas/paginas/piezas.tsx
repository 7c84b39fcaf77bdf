import type { ComponentChildren } from 'preact';
import { TIPOS_DOCUMENTO } from '@autogestion/normas/documentos-identidad';
import {
  Boton,
  type CampoDeUnValor,
  CampoTexto,
  Formulario,
  type Miga,
  Selector,
  TextoInset,
} from '../../interfaz/index.ts';

/** The way down to a page of the desk. */
export const MIGA_MESA: Miga = { texto: 'Mesa', href: '/mesa' };

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
