import { sumarDias, type Fecha } from '@autogestion/normas/fechas';
import { sql } from 'kysely';
import {
  enviarMensaje,
  llamar,
  trabajo,
  uuidv7,
  type Trabajo,
  type Transaccion,
} from '../../plataforma/index.ts';
import { seguirAsentando } from './guardar-archivo.ts';
import { estadosAl, leerLibroDe, type Libro } from '../libro/index.ts';

export const CUADRAR = 'obligaciones.cuadrar';

/** House rule: so many taxpayers, of those in whose ledger something was written, are looked at in one night. */
const CONTRIBUYENTES_POR_NOCHE = 1_000;
const POR_TRANSACCION = 50;

/** What a check found, by figure: all are zero when everything is right, but `contribuyentes`. */
export interface CifrasDelCuadre {
  /** Pesos between one side of all entries and the other. */
  descuadre: number;
  comprobantesVacios: number;
  asientosAgotados: number;
  bancosDistintos: number;
  archivosDistintos: number;
  /** Files that were confirmed before this check began and are not posted whole yet. */
  archivosSinTerminar: number;
  /** Of those looked at, in how many the statement says otherwise than the entries. */
  contribuyentesDistintos: number;
  contribuyentes: number;
}

/** A file that is still being posted is nothing wrong, and neither is how many taxpayers were looked at. */
const MALAS = [
  'descuadre',
  'comprobantesVacios',
  'asientosAgotados',
  'bancosDistintos',
  'archivosDistintos',
  'contribuyentesDistintos',
] as const satisfies readonly (keyof CifrasDelCuadre)[];

const estaBien = (cifras: CifrasDelCuadre): boolean => MALAS.every((cual) => cifras[cual] === 0);

/**
 * Every night: the sums of the ledger, each bank's total against what was posted for it, each file against its lines, and
 * the statement of whoever had something written against their entries. What is wrong is told in the log and by mail, with
 * figures and nobody's data.
 */
export const trabajoCuadrar = (o: { urlPublica: string }): Trabajo =>
  trabajo({
    nombre: CUADRAR,
    // Twenty past two in the morning in Bogotá.
    cron: '20 7 * * *',
    async ejecutar(_, { enTransaccion, registro }) {
      await enTransaccion(seguirAtascados);
      const { desde, hasta, totales } = await enTransaccion(leerTotales);
      const tocados = await enTransaccion((trx) => contribuyentesTocados(trx, desde, hasta));
      let distintos = 0;
      for (let i = 0; i < tocados.length; i += POR_TRANSACCION)
        distintos += await enTransaccion((trx) =>
          contarDistintos(trx, tocados.slice(i, i + POR_TRANSACCION), hasta),
        );
      const cifras: CifrasDelCuadre = {
        ...{ ...totales, contribuyentesDistintos: distintos, contribuyentes: tocados.length },
      };
      const bien = estaBien(cifras);
      if (bien) registro.info(cifras, 'el libro cuadra');
      else registro.error(cifras, 'el libro no cuadra');
      await enTransaccion((trx) => anotar(trx, { corte: hasta, bien, cifras, urlPublica: o.urlPublica }));
    },
  });

/** House rule: a file that was confirmed so long ago and is not posted whole is not on its way: its job was lost. */
const ATASCADO_MINUTOS = 60;

/** What was confirmed and left halfway goes on from its last batch: asked for again while it is under way, it is one job. */
async function seguirAtascados(trx: Transaccion): Promise<void> {
  const { rows } = await sql<{ archivo: string }>`select d.archivo from obligaciones.recaudo_decision d
    join obligaciones.recaudo_archivo a on a.id = d.archivo
    where d.decision = 'confirmado' and d.tomada_en < ${trx.ahora}::timestamptz - make_interval(mins => ${ATASCADO_MINUTOS}::int)
      and coalesce((select max(t.hasta) from obligaciones.recaudo_tanda t where t.archivo = a.id), 0) < a.lineas
    order by d.tomada_en`.execute(trx.bd);
  for (const { archivo } of rows) await seguirAsentando(trx, archivo);
}

async function leerTotales(trx: Transaccion) {
  const { rows } = await sql<{ corte: bigint }>`select corte from obligaciones.cuadre
    order by hecho_en desc limit 1`.execute(trx.bd);
  const [t] = await llamar(trx, 'obligaciones.sumar_todo', {});
  return {
    desde: rows[0]?.corte ?? 0n,
    hasta: t?.corte ?? 0n,
    totales: {
      descuadre: Number(t?.debe ?? 0) - Number(t?.haber ?? 0),
      comprobantesVacios: Number(t?.vacios ?? 0),
      asientosAgotados: Number(t?.agotados ?? 0),
      bancosDistintos: Number(t?.bancos_distintos ?? 0),
      archivosDistintos: Number(t?.archivos_distintos ?? 0),
      archivosSinTerminar: Number(t?.archivos_sin_terminar ?? 0),
    },
  };
}

async function contribuyentesTocados(trx: Transaccion, desde: bigint, hasta: bigint): Promise<string[]> {
  const tocados = await llamar(trx, 'obligaciones.tocados', {
    ...{ desde, hasta, sal: trx.hoy, cuantos: CONTRIBUYENTES_POR_NOCHE },
  });
  return tocados.flatMap((t) => t.titular ?? []);
}

async function contarDistintos(
  trx: Transaccion,
  titulares: readonly string[],
  corte: bigint,
): Promise<number> {
  let distintos = 0;
  for (const titular of titulares)
    if (!dicenLoMismo(await leerLibroDe(trx, titular, corte), trx.hoy)) distintos += 1;
  return distintos;
}

/** What the statement says that was paid of each obligation is what the entries say. */
function dicenLoMismo(libro: Libro, hoy: Fecha): boolean {
  const ultimo = libro.renglones.reduce((d, r) => (r.efecto > d ? r.efecto : d), hoy);
  return estadosAl(libro, sumarDias(ultimo, 1)).every(({ id, estado }) => {
    const neto = libro.renglones
      .filter((r) => r.obligacion === id && r.cuenta === 'pagos')
      .reduce((s, r) => s + (r.lado === 'haber' ? r.valor : -r.valor), 0n);
    const pagado = Object.values(estado.pagado).reduce((a, b) => a + b, 0n);
    return pagado + estado.exceso - estado.porReintegrar === neto;
  });
}

async function anotar(
  trx: Transaccion,
  o: { corte: bigint; bien: boolean; cifras: CifrasDelCuadre; urlPublica: string },
): Promise<void> {
  await sql`insert into obligaciones.cuadre (id, corte, bien, cifras, hecho_en)
    values (${uuidv7(trx.ahora)}, ${o.corte}, ${o.bien}, ${JSON.stringify(o.cifras)}::jsonb, ${trx.ahora})`.execute(
    trx.bd,
  );
  if (o.bien) return;
  const { rows } = await sql<{ correo: string }>`select f.correo from cuentas.funcionarios f
    where f.en_servicio and f.roles && array['operador', 'obligaciones']`.execute(trx.bd);
  for (const { correo } of rows)
    await enviarMensaje(trx, {
      ...{ canal: 'correo', destino: correo, asunto: 'El libro de obligaciones no cuadra' },
      texto: `La revisión de esta noche halló algo que no cuadra. Mire las cifras en ${o.urlPublica}/mesa/recaudo/cuadre`,
    });
}

/** A check that was made, for the operators' page. */
export interface Cuadre {
  bien: boolean;
  cifras: CifrasDelCuadre;
  hechoEn: Date;
}

export async function ultimosCuadres(trx: Transaccion): Promise<Cuadre[]> {
  const { rows } = await sql<{ bien: boolean; cifras: unknown; hecho_en: Date }>`
    select bien, cifras, hecho_en from obligaciones.cuadre order by hecho_en desc limit 30`.execute(trx.bd);
  return rows.map((r) => ({ bien: r.bien, cifras: r.cifras as CifrasDelCuadre, hechoEn: r.hecho_en }));
}

/** For whoever watches the office: 1 when the last check found something wrong, and how long ago it was, in hours. */
export const MEDIDAS_DEL_CUADRE = {
  'obligaciones.libro-no-cuadra': async (trx: Transaccion) =>
    Number((await ultimosCuadres(trx))[0]?.bien === false),
  'obligaciones.horas-sin-cuadrar': async (trx: Transaccion) => {
    const [ultimo] = await ultimosCuadres(trx);
    return ultimo ? (trx.ahora.getTime() - ultimo.hechoEn.getTime()) / 3_600_000 : 0;
  },
};
