import type { ComponentChildren } from 'preact';
import { VistaDePresentacion } from '../../sello/index.ts';
import { DocumentosALaVista, ListaDeAdjuntos } from '../adjuntos/index.ts';
import { palabrasDe } from '../palabras.ts';
import { ListaDeDocumentos } from '../paginas/documentos.tsx';
import type { PropsDeCasoEnMesa } from './lo-del-caso.ts';
import { RutAlLado } from './rut-al-lado.tsx';

type Props = Pick<PropsDeCasoEnMesa, 'caso' | 'version' | 'estadoRut' | 'documentos' | 'adjuntos'>;

/** In sight while one works a case: whose it is, what they handed in, to be read there, and what they asked for. */
export function AlLadoDelCaso({ caso, version, estadoRut, documentos, adjuntos }: Props) {
  const camino = `/mesa/tramites/${caso.radicado}`;
  return (
    <div class="al-lado">
      <RutAlLado version={version} estado={estadoRut} />
      <Seccion id="caso-documentos" titulo="Documentos">
        <ListaDeAdjuntos base={`${camino}/documentos`} adjuntos={adjuntos} aLaVista />
        <DocumentosALaVista pedidos={caso.tipo.documentos(caso.solicitud)} vistos={caso.aLaVista} />
        <ListaDeDocumentos caso={caso} documentos={documentos} camino={camino} aLaVista />
      </Seccion>
      <Seccion id="caso-contenido" titulo={palabrasDe(caso.tipo.flujo).contenido.mesa}>
        <VistaDePresentacion presentacion={caso.tipo.presentar(caso.solicitud)} nivel={3} />
      </Seccion>
    </div>
  );
}

/** A part of the page of a case, with the name by which its index leads to it. */
export const Seccion = ({
  id,
  titulo,
  children,
}: {
  id: string;
  titulo: string;
  children: ComponentChildren;
}) => (
  <section aria-labelledby={id}>
    <h2 class="govuk-heading-m" id={id}>
      {titulo}
    </h2>
    {children}
  </section>
);
