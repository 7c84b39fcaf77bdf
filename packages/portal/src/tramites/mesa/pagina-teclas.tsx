import { Boton, Pagina, renderizarPagina, Tabla } from '../../interfaz/index.ts';

const TECLAS = [
  ['j', 'Baja al trámite siguiente de la lista. Con Intro se abre.'],
  ['k', 'Sube al trámite anterior.'],
  ['t', 'En la cola, toma el siguiente; en un trámite que nadie tiene, lo toma.'],
  ['a', 'En un trámite, va al botón con el que se decide. No lo presiona: eso lo hace usted.'],
  ['/', 'Va a la búsqueda.'],
  ['?', 'Abre esta página.'],
] as const;

/** What each letter does at the desk, and how to turn them off. */
export const paginaTeclas = () =>
  renderizarPagina(
    <Pagina titulo="Las teclas de la mesa" ancho="ancha" islas={['mesa']}>
      <p class="govuk-body">
        Todo se puede hacer también con el ratón, con el tabulador o sin JavaScript. Dentro de un campo, una
        letra es una letra.
      </p>
      <Tabla
        titulo="Qué hace cada una"
        conCabezas
        columnas={[{ titulo: 'Tecla' }, { titulo: 'Qué hace' }]}
        filas={TECLAS.map(([tecla, que]) => [<kbd>{tecla}</kbd>, que])}
      />
      <div data-interruptor-de-teclas hidden>
        <p class="govuk-body" role="status"></p>
        <Boton tipo="button" variante="secundario" evitaDobleClic={false}>
          Apagar las teclas
        </Boton>
      </div>
    </Pagina>,
  );
