import { ErrorDominio, type EnTransaccion, type Peticion } from '../../plataforma/index.ts';
import { alcanza, comoCliente, type Cliente } from './cliente.ts';
import type { ClienteDeLote } from './leer-lote.ts';
import { prepararCliente, type DeUnLote } from './preparar-cliente.ts';

/** What became, or would become, of one client of a file. */
export type ResultadoDeCliente = DeUnLote & { nit: string; nombre?: string; cliente?: string };

const PARA = 'declaraciones.preparar-lote';

/**
 * Prepares the returns of each client, one after the other and each in a transaction of its own: of one, all or nothing;
 * what is wrong in one does not keep the others back.
 */
export async function prepararLote(
  e: { enTransaccion: EnTransaccion },
  p: Pick<Peticion, 'actor' | 'enTransaccion'>,
  lote: { clientes: readonly ClienteDeLote[]; mios: readonly Cliente[]; escribir: boolean },
): Promise<ResultadoDeCliente[]> {
  const resultados: ResultadoDeCliente[] = [];
  for (const c of lote.clientes)
    resultados.push(
      await deUno(e, p, c, { mio: lote.mios.find((m) => m.nit === c.nit), escribir: lote.escribir }),
    );
  return resultados;
}

async function deUno(
  e: { enTransaccion: EnTransaccion },
  p: Pick<Peticion, 'actor' | 'enTransaccion'>,
  c: ClienteDeLote,
  { mio, escribir }: { mio: Cliente | undefined; escribir: boolean },
): Promise<ResultadoDeCliente> {
  const { nit, declaraciones } = c;
  const renglon = declaraciones[0]?.renglon ?? c.faltas[0]?.renglon ?? 1;
  const quien = { nit, ...(mio && { nombre: mio.nombre, cliente: mio.idPublico }) };
  const no = (mensaje: string): ResultadoDeCliente => ({
    ...quien,
    ok: false,
    faltas: [{ renglon, columna: 'nit', mensaje }, ...c.faltas],
  });
  if (!mio)
    return c.faltas.length > 0
      ? { ...quien, ok: false, faltas: c.faltas }
      : no('Usted no puede actuar por ese NIT. Pídale a su titular que lo autorice para preparar.');
  if (!alcanza(mio.ambito, 'preparar'))
    return no('Su permiso es solo para consultar. Pídale a su titular que lo autorice para preparar.');
  const r = await comoCliente(e, p, mio, PARA, (trx) =>
    prepararCliente(trx, c, { escribir: escribir && c.faltas.length === 0 }),
  ).catch((error: unknown) => {
    if (error instanceof ErrorDominio && error.estado === 409) return error;
    throw error;
  });
  if (r === undefined) return no('Su permiso terminó. Pídale a su titular que lo autorice otra vez.');
  if (r instanceof ErrorDominio) return no(r.message);
  const faltas = [...c.faltas, ...(r.ok ? [] : r.faltas)].toSorted((a, b) => a.renglon - b.renglon);
  return faltas.length > 0 ? { ...quien, ok: false, faltas } : { ...quien, ...r };
}
