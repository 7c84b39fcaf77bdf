import {
  Boton,
  camposDe,
  ConLado,
  Consentimiento,
  type Errores,
  Ficha,
  Formulario,
  Pagina,
  renderizarPagina,
} from '../../interfaz/index.ts';
import { ACUERDO, HASH_DEL_ACUERDO } from '../acuerdo.ts';
import { MIGAS } from './migas.ts';

/** The agreement, whole, and the box that accepts it. */
export function paginaAcuerdo(errores: Errores = {}): string {
  return renderizarPagina(
    <Pagina titulo={ACUERDO.titulo} ancho="ancha" migas={MIGAS} errores={errores}>
      <ConLado
        actua="corto"
        lado={
          <>
            <Ficha titulo="Acéptelo para seguir">
              <Formulario accion="/mi-firma/acuerdo">
                <Consentimiento
                  {...camposDe({ errores }).texto('acepta')}
                  etiqueta="Leí el acuerdo y lo acepto"
                  ayuda="Se acepta una sola vez. Guardamos el texto tal como está aquí."
                />
                <Boton>Aceptar y seguir</Boton>
              </Formulario>
            </Ficha>
            <Ficha titulo="Qué sigue">
              <ol class="govuk-list govuk-list--number">
                <li>Pide un código a su correo o a su celular.</li>
                <li>Elige la contraseña de su firma.</li>
                <li>Queda lista para firmar, gratis.</li>
              </ol>
            </Ficha>
          </>
        }
      >
        <TextoDelAcuerdo />
      </ConLado>
    </Pagina>,
  );
}

export const TextoDelAcuerdo = () => (
  <>
    {ACUERDO.parrafos.map((p) => (
      <p class="govuk-body">{p}</p>
    ))}
    <p class="govuk-body-s">
      Versión {ACUERDO.version}. Huella (SHA-256):{' '}
      <code class="huella">{HASH_DEL_ACUERDO.toString('hex')}</code>
    </p>
  </>
);
