import { formatearFechaHora } from '@autogestion/normas/fechas';
import {
  ConLado,
  DatosAlLado,
  Detalles,
  ListaResumen,
  Pagina,
  Panel,
  Pendientes,
  RegionViva,
  renderizarPagina,
  type Pendiente,
} from '../../interfaz/index.ts';
import { Compartir, VistaDePresentacion, type Documento } from '../../sello/index.ts';
import type { ActoGuardado } from '../consultas.ts';
import { MIGAS } from './migas.ts';

interface Props {
  acto: ActoGuardado;
  documento: Documento | undefined;
  /** What was left ready to sign: whoever came for a signature goes back to it. */
  porFirmar: readonly Pendiente[];
  camino: string;
  /** `/de/<titular>` */
  base: string;
}

/** The receipt of a signed act: the document first, as soon as it is sealed; what comes next; what was signed, and the hash. */
export function paginaFirmado({ acto, documento, porFirmar, camino, base }: Props): string {
  const { evidencia: e } = acto;
  const listo = documento?.sellado !== undefined;
  return renderizarPagina(
    <Pagina
      titulo="Acto firmado"
      ancho="ancha"
      recargarCada={listo ? undefined : 3}
      migas={MIGAS}
      encabezado={null}
    >
      <ConLado lado={<LoFirmado acto={acto} />}>
        <Panel titulo="Quedó firmado">
          Radicado <strong>{acto.radicado}</strong>
        </Panel>
        <RegionViva id="documento" {...(!listo && { recargarCada: 3 })}>
          {listo ? (
            <>
              <p class="govuk-body">
                <a class="govuk-button" href={`${camino}/documento`}>
                  Descargar el documento en PDF
                </a>
              </p>
              <Compartir documento={documento.idPublico} que="Documento firmado" />
            </>
          ) : (
            <p class="govuk-body">
              Lo que firmó ya quedó guardado. Estamos sellando el documento; toma unos segundos.{' '}
              <a class="govuk-link" href="">
                Mirar otra vez
              </a>
            </p>
          )}
        </RegionViva>
        {porFirmar.length > 0 ? (
          <Pendientes titulo="Lo que dejó por firmar" pendientes={porFirmar} />
        ) : (
          <p class="govuk-body">
            No falta nada más.{' '}
            <a class="govuk-link" href={base}>
              Ir al inicio
            </a>
          </p>
        )}
        <Detalles resumen="Lo que firmó, completo">
          <VistaDePresentacion presentacion={acto.mostrado} nivel={3} />
          <ListaResumen
            filas={[
              {
                rotulo: 'Huella de lo firmado (SHA-256)',
                valor: <code class="huella">{e.acto.sha256}</code>,
              },
            ]}
          />
        </Detalles>
      </ConLado>
    </Pagina>,
  );
}

const LoFirmado = ({ acto: { evidencia: e, mostrado, firmadoEn } }: Pick<Props, 'acto'>) => (
  <DatosAlLado
    titulo="Qué firmó"
    filas={[
      { rotulo: 'Qué', valor: mostrado.titulo },
      { rotulo: 'Firmado por', valor: e.actuo.nombre },
      ...(e.por.nit === e.actuo.nit ? [] : [{ rotulo: 'En nombre de', valor: e.por.nombre }]),
      { rotulo: 'Fecha y hora', valor: formatearFechaHora(firmadoEn) },
    ]}
  />
);
