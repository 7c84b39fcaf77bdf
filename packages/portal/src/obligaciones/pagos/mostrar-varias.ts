import { errores, esRechazo, type Formulario, type Peticion, type Rechazo } from '../../plataforma/index.ts';
import { enFacilidad } from '../estado/index.ts';
import { erroresDeObligaciones } from '../errores.ts';
import { leerLibro } from '../libro/index.ts';
import { ultimoDiaDelRecibo } from './calcular-pago.ts';
import { calcularVarias, porPagar, type DeudasElegidas } from './calcular-varias.ts';
import { todoHoy } from './mostrar.ts';
import { paginaEscoger, paginaPagarVarias } from './paginas/pagar-varias.tsx';
import type { Fecha } from '@autogestion/normas/fechas';

interface LoEscrito {
  /** Public identifiers of what was chosen, in whatever order they came. */
  deudas: readonly string[];
  /** Somebody sent the form in which they are chosen. */
  escogidas?: boolean;
  escrito?: Formulario;
  campos?: Record<string, string>;
  pago?: DeudasElegidas & { dia: Fecha };
}

/**
 * The page to pay several debts with one slip: to choose them, and when some are chosen, how much of each and where it
 * goes.
 * @throws ErrorDominio when nothing is owed
 */
export async function mostrarPagarVarias(
  p: Peticion<{ titular: string }>,
  { deudas, escogidas, escrito, campos = {}, pago }: LoEscrito,
): Promise<Rechazo | { html: string; estado: 200 | 422 }> {
  const base = `/de/${p.parametros.titular}`;
  return p.enTransaccion(async (trx) => {
    const libro = await leerLibro(trx);
    const todas = porPagar(libro, trx.hoy);
    if (todas.length === 0) throw erroresDeObligaciones.nadaPorPagar();
    const hoy = calcularVarias(libro, { deudas, valores: new Map(), dia: trx.hoy, hoy: trx.hoy });
    if (esRechazo(hoy)) {
      if (hoy.campos.deudas === undefined) throw errores.deRechazo(hoy);
      const mal = escogidas === true || deudas.length > 0;
      const html = paginaEscoger({
        ...{ deudas: todas, base, enFacilidad: await enFacilidad(trx, {}) },
        marcadas: deudas.length > 0 ? deudas : undefined,
        error: mal ? hoy.campos.deudas : undefined,
      });
      return { html, estado: mal ? 422 : 200 };
    }
    const elegido = pago === undefined ? hoy : calcularVarias(libro, { ...pago, hoy: trx.hoy });
    if (esRechazo(elegido)) return elegido;
    const hayFaltas = Object.keys(campos).length > 0;
    const html = paginaPagarVarias({
      hoy,
      elegido: hayFaltas ? undefined : elegido,
      ultimoDia: ultimoDiaDelRecibo(trx.hoy),
      escrito: escrito ?? todoHoy(trx.hoy),
      errores: campos,
      base,
    });
    return { html, estado: hayFaltas ? 422 : 200 };
  });
}
