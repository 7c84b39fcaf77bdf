import { formatearFechaHora } from '@autogestion/normas/fechas';
import { ListaResumen, Pagina, Panel, RegionViva, renderizarPagina } from '../../interfaz/index.ts';
import { VistaDePresentacion, type Documento } from '../../sello/index.ts';
import type { ActoGuardado } from '../consultas.ts';
import { MIGAS } from './migas.ts';

interface Props {
  acto: ActoGuardado;
  documento: Documento | undefined;
  camino: string;
}

/** The receipt of a signed act: number, time and hash now; the document as soon as it is sealed. */
export function paginaFirmado({ acto, documento, camino }: Props): string {
  const { evidencia: e } = acto;
  const listo = documento?.sellado !== undefined;
  return renderizarPagina(
    <Pagina titulo="Acto firmado" recargarCada={listo ? undefined : 3} migas={MIGAS} encabezado={null}>
      <Panel titulo="Quedó firmado">
        Radicado <strong>{acto.radicado}</strong>
      </Panel>
      <ListaResumen
        filas={[
          { clave: 'Qué', valor: acto.mostrado.titulo },
          { clave: 'Firmado por', valor: e.actuo.nombre },
          ...(e.por.nit === e.actuo.nit ? [] : [{ clave: 'En nombre de', valor: e.por.nombre }]),
          { clave: 'Fecha y hora', valor: formatearFechaHora(acto.firmadoEn) },
          { clave: 'Huella de lo firmado (SHA-256)', valor: <code class="huella">{e.acto.sha256}</code> },
        ]}
      />
      <h2 class="govuk-heading-m">Su documento</h2>
      <RegionViva id="documento" {...(!listo && { recargarCada: 3 })}>
        {listo ? (
          <p class="govuk-body">
            <a class="govuk-button" href={`${camino}/documento`}>
              Descargar el documento en PDF
            </a>
          </p>
        ) : (
          <p class="govuk-body">
            Lo que firmó ya quedó guardado. Estamos sellando el documento; toma unos segundos.{' '}
            <a class="govuk-link" href="">
              Mirar otra vez
            </a>
          </p>
        )}
      </RegionViva>
      <VistaDePresentacion presentacion={acto.mostrado} />
    </Pagina>,
  );
}
