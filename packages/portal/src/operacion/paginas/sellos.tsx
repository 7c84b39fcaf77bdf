import { formatearFechaHora } from '@autogestion/normas/fechas';
import { Aviso, Boton, Etiqueta, Formulario, Pagina, renderizarPagina, Tabla } from '../../interfaz/index.ts';
import type { SinSellar } from '../../sello/index.ts';

/** What is signed or issued and not sealed yet: how long it waits, and the way to try again. */
export const paginaSellos = (o: {
  pendientes: readonly (SinSellar & { nombre: string })[];
  /** How many were put in line again, just after asking. */
  encolados?: number | undefined;
}) =>
  renderizarPagina(
    <Pagina
      titulo="Documentos sin sello"
      ancho="ancha"
      migas={[{ texto: 'Inicio', href: '/' }]}
      antes={
        o.encolados === undefined ? null : (
          <Aviso tipo="exito">
            {o.encolados === 1 ? 'Un documento vuelve' : `${o.encolados} documentos vuelven`} a la fila.
            Recargue en unos segundos.
          </Aviso>
        )
      }
    >
      <p class="govuk-body">
        Lo que aquí espera ya está expedido o firmado, con su número: solo falta el PDF sellado. Cada cinco
        minutos la oficina lo intenta otra vez por sí misma.
      </p>
      <Tabla
        titulo="Del más antiguo al más reciente"
        vacia="Todo está sellado."
        columnas={[
          { titulo: 'Desde' },
          { titulo: 'Qué es' },
          { titulo: 'Identificador' },
          { titulo: 'Intentos fallidos', numerica: true },
          { titulo: 'Estado' },
        ]}
        filas={o.pendientes.map((d) => [
          formatearFechaHora(d.emitidoEn),
          d.nombre,
          <code class="huella">{d.id}</code>,
          d.intentos,
          d.rendido ? <Etiqueta tono="mal">RENDIDO</Etiqueta> : <Etiqueta tono="ojo">EN FILA</Etiqueta>,
        ])}
      />
      {o.pendientes.length > 0 ? (
        <Formulario accion="/operacion/sellos">
          <Boton>Sellar otra vez ahora</Boton>
        </Formulario>
      ) : null}
    </Pagina>,
  );
