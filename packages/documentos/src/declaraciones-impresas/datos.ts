import { definidos } from '@autogestion/normas/definidos';
import type { ValoresDeCasillas } from '../formulario-impreso/index.ts';
import type { PedidoDeclaracion } from './tipos.ts';

/** What travels inside for a program to read: the return as it was printed, with its values exact. */
export function datosDe(pedido: PedidoDeclaracion): object {
  const { formulario, estado, declarante, valores, filas, anexoDiferencias } = pedido;
  return {
    formulario: formulario.codigo,
    estado,
    ...(pedido.estado === 'borrador'
      ? {}
      : definidos({
          numero: pedido.numero,
          radicado: pedido.radicado,
          presentadaEn: pedido.presentadaEn.toISOString(),
          reemplazadaPor: pedido.reemplazadaPor,
        })),
    declarante,
    casillas: enJson(valores),
    anexos: Object.fromEntries(Object.entries(filas).map(([clave, suyas]) => [clave, suyas.map(enJson)])),
    ...definidos({
      diferencias: anexoDiferencias?.map(({ reportado, declarado, ...dicho }) => ({
        ...dicho,
        ...enJson({ reportado, declarado }),
      })),
    }),
  };
}

/** A figure of a form fits exactly in a number of JSON: three times fifteen digits is less than 2^53. */
const enJson = (valores: ValoresDeCasillas): Record<string, number | string> =>
  Object.fromEntries(
    Object.entries(valores).flatMap(([clave, valor]) =>
      valor === undefined ? [] : [[clave, typeof valor === 'bigint' ? Number(valor) : valor]],
    ),
  );
