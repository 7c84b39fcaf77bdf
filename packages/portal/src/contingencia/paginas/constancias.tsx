import { Boton, Formulario, Pagina, renderizarPagina, type Valores } from '../../interfaz/index.ts';
import { archivo, Preguntar, texto } from '../../interfaz/preguntas/index.ts';
import { FORMA_DE_NUMERO, numeroDeIntento } from '../../plataforma/index.ts';

const NO_ES_NUMERO =
  'Ese no es el número de una constancia. Es como 2026IN-7K2P-000017-Q4M9; cópielo completo.';
export const NUMERO = texto<unknown>({
  campo: 'numero',
  que: 'El número',
  ayuda: 'Como 2026IN-7K2P-000017-Q4M9.',
  leer: numeroDeIntento,
  falta: NO_ES_NUMERO,
  forma: { patron: FORMA_DE_NUMERO, mensaje: NO_ES_NUMERO },
  maximo: 200,
  ortografia: false,
  mayusculas: 'characters',
  autocompletar: 'off',
});

/** A proof has some six thousand bytes. */
export const ARCHIVO_MAXIMO = 32 * 1024;
export const DEMASIADO_GRANDE =
  'Ese archivo es demasiado grande para ser una constancia. Elija el que descargó.';
export const ARCHIVO = archivo<unknown>({
  ayuda: 'El archivo .pem. No lo guardamos.',
  acepta: '.pem,application/x-pem-file',
  falta: 'Elija el archivo de la constancia.',
  excede: DEMASIADO_GRANDE,
});

interface Props {
  valores?: Valores;
  errores?: Record<string, string>;
}

/** Two ways to know whether a proof of attempt is true: its number, its file. */
export const paginaConstancias = ({ valores = {}, errores = {} }: Props) =>
  renderizarPagina(
    <Pagina
      titulo="Constancias de intento"
      migas={[
        { texto: 'Inicio', href: '/' },
        { texto: 'Verificar', href: '/verificar' },
      ]}
      descripcion="Compruebe si la constancia de un intento que falló es verdadera"
      errores={errores}
    >
      <p class="govuk-body">
        Cuando esta oficina falla mientras una persona guarda, firma, presenta o paga, le da una constancia
        numerada y firmada. Aquí se comprueba si es verdadera.
      </p>
      <h2 class="govuk-heading-m">Con el número</h2>
      <Formulario accion="/constancias">
        <Preguntar pregunta={NUMERO} nombre="Número de la constancia" {...{ valores, errores }} />
        <Boton>Buscar la constancia</Boton>
      </Formulario>
      <h2 class="govuk-heading-m">Con el archivo</h2>
      <Formulario accion="/constancias/archivo" conArchivos>
        <Preguntar pregunta={ARCHIVO} nombre="Archivo de la constancia" errores={errores} />
        <Boton>Verificar el archivo</Boton>
      </Formulario>
    </Pagina>,
  );
