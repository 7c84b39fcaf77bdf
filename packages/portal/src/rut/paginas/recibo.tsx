import { formatearFechaHora } from '@autogestion/normas/fechas';
import { deberesDe } from '@autogestion/normas/rut';
import { Copiable, DatosAlLado, RegionViva } from '../../interfaz/index.ts';
import { Compartir, type Documento } from '../../sello/index.ts';
import type { VersionRut } from '../consultas.ts';

/** First of a receipt: the copy that one takes away, and the address with which whoever gets it verifies it. */
export function CopiaDelRecibo({
  copia,
  href,
  correo,
}: {
  copia: Documento | undefined;
  /** Of the copy in PDF. */
  href: string;
  correo: string;
}) {
  return (
    <>
      <RegionViva id="copia" {...(!copia?.sellado && { recargarCada: 3 })}>
        {copia?.sellado ? (
          <>
            <p class="govuk-body">
              <a class="govuk-button" href={href}>
                Descargar la copia en PDF
              </a>
            </p>
            <p class="govuk-body-s">
              Código para que otro la verifique: <Copiable>{copia.idPublico}</Copiable>
            </p>
            <Compartir documento={copia.idPublico} que="Copia del RUT" />
          </>
        ) : (
          <p class="govuk-body">
            Estamos sellando su copia. Toma unos segundos.{' '}
            <a class="govuk-link" href="">
              Mirar otra vez
            </a>
          </p>
        )}
      </RegionViva>
      <p class="govuk-body">
        {copia?.sellado ? 'También la enviamos' : 'Cuando esté lista la enviaremos también'} a {correo}.
      </p>
    </>
  );
}

/** What comes next for whoever has that RUT: what they have to do, and where the days are. */
export function QueSigueConElRut({ version, base }: { version: VersionRut; base: string }) {
  const { clasificacion, tipoContribuyente } = version.registro;
  const deberes = deberesDe(clasificacion.responsabilidades, tipoContribuyente);
  return (
    <>
      <h2 class="govuk-heading-m">Qué sigue</h2>
      <ul class="govuk-list govuk-list--bullet">
        {deberes.map((d) => (
          <li>
            {d.que} {d.cuando}
          </li>
        ))}
        <li>
          <a class="govuk-link" href={`${base}/rut`}>
            Su RUT
          </a>{' '}
          dice todo lo que quedó. Si algo cambia, tiene un mes para actualizarlo.
        </li>
      </ul>
    </>
  );
}

/** The rows of the receipt that few read, folded. */
export const DatosDelAcuse = ({ version: v }: { version: VersionRut }) => (
  <DatosAlLado
    titulo="Acuse de recibo"
    filas={[
      { rotulo: 'Radicado', valor: v.radicado },
      { rotulo: 'Recibido', valor: formatearFechaHora(v.creadaEn) },
      { rotulo: 'Formulario 001', valor: `${v.formulario}, versión ${v.numero}` },
      {
        rotulo: 'Huella de lo registrado (SHA-256)',
        valor: <code class="huella">{v.hash.toString('hex')}</code>,
      },
    ]}
  />
);
