/** Lines a second of a bank's file: read, kept and posted, against the same lines merely copied into a table. */
import { randomUUID } from 'node:crypto';
import { archivoDeRecaudo, type PagoEnArchivo } from '../packages/portal/pruebas/recaudo.ts';
import { asentarTanda } from '../packages/portal/src/obligaciones/recaudo/asentar-recaudo.ts';
import { leerRecaudo } from '../packages/portal/src/obligaciones/recaudo/asobancaria/index.ts';
import {
  confirmarArchivo,
  recibirArchivo,
} from '../packages/portal/src/obligaciones/recaudo/guardar-archivo.ts';
import {
  abrirCasa,
  abrirPool,
  cerrarPool,
  relojDelSistema,
  transacciones,
  type Actor,
} from '../packages/portal/src/plataforma/index.ts';
import { copiar } from './apoyo/copiar.ts';
import { comparar, type Lado } from './apoyo/comparar.ts';
import { enEscena } from './apoyo/escena.ts';
import { enJson, mostrar, nota, RAPIDA, titulo } from './apoyo/informe.ts';

const LINEAS = RAPIDA ? 2_000 : 50_000;
/** Each taxpayer with one slip, which a line pays once. */
const CONTRIBUYENTES = RAPIDA ? 200 : 5_000;
/** Of ten lines, nine are of a slip and one is of nobody. */
const DE_NADIE = 10;
const TURNOS = { turnos: RAPIDA ? 1 : 4, limiteMs: 240_000 };
const QUIEN: Actor = { tipo: 'sistema', trabajo: 'medicion' };
const AQUI = { pid: process.pid };

await enEscena(async (base) => {
  const pool = abrirPool({ url: base.urlPropietario, maximo: 4, nombre: 'medicion' });
  const enTransaccion = transacciones(pool, relojDelSistema, () => abrirCasa([]));
  const recibos = await sembrarRecibos();
  let vuelta = 0;

  const pagosDe = (n: number): PagoEnArchivo[] =>
    Array.from({ length: LINEAS }, (_, i) => ({
      recibo: i % DE_NADIE === 0 ? `77${i}` : (recibos[i % recibos.length] ?? ''),
      valor: 100_000n,
      operacion: String(n * LINEAS + i + 1)
        .slice(-6)
        .padStart(6, '0'),
      autorizacion: String(Math.floor((n * LINEAS + i + 1) / 1_000_000) + 1).padStart(6, '0'),
    }));

  const portal: Lado = {
    servidor: AQUI,
    async turno() {
      const contenido = archivoDeRecaudo(pagosDe((vuelta += 1)), { dia: relojDelSistema.hoy() });
      const inicio = performance.now();
      const r = await enTransaccion(QUIEN, (trx) => recibirArchivo(trx, { nombre: 'medicion', contenido }));
      if (r.tipo !== 'cargado') throw new Error(`The file was not taken: ${JSON.stringify(r)}`);
      await enTransaccion(QUIEN, (trx) => confirmarArchivo(trx, r.archivo));
      for (let falta = true; falta;)
        falta = await enTransaccion(QUIEN, (trx) => asentarTanda(trx, r.archivo));
      return { tiempos: Array.from({ length: LINEAS }), ms: performance.now() - inicio };
    },
  };
  await base.sql(`create table public.copia (archivo text not null, n int not null, recibo text not null, valor bigint not null,
    referencia text not null, primary key (archivo, n))`);
  const referencia: Lado = {
    servidor: AQUI,
    async turno() {
      const archivo = randomUUID();
      const lineas = pagosDe(0).map(
        (p, i) => `${archivo}\t${i + 1}\t${p.recibo}\t${p.valor}\t${p.operacion}\n`,
      );
      const inicio = performance.now();
      await copiar(base.urlPropietario, 'copy public.copia from stdin', lineas.join(''));
      return { tiempos: lineas, ms: performance.now() - inicio };
    },
  };

  titulo(
    `Líneas de un archivo de recaudo por segundo (${LINEAS} por archivo): leídas, guardadas y asentadas en el libro`,
    'COPY de las mismas líneas a una tabla con su llave',
  );
  const c = await comparar({ portal, referencia }, TURNOS);
  mostrar('recaudo', c);

  const contenido = archivoDeRecaudo(pagosDe(0), { dia: relojDelSistema.hoy() });
  const inicio = performance.now();
  await leerRecaudo([contenido], relojDelSistema.hoy());
  const soloLeer = LINEAS / ((performance.now() - inicio) / 1_000);
  nota(`solo leer y comprobar el archivo: ${soloLeer.toFixed(0)} líneas por segundo`);
  const [escrito] = await base.sql<{ pagos: number; repetidos: number }>(
    `select count(*)::int as pagos, (count(*) - count(distinct (banco, referencia)))::int as repetidos
     from obligaciones.pago_recibido`,
  );
  if (escrito?.pagos !== vuelta * LINEAS || escrito.repetidos !== 0)
    throw new Error(`${vuelta * LINEAS} lines were posted as ${JSON.stringify(escrito)}`);
  enJson('recaudo', { lineas: LINEAS, ...c, soloLeer });
  await cerrarPool(pool);

  async function sembrarRecibos(): Promise<string[]> {
    const [f] = await base.sql<{ numeros: string[] }>(
      `with o as materialized (select gen_random_uuid() as titular, n from generate_series(1, ${CONTRIBUYENTES}) n),
        a as (insert into obligaciones.obligacion (id, id_publico, titular_id, concepto, anio, periodo, creada_en)
          select gen_random_uuid(), 'medicion-' || n, titular, 'renta', 2024, 'anual', now() from o returning id, titular_id),
        r as (insert into obligaciones.recibo (numero, titular_id, para_el, corte, pedido_por, emitido_en)
          select '490' || lpad(row_number() over ()::text, 11, '0'), a.titular_id, current_date, 0, 'medicion', now() from a
          returning numero, titular_id),
        l as (insert into obligaciones.recibo_renglon (recibo, renglon, obligacion, capital, sancion, interes)
          select r.numero, 1, a.id, 100000, 0, 0 from r join a on a.titular_id = r.titular_id returning recibo)
       select array_agg(recibo) as numeros from l`,
    );
    await base.sql('analyze');
    return f?.numeros ?? [];
  }
});
