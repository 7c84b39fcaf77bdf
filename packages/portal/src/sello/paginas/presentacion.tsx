import type { Presentacion } from '@autogestion/documentos';
import type { VNode } from 'preact';
import { ListaResumen } from '../../interfaz/index.ts';

/** What a person signs, signed or accepts, whole: the same that the document prints. `nivel` is that of its headings. */
export function VistaDePresentacion({
  presentacion,
  nivel = 2,
}: {
  presentacion: Pick<Presentacion, 'secciones'>;
  nivel?: 2 | 3;
}): VNode {
  return (
    <>
      {presentacion.secciones.map(({ titulo, parrafos = [], filas = [] }) => (
        <section>
          {nivel === 2 ? (
            <h2 class="govuk-heading-m">{titulo}</h2>
          ) : (
            <h3 class="govuk-heading-s">{titulo}</h3>
          )}
          {parrafos.map((texto) => (
            <p class="govuk-body">{texto}</p>
          ))}
          {filas.length > 0 ? (
            <ListaResumen filas={filas.map(({ clave: rotulo, valor }) => ({ rotulo, valor }))} />
          ) : null}
        </section>
      ))}
    </>
  );
}
