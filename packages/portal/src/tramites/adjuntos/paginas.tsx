import { EnlaceBoton, Pagina, renderizarPagina } from '../../interfaz/index.ts';
import type { DocumentoPedido } from '../tipos.ts';
import type { Adjunto } from './consultas.ts';
import { campoDe, DocumentoDeLaSolicitud } from './piezas.tsx';

interface PropsDePaginaDeDocumentos {
  base: string;
  pedidos: readonly DocumentoPedido[];
  adjuntos: readonly Adjunto[];
  /** What was wrong with the file for one of them, by its field. */
  errores?: Record<string, string>;
}

/** The documents of a request, each with its form. */
export function paginaDocumentos(o: PropsDePaginaDeDocumentos): string {
  const { base, adjuntos, errores = {} } = o;
  const volver = base.replace(/\/documentos$/, '');
  return renderizarPagina(
    <Pagina
      titulo="Documentos de su solicitud"
      volver={{ href: volver, texto: 'Volver a la solicitud' }}
      errores={errores}
    >
      {o.pedidos.map((pedido) => (
        <DocumentoDeLaSolicitud
          base={base}
          adjuntos={adjuntos}
          pedido={pedido}
          error={errores[campoDe(pedido.id)]}
        />
      ))}
      <EnlaceBoton href={volver}>Seguir</EnlaceBoton>
    </Pagina>,
  );
}
