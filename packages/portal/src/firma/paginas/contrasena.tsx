import {
  Boton,
  camposDe,
  CampoTexto,
  type Errores,
  Formulario,
  Pagina,
  renderizarPagina,
} from '../../interfaz/index.ts';
import { NuevaContrasena } from './emitir.tsx';
import { MIGAS } from './migas.ts';

export function paginaContrasena(errores: Errores = {}): string {
  return renderizarPagina(
    <Pagina titulo="Cambiar la contraseña de su firma" migas={MIGAS} errores={errores}>
      <p class="govuk-body">
        Su firma sigue siendo la misma; la contraseña anterior deja de servir de inmediato. Si no la recuerda,
        renueve la firma.
      </p>
      <Formulario accion="/mi-firma/contrasena">
        <CampoTexto
          {...camposDe({ errores }).texto('actual')}
          valor=""
          etiqueta="Contraseña actual de su firma"
          tipo="password"
          autocompletar="off"
        />
        <NuevaContrasena errores={errores} />
        <Boton>Cambiar la contraseña</Boton>
      </Formulario>
    </Pagina>,
  );
}
