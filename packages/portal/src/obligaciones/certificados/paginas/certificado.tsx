import { formatearFecha, formatearFechaHora, type Fecha } from '@autogestion/normas/fechas';
import {
  ConLado,
  Copiable,
  DatosAlLado,
  Pagina,
  Panel,
  RegionViva,
  renderizarPagina,
} from '../../../interfaz/index.ts';
import { Compartir, type Documento } from '../../../sello/index.ts';

/** A certificate that was issued: take it away, and let whoever gets it verify it. */
export function paginaCertificado({ d, base }: { d: Documento; base: string }): string {
  const { titulo, certifica, estado, desde } = d.publico;
  const esta = `${base}/certificados/${d.idPublico}`;
  return renderizarPagina(
    <Pagina
      titulo={titulo}
      ancho="ancha"
      migas={[
        { texto: 'Inicio', href: '/' },
        { texto: 'Estado de obligaciones', href: base },
        { texto: 'Certificados', href: `${base}/certificados` },
      ]}
      encabezado={null}
    >
      <ConLado
        lado={
          <DatosAlLado
            titulo="El certificado"
            filas={[
              ...(certifica?.al ? [{ rotulo: 'Al día', valor: formatearFecha(certifica.al as Fecha) }] : []),
              ...(certifica?.corte
                ? [{ rotulo: 'Con lo registrado', valor: `Hasta el asiento ${certifica.corte}` }]
                : []),
              { rotulo: 'Expedido', valor: formatearFechaHora(d.emitidoEn) },
              { rotulo: 'Código', valor: <Copiable larga>{d.idPublico}</Copiable> },
              ...(d.contenido.para ? [{ rotulo: 'Para (solo lo ve usted)', valor: d.contenido.para }] : []),
            ]}
          />
        }
      >
        <Panel
          titulo={titulo}
          tono={estado === 'con saldos' || estado === 'suspendido' || estado === 'cancelado' ? 'ojo' : 'bien'}
        >
          {certifica?.frase ?? `RUT ${estado} desde el ${formatearFecha(desde as Fecha)}`}
        </Panel>
        <RegionViva id="certificado" {...(!d.sellado && { recargarCada: 3 })}>
          {d.sellado ? (
            <>
              <p class="govuk-body">
                <a class="govuk-button" href={`${esta}/pdf`}>
                  Descargar el PDF
                </a>
              </p>
              <Compartir documento={d.idPublico} que={titulo} />
            </>
          ) : (
            <p class="govuk-body">
              Lo estamos sellando. Toma unos segundos.{' '}
              <a class="govuk-link" href="">
                Mirar otra vez
              </a>
            </p>
          )}
        </RegionViva>
        <p class="govuk-body">
          <a class="govuk-link" href={`${base}/certificados`}>
            Pedir otro certificado
          </a>
        </p>
      </ConLado>
    </Pagina>,
  );
}
