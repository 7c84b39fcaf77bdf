import { formatearFechaHora } from '@autogestion/normas/fechas';
import { Pagina, renderizarPagina, Tabla } from '../../interfaz/index.ts';
import { POR_QUE_FALLO, QUE_SE_INTENTO, type Intento } from '../../plataforma/index.ts';
import { CUANTOS_SE_MUESTRAN } from '../intentos.ts';

/** When the office failed a taxpayer, each with its proof. */
export const paginaIntentos = ({ titular, intentos }: { titular: string; intentos: readonly Intento[] }) =>
  renderizarPagina(
    <Pagina titulo="Mis intentos" ancho="ancha" migas={[{ texto: 'Inicio', href: `/de/${titular}` }]}>
      <p class="govuk-body">
        Las veces que esta oficina falló mientras usted guardaba, firmaba, presentaba o pagaba. De cada una
        hay una constancia firmada, que puede mostrar a quien se la pida.
      </p>
      <Tabla
        titulo="Del más reciente al más antiguo"
        vacia="La oficina no ha fallado en ningún intento suyo."
        columnas={[
          { titulo: 'Cuándo' },
          { titulo: 'Lo que se intentó' },
          { titulo: 'Por qué falló' },
          { titulo: 'Constancia' },
        ]}
        filas={intentos.map((i) => [
          formatearFechaHora(i.en),
          QUE_SE_INTENTO[i.que],
          POR_QUE_FALLO[i.causa],
          <a href={`/constancias/${i.numero}`}>{i.numero}</a>,
        ])}
      />
      {intentos.length === CUANTOS_SE_MUESTRAN ? (
        <p class="govuk-body">
          Aquí están las últimas {CUANTOS_SE_MUESTRAN}. Las anteriores se buscan con su número.
        </p>
      ) : null}
      <p class="govuk-body">
        Lo que intentó puede haber quedado después: mírelo en{' '}
        <a href={`/de/${titular}/declaraciones`}>sus declaraciones</a> y en{' '}
        <a href={`/de/${titular}/obligaciones`}>sus obligaciones</a>.
      </p>
    </Pagina>,
  );
