import { formatearFecha } from '@autogestion/normas/fechas';
import {
  Boton,
  EnlaceBoton,
  Formulario,
  GrupoDeBotones,
  Pagina,
  renderizarPagina,
  Tabla,
} from '../../../interfaz/index.ts';
import type { Reclamo } from '../consultas.ts';
import { MOTIVOS } from '../motivos.ts';
import { queSigue } from '../palabras.ts';
import { EstadoDelReclamo, TodoElReclamo } from './piezas.tsx';

const TITULO = 'Lo que dijo que no es así';

/** What they said is not so of what others reported. */
export const paginaReclamos = ({ reclamos, base }: { reclamos: readonly Reclamo[]; base: string }): string =>
  renderizarPagina(
    <Pagina
      titulo={TITULO}
      ancho="ancha"
      migas={[
        { texto: 'Inicio', href: base },
        { texto: 'Información reportada por terceros', href: `${base}/reportado` },
      ]}
    >
      <Tabla
        titulo="Del más reciente al más antiguo"
        vacia="No ha dicho de nada que no es así. Se hace desde cada dato de lo que otros reportaron."
        columnas={[
          { titulo: 'Radicado' },
          { titulo: 'Quién lo reportó' },
          { titulo: 'Qué está mal' },
          { titulo: 'Estado' },
          { titulo: 'Responde hasta' },
        ]}
        filas={reclamos.map((r) => [
          <a class="govuk-link" href={`${base}/reclamos/${r.idPublico}`}>
            {r.radicado}
          </a>,
          `${r.reporte.informante.nombre}, ${r.anio}`,
          MOTIVOS[r.motivo],
          <EstadoDelReclamo estado={r.estado} />,
          formatearFecha(r.vence),
        ])}
      />
      <EnlaceBoton href={`${base}/reportado`} variante="secundario">
        Ver lo que otros reportaron
      </EnlaceBoton>
    </Pagina>,
  );

interface PropsDelMio {
  r: Reclamo;
  base: string;
  /** The note as it stands today: asked for, and sealed. */
  nota: 'sin-pedir' | 'sellandose' | 'lista';
}

/** One of them: how it stands, what comes next, and the note for whoever asks about the difference. */
export function paginaReclamo({ r, base, nota }: PropsDelMio): string {
  const aqui = `${base}/reclamos/${r.idPublico}`;
  return renderizarPagina(
    <Pagina
      titulo={`Reclamo ${r.radicado}`}
      migas={[
        { texto: 'Inicio', href: base },
        { texto: TITULO, href: `${base}/reclamos` },
      ]}
    >
      <p class="govuk-body-l">{queSigue(r)}</p>
      <TodoElReclamo
        r={r}
        base={aqui}
        antes={[{ rotulo: 'Quién lo reportó', valor: r.reporte.informante.nombre }]}
      />
      <h2 class="govuk-heading-m">Si le preguntan por la diferencia</h2>
      <p class="govuk-body">
        La nota dice lo que se reportó, lo que usted explicó, los soportes que adjuntó y lo que respondieron,
        con sus fechas y el sello de la oficina. Le sirve para responder un requerimiento: adjúntele los
        mismos soportes. Lo que explicó va también en su declaración, como diferencia con lo que otros
        reportaron.
      </p>
      {nota === 'lista' ? (
        <GrupoDeBotones>
          <EnlaceBoton href={`${aqui}/nota.pdf`}>Descargar la nota</EnlaceBoton>
        </GrupoDeBotones>
      ) : nota === 'sellandose' ? (
        <p class="govuk-body">Estamos sellando la nota. Vuelva a esta página en unos segundos.</p>
      ) : (
        <Formulario accion={`${aqui}/nota`}>
          <Boton>Preparar la nota</Boton>
        </Formulario>
      )}
      <p class="govuk-body">
        <a class="govuk-link" href={`${base}/reportado?anio=${r.anio}`}>
          Ver lo reportado de {r.anio}
        </a>
      </p>
    </Pagina>,
  );
}
