import { formatearFechaHora } from '@autogestion/normas/fechas';
import {
  Aviso,
  Boton,
  Etiqueta,
  FormularioPost,
  Pagina,
  renderizarPagina,
  Tabla,
} from '../../interfaz/index.ts';
import { tipoDe, type SinSellar } from '../../sello/index.ts';

/** What is signed or issued and not sealed yet: how long it waits, and the way to try again. */
export const paginaSellos = (o: {
  csrf: string;
  pendientes: readonly SinSellar[];
  /** How many were put in line again, just after asking. */
  encolados?: number | undefined;
}) =>
  renderizarPagina(
    <Pagina
      titulo="Documentos sin sello"
      ancho="ancha"
      indexable={false}
      migas={[{ texto: 'Inicio', href: '/' }]}
    >
      {o.encolados === undefined ? null : (
        <Aviso tipo="exito">
          {o.encolados === 1 ? 'Un documento vuelve' : `${o.encolados} documentos vuelven`} a la fila.
          Recargue en unos segundos.
        </Aviso>
      )}
      <h1 class="govuk-heading-l">Documentos sin sello</h1>
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
          tipoDe(d.tipo).nombre,
          <code class="huella">{d.id}</code>,
          d.intentos,
          d.rendido ? <Etiqueta tono="mal">RENDIDO</Etiqueta> : <Etiqueta tono="ojo">EN FILA</Etiqueta>,
        ])}
      />
      {o.pendientes.length > 0 ? (
        <FormularioPost accion="/operacion/sellos" csrf={o.csrf}>
          <Boton>Sellar otra vez ahora</Boton>
        </FormularioPost>
      ) : null}
    </Pagina>,
  );
