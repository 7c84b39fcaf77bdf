import { formatearFechaHora } from '@autogestion/normas/fechas';
import { formatearNit } from '@autogestion/normas/nit';
import type { PedidoImpreso } from '../formulario-impreso/index.ts';
import type { Declaracion } from './formularios.ts';
import type { PedidoDeclaracion } from './tipos.ts';

const SIN_VALIDEZ = 'Sin validez: no se ha firmado ni presentado.';

type LoDicho = Pick<PedidoImpreso, 'numero' | 'textos' | 'marca' | 'alerta' | 'pie'>;

/**
 * What the paper says of what it is worth: beside its boxes, across its pages, on each of them and at their foot.
 *
 * @throws RangeError where it waits to be paid and its form is filed without paying
 */
export function loQueVale({ nombre, pendienteDePago }: Declaracion, pedido: PedidoDeclaracion): LoDicho {
  const { nit, dv, nombre: quien } = pedido.declarante;
  const deQuien = `NIT ${formatearNit(nit, dv)}, ${quien}`;
  const dicho = (estado: string, detalle: string, aviso: string) => ({
    estado,
    detalle,
    asunto: pedido.estado === 'borrador' ? estado : `${estado}, n.º ${pedido.numero}`,
    aviso: `${aviso} ${deQuien}.`,
  });
  if (pedido.estado === 'borrador') {
    return {
      numero: '',
      textos: dicho('Borrador', SIN_VALIDEZ, `BORRADOR, SIN VALIDEZ. ${nombre}:`),
      marca: { palabra: 'BORRADOR', debajo: 'sin validez' },
      alerta: 'BORRADOR, SIN VALIDEZ. No se ha firmado ni presentado.',
      pie: 'Borrador, sin firma ni sello: no prueba que se haya declarado.',
    };
  }
  const { numero, radicado, presentadaEn, reemplazadaPor } = pedido;
  const cuando = formatearFechaHora(presentadaEn);
  const con = radicado === undefined ? '' : ` Radicado ${radicado}.`;
  const firmada = (estado: string, detalle: string) =>
    dicho(estado, detalle, `${nombre} n.º ${numero}, ${estado.toLowerCase()}:`);
  switch (pedido.estado) {
    case 'presentada':
      return { numero, textos: firmada('Presentada', `El ${cuando}${con}`) };
    case 'pendiente-de-pago': {
      if (pendienteDePago === undefined)
        throw new RangeError(`El formulario ${pedido.formulario.codigo} se presenta sin pagar.`);
      return {
        numero,
        textos: firmada('Pendiente de pago', `Se firmó el ${cuando}${con} ${pendienteDePago}`),
        alerta: `PENDIENTE DE PAGO. ${pendienteDePago}`,
      };
    }
    case 'reemplazada': {
      const porCual = reemplazadaPor === undefined ? 'por otra' : `por la n.º ${reemplazadaPor}`;
      return {
        numero,
        textos: firmada('Reemplazada', `Se presentó el ${cuando}${con} Después fue corregida ${porCual}.`),
        marca: { palabra: 'REEMPLAZADA', debajo: 'por otra declaración' },
        alerta: `REEMPLAZADA ${porCual}: lo que vale es lo que dice la última.`,
      };
    }
  }
}
