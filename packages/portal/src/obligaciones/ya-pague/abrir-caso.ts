import { definidos } from '@autogestion/normas/definidos';
import type { Archivos, Rechazo, Transaccion } from '../../plataforma/index.ts';
import { rechazo } from '../../plataforma/index.ts';
import { guardarAdjunto, prepararSolicitud, radicarCaso } from '../../tramites/index.ts';
import { buscarLoPagado } from './buscar.ts';
import type { PagoBuscado } from './busquedas.ts';
import { COMPROBANTE, laDe, PAGO_NO_VISTO, tipoDeLaPropuesta, type PorMirar } from './caso-por-mirar.ts';

type Archivo = Parameters<typeof guardarAdjunto>[2]['archivo'];

interface PorAbrir {
  titular: string;
  busqueda: PagoBuscado;
  /** Public identifier of the debt of a proposal; absent where none was found. */
  deuda?: string;
  relato: string;
  /** Looked at already. */
  comprobante?: Archivo;
  demostracion: boolean;
}

/**
 * Files what an official has to look at, one case for each search and debt. The law asks for no signature: it is a
 * petition (Ley 1437 de 2011, arts. 15 and 16).
 * @returns its radicado, or what is wrong with the file
 */
export async function abrirCasoDelPago(
  trx: Transaccion,
  e: { archivos: Archivos },
  p: PorAbrir,
): Promise<Rechazo | { tipo: 'radicado'; radicado: string }> {
  const hallazgos = await buscarLoPagado(trx, { titular: p.titular, dicho: p.busqueda.dicho });
  const hallada = p.deuda === undefined ? undefined : laDe(hallazgos, p.deuda);
  const tipo = hallada ? tipoDeLaPropuesta(hallada.propuesta) : PAGO_NO_VISTO;
  const solicitud: PorMirar = {
    dicho: p.busqueda.dicho,
    ...definidos({ deuda: hallada && p.deuda, razon: hallada?.propuesta.razon }),
    ...(p.relato && { relato: p.relato }),
  };
  const { id } = await prepararSolicitud(trx, {
    tipo,
    titular: p.titular,
    solicitud,
    clave: `ya-pague:${p.busqueda.id}:caso:${p.deuda ?? ''}`,
  });
  if (p.comprobante) {
    const r = await guardarAdjunto(trx, e, {
      solicitud: id,
      titular: p.titular,
      pedido: COMPROBANTE,
      archivo: p.comprobante,
    });
    // Filed a moment ago by the same button: its document is there.
    if (!r.ok && r.codigo !== 'adjunto-radicada') return rechazo({ comprobante: r.mensaje });
  }
  const { radicado } = await radicarCaso(trx, {
    solicitud: { id, tipo, titular: p.titular, solicitud },
    demostracion: p.demostracion,
  });
  return { tipo: 'radicado', radicado };
}
