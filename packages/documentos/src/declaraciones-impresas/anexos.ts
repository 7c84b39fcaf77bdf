import { municipio, nombreCompleto } from '@autogestion/normas/geografia';
import {
  casillasDeFila,
  type BloqueImpreso,
  type CasillaImpresa,
  type Disposicion,
} from '../formulario-impreso/index.ts';
import type { PedidoDeclaracion } from './tipos.ts';

/** Key of the column that says which municipality a row is of. */
const MUNICIPIO = 'codigo';

/** The rows of the annexes of a return, each a block of its sheet. */
export function bloquesDeAnexos({ hojas }: Disposicion, pedido: PedidoDeclaracion): BloqueImpreso[] {
  return pedido.formulario.anexos.flatMap((anexo) => {
    const filas = pedido.filas[anexo.clave] ?? [];
    const unidad = hojas.find(({ clave }) => clave === anexo.clave)?.secciones[0]?.nombre ?? anexo.nombre;
    return filas.map((fila, i): BloqueImpreso => {
      const casillas = casillasDeFila(anexo, fila, { sinSigno: true }).map(conNombreDeMunicipio);
      const donde = dondeEs(casillas);
      const cual = `${unidad} ${i + 1} de ${filas.length}`;
      return { hoja: anexo.clave, nombre: donde ? `${cual}: ${donde}` : cual, casillas };
    });
  });
}

function conNombreDeMunicipio(casilla: CasillaImpresa): CasillaImpresa {
  const suyo = casilla.numero === MUNICIPIO ? municipio(casilla.valor) : undefined;
  return suyo ? { ...casilla, partes: [{ codigo: suyo.codigo, nombre: nombreCompleto(suyo) }] } : casilla;
}

function dondeEs(casillas: readonly CasillaImpresa[]): string | undefined {
  const suya = casillas.find(({ numero }) => numero === MUNICIPIO);
  return suya?.partes?.[0]?.nombre ?? suya?.valor;
}
