import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import datos from '../../../normas/pruebas/cufe.json' with { type: 'json' };
import { ejecutar } from './index.ts';

let carpeta: string;
beforeAll(async () => {
  carpeta = await mkdtemp(join(tmpdir(), 'autogestion-factura-'));
});
afterAll(() => rm(carpeta, { recursive: true }));
afterEach(() => vi.restoreAllMocks());

const orden = (...argumentos: string[]) => ordenDe('cufe', ...argumentos);

async function ordenDe(cual: 'cufe' | 'verificar', ...argumentos: string[]) {
  const fuera: string[] = [];
  const errores: string[] = [];
  vi.spyOn(console, 'log').mockImplementation((t: string) => void fuera.push(t));
  vi.spyOn(console, 'error').mockImplementation((t: unknown) => void errores.push(String(t)));
  vi.spyOn(process.stdout, 'write').mockImplementation((t) => fuera.push(String(t).trimEnd()) > 0);
  const codigo = await ejecutar(['factura', cual, ...argumentos], {});
  vi.restoreAllMocks();
  return { codigo, fuera, errores };
}

async function conArchivo(contenido: unknown, ...mas: string[]) {
  const archivo = join(carpeta, 'entrada.json');
  await writeFile(archivo, typeof contenido === 'string' ? contenido : JSON.stringify(contenido));
  return orden('--entrada', archivo, ...mas);
}

const json = (r: { fuera: string[] }) => JSON.parse(r.fuera.join('')) as Record<string, unknown>;
const [FACTURA] = datos.vectores;

describe('factura cufe', () => {
  it.each(datos.vectores.filter((v) => v.fields.SoftwarePIN !== '').map((v) => [v.id, v] as const))(
    '%s: el código y la cadena, y nada más en la salida',
    async (_, { kind, fields, calculado, cadena, verifica }) => {
      const r = await conArchivo({ kind, fields, order: Object.keys(fields) }, '--json');
      expect(r.codigo).toBe(0);
      expect(json(r)).toEqual({ codigo: calculado, cadena });
      expect(r.errores.join('')).toBe(
        verifica ? '' : 'No verifica el ejemplo que publica la DIAN: confirme este código antes de usarlo.',
      );
    },
  );

  it.each(datos.softwareSecurityCode.map((v) => [v.id, v] as const))(
    '%s: con clase y campos, o suelto',
    async (_, { SoftwareID, PIN, NumDoc, publicado, cadena }) => {
      const esperado = { codigo: publicado, cadena };
      const fields = { SoftwareID, PIN, NumDoc };
      expect(json(await conArchivo({ kind: 'SoftwareSecurityCode', fields }, '--json'))).toEqual(esperado);
      expect(json(await conArchivo({ id: 'x', ...fields }, '--json'))).toEqual(esperado);
    },
  );

  it('sin --json habla como persona', async () => {
    const r = await conArchivo(FACTURA);
    expect(r.fuera.join('')).toMatch(/^CUFE {2}8bb918b1.*\nde la cadena {2}3232000001292019-01-16/);
  });

  it.each([
    [{ kind: 'CUFE', fields: { ...FACTURA?.fields, NitOFE: '700085371-3' } }, 'nit-con-dv', 'NitOFE'],
    [{ kind: 'CUFE', fields: { ...FACTURA?.fields, ValFac: '-1' } }, 'negativo', 'ValFac'],
    [{ kind: 'CUDE', fields: FACTURA?.fields }, 'falta', 'SoftwarePIN'],
    [{ kind: 'SHA', fields: {} }, 'clase-desconocida', 'kind'],
    [{ fields: {} }, 'clase-desconocida', 'kind'],
    [{ kind: 'CUFE', fields: [] }, 'entrada', 'fields'],
    [{ kind: 'CUFE' }, 'falta', 'NumFac'],
    ['[]', 'entrada', undefined],
    ['{"kind":', 'entrada', undefined],
  ])('%j es entrada mala: código 2, con la casilla', async (contenido, codigo, casilla) => {
    const r = await conArchivo(contenido, '--json');
    expect(r.codigo).toBe(2);
    expect(json(r).error).toEqual({ codigo, casilla, mensaje: expect.stringMatching(/\.$/) as string });
  });

  it.each([
    [['--entrada', '/no/existe.json'], 'entrada'],
    [[], 'sin-entrada'],
    [['sobra'], 'opcion'],
  ])('%j también es 2', async (argumentos, codigo) => {
    const r = await orden(...argumentos, '--json');
    expect(r.codigo).toBe(2);
    expect(json(r).error).toMatchObject({ codigo });
  });

  it('--entrada -: diez mil renglones, y uno malo no detiene a los demás', async () => {
    const renglones = Array.from({ length: 10_000 }, (_, i) =>
      JSON.stringify({ kind: 'CUFE', fields: { ...FACTURA?.fields, NumFac: `A${i}` } }),
    );
    renglones[7] = '{"kind":"CUFE","fields":{}}';
    vi.spyOn(process, 'stdin', 'get').mockReturnValue(
      Readable.from([renglones.join('\n')]) as typeof process.stdin,
    );
    const r = await orden('--entrada', '-');
    expect([r.codigo, r.fuera.length, new Set(r.fuera).size]).toEqual([0, 10_000, 10_000]);
    expect(JSON.parse(r.fuera[7] ?? '')).toMatchObject({ error: { codigo: 'falta', casilla: 'NumFac' } });
  });
});

describe('factura verificar', () => {
  const documento = async (contenido: string) => {
    const archivo = join(carpeta, 'documento.xml');
    await writeFile(archivo, contenido);
    return archivo;
  };
  const EVENTO =
    '<ApplicationResponse xmlns="urn:oasis:names:specification:ubl:schema:xsd:ApplicationResponse-2" xmlns:cbc="urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2"><cbc:ID>7</cbc:ID></ApplicationResponse>';

  it('da el veredicto en la forma que se documenta, y termina con 0', async () => {
    const r = await ordenDe('verificar', await documento(EVENTO), '--json');
    expect(r).toMatchObject({ codigo: 0, errores: [] });
    const { hallazgos, ...resto } = json(r);
    expect(resto).toEqual({ tipo: '96', numero: '7', codigo: null, codigoCoincide: null, firma: 'ausente' });
    expect(hallazgos).toContainEqual({
      regla: 'AAC',
      tipo: 'rechazo',
      mensaje: 'El documento no está firmado.',
    });
  });

  it('sin --json habla como persona', async () => {
    const r = await ordenDe('verificar', await documento(EVENTO));
    expect(r.fuera.join('')).toMatch(
      /^Documento 96 7\nCódigo único: sin comprobar.*\nFirma: no tiene\nAAC {2}Rechazo: /,
    );
  });

  it('lo que no es XML también tiene veredicto', async () => {
    const r = await ordenDe('verificar', await documento('hola'), '--json');
    expect(json(r)).toMatchObject({ tipo: null, firma: 'ausente', hallazgos: [{ regla: 'ZB01' }] });
  });

  it.each([
    [['/no/existe.xml'], 'entrada'],
    [[], 'sin-archivo'],
    [['a.xml', '--clave-tecnica', 'corta'], 'clave-tecnica'],
    [['a.xml', 'b.xml'], 'opcion'],
  ])('%j es llamarla mal: 2', async (argumentos, codigo) => {
    const r = await ordenDe('verificar', ...argumentos, '--json');
    expect([r.codigo, json(r).error]).toMatchObject([2, { codigo }]);
  });
});
