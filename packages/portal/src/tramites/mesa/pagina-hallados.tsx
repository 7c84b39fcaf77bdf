import { formatearFecha } from '@autogestion/normas/fechas';
import { Pagina, renderizarPagina, Tabla } from '../../interfaz/index.ts';
import { HALLADOS_MAXIMO, type Hallado } from './buscar-casos.ts';

/** What the box of the desk found. */
export const paginaHallados = (o: { hallados: readonly Hallado[]; mensaje?: string }) =>
  renderizarPagina(
    <Pagina titulo="Lo que se encontró" ancho="mesa" islas={['mesa']} error={o.mensaje !== undefined}>
      {o.mensaje ? (
        <p class="govuk-body">{o.mensaje}</p>
      ) : (
        <>
          {o.hallados.length >= HALLADOS_MAXIMO ? (
            <p class="govuk-body">
              Son muchos: se muestran {HALLADOS_MAXIMO}. Escriba otra palabra del nombre, o el NIT.
            </p>
          ) : null}
          <Tabla
            titulo="Trámites que usted puede abrir"
            tituloOculto
            vacia="No hay trámites así que usted pueda abrir. Revise cómo lo escribió; el nombre se busca como está en el RUT."
            columnas={[
              { titulo: 'Radicado' },
              { titulo: 'Persona' },
              { titulo: 'NIT' },
              { titulo: 'Trámite' },
              { titulo: 'Estado' },
              { titulo: 'Radicado el' },
            ]}
            filas={o.hallados.map((h) => [
              <a class="govuk-link" href={`/mesa/tramites/${h.radicado}`}>
                {h.radicado}
              </a>,
              h.persona,
              h.nit,
              h.nombre,
              h.estado,
              formatearFecha(h.radicadoDia),
            ])}
          />
        </>
      )}
    </Pagina>,
  );
