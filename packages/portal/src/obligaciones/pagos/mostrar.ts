import { nombreDeParte, PARTES_DE_FECHA, separarFecha } from '../../interfaz/index.ts';
import {
  errores,
  esRechazo,
  puede,
  type Formulario,
  type Peticion,
  type Rechazo,
} from '../../plataforma/index.ts';
import type { Fecha } from '@autogestion/normas/fechas';
import { documentoDeClave } from '../../sello/index.ts';
import { erroresDeObligaciones } from '../errores.ts';
import { leerLibro } from '../libro/index.ts';
import { DE_PAGOS } from '../politicas.ts';
import { calcularPago, ultimoDiaDelRecibo } from './calcular-pago.ts';
import { obligacionPublica, reciboDe, recibosPorPagar } from './consultas.ts';
import { claveDelDocumento } from './documento-del-recibo.ts';
import { paginaPagar } from './paginas/pagar.tsx';
import { paginaRecibo } from './paginas/recibo.tsx';

/** What was written in the form of a payment, read or with what is wrong in it. */
interface LoEscrito {
  escrito?: Formulario;
  campos?: Record<string, string>;
  pago?: { dia: Fecha; valor?: bigint };
}

/**
 * The page to pay an obligation: as it begins, with what was chosen, or with what there is to correct.
 * @throws ErrorDominio when it is not theirs, or nothing is owed
 */
export async function mostrarPagar(
  p: Peticion<{ titular: string; obligacion: string }>,
  { escrito, campos = {}, pago }: LoEscrito = {},
): Promise<Rechazo | { tipo: 'pagina'; html: string }> {
  return p.enTransaccion(async (trx) => {
    const obligacion = await obligacionPublica(trx, p.parametros.obligacion);
    if (!obligacion) throw errores.noEncontrado();
    const libro = await leerLibro(trx);
    const calcular = (que: { dia: Fecha; valor?: bigint }) =>
      calcularPago(libro, { obligacion: obligacion.id, hoy: trx.hoy, ...que });
    const hoy = calcular({ dia: trx.hoy });
    if (esRechazo(hoy)) throw erroresDeObligaciones.nadaPorPagar();
    const elegido = pago === undefined ? hoy : calcular(pago);
    if (esRechazo(elegido)) return elegido;
    const html = paginaPagar({
      obligacion,
      hoy,
      pago: Object.keys(campos).length > 0 ? undefined : elegido,
      ultimoDia: ultimoDiaDelRecibo(trx.hoy),
      escrito: escrito ?? todoHoy(trx.hoy),
      errores: campos,
      recibos: await recibosPorPagar(trx, obligacion.id),
      base: `/de/${p.parametros.titular}`,
    });
    return { tipo: 'pagina', html };
  });
}

/** What the form begins with: everything, today. */
export function todoHoy(hoy: Fecha): Formulario {
  const partes = separarFecha(hoy);
  return {
    cuanto: 'todo',
    ...Object.fromEntries(PARTES_DE_FECHA.map((parte) => [nombreDeParte('dia', parte), partes[parte]])),
  };
}

/** @throws ErrorDominio 404 when it is not theirs */
export async function mostrarRecibo(
  p: Peticion<{ titular: string; recibo: string }>,
  enLinea: boolean,
): Promise<string> {
  return p.enTransaccion(async (trx) => {
    const recibo = await reciboDe(trx, p.parametros.recibo);
    if (recibo?.titular !== p.titular) throw errores.noEncontrado();
    const documento = await documentoDeClave(trx, p.titular, claveDelDocumento(recibo.numero));
    return paginaRecibo({
      recibo,
      hoy: trx.hoy,
      sellado: documento?.sellado !== undefined,
      enLinea,
      puedePagar: puede(p.actor, p.titular, DE_PAGOS.pagar),
      base: `/de/${p.parametros.titular}`,
    });
  });
}
