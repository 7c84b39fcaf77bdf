import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { funcionario } from '../../../pruebas/cuentas.ts';
import { abrirOficina, type OficinaDePrueba } from '../../../pruebas/oficina.ts';
import type { Navegador } from '../../../pruebas/navegador.ts';
import { archivoDeRecaudo } from '../../../pruebas/recaudo.ts';
import { ejecutar } from '../../linea-de-ordenes/index.ts';

let o: OficinaDePrueba;
let operadora: Navegador;
beforeAll(async () => {
  o = await abrirOficina();
  ({ n: operadora } = await funcionario(o, { usuario: 'opera', roles: ['operador'] }));
});
afterAll(() => o.cerrar());
afterEach(() => vi.restoreAllMocks());

const sinRecibo = (banco: string, valor = 5_000) =>
  archivoDeRecaudo(
    [
      { recibo: '49000099999900', valor },
      { recibo: '77', valor: 1_000 },
    ],
    { banco },
  );
const subir = async (contenido: Buffer, nombre = 'recaudo.txt') => {
  await operadora.ver('/mesa/recaudo');
  return operadora.subir('/mesa/recaudo', {}, { campo: 'archivo', nombre, contenido });
};
const texto = (html: string) =>
  html
    .replace(/<[^>]+>/g, ' ')
    .replace(/&nbsp;|\u00a0/g, ' ')
    .replace(/\s+/g, ' ');

describe('página del recaudo', () => {
  it('se carga un archivo, se ve qué hará, se confirma y queda registrado; otra vez el mismo no registra nada', async () => {
    expect((await subir(sinRecibo('901'))).statusCode).toBe(303);
    const previa = await operadora.seguir();
    expect(texto(previa.body)).toMatch(/Con un recibo que no existe Quedan por identificar 2 \$ 6\.000/);
    const camino = String(/action="(\/mesa\/recaudo\/archivos[^"]+)"/.exec(previa.body)?.[1]);
    await operadora.enviar(camino, { decision: 'confirmado' });
    expect(texto((await operadora.seguir()).body)).toContain('Van 0 de 2 pagos');
    await o.trabajar();
    expect(texto((await operadora.ver(camino)).body)).toContain('Se registraron 2 pagos.');
    const lista = texto((await operadora.ver('/mesa/recaudo')).body);
    expect(lista).toContain('Banco 901');
    expect(lista).toContain('REGISTRADO');
    await subir(sinRecibo('901'));
    expect(texto((await operadora.seguir()).body)).toContain('Este archivo ya estaba cargado');
  });

  it('lo que se descartó no se registra, y todavía se puede confirmar', async () => {
    await subir(sinRecibo('902'));
    const camino = String(
      /action="(\/mesa\/recaudo\/archivos[^"]+)"/.exec((await operadora.seguir()).body)?.[1],
    );
    await operadora.enviar(camino, { decision: 'descartado' });
    expect(texto((await operadora.seguir()).body)).toContain('Este archivo se descartó y no se registró');
    await o.trabajar();
    expect(await o.consultar(`select 1 from obligaciones.pago_recibido where banco = 'banco-902'`)).toEqual(
      [],
    );
    await operadora.enviar(camino, { decision: 'confirmado' });
    await o.trabajar();
    expect(
      await o.consultar(`select 1 from obligaciones.pago_recibido where banco = 'banco-902'`),
    ).toHaveLength(2);
  });

  it('el que tiene faltas las dice todas, y se descargan; sin archivo, o vacío, se dice junto al campo', async () => {
    const malo = sinRecibo('903').toString('latin1').replaceAll('00000000100000', '      1.000,00');
    await subir(Buffer.from(malo, 'latin1'), '=malo.txt');
    const pagina = await operadora.seguir();
    expect(texto(pagina.body)).toContain('La línea 4 trae un valor que no son catorce cifras');
    const csv = await operadora.ver(String(/href="([^"]+\.csv)"/.exec(pagina.body)?.[1]));
    expect(csv.headers['content-type']).toContain('text/csv');
    expect(csv.body).toMatch(/^\ufeff"Línea";"Qué está mal"\r\n"4";"La línea 4 trae un valor/);
    expect((await subir(Buffer.alloc(0))).statusCode).toBe(422);
    await operadora.ver('/mesa/recaudo');
    const sin = await operadora.enviar('/mesa/recaudo', {});
    expect([sin.statusCode, texto(sin.body).includes('Elija el archivo que le entregó el banco.')]).toEqual([
      422,
      true,
    ]);
  });

  it('quien no es de operación ni de obligaciones no entra', async () => {
    const { n } = await funcionario(o, { usuario: 'otra-mesa', roles: ['mesa-rut'] });
    expect((await n.ver('/mesa/recaudo')).statusCode).toBe(403);
    expect((await n.ver('/mesa/recaudo')).body).not.toContain('href="/mesa/recaudo"');
  });
});

describe('autogestion recaudo importar', () => {
  it('con --revisar dice qué hará y no registra; sin él lo confirma; con faltas sale con 1 y las dice', async () => {
    const carpeta = await mkdtemp(join(tmpdir(), 'recaudo-'));
    try {
      const bueno = join(carpeta, 'bueno.txt');
      const malo = join(carpeta, 'malo.txt');
      await writeFile(bueno, sinRecibo('904'));
      await writeFile(malo, 'hola\n');
      const orden = async (...a: string[]) => {
        const fuera: string[] = [];
        vi.spyOn(console, 'log').mockImplementation((t: string) => void fuera.push(t));
        vi.spyOn(console, 'error').mockImplementation((t: string) => void fuera.push(t));
        const codigo = await ejecutar(['recaudo', 'importar', ...a], {
          DATABASE_URL: o.base.urlAplicacion,
          DATABASE_OWNER_URL: o.base.urlPropietario,
          DEMO: '1',
        });
        return { codigo, fuera: fuera.join('\n') };
      };
      const registrados = () =>
        o.consultar(`select 1 from obligaciones.pago_recibido where banco = 'banco-904'`);
      const previo = await orden(bueno, '--revisar', '--json');
      expect([previo.codigo, JSON.parse(previo.fuera)]).toMatchObject([
        0,
        { resultado: 'cargado', estado: 'por-confirmar', desconocidos: 2, valorDesconocidos: 6_000 },
      ]);
      await o.trabajar();
      expect(await registrados()).toEqual([]);
      expect((await orden(bueno)).codigo).toBe(0);
      await o.trabajar();
      expect(await registrados()).toHaveLength(2);
      expect(await orden(malo)).toMatchObject({
        codigo: 1,
        fuera: expect.stringContaining('La línea 1 empieza por «ho»') as unknown,
      });
      expect((await orden(join(carpeta, 'no-esta.txt'))).codigo).toBe(2);
      expect((await orden()).codigo).toBe(2);
    } finally {
      await rm(carpeta, { recursive: true });
    }
  });
});
