import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { definidos } from '../definidos/index.ts';
import { fecha, sumarDias } from '../fechas/index.ts';
import { analizarImporte, deCentavos, direccionDeConsulta, leerQr, textoQr } from './index.ts';
import type { DatosDelQr, Importe } from './index.ts';

const CODIGO =
  'e1c7bb3f44e363a2dee30eccdadc2048a3ab0b6634e45fbba4ed2f73daa3a59e3462bca63162c254ae2d6578f595ebf8';

const importe = (texto: string): Importe => {
  const r = analizarImporte(texto);
  if (!r.ok) throw new Error(r.mensaje);
  return r.valor;
};

const DATOS: DatosDelQr = {
  clase: 'CUFE',
  codigo: CODIGO,
  numero: 'NC424',
  fecha: fecha('2022-04-05'),
  hora: '10:02:49-05:00',
  nitEmisor: '900000101',
  adquirente: '1000000101',
  valor: importe('1065000.00'),
  iva: importe('0.00'),
  otrosImpuestos: importe('0.00'),
  total: importe('1065000.00'),
  ambiente: '2',
};

/** What must be read from the text of some data: all but the name that the code bears in it. */
const leido = (datos: DatosDelQr) => ({
  ok: true,
  valor: { ...datos, clase: undefined, direccion: direccionDeConsulta(datos.codigo, datos.ambiente) },
});

describe('texto del QR de una factura', () => {
  it('se escribe un dato por renglón, en el orden del anexo, y la dirección al final', () => {
    expect(textoQr(DATOS).split('\n')).toEqual([
      'NumFac: NC424',
      'FecFac: 2022-04-05',
      'HorFac: 10:02:49-05:00',
      'NitFac: 900000101',
      'DocAdq: 1000000101',
      'ValFac: 1065000.00',
      'ValIva: 0.00',
      'ValOtroIm: 0.00',
      'ValTolFac: 1065000.00',
      `CUFE: ${CODIGO}`,
      `https://catalogo-vpfe-hab.dian.gov.co/document/searchqr?documentkey=${CODIGO}`,
    ]);
    expect(textoQr({ ...DATOS, ambiente: '1', clase: 'CUDE' })).toContain(
      `CUDE: ${CODIGO}\nhttps://catalogo-vpfe.dian.gov.co/`,
    );
  });

  it.each<[string, (t: string) => string]>([
    ['como se escribió', (t) => t],
    ['con renglones de Windows', (t) => t.replaceAll('\n', '\r\n')],
    ['en un solo renglón', (t) => t.replaceAll('\n', ' ')],
    ['sin espacios tras los dos puntos', (t) => t.replaceAll(': ', ':')],
    ['con espacios de más', (t) => `  ${t.replaceAll('\n', '  \n\t  ').replaceAll(': ', '  :   ')}  `],
    ['con los renglones al revés', (t) => t.split('\n').reverse().join('\n')],
    ['en mayúsculas', (t) => t.replaceAll(/^[A-Z][A-Za-z]+(?=: )/gm, (n) => n.toUpperCase())],
    ['con barras por renglones', (t) => t.replaceAll('\n', '\\n')],
    ['con el nombre QRCode antes de la dirección', (t) => t.replace('https', 'QRCode: https')],
    [
      'con el código en mayúsculas y partido',
      (t) => t.replace(`CUFE: ${CODIGO}`, `CUFE: ${partido(CODIGO)}`),
    ],
    ['con datos que no conocemos', (t) => `Empresa: La Esquina S.A.S.\n${t}\nResolucion= 1876`],
  ])('se lee %s', (_, cambiar) => {
    expect(leerQr(cambiar(textoQr(DATOS)))).toEqual(leido(DATOS));
  });

  it('los nombres de 2019 y la dirección antigua', () => {
    const direccion = `https://catalogo-vpfe-hab.dian.gov.co/Document/FindDocument?documentKey=${CODIGO}&partitionKey=co|06|94&emissionDate=20190621`;
    const texto = `NroFactura=NC3\n\t NitFacturador=800197268\n NitAdquiriente=900108281\n FechaFactura=2019-06-21\n ValorTotalFactura=14994.07\n CUFE=${CODIGO}\n URL=${direccion}`;
    expect(leerQr(texto)).toEqual({
      ok: true,
      valor: {
        codigo: CODIGO,
        numero: 'NC3',
        nitEmisor: '800197268',
        adquirente: '900108281',
        fecha: '2019-06-21',
        total: '14994.07',
        direccion,
        ambiente: '2',
      },
    });
  });

  it.each([
    [`https://catalogo-vpfe.dian.gov.co/document/searchqr?documentkey=${CODIGO}`],
    [`https://catalogo-vpfe.dian.gov.co/Document/Details?TrackId=${CODIGO.toUpperCase()}`],
    [`HTTPS://CATALOGO-VPFE.DIAN.GOV.CO/User/SearchDocument?DocumentKey=${CODIGO}`],
  ])('una dirección sola basta: %s', (texto) => {
    expect(leerQr(texto)).toEqual({ ok: true, valor: { codigo: CODIGO, ambiente: '1', direccion: texto } });
  });

  it('una coma decimal se entiende', () => {
    expect(leerQr(`ValFac: 1065000,5 CUFE: ${CODIGO}`)).toMatchObject({ valor: { valor: '1065000.50' } });
  });

  it.each<[string, string, string, string?]>([
    ['otra cosa', 'hola', 'no-es-factura'],
    ['nada', '', 'no-es-factura'],
    ['un RUT', 'https://otra.gov.co/verificar/abc', 'direccion-ajena'],
    ['una dirección que imita', `https://catalogo-vpfe.dian.gov.co@otro.co/?k=${CODIGO}`, 'direccion-ajena'],
    ['un subdominio que imita', `https://catalogo-vpfe.dian.gov.co.otro.co/?k=${CODIGO}`, 'direccion-ajena'],
    ['sin código', 'NumFac: A1\nValFac: 10.00', 'sin-codigo', 'CUFE'],
    ['una dirección sin código', 'https://catalogo-vpfe.dian.gov.co/User', 'sin-codigo', 'CUFE'],
    ['con el código cortado', `NumFac: A1 CUFE: ${CODIGO.slice(1)}`, 'codigo', 'CUFE'],
    [
      'con dos códigos',
      `CUFE: ${CODIGO}\n${direccionDeConsulta(CODIGO.replace('e', 'f'), '1')}`,
      'codigos-distintos',
      'CUFE',
    ],
    ['con dos números', `NumFac: A1 NumFac: A2 CUFE: ${CODIGO}`, 'repetido'],
    ['con una fecha imposible', `FecFac: 2022-13-05 CUFE: ${CODIGO}`, 'fecha', 'FecFac'],
    ['con un valor que no es número', `ValFac: mil CUFE: ${CODIGO}`, 'importe', 'ValFac'],
    ['con el DV en el NIT', `NitFac: 900123456-8 CUFE: ${CODIGO}`, 'nit-con-dv', 'NitFac'],
    ['demasiado largo', 'x'.repeat(5_000), 'largo'],
  ])('%s se rechaza', (_, texto, codigo, campo) => {
    const r = leerQr(texto);
    expect(r).toMatchObject({ ok: false, codigo, ...definidos({ campo }) });
    expect(!r.ok && r.mensaje.endsWith('.')).toBe(true);
  });

  it('lo escrito se lee igual, en cualquier orden y con cualquier blanco', () => {
    const cientos = fc.bigInt({ min: 0n, max: 10n ** 14n }).map(deCentavos);
    const datos: fc.Arbitrary<DatosDelQr> = fc.record({
      clase: fc.constantFrom('CUFE' as const, 'CUDE' as const),
      codigo: fc.stringMatching(/^[0-9a-f]{96}$/),
      numero: fc.stringMatching(/^[A-Z]{0,4}[0-9]{1,9}$/),
      fecha: fc.integer({ min: 0, max: 4_000 }).map((n) => sumarDias(fecha('2019-01-01'), n)),
      hora: fc.constantFrom('00:00:00-05:00', '23:59:59-05:00'),
      nitEmisor: fc.stringMatching(/^[1-9][0-9]{5,9}$/),
      adquirente: fc.stringMatching(/^[A-Z0-9]{5,15}$/),
      valor: cientos,
      iva: cientos,
      otrosImpuestos: cientos,
      total: cientos,
      ambiente: fc.constantFrom('1' as const, '2' as const),
    });
    const blancos = fc.constantFrom('\n', '\r\n', ' ', '\t', '\n\n   ');
    fc.assert(
      fc.property(datos, blancos, fc.infiniteStream(fc.nat()), (d, blanco, azar) => {
        const pesos = new Map(
          textoQr(d)
            .split('\n')
            .map((r) => [r, azar.next().value] as const),
        );
        const renglones = [...pesos.keys()].sort((a, b) => (pesos.get(a) ?? 0) - (pesos.get(b) ?? 0));
        expect(leerQr(renglones.join(blanco))).toEqual(leido(d));
      }),
    );
  });

  it('de cualquier texto sale una respuesta, nunca una excepción', () => {
    const trozos = fc.constantFrom(
      'NumFac',
      ':',
      '=',
      ' ',
      '\n',
      CODIGO,
      'https://',
      'CUFE',
      '0',
      'x',
      '\\n',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(trozos).map((t) => t.join('')),
        ),
        (t) => {
          expect(typeof leerQr(t).ok).toBe('boolean');
        },
      ),
      { numRuns: 500 },
    );
  });
});

function partido(codigo: string): string {
  return `${codigo.slice(0, 48).toUpperCase()}\n${codigo.slice(48)}`;
}
