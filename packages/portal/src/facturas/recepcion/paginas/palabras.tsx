import { tipoDeDocumentoElectronico } from '@autogestion/normas/factura';
import type { VNode } from 'preact';
import { Tabla } from '../../../interfaz/index.ts';
import type { Entrega } from '../entrega.ts';

export const VEREDICTOS: Readonly<Record<Entrega['veredicto'], string>> = {
  aceptado: 'Aceptado',
  rechazado: 'Rechazado',
  repetido: 'Ya estaba en el registro',
};

/** «Factura electrónica de venta SETP990000002», or the name of what could not be read. */
export function comoSeLlama({ tipo, numero, nombre }: Entrega): string {
  if (numero === null) return nombre;
  return `${tipoDeDocumentoElectronico(tipo ?? '')?.nombre ?? 'Documento'} ${numero}`;
}

/** What became of several, each with the way to its own page. */
export const TablaDeEntregas = (o: {
  titulo: string;
  vacia?: string;
  entregas: readonly Entrega[];
  camino: (e: Entrega) => string;
}): VNode => (
  <Tabla
    titulo={o.titulo}
    {...(o.vacia !== undefined && { vacia: o.vacia })}
    columnas={[
      { titulo: 'Documento' },
      { titulo: 'Archivo' },
      { titulo: 'Resultado' },
      { titulo: 'Primer hallazgo' },
    ]}
    filas={o.entregas.map((e) => [
      <a href={o.camino(e)}>{comoSeLlama(e)}</a>,
      e.nombre,
      VEREDICTOS[e.veredicto],
      e.hallazgos[0]?.mensaje ?? 'Ninguno',
    ])}
  />
);
