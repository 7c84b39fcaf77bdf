import {
  Boton,
  ConLado,
  Ficha,
  Formulario,
  Pagina,
  renderizarPagina,
  type Valores,
} from '../../interfaz/index.ts';
import { archivo, Preguntar, texto } from '../../interfaz/preguntas/index.ts';
import { FORMA_ID_PUBLICO, idPublicoEscrito } from '../../plataforma/index.ts';
import { enlace } from '../enlaces.ts';

const NO_ES_CODIGO = 'El código tiene 26 letras y números. Revíselo junto al QR del documento.';
/** The code as a person types it, or the link of the QR. */
export const CODIGO = texto<unknown>({
  campo: 'codigo',
  que: 'El código',
  ayuda: 'Son 26 letras y números; está junto al QR. También puede pegar el enlace.',
  leer: idPublicoEscrito,
  falta: NO_ES_CODIGO,
  forma: { patron: FORMA_ID_PUBLICO, mensaje: NO_ES_CODIGO },
  maximo: 100,
  ortografia: false,
  mayusculas: 'none',
  autocompletar: 'off',
});

/** A file so large is not judged: that says nothing of whether it is true. */
export const MAXIMO_POR_VERIFICAR = 20 * 1024 * 1024;
export const NO_SE_PUDO_LEER =
  'No pudimos leer este archivo: pide más tiempo o memoria que cualquier documento nuestro. Eso no dice que sea falso. Descárguelo otra vez de donde lo obtuvo y verifíquelo de nuevo.';
export const DEMASIADO_GRANDE =
  'El archivo es demasiado grande: pesa más de 20 MB, y ningún documento nuestro pesa tanto. Elija otro.';

export const ARCHIVO = archivo<unknown>({
  ayuda: 'Hasta 20 MB. No lo guardamos.',
  acepta: 'application/pdf',
  falta: 'Elija el archivo PDF que quiere verificar.',
  excede: DEMASIADO_GRANDE,
});

interface Props {
  valores?: Valores;
  errores?: Record<string, string>;
}

/** Three ways to know whether a document is true: its QR, its code, its file. */
export function paginaVerificar({ valores = {}, errores = {} }: Props): string {
  return renderizarPagina(
    <Pagina
      titulo="Verificar un documento"
      ancho="ancha"
      migas={[{ texto: 'Inicio', href: '/' }]}
      descripcion="Compruebe si una copia del RUT es verdadera"
      errores={errores}
    >
      <ConLado lado={<TambienPuede />}>
        <p class="govuk-body">
          Apunte la cámara de su celular al código QR del documento: se abre la página que dice si es
          verdadero. Si no puede, use una de estas dos formas.
        </p>
        <h2 class="govuk-heading-m">Con el código del documento</h2>
        <Formulario accion="/verificar">
          <Preguntar pregunta={CODIGO} nombre="Código" {...{ valores, errores }} />
          <Boton>Verificar el código</Boton>
        </Formulario>
        <h2 class="govuk-heading-m">Con el archivo PDF</h2>
        <Formulario accion="/verificar/archivo" conArchivos>
          <Preguntar pregunta={ARCHIVO} nombre="Archivo PDF" errores={errores} />
          <Boton>Verificar el archivo</Boton>
        </Formulario>
      </ConLado>
    </Pagina>,
  );
}

/** What the page answers, and what is near: the state of a NIT, and verifying without this office. */
function TambienPuede() {
  const estado = enlace('rut.consultar-estado');
  const constancias = enlace('contingencia.constancias');
  return (
    <>
      <Ficha titulo="Qué le vamos a decir">
        <ul class="govuk-list govuk-list--bullet">
          <li>Si el documento lo expidió esta oficina y nadie lo cambió.</li>
          <li>De quién es y qué dice.</li>
          <li>Cómo está hoy ese RUT.</li>
        </ul>
        <p>No necesita cuenta ni clave.</p>
      </Ficha>
      {estado ? (
        <Ficha titulo="¿Solo tiene el NIT?">
          <p>
            <a class="govuk-link" href={estado}>
              Consulte el estado del RUT
            </a>{' '}
            para saber si está activo.
          </p>
        </Ficha>
      ) : null}
      {constancias ? (
        <Ficha titulo="¿Es la constancia de un intento?">
          <p>
            <a class="govuk-link" href={constancias}>
              Verifique la constancia
            </a>{' '}
            con su número o su archivo.
          </p>
        </Ficha>
      ) : null}
      <Ficha titulo="Para verificar sin conexión">
        <ul class="govuk-list">
          <li>
            <a class="govuk-link" href="/verificar/autoridad.pem">
              Certificados de la oficina
            </a>
          </li>
          <li>
            <a class="govuk-link" href="/verificar/llaves.json">
              Llaves de los códigos QR
            </a>
          </li>
        </ul>
      </Ficha>
    </>
  );
}
