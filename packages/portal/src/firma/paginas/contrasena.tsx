import { Boton, camposDe, CampoTexto, FormularioPost } from '../../interfaz/index.ts';
import { NuevaContrasena } from './emitir.tsx';
import { conMarco, type Quien } from './marco.tsx';

export function paginaContrasena({
  quien,
  errores = {},
}: {
  quien: Quien;
  errores?: Record<string, string>;
}): string {
  return conMarco({
    titulo: 'Cambiar la contraseña de su firma',
    quien,
    errores,
    children: (
      <>
        <h1 class="govuk-heading-l">Cambiar la contraseña de su firma</h1>
        <p class="govuk-body">
          Su firma sigue siendo la misma; la contraseña anterior deja de servir de inmediato. Si no la
          recuerda, renueve la firma.
        </p>
        <FormularioPost accion="/mi-firma/contrasena" csrf={quien.csrf}>
          <CampoTexto
            {...camposDe({ errores }).texto('actual')}
            valor=""
            etiqueta="Contraseña actual de su firma"
            tipo="password"
            autocompletar="off"
          />
          <NuevaContrasena errores={errores} />
          <Boton>Cambiar la contraseña</Boton>
        </FormularioPost>
      </>
    ),
  });
}
