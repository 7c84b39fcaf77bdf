import { Boton, camposDe, Consentimiento, FormularioPost } from '../../interfaz/index.ts';
import { ACUERDO, HASH_DEL_ACUERDO } from '../acuerdo.ts';
import { conMarco, type Quien } from './marco.tsx';

/** The agreement, whole, and the box that accepts it. */
export function paginaAcuerdo({
  quien,
  errores = {},
}: {
  quien: Quien;
  errores?: Record<string, string>;
}): string {
  return conMarco({
    titulo: ACUERDO.titulo,
    quien,
    errores,
    children: (
      <>
        <h1 class="govuk-heading-l">{ACUERDO.titulo}</h1>
        <TextoDelAcuerdo />
        <FormularioPost accion="/mi-firma/acuerdo" csrf={quien.csrf}>
          <Consentimiento
            {...camposDe({ errores }).texto('acepta')}
            etiqueta="Leí el acuerdo y lo acepto"
            ayuda="Se acepta una sola vez. Guardamos el texto tal como está aquí."
          />
          <Boton>Aceptar y seguir</Boton>
        </FormularioPost>
      </>
    ),
  });
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
