import { fecha, formatearFecha } from '@autogestion/normas/fechas';
import { Pagina, renderizarPagina, Tabla } from '../../interfaz/index.ts';
import { POR_QUE_FALLO, QUE_SE_INTENTO } from '../../plataforma/index.ts';
import type { IntentosDeUnDia } from '../../contingencia/index.ts';

/** How often the office failed, by day; nobody's name. */
export const paginaIntentos = ({ dias, porDia }: { dias: number; porDia: readonly IntentosDeUnDia[] }) =>
  renderizarPagina(
    <Pagina titulo="Intentos que fallaron" ancho="ancha" migas={[{ texto: 'Inicio', href: '/' }]}>
      <p class="govuk-body">
        Las veces que alguien guardaba, firmaba, presentaba o pagaba y la oficina falló, en los últimos {dias}{' '}
        días. De cada una la persona tiene una constancia. Lo que cada máquina anotó mientras no había base de
        datos se trae aquí cuando la hay.
      </p>
      <Tabla
        titulo="Por día"
        vacia="Ninguno."
        columnas={[
          { titulo: 'Día' },
          { titulo: 'Qué' },
          { titulo: 'Por qué' },
          { titulo: 'Intentos', numerica: true },
          { titulo: 'Personas', numerica: true },
        ]}
        filas={porDia.map((d) => [
          formatearFecha(fecha(d.dia)),
          QUE_SE_INTENTO[d.que],
          POR_QUE_FALLO[d.causa],
          String(d.cuantos),
          String(d.personas),
        ])}
      />
    </Pagina>,
  );
