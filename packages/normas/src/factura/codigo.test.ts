import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import datos from '../../pruebas/cufe.json' with { type: 'json' };
import { calcularCodigo, claseDeCodigo, CLASES, sha384 } from './index.ts';
import type { ClaseDeCodigo } from './index.ts';

const FACTURA = {
  NumFac: '323200000129',
  FecFac: '2019-01-16',
  HorFac: '10:53:10-05:00',
  ValFac: '1500000.00',
  ValImp1: '285000.00',
  ValTot: '1785000.00',
  NitOFE: '700085371',
  NumAdq: '800199436',
  ClTec: '693ff6f2a553c3646a063436fd4dd9ded0311471',
  TipoAmbie: '1',
};
const CUFE =
  '8bb918b19ba22a694f1da11c643b5e9de39adf60311cf179179e9b33381030bcd4c3c3f156c506ed5908f9276f5bd9b4';

const clase = (nombre: string): ClaseDeCodigo => {
  const c = claseDeCodigo(nombre);
  if (!c) throw new Error(nombre);
  return c;
};
const SIN_PIN = datos.vectores.filter((v) => v.fields.SoftwarePIN === '');
const POSITIVOS = datos.vectores.filter((v) => v.verifica && !SIN_PIN.includes(v));
const NO_VERIFICAN = datos.vectores.filter((v) => !v.verifica);

describe('códigos publicados por la DIAN', () => {
  it('son diez que verifican, uno impreso sin el PIN y uno que no verifica', () => {
    expect([POSITIVOS.length, SIN_PIN.length, NO_VERIFICAN.length]).toEqual([10, 1, 1]);
  });

  it.each(POSITIVOS.map((v) => [v.id, v] as const))('%s se obtiene, con su cadena', (_, v) => {
    expect(calcularCodigo(clase(v.kind), v.fields)).toMatchObject({
      ok: true,
      valor: { codigo: v.publicado, cadena: v.cadenaPublicada ?? v.cadena, comprobada: true },
    });
  });

  it.each(datos.softwareSecurityCode.map((v) => [v.id, v] as const))('%s se obtiene', (_, v) => {
    const { SoftwareID, PIN, NumDoc } = v;
    expect(calcularCodigo('SoftwareSecurityCode', { SoftwareID, PIN, NumDoc })).toMatchObject({
      ok: true,
      valor: { codigo: v.publicado, cadena: v.cadena },
    });
  });

  it.each(SIN_PIN.map((v) => [v.id, v] as const))(
    '%s no se reproduce: es una errata, el código impreso se calculó sin el PIN',
    (_, v) => {
      expect(sha384(v.cadena)).toBe(v.publicado);
      expect(calcularCodigo(clase(v.kind), v.fields)).toMatchObject({
        ok: false,
        codigo: 'falta',
        campo: 'SoftwarePIN',
      });
      const conPin = calcularCodigo(clase(v.kind), { ...v.fields, SoftwarePIN: '12301' });
      expect(conPin.ok && conPin.valor.codigo).not.toBe(v.publicado);
    },
  );

  it.each(NO_VERIFICAN.map((v) => [v.id, v] as const))(
    '%s no se reproduce con la fórmula de su anexo, y el CUNE lo dice',
    (_, v) => {
      const r = calcularCodigo(clase(v.kind), v.fields);
      expect(r).toMatchObject({ ok: true, valor: { codigo: v.calculado, comprobada: false } });
      expect(r.ok && r.valor.codigo).not.toBe(v.publicado);
      expect(CLASES.CUNE.nota).toContain('no se obtiene');
    },
  );
});

describe('lo que un archivo puede decir de un documento', () => {
  const igual = (campos: Record<string, unknown>) =>
    expect(calcularCodigo('CUFE', campos)).toMatchObject({ ok: true, valor: { codigo: CUFE } });

  it('los impuestos que no están son 0.00, y los códigos de impuesto no hacen falta', () => {
    igual(FACTURA);
    igual({ ...FACTURA, ValImp2: '', CodImp3: '03' });
  });

  it('los impuestos van por su código aunque vengan en otro orden', () => {
    igual({ ...FACTURA, CodImp1: '03', ValImp1: '0', CodImp2: '01', ValImp2: '285000', CodImp3: '04' });
    igual({ ...FACTURA, CodImp1: 1, CodImp2: 4, CodImp3: 3 });
  });

  it('los valores van como texto o como número, y con más decimales se truncan', () => {
    igual({ ...FACTURA, ValFac: 1500000, ValImp1: 285000.009, ValTot: '1785000.00999' });
    igual({ ...FACTURA, NumFac: 323200000129, NitOFE: 700085371, NumAdq: 800199436, TipoAmbie: 1 });
  });

  it('los nombres van con mayúsculas o sin ellas, con guiones o sin ellos', () => {
    const { ClTec, TipoAmbie, ValTot, ...resto } = FACTURA;
    igual({ ...resto, clave_tecnica: ClTec, 'Tipo-Ambiente': TipoAmbie, valTolFac: ValTot });
  });

  it('un dato de otra clase no entra ni estorba', () => {
    igual({ ...FACTURA, SoftwarePIN: '12345', SoftwareID: null });
  });

  it('un evento acepta su código como número, con el cero que se pierde', () => {
    const v = datos.vectores.find((x) => x.kind === 'CUDE-evento');
    const r = calcularCodigo('CUDE-evento', {
      ...v?.fields,
      ResponseCode: 30,
      DocumentTypeCode: 1,
      NumDE: 1,
    });
    expect(r.ok && r.valor.codigo).toBe(v?.publicado);
  });

  it('dice de qué campo salió cada tramo de la cadena', () => {
    const r = calcularCodigo('CUFE', FACTURA);
    if (!r.ok) throw new Error(r.mensaje);
    expect(r.valor.tramos.map((t) => t.texto).join('')).toBe(r.valor.cadena);
    expect(r.valor.tramos.slice(4, 10)).toEqual([
      { campo: 'CodImp1', texto: '01' },
      { campo: 'ValImp1', texto: '285000.00' },
      { campo: 'CodImp2', texto: '04' },
      { campo: 'ValImp2', texto: '0.00' },
      { campo: 'CodImp3', texto: '03' },
      { campo: 'ValImp3', texto: '0.00' },
    ]);
  });

  it.each([
    ['CUDE-POS', 'CUDE'],
    ['cufe-sha384', 'CUFE'],
    ['CUDE_evento', 'CUDE-evento'],
    ['CUDE-event', 'CUDE-evento'],
    ['SSC', 'SoftwareSecurityCode'],
    ['softwareSecurityCode', 'SoftwareSecurityCode'],
    ['CUDS', 'CUDS'],
    ['CUNE', 'CUNE'],
    ['', undefined],
    ['SHA', undefined],
  ])('«%s» es la clase %s', (nombre, esperada) => {
    expect(claseDeCodigo(nombre)).toBe(esperada);
  });
});

describe('datos malos', () => {
  it.each<[string, Record<string, unknown>, string, string]>([
    ['sin el número', { NumFac: undefined }, 'falta', 'NumFac'],
    ['con el total vacío', { ValTot: ' ' }, 'falta', 'ValTot'],
    ['con una fecha que no existe', { FecFac: '2019-02-30' }, 'fecha', 'FecFac'],
    ['con la fecha como número', { FecFac: 20190116 }, 'fecha', 'FecFac'],
    ['con la hora sin diferencia', { HorFac: '10:53:10' }, 'hora', 'HorFac'],
    ['con la hora de otro país', { HorFac: '10:53:10-03:00' }, 'hora', 'HorFac'],
    ['con la hora 24', { HorFac: '24:00:00-05:00' }, 'hora', 'HorFac'],
    ['con un valor negativo', { ValFac: '-1.00' }, 'negativo', 'ValFac'],
    ['con un valor de treinta dígitos', { ValFac: '9'.repeat(30) }, 'largo', 'ValFac'],
    ['con coma decimal', { ValImp1: '285000,00' }, 'importe', 'ValImp1'],
    ['con el DV en el NIT', { NitOFE: '700085371-3' }, 'nit-con-dv', 'NitOFE'],
    ['con puntos en el NIT', { NitOFE: '700.085.371' }, 'nit', 'NitOFE'],
    ['con letras en el NIT', { NitOFE: '70008537A' }, 'nit', 'NitOFE'],
    ['con el DV en el adquirente', { NumAdq: '900123456-8' }, 'nit-con-dv', 'NumAdq'],
    ['con guion en el adquirente', { NumAdq: 'AB-1234' }, 'identificacion', 'NumAdq'],
    ['con guion en el número', { NumFac: 'SETP-990' }, 'numero-de-documento', 'NumFac'],
    ['con la clave recortada', { ClTec: '693ff6f2' }, 'clave-tecnica', 'ClTec'],
    ['con un ambiente que no hay', { TipoAmbie: '3' }, 'ambiente', 'TipoAmbie'],
    ['con el 02 por el 04', { CodImp2: '02', ValImp2: '0.00' }, 'impuesto', 'CodImp2'],
    ['con un impuesto que no entra', { CodImp2: '22', ValImp2: '50.00' }, 'impuesto', 'CodImp2'],
    ['con un impuesto dos veces', { CodImp2: '01', ValImp2: '1.00' }, 'impuesto-repetido', 'ValImp2'],
    ['con un nombre mal escrito', { ValIpm1: '285000.00' }, 'campo-desconocido', 'ValIpm1'],
    ['con dos totales', { ValTolFac: '1.00' }, 'campo-repetido', 'ValTot'],
    ['con un objeto por valor', { ValFac: {} }, 'tipo-de-dato', 'ValFac'],
    ['con un número que JSON redondea', { NumFac: 2 ** 60 }, 'tipo-de-dato', 'NumFac'],
  ])('una factura %s se rechaza', (_, cambio, codigo, campo) => {
    expect(calcularCodigo('CUFE', { ...FACTURA, ...cambio })).toMatchObject({ ok: false, codigo, campo });
  });

  it('al 02 se le dice que el consumo es el 04', () => {
    const r = calcularCodigo('CUFE', { ...FACTURA, CodImp2: '02' });
    expect(!r.ok && r.mensaje).toContain('consumo es el 04');
  });

  it('de cualquier dato sale un código de 96 o un error con su campo, nunca una excepción', () => {
    const clases = fc.constantFrom(...(Object.keys(CLASES) as ClaseDeCodigo[]));
    const nombres = fc.constantFrom(...Object.keys(FACTURA), 'NumDS', 'PIN', '__proto__', 'constructor', '');
    const campos = fc.dictionary(nombres, fc.anything({ maxDepth: 1 }));
    fc.assert(
      fc.property(clases, campos, fc.boolean(), (c, malos, sobreLaBuena) => {
        const r = calcularCodigo(c, { ...(sobreLaBuena && FACTURA), ...malos });
        if (r.ok) expect(r.valor.codigo).toMatch(/^[0-9a-f]{96}$/);
        else expect(`${r.campo} ${r.mensaje}`.trim().length).toBeGreaterThan(5);
      }),
      { numRuns: 500 },
    );
  });
});

describe('cada dato cuenta', () => {
  it('cambiar un dato cambia el código; añadir decimales que se truncan, no', () => {
    const r = calcularCodigo('CUFE', FACTURA);
    const codigo = r.ok ? r.valor.codigo : '';
    for (const [campo, valor] of Object.entries({ ...FACTURA, ValImp2: '0.00', ValImp3: '0.00' })) {
      const otro =
        valor === '1' ? '2' : valor.replace(/[0-9](?=[^0-9]*$)/, (d) => String((Number(d) + 1) % 8));
      if (campo === 'HorFac') continue;
      const s = calcularCodigo('CUFE', { ...FACTURA, [campo]: otro });
      expect(s.ok && s.valor.codigo, campo).not.toBe(codigo);
      expect(s.ok, campo).toBe(true);
    }
    fc.assert(
      fc.property(fc.stringMatching(/^[0-9]{1,10}$/), (cola) => {
        const s = calcularCodigo('CUFE', { ...FACTURA, ValFac: `1500000.00${cola}` });
        expect(s.ok && s.valor.codigo).toBe(codigo);
      }),
    );
  });
});
