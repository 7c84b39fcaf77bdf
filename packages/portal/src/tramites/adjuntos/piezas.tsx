import type { VNode } from 'preact';
import { Boton, CampoArchivo, Detalles, Formulario, InstanteTexto } from '../../interfaz/index.ts';
import type { DocumentoPedido } from '../tipos.ts';
import type { Adjunto } from './consultas.ts';

interface PropsDeDocumentos {
  /** `/de/…/solicitudes/…/documentos`, or the officials' counterpart. */
  base: string;
  adjuntos: readonly Adjunto[];
}

/**
 * The files of a request, each to be downloaded. `quitar` when they may still be taken back; `aLaVista` where each is
 * also read in the page, the first at once.
 */
export function ListaDeAdjuntos({
  base,
  adjuntos,
  quitar,
  aLaVista,
}: PropsDeDocumentos & { quitar?: boolean; aLaVista?: boolean }): VNode | null {
  if (adjuntos.length === 0) return null;
  return (
    <ul class="govuk-list">
      {adjuntos.map((a, i) => (
        <li>
          <a class="govuk-link" href={`${base}/${a.idPublico}`}>
            {a.nombre}
          </a>{' '}
          ({enPalabras(a.tamano)}, <InstanteTexto instante={a.subidoEn} />)
          {aLaVista ? (
            <Visor href={`${base}/${a.idPublico}/ver`} que={a.nombre} media={a.media} abierto={i === 0} />
          ) : null}
          {quitar ? (
            <Formulario accion={`${base}/${a.idPublico}/quitar`}>
              <Boton variante="secundario">
                Quitar<span class="govuk-visually-hidden"> {a.nombre}</span>
              </Boton>
            </Formulario>
          ) : null}
        </li>
      ))}
    </ul>
  );
}

/** A document in the page: it is asked for when it comes into sight, and needs no script. A phone downloads PDFs. */
export function Visor({
  href,
  que,
  media = 'application/pdf',
  abierto,
}: {
  href: string;
  que: string;
  media?: string;
  abierto?: boolean;
}): VNode {
  return (
    <div class={media === 'application/pdf' ? 'visor visor--pdf' : 'visor'}>
      <Detalles
        abierto={abierto ?? false}
        resumen={
          <>
            Verlo aquí<span class="govuk-visually-hidden">: {que}</span>
          </>
        }
      >
        {media === 'application/pdf' ? (
          <iframe src={href} title={que} loading="lazy" />
        ) : (
          <img src={href} alt={`Lo que se ve en ${que}`} loading="lazy" />
        )}
      </Detalles>
    </div>
  );
}

/** Documents without a file: whoever attended saw them and gave them back. `vistos` are identifiers of `pedidos`. */
export function DocumentosALaVista({
  pedidos,
  vistos,
}: {
  pedidos: readonly DocumentoPedido[];
  vistos: readonly string[];
}): VNode | null {
  if (vistos.length === 0) return null;
  return (
    <>
      <p class="govuk-body">Un funcionario los tuvo a la vista y no hay archivo:</p>
      <ul class="govuk-list govuk-list--bullet">
        {vistos.map((id) => (
          <li>{pedidos.find((d) => d.id === id)?.nombre ?? id}</li>
        ))}
      </ul>
    </>
  );
}

export const campoDe = (pedido: string): string => `archivo-${pedido}`;

interface PropsDePedido extends PropsDeDocumentos {
  pedido: DocumentoPedido;
  error?: string | undefined;
}

/** What was handed in for one document, and the form to hand it in. */
export function DocumentoDeLaSolicitud({ base, adjuntos, pedido, error }: PropsDePedido): VNode {
  const suyos = adjuntos.filter((a) => a.pedido === pedido.id);
  return (
    <section>
      <h2 class="govuk-heading-m">
        {pedido.nombre}
        {pedido.obligatorio ? '' : ' (si lo tiene)'}
      </h2>
      {suyos.length > 0 ? null : (
        <p class="govuk-body">{pedido.obligatorio ? 'Falta este documento.' : 'No ha subido ninguno.'}</p>
      )}
      <ListaDeAdjuntos base={base} adjuntos={suyos} quitar />
      <Formulario accion={base} ocultos={{ pedido: pedido.id }} conArchivos>
        <CampoArchivo
          nombre={campoDe(pedido.id)}
          etiqueta={suyos.length > 0 ? `Otro archivo para: ${pedido.nombre}` : `Archivo: ${pedido.nombre}`}
          ayuda={pedido.ayuda ? `${pedido.ayuda} ${FORMATOS}` : FORMATOS}
          acepta="application/pdf,image/jpeg,image/png"
          error={error}
        />
        <Boton variante="secundario">
          Subir<span class="govuk-visually-hidden"> {pedido.nombre}</span>
        </Boton>
      </Formulario>
    </section>
  );
}

const FORMATOS = 'PDF, JPG o PNG. Todos los archivos de la solicitud, juntos, hasta 20 MB.';

/** «340 kB», «1,2 MB». */
function enPalabras(bytes: number): string {
  if (bytes < 1_000_000) return `${Math.max(1, Math.round(bytes / 1_000))} kB`;
  return `${(bytes / 1_000_000).toFixed(1).replace('.', ',')} MB`;
}
