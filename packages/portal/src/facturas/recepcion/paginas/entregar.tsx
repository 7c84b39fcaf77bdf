import { Boton, Formulario, Pagina, renderizarPagina, type Miga } from '../../../interfaz/index.ts';
import { archivo, Preguntar } from '../../../interfaz/preguntas/index.ts';
import type { Entrega } from '../entrega.ts';
import { LIMITES } from '../lotes.ts';
import { TablaDeEntregas } from './palabras.tsx';

export const DOCUMENTO = archivo({
  etiqueta: 'XML del documento, o un ZIP con varios',
  ayuda: `Un XML firmado (factura, nota, documento soporte, POS o evento) o su contenedor AttachedDocument. En un ZIP, hasta ${LIMITES.documentosPorLote} documentos y ${LIMITES.bytesDeLote / 1024 / 1024} MB.`,
  acepta: '.xml,.zip,application/xml,text/xml,application/zip',
  falta: 'Elija el archivo XML o ZIP.',
  excede: `El archivo pesa más de ${LIMITES.bytesDeLote / 1024 / 1024} MB. Envíelo en partes.`,
});

/** Where documents are brought, and what became of the last ones. */
export const paginaEntregar = (o: {
  /** Where the form goes; deliveries stand under it. */
  base: string;
  migas: readonly Miga[];
  deQuien: string;
  entregas: readonly Entrega[];
  errores?: Record<string, string>;
}): string =>
  renderizarPagina(
    <Pagina
      titulo="Entregar documentos electrónicos"
      ancho="ancha"
      islas={['subida']}
      migas={o.migas}
      errores={o.errores}
    >
      <p class="govuk-body">{o.deQuien}</p>
      <Formulario accion={o.base} conArchivos>
        <Preguntar pregunta={DOCUMENTO} errores={o.errores ?? {}} />
        <Boton>Entregar y revisar</Boton>
      </Formulario>
      <TablaDeEntregas
        titulo="Lo último que se entregó"
        vacia="Todavía no se ha entregado ningún documento."
        entregas={o.entregas}
        camino={(e) => `${o.base}/${e.idPublico}`}
      />
    </Pagina>,
  );
