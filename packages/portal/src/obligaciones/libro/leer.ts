import { porcentaje } from '@autogestion/normas/dinero';
import {
  devengoCon,
  estadoDeCuenta,
  type CodigoDeConcepto,
  type Devengo,
  type EstadoDeCuenta,
  type Movimientos,
  type RubroDeCargo,
} from '@autogestion/normas/estado-de-cuenta';
import type { Fecha } from '@autogestion/normas/fechas';
import { tasaDada } from '@autogestion/normas/tasas';
import { sql } from 'kysely';
import { llamar, type Transaccion } from '../../plataforma/index.ts';

/** An obligation of the taxpayer for whom the transaction acts. */
interface Obligacion {
  id: string;
  idPublico: string;
  concepto: CodigoDeConcepto;
  anio: number;
  periodo: string;
}

/** An entry on the side of an obligation. */
export interface RenglonDelLibro {
  obligacion: string;
  comprobante: bigint;
  renglon: number;
  lado: 'debe' | 'haber';
  cuenta: RubroDeCargo | 'pagos';
  contra: string;
  valor: bigint;
  efecto: Fecha;
  vence: Fecha | null;
  impuesta: boolean;
  sobre_comprobante: bigint | null;
  sobre_renglon: number | null;
}

/** What the office knew of a taxpayer at a cut. The same cut gives the same for ever, whatever is written later. */
export interface Libro {
  corte: bigint;
  obligaciones: readonly Obligacion[];
  renglones: readonly RenglonDelLibro[];
  devengo: Devengo;
}

/**
 * The ledger of the taxpayer for whom the transaction acts.
 * @param corte what was known then; now unless told. A cut that does not exist yet is now.
 */
export async function leerLibro(trx: Transaccion, corte?: bigint): Promise<Libro> {
  const deAhora = (await llamar(trx, 'obligaciones.mi_corte', {})) ?? 0n;
  const suCorte = corte !== undefined && corte < deAhora ? corte : deAhora;
  const renglones: RenglonDelLibro[] = await llamar(trx, 'obligaciones.mi_libro', { corte: suCorte });
  const conAlgo = new Set(renglones.map((r) => r.obligacion));
  const todas = await obligacionesDelTitular(trx);
  return {
    corte: suCorte,
    obligaciones: todas.filter((o) => conAlgo.has(o.id)),
    renglones,
    devengo: await devengoAl(trx, suCorte),
  };
}

async function obligacionesDelTitular(trx: Transaccion): Promise<Obligacion[]> {
  const { rows } = await sql<{
    id: string;
    id_publico: string;
    concepto: string;
    anio: number;
    periodo: string;
  }>`
    select id, id_publico, concepto, anio, periodo from obligaciones.obligacion
    where titular_id = plataforma.actor_titular() order by anio, concepto, periodo`.execute(trx.bd);
  return rows.map(({ id_publico, concepto, ...o }) => ({
    ...o,
    idPublico: id_publico,
    concepto: concepto as CodigoDeConcepto,
  }));
}

/** Interest with the rates that were known at a cut. */
async function devengoAl(trx: Transaccion, corte: bigint): Promise<Devengo> {
  const tasas = await llamar(trx, 'obligaciones.tasas', { corte });
  return devengoCon(
    new Map(tasas.map(({ mes, usura }) => [mes ?? '', tasaDada(mes ?? '', porcentaje(usura ?? '0'))])),
  );
}

/** An obligation with what it owes on a day. */
export interface ObligacionConEstado extends Obligacion {
  estado: EstadoDeCuenta;
}

/** What each obligation owes on a day of law, by what was known at the cut of the ledger. */
export function estadosAl(libro: Libro, al: Fecha): ObligacionConEstado[] {
  const porObligacion = new Map<string, RenglonDelLibro[]>(libro.obligaciones.map((o) => [o.id, []]));
  for (const r of libro.renglones) porObligacion.get(r.obligacion)?.push(r);
  return libro.obligaciones.map((o) => ({
    ...o,
    estado: estadoDeCuenta(movimientosDe(porObligacion.get(o.id) ?? []), al, libro.devengo),
  }));
}

const claveDe = (comprobante: bigint | null, renglon: number | null) => `${comprobante}.${renglon}`;

/** Entries of one obligation as the law reads them: each payment less what was annulled of it or is another's. */
function movimientosDe(renglones: readonly RenglonDelLibro[]): Movimientos {
  const quitado = new Map<string, bigint>();
  for (const r of renglones) {
    if (r.cuenta !== 'pagos' || r.lado !== 'debe' || r.sobre_comprobante === null) continue;
    const clave = claveDe(r.sobre_comprobante, r.sobre_renglon);
    quitado.set(clave, (quitado.get(clave) ?? 0n) + r.valor);
  }
  const cargos = renglones.flatMap(({ cuenta, lado, valor, efecto, vence, impuesta, ...r }) =>
    cuenta === 'pagos' || vence === null
      ? []
      : {
          id: claveDe(r.comprobante, r.renglon),
          rubro: cuenta,
          valor: lado === 'debe' ? valor : -valor,
          desde: efecto,
          vence,
          impuesta,
        },
  );
  const pagos = renglones.filter((r) => r.cuenta === 'pagos');
  return {
    cargos,
    abonos: pagos
      .filter((r) => r.lado === 'haber')
      .map(({ comprobante, renglon, valor, efecto }) => {
        const id = claveDe(comprobante, renglon);
        return { id, dia: efecto, valor: valor - (quitado.get(id) ?? 0n) };
      })
      .filter((a) => a.valor > 0n),
    retiros: pagos
      .filter((r) => r.lado === 'debe' && r.sobre_comprobante === null)
      .map(({ comprobante, renglon, valor, efecto }) => ({
        id: claveDe(comprobante, renglon),
        valor,
        dia: efecto,
      })),
  };
}
