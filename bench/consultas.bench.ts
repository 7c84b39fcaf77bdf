/** A document of the register asked for by the code of its QR, with few and with many kept; and the same row, bare. */
import { sha384 } from '../packages/normas/src/factura/index.ts';
import { consultarDocumento } from '../packages/portal/src/facturas/consulta/consultar-documento.ts';
import {
  abrirPool,
  cerrarPool,
  poolDe,
  relojDelSistema,
  ROL_APLICACION,
  transacciones,
} from '../packages/portal/src/plataforma/index.ts';
import type { Base } from './apoyo/base.ts';
import { enEscena } from './apoyo/escena.ts';
import { aLaVez, Medida, type Resumen } from './apoyo/estadistica.ts';
import { enJson, nota, RAPIDA } from './apoyo/informe.ts';
import { aRitmo } from './apoyo/ritmo.ts';

/** Documents that are kept. Ten million take some ten gigabytes: `BENCH_FACTURAS=10000,10000000`. */
const TAMANOS = RAPIDA ? [10_000] : (process.env.BENCH_FACTURAS ?? '10000,1000000').split(',').map(Number);
const SEGUNDOS = RAPIDA ? 1 : 20;
/** Consultations offered a second: some three and a half million a day. */
const OFRECIDAS = 40;
const POR_TANDA = 50_000;

function codigoDe(n: number): string {
  return sha384(`consulta ${n}`);
}

await enEscena(async (base) => {
  const pool = abrirPool({ url: base.urlAplicacion, maximo: 10, rol: ROL_APLICACION, nombre: 'medicion' });
  const dueno = poolDe({ connectionString: base.urlPropietario, max: 10 });
  const app = transacciones(pool, relojDelSistema);
  const consultar = (n: number) =>
    app({ tipo: 'anonimo' }, async (trx) => {
      const d = await consultarDocumento(trx, { codigo: codigoDe(n), adquirente: '' });
      if (!d) throw new Error('The document is not in the register');
    });
  const aSecas = async (n: number) => {
    const { rowCount } = await dueno.query('select * from facturas.documento where codigo = $1', [
      codigoDe(n),
    ]);
    if (rowCount !== 1) throw new Error('The document is not in the register');
  };

  const rondas: { documentos: number; consulta: Resumen; aSecas: Resumen; razon: number }[] = [];
  let sembrados = 0;
  for (const documentos of TAMANOS) {
    for (; sembrados < documentos; sembrados += POR_TANDA)
      await sembrar(base, sembrados, Math.min(sembrados + POR_TANDA, documentos));
    sembrados = documentos;
    await base.asentar();
    const alguno = (n: number) => (n * 7919) % documentos;
    await aLaVez([...Array(50).keys()], 4, (n) => consultar(alguno(n)));
    const [suya, seca] = [
      await ofrecer((n) => consultar(alguno(n))),
      await ofrecer((n) => aSecas(alguno(n))),
    ];
    const ronda = { documentos, consulta: suya, aSecas: seca, razon: (suya.p95 ?? NaN) / (seca.p95 ?? NaN) };
    rondas.push(ronda);
    nota(
      `${documentos} documentos: consulta ${cifras(suya)}; la misma fila a secas ${cifras(seca)}; razón de p95 ${ronda.razon.toFixed(2)}`,
    );
  }
  enJson('consultas', { rondas });
  await Promise.all([pool, dueno].map(cerrarPool));
});

function cifras(r: Resumen): string {
  return `p50 ${r.p50?.toFixed(1) ?? '—'} ms, p95 ${r.p95?.toFixed(1) ?? '—'} ms`;
}

async function ofrecer(hacer: (n: number) => Promise<unknown>): Promise<Resumen> {
  const medida = new Medida();
  const [inicio, antes] = [performance.now(), process.cpuUsage()];
  const tiempos = await aRitmo(OFRECIDAS, OFRECIDAS * SEGUNDOS, hacer);
  const { user, system } = process.cpuUsage(antes);
  medida.turno(tiempos.length, performance.now() - inicio, (user + system) / 1_000);
  medida.ofrecidas(tiempos);
  return medida.resumen();
}

/** Invoices of a thousand issuers to a hundred thousand buyers, one note in twenty. */
async function sembrar(base: Base, desde: number, hasta: number): Promise<void> {
  await base.sql(
    `insert into facturas.documento (nit_emisor, codigo, id, raiz, tipo, numero, ambiente, fecha, hora, emisor_tipo,
       emisor_nombre, emisor_clave, adquirente_tipo, adquirente_numero, adquirente_nombre, adquirente_clave, moneda, bruto,
       total, iva, formas_de_pago, medios_de_pago, corrige_codigo, concepto, firmante, cadena, hallazgos, archivo, respuesta,
       entrega, hash, recibido_en)
     select (900000000 + n % 1000)::text, encode(sha384(convert_to('consulta ' || n, 'UTF8')), 'hex'), gen_random_uuid(),
       case when n % 20 = 0 then 'CreditNote' else 'Invoice' end, case when n % 20 = 0 then '91' else '01' end, 'FE' || n,
       '1', date '2025-01-01' + (n % 365)::int, '10:00:00-05:00', '31', 'EMISORA ' || n % 1000,
       '31:' || (900000000 + n % 1000), '13', (1000000000 + n % 100000)::text, 'COMPRADORA ' || n % 100000,
       '31:' || (1000000000 + n % 100000), 'COP', 10000000, 11900000, 1900000, '{1}', '{48}',
       case when n % 20 = 0 then encode(sha384(convert_to('consulta ' || n - 1000, 'UTF8')), 'hex') end,
       case when n % 20 = 0 then '1' end, 'EMISORA', 'confiable', '[]', gen_random_uuid(), gen_random_uuid(),
       gen_random_uuid(), sha256(convert_to(n::text, 'UTF8')), now()
     from generate_series($1::bigint, $2::bigint) as n`,
    [desde, hasta - 1],
  );
}
