import { formatearNit } from '@autogestion/normas/nit';
import type { RegistroRut } from '@autogestion/normas/rut';
import { EnlaceBoton, Pagina, renderizarPagina, ResumenErrores } from '../../interfaz/index.ts';
import { nombreCorto } from '../../rut/index.ts';
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
  const { registro: r, base, csrf, adjuntos, error } = o;
  const volver = base.replace(/\/documentos$/, '');
  return renderizarPagina(
    <Pagina
      titulo="Documentos de su solicitud"
      error={error !== undefined}
      persona={{
        nombre: nombreCorto(r),
        documento: `NIT ${formatearNit(r.nit, r.dv)}`,
        salir: { accion: '/salir', csrf },
      }}
      volver={{ href: volver, texto: 'Volver a la solicitud' }}
    >
      <ResumenErrores errores={error ? { [campoDe(error.pedido)]: error.mensaje } : {}} />
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
    </Pagina>,
  );
}
