import { formatearFechaHora } from '@autogestion/normas/fechas';
import { cambiosDelRut } from '@autogestion/normas/rut';
import {
  Advertencia,
  Boton,
  ConLado,
  Ficha,
  Formulario,
  Pagina,
  Panel,
  renderizarPagina,
} from '../../interfaz/index.ts';
import {
  CopiaDelRecibo,
  DatosDelAcuse,
  QueSigueConElRut,
  TablaDeCambios,
  type EstadoRut,
  type VersionRut,
} from '../../rut/index.ts';
import type { Documento } from '../../sello/index.ts';

const TITULO = 'Actualización del RUT';

interface Marco {
  /** `/de/<titular>`. */
  base: string;
}

const migasDe = ({ base }: Marco) => [
  { texto: 'Inicio', href: base },
  { texto: 'Su RUT', href: `${base}/rut` },
];

/** What may be done here, by when, and the drafts that wait. */
export function paginaInicio(
  m: Marco & {
    estado: EstadoRut;
    puedePreparar: boolean;
    borradores: readonly { idPublico: string; guardadoEn: Date }[];
  },
): string {
  return renderizarPagina(
    <Pagina titulo={TITULO} encabezado="Actualice su RUT" ancho="ancha" migas={migasDe(m)}>
      <ConLado
        lado={
          <Ficha titulo="Cuándo hacerlo">
            <p>
              Lo que cambia se actualiza dentro del mes siguiente. Después hay una multa por cada día: 1 UVT,
              o 2 si es la dirección o la actividad (ET 658-3 num. 3).
            </p>
          </Ficha>
        }
      >
        <p class="govuk-body-l">
          Diga qué cambió, responda solo eso y al terminar queda hecho: recibe un radicado y la copia nueva.
        </p>
        {m.estado === 'cancelado' ? (
          <Advertencia>
            Su RUT está cancelado: primero hay que reactivarlo (DUR 1.6.1.2.20). Se pide a un funcionario.
          </Advertencia>
        ) : !m.puedePreparar ? (
          <Advertencia>
            Su permiso es solo para consultar: no puede empezar una actualización. Pídale a quien se lo dio
            que lo amplíe, o que la haga.
          </Advertencia>
        ) : (
          <Formulario accion={`${m.base}/rut/actualizacion`}>
            <Boton>Empezar</Boton>
          </Formulario>
        )}
        {m.borradores.length > 0 ? (
          <>
            <h2 class="govuk-heading-m">Actualizaciones sin terminar</h2>
            <ul class="govuk-list">
              {m.borradores.map((b) => (
                <li>
                  <a class="govuk-link" href={`${m.base}/rut/actualizacion/${b.idPublico}`}>
                    Seguir la que guardó el {formatearFechaHora(b.guardadoEn)}
                  </a>
                </li>
              ))}
            </ul>
          </>
        ) : null}
      </ConLado>
    </Pagina>,
  );
}

/** The receipt: number, hash, time, what changed, and the copy as soon as it is sealed. */
export function paginaRecibo(
  m: Marco & { version: VersionRut; anterior: VersionRut | undefined; copia: Documento | undefined },
): string {
  const { version: v, anterior, copia } = m;
  const recarga = copia?.sellado ? {} : { recargarCada: 3 };
  return renderizarPagina(
    <Pagina titulo="Su RUT quedó actualizado" ancho="ancha" {...recarga} encabezado={null}>
      <ConLado lado={<DatosDelAcuse version={v} />}>
        <Panel titulo="Su RUT quedó actualizado">
          Radicado <strong>{v.radicado}</strong>
        </Panel>
        <CopiaDelRecibo
          copia={copia}
          href={`${m.base}/rut/copias/${copia?.idPublico ?? ''}`}
          correo={v.registro.ubicacion.correo}
        />
        {anterior ? (
          <TablaDeCambios
            cambios={cambiosDelRut(anterior.registro, v.registro)}
            titulo="Lo que cambió"
            columnas={['Decía', 'Dice']}
          />
        ) : null}
        <QueSigueConElRut version={v} base={m.base} />
        <p class="govuk-body">
          El acuse en PDF está en{' '}
          <a class="govuk-link" href={`${m.base}/tramites/${v.radicado}`}>
            la página de este trámite
          </a>
          . Lo que el RUT dice ahora, en{' '}
          <a class="govuk-link" href={`${m.base}/rut`}>
            su RUT
          </a>
          .
        </p>
      </ConLado>
    </Pagina>,
  );
}
