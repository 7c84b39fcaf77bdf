import type { VNode } from 'preact';
import { Compartir } from '../../sello/index.ts';
import { Visor } from '../adjuntos/index.ts';
import type { Caso } from '../consultas.ts';
import { DOCUMENTOS, type CualDocumento, type DocumentosDelCaso } from '../documentos/del-caso.ts';
import { palabrasDe } from '../palabras.ts';

interface PropsDeDocumentosDelCaso {
  caso: Pick<Caso, 'tipo'>;
  documentos: DocumentosDelCaso;
  /** Of the case, for the person or at the desk: each document is under it. */
  camino: string;
  /** For whom they are: the newest one may be sent to somebody who verifies it. */
  compartir?: true;
  /** Each is also read in the page, where the desk has it. */
  aLaVista?: boolean;
}

/** The office's documents of a case and the form that was signed, each to be downloaded once it is sealed. */
export function ListaDeDocumentos({
  caso,
  documentos,
  camino,
  compartir,
  aLaVista,
}: PropsDeDocumentosDelCaso): VNode {
  const ultimo = compartir && (['decision', 'acuse'] as const).find((cual) => documentos[cual]?.sellado);
  return (
    <>
      <ul class="govuk-list">
        {DOCUMENTOS.map((cual) => {
          const d = documentos[cual];
          const nombre = nombreDe(caso, cual);
          return d ? (
            <li>
              {d.sellado ? (
                <>
                  <a class="govuk-link" href={`${camino}/${cual}`}>
                    Descargar {nombre.charAt(0).toLowerCase()}
                    {nombre.slice(1)} en PDF
                  </a>
                  {aLaVista ? <Visor href={`${camino}/${cual}/ver`} que={nombre} /> : null}
                </>
              ) : (
                `${nombre}: ya está guardado; se está sellando, toma unos segundos.`
              )}
            </li>
          ) : null;
        })}
      </ul>
      {ultimo ? (
        <Compartir documento={documentos[ultimo]?.idPublico ?? ''} que={nombreDe(caso, ultimo)} />
      ) : null}
    </>
  );
}

export const seEstaSellando = (documentos: DocumentosDelCaso): boolean =>
  Object.values(documentos).some((d) => !d.sellado);

function nombreDe({ tipo }: Pick<Caso, 'tipo'>, cual: CualDocumento): string {
  switch (cual) {
    case 'acuse':
      return palabrasDe(tipo.flujo).acuse.nombre;
    case 'firmado':
      return tipo.formulario ? `Formulario ${tipo.formulario} firmado` : 'Solicitud firmada';
    case 'decision':
      return 'Decisión';
  }
}
