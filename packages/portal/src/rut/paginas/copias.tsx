import { formatearFechaHora } from '@autogestion/normas/fechas';
import { Boton, Detalles, Formulario, RegionViva } from '../../interfaz/index.ts';
import type { Documento } from '../../sello/index.ts';

/** One of them will be ready in a moment. */
export const haySinSellar = (copias: readonly Documento[]): boolean => copias.some((c) => !c.sellado);

const A_LA_VISTA = 3;

/** The copy that one hands in: asking for one, and those asked for before, the newest first. */
export function Copias({ copias, base }: { copias: readonly Documento[]; base: string }) {
  return (
    <section class="ficha">
      <h2 class="ficha__titulo">Copia para entregar</h2>
      <div class="ficha__cuerpo">
        <p>
          Lleva la fecha y el estado de hoy, y un QR con el que cualquiera la verifica. Es gratis y no vence.
        </p>
        <Formulario accion={`${base}/copias`} unaVez>
          <Boton>Pedir una copia</Boton>
        </Formulario>
        <RegionViva id="copias" {...(haySinSellar(copias) && { recargarCada: 3 })}>
          <Lista copias={copias.slice(0, A_LA_VISTA)} base={base} />
          {copias.length > A_LA_VISTA ? (
            <Detalles resumen={`Ver otras ${copias.length - A_LA_VISTA}`}>
              <Lista copias={copias.slice(A_LA_VISTA)} base={base} />
            </Detalles>
          ) : null}
        </RegionViva>
      </div>
    </section>
  );
}

const Lista = ({ copias, base }: { copias: readonly Documento[]; base: string }) => (
  <ul class="copias">
    {copias.map((c) => (
      <li>
        {c.sellado ? (
          <a href={`${base}/copias/${c.idPublico}`}>
            Descargar el PDF
            <span class="govuk-visually-hidden"> del {formatearFechaHora(c.emitidoEn)}</span>
          </a>
        ) : (
          <strong>La estamos sellando…</strong>
        )}
        <span class="copias__de">
          {formatearFechaHora(c.emitidoEn)}
          {c.publico.version ? `, de la versión ${c.publico.version.numero}, anterior` : ''}
        </span>
      </li>
    ))}
  </ul>
);
