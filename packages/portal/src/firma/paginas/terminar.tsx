import { Advertencia, Boton, camposDe, FormularioPost, Radios } from '../../interfaz/index.ts';
import { conMarco, type Quien } from './marco.tsx';

export function paginaTerminar({
  quien,
  errores = {},
}: {
  quien: Quien;
  errores?: Record<string, string>;
}): string {
  return conMarco({
    titulo: 'Terminar su firma',
    quien,
    errores,
    children: (
      <>
        <h1 class="govuk-heading-l">Terminar su firma electrónica</h1>
        <Advertencia>Es de inmediato y no se puede deshacer. Después podrá obtener otra.</Advertencia>
        <p class="govuk-body">
          Lo que ya firmó sigue siendo válido. Los trámites que no ha firmado quedan como están.
        </p>
        <FormularioPost accion="/mi-firma/terminar" csrf={quien.csrf}>
          <Radios
            {...camposDe({ errores }).texto('causal')}
            etiqueta="¿Por qué la termina?"
            opciones={[
              { valor: 'titular', texto: 'Ya no la quiero usar' },
              {
                valor: 'compromiso',
                texto: 'Creo que otra persona conoce mi contraseña',
                ayuda: 'Quedará escrito en la lista pública de certificados revocados, sin su nombre.',
              },
            ]}
          />
          <Boton variante="peligro">Terminar mi firma</Boton>
        </FormularioPost>
      </>
    ),
  });
}
