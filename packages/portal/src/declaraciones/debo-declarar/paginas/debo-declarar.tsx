import type { Obligacion } from '@autogestion/normas/formularios/210';
import { escribirNorma } from '@autogestion/normas/formularios/motor';
import {
  Boton,
  camposDe,
  EnlaceBoton,
  Etiqueta,
  Formulario,
  Pagina,
  Panel,
  renderizarPagina,
  Tabla,
  type Errores,
  type Valores,
} from '../../../interfaz/index.ts';
import { loQueDecide } from '../preguntas.ts';

/** The questions. Nothing of what is written is kept. */
export function paginaDeboDeclarar(o: {
  anios: () => readonly number[];
  valores: Valores;
  errores?: Errores;
}): string {
  const { anios, valores, errores = {} } = o;
  return renderizarPagina(
    <Pagina titulo="¿Tengo que declarar renta?" errores={errores} migas={[{ texto: 'Inicio', href: '/' }]}>
      <p class="govuk-body">
        Basta con llegar a una de estas sumas. Responda con lo que sepa, aproximado: no se guarda nada.
      </p>
      <Formulario accion="/declaraciones/debo-declarar">
        {loQueDecide(anios).pagina({
          datos: {},
          nombre: '',
          campo: camposDe({ valores, errores }),
          valores,
          errores,
        })}
        <Boton>Ver si tengo que declarar</Boton>
      </Formulario>
    </Pagina>,
  );
}

const RESULTADO = {
  obliga: <Etiqueta tono="ojo">Obliga</Etiqueta>,
  'no-obliga': <Etiqueta tono="bien">No obliga</Etiqueta>,
  'no-se-sabe': <Etiqueta>No se sabe</Etiqueta>,
} as const;

/** The answer first, then each test of the law with its reason. */
export function paginaSiDebe({ anio, obligacion }: { anio: number; obligacion: Obligacion }): string {
  const debe = obligacion.obligado === true;
  return renderizarPagina(
    <Pagina
      titulo={debe ? `Sí tiene que declarar renta de ${anio}` : `No tiene que declarar renta de ${anio}`}
      encabezado={null}
      ancho="ancha"
      migas={[{ texto: 'Inicio', href: '/' }]}
    >
      <Panel
        titulo={debe ? `Sí tiene que declarar renta de ${anio}` : `No tiene que declarar renta de ${anio}`}
        tono={debe ? 'ojo' : 'bien'}
      >
        {debe
          ? 'Llegó al menos a una de las sumas de la ley. Declarar no siempre es pagar.'
          : 'Con lo que respondió no llega a ninguna de las sumas. Si le hicieron retenciones, puede declarar para recuperarlas.'}
      </Panel>
      <Tabla
        titulo="Por qué"
        columnas={[{ titulo: 'Qué mira la ley' }, { titulo: 'Resultado' }, { titulo: 'Razón' }]}
        conCabezas
        filas={obligacion.umbrales.map((u) => [
          u.nombre,
          RESULTADO[u.resultado],
          `${u.frase} ${escribirNorma(u.norma)}.`,
        ])}
      />
      {debe ? <EnlaceBoton href="/entrar">Entrar y declarar</EnlaceBoton> : null}
      <p class="govuk-body">
        <a class="govuk-link" href="/declaraciones/debo-declarar">
          Hacer la cuenta otra vez
        </a>
      </p>
    </Pagina>,
  );
}
