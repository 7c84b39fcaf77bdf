import { fecha } from '@autogestion/normas/fechas';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { contribuyente } from '../../../pruebas/obligaciones.ts';
import { archivoDeRecaudo } from '../../../pruebas/recaudo.ts';
import { abrirTransacciones, SISTEMA, type TransaccionesDePrueba } from '../../../pruebas/transacciones.ts';
import { asentar, cargo } from '../libro/index.ts';
import { emitirReciboDe, registrarPago, type PagoRegistrado } from '../pagos/index.ts';
import { asentarTanda } from './asentar-recaudo.ts';
import { leerRecaudo } from './asobancaria/index.ts';
import { confirmarArchivo, recibirArchivo } from './guardar-archivo.ts';
import { preverRecaudo } from './prevision.ts';

const VENCE = fecha('2025-08-12');
const VALOR = 100_000n;
let t: TransaccionesDePrueba;
let hecho = 0;
/** Of the bank, of six digits: with zeros before. */
let operaciones = 41_000;
beforeAll(async () => {
  t = await abrirTransacciones();
});
afterAll(() => t.cerrar());

/** A slip of somebody who owes much more than it says. */
async function recibo(): Promise<string> {
  const c = contribuyente(t);
  hecho += 1;
  return t.dueno(SISTEMA, async (trx) => {
    const obligacion = await c.obligacion('renta', 2024);
    await asentar(trx, {
      clase: 'liquidacion',
      origen: `prueba-mismo:${hecho}`,
      asientos: [cargo({ obligacion, rubro: 'impuesto', valor: 900_000n, desde: VENCE, vence: VENCE })],
    });
    return emitirReciboDe(trx, {
      ...{ titular: c.titular, corte: 0n, clave: `prueba-mismo:${hecho}`, paraEl: t.reloj.hoy() },
      renglones: [{ obligacion, capital: VALOR, sancion: 0n, interes: 0n }],
    });
  });
}

/** A file of collection with payments of a slip, loaded and confirmed. @returns it and the references of its lines */
async function archivo(numero: string, cuantos = 1): Promise<{ id: string; referencias: string[] }> {
  const pagos = Array.from({ length: cuantos }, () => ({
    ...{ recibo: numero, valor: VALOR, operacion: String((operaciones += 1)).padStart(6, '0') },
  }));
  const contenido = archivoDeRecaudo(pagos, { dia: t.reloj.hoy() });
  const leido = await leerRecaudo([contenido], t.reloj.hoy());
  if (!leido.bien) throw new Error(JSON.stringify(leido.faltas));
  const r = await t.dueno(SISTEMA, (trx) => recibirArchivo(trx, { nombre: 'recaudo.txt', contenido }));
  if (r.tipo !== 'cargado') throw new Error(r.tipo);
  await t.dueno(SISTEMA, (trx) => confirmarArchivo(trx, r.archivo));
  return { id: r.archivo, referencias: leido.archivo.lineas.map((l) => l.referencia) };
}

async function asentarlo(id: string): Promise<void> {
  for (let falta = true; falta;) falta = await t.dueno(SISTEMA, (trx) => asentarTanda(trx, id));
}

const enLinea = (numero: string, referencia: string, valor = VALOR): Promise<PagoRegistrado> =>
  t.dueno(SISTEMA, (trx) =>
    registrarPago(trx, {
      ...{ recibo: numero, valor, dia: t.reloj.hoy(), medio: 'en-linea' },
      ...{ banco: 'banco-en-linea', referencia },
    }),
  );

/** What was posted with a slip, and what was told twice of it. */
async function loQueHay(numero: string) {
  const pagos = await t.consultar<{ medio: string; novedades: string[] }>(
    'select medio, novedades from obligaciones.pago_recibido where recibo = $1 order by comprobante',
    [numero],
  );
  const dosVeces = await t.consultar<{ medio: string }>(
    'select medio from obligaciones.pago_dicho_dos_veces where recibo = $1',
    [numero],
  );
  return { pagos, dosVeces: dosVeces.map((d) => d.medio) };
}

/** The number by which the bank knows the operation of a line of its file, as it tells it in line: without zeros. */
const numeroDe = ([referencia = '']: string[]): string =>
  (referencia.split('-').at(-2) ?? '').replace(/^0+/, '');

describe('el mismo dinero por las dos puertas', () => {
  it('en línea y después en el archivo: se abona una vez, la previsión lo dice y queda guardado', async () => {
    const numero = await recibo();
    const a = await archivo(numero);
    await enLinea(numero, `000${numeroDe(a.referencias)}`);
    const antes = await t.dueno(SISTEMA, (trx) => preverRecaudo(trx, a.id, 'obligaciones.prever_recaudo'));
    expect(antes).toMatchObject({ conocidos: 0, registrados: 1, enDesacuerdo: 0, yaPagados: 0 });
    await asentarlo(a.id);
    expect(await loQueHay(numero)).toEqual({
      pagos: [{ medio: 'en-linea', novedades: [] }],
      dosVeces: ['archivo'],
    });
    const [cuadre] = await t.consultar<{ archivos_distintos: string }>(
      'select archivos_distintos from obligaciones.sumar_todo()',
      [],
    );
    expect(Number(cuadre?.archivos_distintos)).toBe(0);
  });

  it('en el archivo y después en línea: se abona una vez, aunque el banco lo repita', async () => {
    const numero = await recibo();
    const a = await archivo(numero);
    await asentarlo(a.id);
    for (let vez = 0; vez < 2; vez += 1)
      expect(await enLinea(numero, numeroDe(a.referencias))).toMatchObject({
        yaEstaba: true,
        desacuerdo: false,
        pago: { medio: 'archivo' },
      });
    expect(await enLinea(numero, numeroDe(a.referencias), VALOR + 1n)).toMatchObject({ desacuerdo: true });
    expect(await loQueHay(numero)).toEqual({
      pagos: [{ medio: 'archivo', novedades: [] }],
      dosVeces: ['en-linea'],
    });
  });

  it('dos personas que pagan el mismo recibo el mismo día pagaron dos veces', async () => {
    const dosEnElBanco = await recibo();
    await asentarlo((await archivo(dosEnElBanco, 2)).id);
    expect((await loQueHay(dosEnElBanco)).pagos.map((p) => p.novedades)).toEqual([[], ['recibo-pagado']]);
    const dosEnLinea = await recibo();
    await enLinea(dosEnLinea, `PSE-${dosEnLinea}-1`);
    await enLinea(dosEnLinea, `PSE-${dosEnLinea}-2`);
    expect((await loQueHay(dosEnLinea)).pagos.map((p) => p.novedades)).toEqual([[], ['recibo-pagado']]);
  });

  it('sin un número que esté en las dos partes no se sabe: se abona y se dice que puede ser el mismo', async () => {
    const primeroEnLinea = await recibo();
    await enLinea(primeroEnLinea, `PSE-${primeroEnLinea}`);
    await asentarlo((await archivo(primeroEnLinea)).id);
    const primeroElArchivo = await recibo();
    await asentarlo((await archivo(primeroElArchivo)).id);
    await enLinea(primeroElArchivo, `PSE-${primeroElArchivo}`);
    for (const numero of [primeroEnLinea, primeroElArchivo])
      expect((await loQueHay(numero)).pagos.map((p) => p.novedades)).toEqual([
        [],
        ['recibo-pagado', 'posible-doble'],
      ]);
  });

  it('la base no deja escribir dos veces el mismo dinero por puertas distintas', async () => {
    const numero = await recibo();
    await enLinea(numero, '777001');
    await expect(
      t.consultar(
        `insert into obligaciones.pago_recibido (id, id_publico, banco, referencia, recibo, valor, dia, medio, comprobante,
           titular_id, novedades, registrado_en)
         select gen_random_uuid(), 'repetido-' || id_publico, 'banco-801', '2026-03-10-0001-777001-000000', recibo, valor,
           dia, 'archivo', (select max(c.numero) from obligaciones.comprobante c where not exists (
             select from obligaciones.pago_recibido y where y.comprobante = c.numero)), titular_id, '{}', registrado_en
         from obligaciones.pago_recibido where recibo = $1`,
        [numero],
      ),
    ).rejects.toThrow('the same money by two doors');
  });
});
