import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { deudoraSinDeudas } from '../../../pruebas/oficina-con-deudas.ts';
import { navegadorDe } from '../../../pruebas/firma.ts';
import { leido } from '../../../pruebas/leido.ts';
import type { Navegador } from '../../../pruebas/navegador.ts';
import { abrirOficina, type OficinaDePrueba } from '../../../pruebas/oficina.ts';
import { ejecutar } from '../../linea-de-ordenes/index.ts';

let o: OficinaDePrueba;
let carpeta: string;
let n: Navegador;
let nit: string;
let de: string;
beforeAll(async () => {
  o = await abrirOficina();
  carpeta = await mkdtemp(join(tmpdir(), 'de-antes-'));
  const d = await deudoraSinDeudas(o);
  n = navegadorDe(o, d.inscrita);
  nit = d.inscrita.nit;
  de = `/de/${d.inscrita.titular}`;
});
afterAll(async () => {
  await o.cerrar();
  await rm(carpeta, { recursive: true });
});

/** As whoever operates the office. */
async function importar(...renglones: (object | string)[]) {
  const archivo = join(carpeta, 'antes.jsonl');
  await writeFile(archivo, renglones.map((r) => (typeof r === 'string' ? r : JSON.stringify(r))).join('\n'));
  const dicho: string[] = [];
  const oido = vi.spyOn(console, 'error').mockImplementation((t: string) => void dicho.push(t));
  const codigo = await ejecutar(['importar', 'declaraciones', archivo], {
    DATABASE_URL: o.base.urlAplicacion,
    DATABASE_OWNER_URL: o.base.urlPropietario,
    DEMO: '1',
  });
  oido.mockRestore();
  return { codigo, dicho: dicho.join('\n') };
}

const deAntes = (cambios: object = {}) => ({
  ...{ nit, formulario: '210', anio: 2024, numero: '21020240000001', presentada: '2025-08-20' },
  casillas: { 29: 90_000_000, 32: 80_000_000, 137: 750_000 },
  hechos: { numeroDeclaracion: 2 },
  ...cambios,
});
const cuantas = async () => (await o.consultar('select 1 as una from declaraciones.de_antes')).length;

it('con un renglón malo no se carga ninguno, y se dice cada falta con su renglón', async () => {
  const r = await importar(
    deAntes(),
    '{roto',
    deAntes({ numero: '12' }),
    deAntes({ formulario: '999' }),
    deAntes({ periodo: 'enero' }),
    deAntes({ presentada: '2999-01-01' }),
    deAntes({ casillas: { 9999: 1 } }),
    deAntes({ casillas: { 32: -5 } }),
    deAntes({ nit: '987654321' }),
    deAntes({ otraCosa: 1 }),
  );
  expect(r.codigo).toBe(2);
  expect(r.dicho).toMatch(
    /Renglón 2: no es JSON.*Renglón 3: numero: .*Renglón 4: formulario: .*Renglón 5: periodo: .*Renglón 6: presentada: .*Renglón 7: 9999: .*Renglón 8: 32: .*Renglón 10: /s,
  );
  expect((await importar(deAntes(), deAntes({ nit: '987654321' }))).dicho).toContain(
    'Renglón 2: nit: 987654321 no está en el RUT de esta oficina',
  );
  expect(await cuantas()).toBe(0);
});

it('la de antes se ve, no se ofrece empezarla y sus cifras se sugieren en la del año siguiente; cargarla otra vez no hace nada', async () => {
  expect(await importar(deAntes())).toEqual({ codigo: 0, dicho: 'declaraciones nuevas: 1' });
  expect(await importar(deAntes())).toEqual({ codigo: 0, dicho: 'declaraciones nuevas: 0' });
  const lista = leido((await n.ver(`${de}/declaraciones`)).body);
  expect(lista).toContain('Presentadas fuera de esta oficina');
  expect(lista).toContain('21020240000001');
  expect(lista).not.toMatch(/renta de 2024: (vence|venció)/);
  await n.enviar(`${de}/declaraciones`, { formulario: '210', anio: '2025', periodo: 'anual' });
  const reportado = leido((await n.ver(`${String(n.pagina?.headers.location)}/lo-reportado`)).body);
  expect(reportado).toMatch(/750\.000/);
});

it('corregida donde se presentó, vale la última que se presentó', async () => {
  await importar(
    deAntes({
      numero: '21020240000002',
      presentada: '2025-10-01',
      casillas: { 29: 90_000_000, 137: 810_000 },
    }),
  );
  const lista = leido((await n.ver(`${de}/declaraciones`)).body);
  expect([lista.includes('21020240000002'), lista.includes('21020240000001')]).toEqual([true, false]);
  const [borrador = ''] = /\/de\/[^"]*\/declaraciones\/[0-9a-z]{26}/.exec(n.pagina?.body ?? '') ?? [];
  const reportado = leido((await n.ver(`${borrador}/lo-reportado`)).body);
  expect([reportado.includes('810.000'), reportado.includes('750.000')]).toEqual([true, false]);
});

it('quien ya presentó la de este año en otra parte no la ve pendiente en el inicio', async () => {
  await importar(deAntes({ anio: 2025, numero: '21020250000001', presentada: '2026-08-20' }));
  const casa = leido((await n.ver(de)).body);
  expect(casa).toContain('fuera de esta oficina');
  expect(casa).not.toContain('renta de 2025: no presentada');
});

it('lo que se cargó no se cambia ni se borra', async () => {
  await expect(o.consultar('delete from declaraciones.de_antes')).rejects.toThrow();
  await expect(o.consultar(`update declaraciones.de_antes set numero = '1234567890'`)).rejects.toThrow();
});
