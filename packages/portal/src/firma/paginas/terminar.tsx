import {
  Advertencia,
  Boton,
  camposDe,
  type Errores,
  Formulario,
  Pagina,
  Radios,
  renderizarPagina,
} from '../../interfaz/index.ts';
import { MIGAS } from './migas.ts';

export function paginaTerminar(errores: Errores = {}): string {
  return renderizarPagina(
    <Pagina
      titulo="Terminar su firma"
      encabezado="Terminar su firma electrónica"
      migas={MIGAS}
      errores={errores}
    >
      <Advertencia>Es de inmediato y no se puede deshacer. Después podrá obtener otra.</Advertencia>
      <p class="govuk-body">
        Lo que ya firmó sigue siendo válido. Los trámites que no ha firmado quedan como están.
      </p>
      <Formulario accion="/mi-firma/terminar">
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
      </Formulario>
    </Pagina>,
  );
}
