import { gzipSync } from 'node:zlib';
import { entregaLimpia, nombreDe, type Celdas } from '@autogestion/normas/exogena';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { declarante, type Declarante } from '../../../pruebas/declaraciones.ts';
import { enCsv, enTabla, enXlsx, enXml, formatoDePrueba } from '../../../pruebas/exogena.ts';
import { firmar, pedirClave } from '../../../pruebas/firma.ts';
import { leido } from '../../../pruebas/leido.ts';
import { abrirOficina, type OficinaDePrueba } from '../../../pruebas/oficina.ts';
import { textoDePdf } from '../../../pruebas/pdf.ts';
import { LEER_ENTREGA } from './nombres.ts';

const F1001 = formatoDePrueba('1001');

let o: OficinaDePrueba;
let q: Declarante;
let base: string;
beforeAll(async () => {
  o = await abrirOficina();
  q = await declarante(o);
  base = q.base.replace('/declaraciones', '/exogena');
});
afterAll(() => o.cerrar());

interface Fila {
  numero: string;
  tipo: string;
  orden: number;
  campos: Record<string, unknown>;
}
const filasDe = (entrega: string): Promise<Fila[]> =>
  o.consultar<Fila>(
    `select r.numero, r.tipo, r.orden, r.campos from terceros.registro r join terceros.entrega e on e.id = r.entrega_id
     where e.id_publico = $1 order by r.fila, r.orden`,
    [entrega.slice(-26)],
  );

/** Brings a file without script and lets the job read it. @returns its page's address */
async function traer(
  nombre: string,
  contenido: Buffer | string,
  { anio = '2025', reemplaza = 'nueva' }: { anio?: string; reemplaza?: string } = {},
): Promise<string> {
  await q.n.ver(`${base}/nueva`);
  const r = await q.n.subir(
    `${base}/nueva`,
    { anio, reemplaza },
    { campo: 'archivo', nombre, contenido: Buffer.from(contenido) },
  );
  if (r.statusCode !== 303) throw new Error(`traer: ${r.statusCode} ${leido(r.body).slice(0, 1500)}`);
  await o.trabajar();
  return String(r.headers.location);
}

const ver = async (entrega: string) => leido((await q.n.ver(entrega)).body);

async function presentar(entrega: string): Promise<string> {
  await pedirClave(o, q.n, `${entrega}/firmar`);
  const r = await firmar(o, q.n, `${entrega}/firmar`, q.d.p);
  if (r.statusCode !== 303) throw new Error(`firmar: ${r.statusCode} ${leido(r.body).slice(0, 1500)}`);
  await o.trabajar();
  return ver(entrega);
}

/** What somebody of the delivery would read of it. */
async function leeSuReporte(numero: string): Promise<number[]> {
  const filas = await o.consultar<{ pago: number }>(
    `select (r.campos ->> 'pago')::float8 as pago from terceros.registro r join terceros.vigentes v on v.id = r.entrega_id
     where r.anio = 2025 and r.numero = $1`,
    [numero],
  );
  return filas.map((f) => f.pago);
}

describe('entregar lo que se reporta de otros', () => {
  it('se revisa, se ve como lo verá cada persona, se firma, y desde entonces vale; una que la reemplaza toma su lugar', async () => {
    const registros = entregaLimpia(F1001, 30, 5);
    const [primera = {}] = registros;
    const entrega = await traer('pagos.csv', enCsv(enTabla(F1001, registros)));
    const revisada = await ver(entrega);
    expect(revisada).toContain('Así lo verán 20 de las personas');
    expect(revisada).toContain('informó que le pagó');
    expect(revisada).toMatch(/Falta firmarla .*Formato 1001, versión 11/);
    expect(await filasDe(entrega)).toHaveLength(30);
    // Nothing stands until it is signed.
    expect(await leeSuReporte(primera.nid ?? '')).toEqual([]);

    const recibo = await presentar(entrega);
    expect(recibo).toMatch(/Entrega presentada .*Radicado /);
    expect(await leeSuReporte(primera.nid ?? '')).toEqual([Number(primera.pago)]);
    const pdf = await q.n.ver(`${entrega}/pdf`);
    const texto = await textoDePdf(pdf.rawPayload);
    expect(texto).toContain('Huella del archivo');
    const [correo] = await o.consultar<{ texto: string }>(
      `select texto from plataforma.mensaje where asunto like 'Información de terceros de 2025%' and destino = $1`,
      [q.d.p.correo],
    );
    const [, codigo = ''] = /verificar\/([0-9a-z]+)/.exec(correo?.texto ?? '') ?? [];
    expect(await ver(`/verificar/${codigo}`)).toContain('ninguna otra entrega tomó su lugar');

    const cambiados = registros.map((r, i) =>
      i === 0 ? { ...r, pago: '777000', retp: '0', inded: '0' } : r,
    );
    const otra = await traer('corregido.csv', enCsv(enTabla(F1001, cambiados)), {
      reemplaza: entrega.slice(-26),
    });
    expect(await leeSuReporte(primera.nid ?? '')).toEqual([Number(primera.pago)]);
    expect(await presentar(otra)).toContain('Reemplaza (02) la entrega');
    expect(await leeSuReporte(primera.nid ?? '')).toEqual([777_000]);
    expect(await ver(entrega)).toContain('Ya no está en firme');
    expect(await ver(`/verificar/${codigo}`)).toContain('Reemplazada');
    // It is in the history, and nobody replaces it twice.
    expect(await filasDe(entrega)).toHaveLength(30);
    await q.n.ver(`${base}/nueva`);
    const tarde = await q.n.subir(
      `${base}/nueva`,
      { anio: '2025', reemplaza: entrega.slice(-26) },
      { campo: 'archivo', nombre: 'x.csv', contenido: Buffer.from('cpt\r\n') },
    );
    expect(tarde.statusCode).toBe(422);
    expect(leido(tarde.body)).toContain('ya no está en firme. Elija otra');
    expect(await ver(base)).toMatch(/Reemplazada .*En firme|En firme .*Reemplazada/);
  });

  it('con un solo error no queda nada escrito, y cada uno se dice con su fila y su columna', async () => {
    const registros = entregaLimpia(F1001, 400, 9).map((r, i) =>
      i === 350 ? { ...r, pago: '1.5e6', nid: '=A1' } : r,
    );
    const entrega = await traer('con-errores.csv', enCsv(enTabla(F1001, registros)));
    expect(await filasDe(entrega)).toEqual([]);
    const pagina = await ver(entrega);
    expect(pagina).toContain('Hay errores: no se presentó nada');
    expect(pagina).toMatch(/352 Pago o Abono en cuenta \(pago\) .*notación científica/);
    const csv = await q.n.ver(`${entrega}/hallazgos.csv`);
    expect(csv.body).toContain('"352";"Número de Identificación (nid)"');
    const firma = await q.n.ver(`${entrega}/firmar`);
    expect(firma.statusCode).toBe(409);
    expect(await ver(q.base.replace('/declaraciones', ''))).toContain('el archivo tiene errores');
  });

  it('lo dudoso se confirma antes de firmar', async () => {
    const registros = entregaLimpia(F1001, 12, 21).map((r) => ({ ...r, pais: '169' }));
    const entrega = await traer(
      'dudas.csv',
      enCsv(enTabla(F1001, [...registros, { ...registros[0], pago: '1000', retp: '0', inded: '0' }])),
    );
    expect(await ver(entrega)).toContain('Sume los valores en una sola fila');
    expect((await q.n.ver(`${entrega}/firmar`)).statusCode).toBe(409);
    await q.n.ver(entrega);
    const r = await q.n.enviar(`${entrega}/confirmar`);
    expect(r.headers.location).toBe(`${entrega}/firmar`);
    expect(leido((await q.n.seguir()).body)).toMatch(/Revisé \d+ avisos? sobre el contenido/);
    await q.n.ver(entrega);
    await q.n.enviar(`${entrega}/descartar`);
    expect(await ver(entrega)).toContain('se descartó');
  });

  it('el XML dice su año y si reemplaza, y debe ser lo que se eligió', async () => {
    const registros = entregaLimpia(F1001, 12, 31);
    const xml = Buffer.from(enXml(F1001, registros), 'latin1');
    const bien = await traer(nombreDe(F1001), gzipSync(xml));
    expect(await ver(bien)).toContain('Falta firmarla');
    const conTildes = (await filasDe(bien)).map((f) => JSON.stringify(f.campos));
    expect(conTildes.some((a) => /PEÑA|MUÑOZ|GÓMEZ|DÍAZ/.test(a))).toBe(true);
    const deOtro = await traer(nombreDe(F1001), xml, { anio: '2024' });
    expect(await ver(deOtro)).toContain('Usted eligió el año 2024 y el archivo es de 2025');
    const cortado = await traer('pagos.xml.gz', gzipSync(xml).subarray(0, 400));
    expect(await ver(cortado)).toMatch(/incompleto/);
  });

  it('1019: cada titular de la cuenta tiene su registro', async () => {
    const f = formatoDePrueba('1019');
    const registros = entregaLimpia(f, 3, 4);
    const entrega = await traer(
      nombreDe(f),
      enXml(f, registros, undefined, (i) =>
        i === 1 ? '<titSec cpts="1" tdocs="13" nids="1010000777" apl1s="ROJAS" nom1s="LUZ"/>' : '',
      ),
    );
    const filas = await filasDe(entrega);
    expect(filas.map((x) => x.orden)).toEqual([0, 0, 1, 0]);
    expect(filas[2]).toMatchObject({
      numero: '1010000777',
      tipo: '13',
      campos: { apl1: 'ROJAS', nom1: 'LUZ', cta: registros[1]?.cta },
    });
  });

  it('una hoja de cálculo se lee; sus fórmulas y sus celdas combinadas se dicen', async () => {
    const registros = entregaLimpia(F1001, 12, 41);
    const numerica = new Set(F1001.columnas.filter((c) => c.tipo === 'pesos').map((c) => c.campo));
    const [titulos = [], ...filas] = enTabla(F1001, registros);
    const celdas = filas.map((fila) =>
      fila.map((v, i) => (numerica.has(titulos[i] ?? '') && v !== '' ? Number(v) : v)),
    );
    const bien = await traer('pagos.xlsx', enXlsx([titulos, ...celdas]));
    expect(await ver(bien)).toContain('Falta firmarla');
    const conPago: Celdas = registros[3] ?? {};
    expect((await filasDe(bien))[3]?.campos).toMatchObject({ pago: Number(conPago.pago) });
    const enPago = titulos.indexOf('pago');
    const mal = await traer(
      'mal.xlsx',
      enXlsx(
        [
          titulos,
          ...celdas.map((f, i) =>
            i === 2 ? f.map((c, j) => (j === enPago ? { formula: 'M4*2', valor: 10 } : c)) : f,
          ),
        ],
        { combinadas: ['A6:A7'], hojas: 2 },
      ),
    );
    const dicho = await ver(mal);
    expect(dicho).toMatch(/4 Pago o Abono en cuenta \(pago\) La celda tiene una fórmula/);
    expect(dicho).toContain('Las celdas A6:A7 están combinadas');
    expect(dicho).toContain('solo se lee la primera');
  });

  it('un archivo llega por partes, se interrumpe, y sigue desde donde iba', async () => {
    const csv = Buffer.from(enCsv(enTabla(F1001, entregaLimpia(F1001, 40, 51))));
    await q.n.ver(`${base}/nueva`);
    const empezada = await q.n.enviar(`${base}/empezar`, {
      ...{ anio: '2025', reemplaza: 'nueva', nombre: 'largo.csv', bytes: String(csv.length) },
    });
    expect(empezada.statusCode).toBe(201);
    const { en } = empezada.json<{ en: string }>();
    await q.n.ver(`${base}/nueva`);
    const parte = (desde: number, hasta: number) =>
      q.n.subir(
        `${en}/parte`,
        { desde: String(desde) },
        { campo: 'parte', nombre: 'parte', contenido: csv.subarray(desde, hasta) },
      );
    const mitad = Math.floor(csv.length / 2);
    expect((await parte(0, mitad)).json()).toEqual({ recibidos: mitad });
    expect((await parte(0, mitad)).json()).toEqual({ recibidos: mitad });
    await q.n.ver(`${base}/nueva`);
    expect((await parte(mitad + 5, csv.length)).statusCode).toBe(409);
    expect(await ver(en)).toContain('el envío se interrumpió');
    await q.n.ver(`${base}/nueva`);
    expect((await parte(mitad, csv.length)).json()).toEqual({ recibidos: csv.length });
    await o.trabajar();
    expect(await filasDe(en)).toHaveLength(40);
  });

  it('un programa la empieza una vez, trae sus partes con su rango y lee lo que se encontró', async () => {
    const api = o.api();
    api.token = q.d.inscrita.token;
    const csv = Buffer.from(
      enCsv(
        enTabla(
          F1001,
          entregaLimpia(F1001, 12, 71).map((r) => ({ ...r, nid: '1' })),
        ),
      ),
    );
    const camino = base;
    const pedido = { archivo: 'programa.csv', bytes: csv.length, anio: 2025 };
    const clave = { 'idempotency-key': 'la-misma-entrega' };
    const una = await api.pedir<{ entrega: string }>('POST', camino, pedido, clave);
    expect(una.estado).toBe(201);
    expect((await api.pedir('POST', camino, pedido, clave)).cuerpo).toMatchObject({
      entrega: una.cuerpo.entrega,
    });
    expect((await api.pedir('POST', camino, { ...pedido, anio: 2026 })).estado).toBe(409);
    const traerParte = (rango: string, contenido: Buffer) => {
      const linde = 'x';
      return o.oficina.servidor.inject({
        method: 'PUT',
        url: `/api/v1${camino}/${una.cuerpo.entrega}/contenido`,
        headers: {
          authorization: `Bearer ${api.token ?? ''}`,
          'content-type': `multipart/form-data; boundary=${linde}`,
          'content-range': rango,
        },
        payload: Buffer.concat([
          Buffer.from(`--${linde}\r\ncontent-disposition: form-data; name="parte"; filename="p"\r\n\r\n`),
          contenido,
          Buffer.from(`\r\n--${linde}--\r\n`),
        ]),
      });
    };
    expect((await traerParte('bytes 0-9', csv.subarray(0, 10))).statusCode).toBe(422);
    const fuera = await traerParte(`bytes 10-19/${csv.length}`, csv.subarray(10, 20));
    expect(fuera.statusCode).toBe(409);
    expect(fuera.json()).toMatchObject({ campos: { desde: '0' } });
    expect((await traerParte(`bytes 0-${csv.length - 1}/${csv.length}`, csv)).json()).toEqual({
      recibidos: csv.length,
    });
    await o.trabajar();
    expect((await api.pedir('GET', `${camino}/${una.cuerpo.entrega}`)).cuerpo).toMatchObject({
      ...{ estado: 'con-errores', recibidos: csv.length, formato: '1001', radicado: null },
    });
    const { cuerpo } = await api.pedir<{ hallazgos: { fila: number; campo: string; aviso: boolean }[] }>(
      'GET',
      `${camino}/${una.cuerpo.entrega}/hallazgos?desde=1&cuantos=2`,
    );
    expect(cuerpo.hallazgos).toHaveLength(2);
    expect(cuerpo.hallazgos[0]).toMatchObject({ campo: 'nid', aviso: false });
    expect((await api.pedir('DELETE', `${camino}/${una.cuerpo.entrega}`)).cuerpo).toMatchObject({
      estado: 'descartada',
    });
  });

  it('lo que no se eligió se dice junto a su campo', async () => {
    await q.n.ver(`${base}/nueva`);
    const r = await q.n.subir(
      `${base}/nueva`,
      {},
      { campo: 'archivo', nombre: '', contenido: Buffer.alloc(0) },
    );
    expect(r.statusCode).toBe(422);
    for (const dicho of ['Elija el año.', 'Diga si la entrega es nueva', 'Elija el archivo.'])
      expect(leido(r.body)).toContain(dicho);
  });

  it('si el servidor muere mientras la lee no queda nada a medias, y otra vez se lee entera', async () => {
    const csv = enCsv(enTabla(F1001, entregaLimpia(F1001, 6_000, 61)));
    await q.n.ver(`${base}/nueva`);
    const r = await q.n.subir(
      `${base}/nueva`,
      { anio: '2025', reemplaza: 'nueva' },
      { campo: 'archivo', nombre: 'muere.csv', contenido: Buffer.from(csv) },
    );
    const entrega = String(r.headers.location);
    const [{ id } = { id: '' }] = await o.consultar<{ id: string }>(
      'select id from terceros.entrega where id_publico = $1',
      [entrega.slice(-26)],
    );
    const leyendo = o.ejecutarTrabajo(LEER_ENTREGA, { id }).then(
      () => 'leyó',
      () => 'murió',
    );
    // Once its first records are written, whoever writes them is cut as a killed process would be.
    const cortar = () =>
      o.consultar<{ pg_terminate_backend: boolean }>(
        `select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database()
         and pid <> pg_backend_pid() and query like '%insert into terceros.registro%'`,
      );
    while ((await cortar()).length === 0) await new Promise((listo) => setImmediate(listo));
    expect(await leyendo).toBe('murió');
    expect(await filasDe(entrega)).toEqual([]);
    expect(await ver(entrega)).toContain('lo estamos revisando');
    await o.trabajar();
    expect(await filasDe(entrega)).toHaveLength(6_000);
    expect(await ver(entrega)).toContain('Falta firmarla');
  });

  it('lo que nadie firmó se limpia a los treinta días, con sus bytes; lo firmado queda', async () => {
    const cuantos = async () =>
      Number(
        (
          await o.consultar<{ n: string }>(
            `select count(*)::text as n from terceros.registro r join terceros.entrega e on e.id = r.entrega_id
             where e.presentada_en is null`,
          )
        )[0]?.n,
      );
    const firmadas = await o.consultar('select 1 from terceros.vigentes');
    expect(await cuantos()).toBeGreaterThan(0);
    o.reloj.avanzar(31 * 86_400_000);
    await o.ejecutarTrabajo('terceros.limpiar-entregas');
    expect(await cuantos()).toBe(0);
    expect(await o.consultar('select 1 from terceros.vigentes')).toEqual(firmadas);
  });
});
