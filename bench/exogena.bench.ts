/** Records a second of a delivery of third-party information, from its bytes to committed, against COPY of the same rows. */
import { entregaLimpia, formatoDeExogena } from '@autogestion/normas/exogena';
import { enCsv, enTabla } from '../packages/portal/pruebas/exogena.ts';
import {
  abrirCasa,
  abrirPool,
  cerrarPool,
  idPublico,
  relojDelSistema,
  transacciones,
  uuidv7,
  type Actor,
} from '../packages/portal/src/plataforma/index.ts';
import { abrirAnio } from '../packages/portal/src/terceros/entrega/escribir-registros.ts';
import { trabajoLeerEntrega } from '../packages/portal/src/terceros/entrega/index.ts';
import { comparar, type Lado } from './apoyo/comparar.ts';
import { copiar } from './apoyo/copiar.ts';
import { enEscena } from './apoyo/escena.ts';
import { enJson, mostrar, nota, RAPIDA, titulo } from './apoyo/informe.ts';

/** `REGISTROS=500000` measures the largest delivery, by hand. */
const REGISTROS = Number(process.env.REGISTROS ?? (RAPIDA ? 5_000 : 50_000));
const TURNOS = { turnos: RAPIDA ? 1 : 3, limiteMs: 600_000 };
const PARTE = 4 * 1024 * 1024;
const ANIO = 2025;
const QUIEN: Actor = { tipo: 'sistema', trabajo: 'medicion' };
const AQUI = { pid: process.pid };

await enEscena(async (base) => {
  const pool = abrirPool({ url: base.urlPropietario, maximo: 4, nombre: 'medicion' });
  const enTransaccion = transacciones(pool, relojDelSistema, () => abrirCasa([]));
  const comoSistema = <T>(obra: Parameters<typeof enTransaccion<T>>[1]) => enTransaccion(QUIEN, obra);
  await comoSistema((trx) => abrirAnio(trx, ANIO));
  // PostgreSQL copies into no table whose rows are forced to be looked at: here, that its owner may.
  await base.sql('alter table terceros.registro no force row level security');
  const formato = formatoDeExogena('1001');
  if (!formato) throw new Error('There is no format 1001');
  const contenido = Buffer.from(enCsv(enTabla(formato, entregaLimpia(formato, REGISTROS, 7))));
  let ultima = '';

  const empezar = async (): Promise<string> => {
    const id = uuidv7(new Date());
    await base.sql(
      `insert into terceros.entrega (id, id_publico, informante_nit, informante, ficticia, archivo, bytes, anio, empezada_en,
         recibida_en) values ('${id}', '${idPublico()}', '900000101', 'MEDICIÓN', true, 'medicion.csv', ${contenido.length},
         ${ANIO}, now(), now())`,
    );
    return id;
  };
  const portal: Lado = {
    servidor: AQUI,
    async turno() {
      const id = await empezar();
      const inicio = performance.now();
      for (let desde = 0; desde < contenido.length; desde += PARTE) {
        const parte = contenido.subarray(desde, desde + PARTE);
        await pool.query(
          'insert into terceros.trozo (entrega_id, desde, hasta, contenido) values ($1, $2, $3, $4)',
          [id, desde, desde + parte.length, parte],
        );
      }
      await trabajoLeerEntrega.ejecutar({ id }, { enTransaccion: comoSistema, registro: undefined as never });
      ultima = id;
      return { tiempos: Array.from({ length: REGISTROS }), ms: performance.now() - inicio };
    },
  };
  let filas = '';
  const referencia: Lado = {
    servidor: AQUI,
    async turno() {
      filas ||= await lasMismas();
      const id = await empezar();
      const datos = filas.replaceAll('ENTREGA', id);
      const inicio = performance.now();
      await copiar(
        base.urlPropietario,
        'copy terceros.registro (anio, numero, tipo, entrega_id, fila, orden, concepto, campos) from stdin',
        datos,
      );
      return { tiempos: Array.from({ length: REGISTROS }), ms: performance.now() - inicio };
    },
  };

  titulo(
    `Registros de una entrega por segundo (${REGISTROS} por archivo): recibidos, revisados y escritos, hasta confirmar`,
    'COPY de las mismas filas a la misma tabla',
  );
  // The rows that are copied are those that were written.
  await portal.turno(0);
  const c = await comparar({ portal, referencia }, TURNOS);
  mostrar('exogena', c);
  const memoria = process.resourceUsage().maxRSS / 1024;
  nota(
    `memoria máxima del proceso, con el archivo y las filas de la medición en ella: ${memoria.toFixed(0)} MB`,
  );
  enJson('exogena', { registros: REGISTROS, ...c, memoria });
  await cerrarPool(pool);

  async function lasMismas(): Promise<string> {
    const [f] = await base.sql<{ filas: string; errores: number }>(
      `select string_agg(concat_ws(chr(9), anio, numero, tipo, 'ENTREGA', fila, orden, concepto,
         replace(campos::text, chr(92), chr(92) || chr(92))) || chr(10), '' order by fila) as filas,
         (select errores from terceros.entrega where id = '${ultima}') as errores
       from terceros.registro where entrega_id = '${ultima}' and anio = ${ANIO}`,
    );
    if (!f?.filas || f.errores !== 0) throw new Error('The delivery was not written');
    return f.filas;
  }
});
