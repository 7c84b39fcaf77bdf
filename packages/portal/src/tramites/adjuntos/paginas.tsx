import { definidos } from '@autogestion/normas/definidos';
import type { RegistroRut } from '@autogestion/normas/rut';
import { EnlaceBoton } from '../../interfaz/index.ts';
import { paginaDeTitular } from '../paginas/marco.tsx';
import type { DocumentoPedido } from '../tipos.ts';
import type { Adjunto } from './consultas.ts';
import { campoDe, DocumentoDeLaSolicitud } from './piezas.tsx';

export interface PropsDePaginaDeDocumentos {
  registro: RegistroRut;
  csrf: string;
  base: string;
  pedidos: readonly DocumentoPedido[];
  adjuntos: readonly Adjunto[];
  /** What was wrong with the file for one of them. */
  error?: { pedido: string; mensaje: string };
}

/** The documents of a request, each with its form. */
export function paginaDocumentos(o: PropsDePaginaDeDocumentos): string {
  const { base, csrf, adjuntos, error } = o;
  const volver = base.replace(/\/documentos$/, '');
  return paginaDeTitular({
    de: { registro: o.registro, base, csrf },
    titulo: 'Documentos de su solicitud',
    volver: { href: volver, texto: 'Volver a la solicitud' },
    ...definidos({ errores: error && { [campoDe(error.pedido)]: error.mensaje } }),
    children: (
      <>
        <h1 class="govuk-heading-l">Documentos de su solicitud</h1>
        {o.pedidos.map((pedido) => (
          <DocumentoDeLaSolicitud
            base={base}
            adjuntos={adjuntos}
            pedido={pedido}
            csrf={csrf}
            error={error?.pedido === pedido.id ? error.mensaje : undefined}
          />
        ))}
        <EnlaceBoton href={volver}>Seguir</EnlaceBoton>
      </>
    ),
  });
}
