import {
  Boton,
  camposDe,
  Formulario,
  Pagina,
  renderizarPagina,
  type Errores,
  type Valores,
} from '../../../interfaz/index.ts';
import { Preguntar } from '../../../interfaz/preguntas/index.ts';
import { ARCHIVO, LO_ESCRITO } from '../preguntas.ts';

/** A return is tried without being filed: nothing of it is kept. */
export function paginaProbar({
  valores = {},
  errores = {},
}: {
  valores?: Valores;
  errores?: Errores;
}): string {
  return renderizarPagina(
    <Pagina
      titulo="Probar sin presentar"
      encabezado="Probar una declaración sin presentarla"
      migas={[{ texto: 'Inicio', href: '/' }]}
      descripcion="Revise una declaración antes de presentarla, sin cuenta"
      errores={errores}
    >
      <p class="govuk-body">
        Le decimos qué casillas no cuadran, cuánto deberían dar y por qué norma. No necesita cuenta. No
        guardamos nada de lo que envíe, y <strong>esto no es presentar</strong>.
      </p>
      <Formulario accion="/declaraciones/probar" conArchivos>
        {LO_ESCRITO.pagina({
          datos: {},
          nombre: '',
          campo: camposDe({ valores, errores }),
          valores,
          errores,
        })}
        <Preguntar pregunta={ARCHIVO} nombre="O un archivo" errores={errores} />
        <Boton>Probar</Boton>
      </Formulario>
      <p class="govuk-body-s">
        ¿Hace un programa? Use <code>POST /api/v1/declaraciones/210/validar</code>:{' '}
        <a class="govuk-link" href="/api">
          vea la API
        </a>
        .
      </p>
    </Pagina>,
  );
}
