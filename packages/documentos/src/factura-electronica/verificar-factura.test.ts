import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import {
  aceptaXmlsec,
  CLAVE_TECNICA,
  crearFirmante,
  envolver,
  firmarDocumento,
  hacerDocumento,
  momentoDe,
  PIN,
  plantillaDeFirma,
} from '../../pruebas/facturas.ts';
import type { Firmante, Receta } from '../../pruebas/facturas.ts';
import { Carpeta, ejecutar } from '../../pruebas/herramientas.ts';
import { verificarFactura } from './index.ts';

const CLAVES = { claveTecnica: CLAVE_TECNICA, pin: PIN };
const carpeta = new Carpeta();
let firmante: Firmante;
let momento: string;
beforeAll(() => {
  firmante = crearFirmante();
  momento = momentoDe(firmante);
});

const firmada = (receta: Partial<Receta> = {}) =>
  firmarDocumento(hacerDocumento({ momento, ...receta }), firmante, { momento });
const verificar = (xml: string, claves = CLAVES) => verificarFactura(Buffer.from(xml), claves);
const reglas = (v: ReturnType<typeof verificar>) => v.hallazgos.map((h) => h.regla);

describe('un documento bien hecho', () => {
  it.each([
    ['factura', '01', 'SETP990000002'],
    ['nota', '91', 'NC990000002'],
    ['pos', '20', 'SETP990000002'],
  ] as const)(
    '%s: tipo, número, código y firma válidos, sin hallazgos; xmlsec1 lo acepta',
    (clase, tipo, numero) => {
      const xml = firmada({ clase });
      expect(verificar(xml)).toMatchObject({
        tipo,
        numero,
        codigoCoincide: true,
        firma: 'valida',
        hallazgos: [],
      });
      expect(aceptaXmlsec(carpeta.guardar(`${clase}.xml`, xml), firmante)).toBe(true);
    },
  );

  it('firmado por xmlsec1 se acepta aquí', () => {
    const plantilla = hacerDocumento({ momento }).replace(
      '<!--firma-->',
      plantillaDeFirma(firmante, { momento }),
    );
    const { llave, certificado } = firmante.rutas;
    const salida = `${carpeta.ruta}/por-xmlsec.xml`;
    const hecho = ejecutar('xmlsec1', [
      ...['--sign', '--privkey-pem', `${llave},${certificado}`, '--output', salida],
      ...['--id-attr:Id', 'http://www.w3.org/2000/09/xmldsig#:KeyInfo'],
      ...['--id-attr:Id', 'http://uri.etsi.org/01903/v1.3.2#:SignedProperties'],
      carpeta.guardar('plantilla.xml', plantilla),
    ]);
    expect(hecho).toMatchObject({ codigo: 0 });
    expect(verificarFactura(readFileSync(salida), CLAVES)).toMatchObject({ firma: 'valida', hallazgos: [] });
  });

  it('sin la clave el código no se juzga', () => {
    expect(verificar(firmada(), {} as never)).toMatchObject({ codigoCoincide: null, hallazgos: [] });
  });

  it('en ISO-8859-1 y en UTF-8 dice lo mismo', () => {
    const nombre = 'CAFÉ Y PEÑA SAS';
    const latino = firmada({ nombre, codificacion: 'ISO-8859-1' });
    const v = verificarFactura(Buffer.from(latino, 'latin1'), CLAVES);
    expect(v).toEqual(verificar(firmada({ nombre })));
    expect(v).toMatchObject({ firma: 'valida', hallazgos: [] });
  });

  it('dentro de su contenedor se juzga el de adentro', () => {
    const xml = firmada();
    expect(verificar(envolver(xml, 'SETP990000002'))).toEqual(verificar(xml));
    expect(verificar(envolver(xml, 'OTRO1')).hallazgos).toMatchObject([
      { regla: 'ZB01', mensaje: 'Contenedor: dice traer el documento OTRO1 y trae el SETP990000002.' },
    ]);
  });

  it('sin firma lo dice', () => {
    const v = verificar(hacerDocumento({ momento }).replace('<!--firma-->', ''));
    expect(v).toMatchObject({ firma: 'ausente', codigoCoincide: true, hallazgos: [{ regla: 'FAC' }] });
  });
});

describe('una falta, y el primer hallazgo la nombra con la firma intacta', () => {
  const cambio = (de: string | RegExp, a: string) => (xml: string) => xml.replace(de, a);
  const FALTAS: [string, string, Partial<Receta>][] = [
    ['CUFE con el DV en el NIT del emisor', 'FAD06', { codigoCon: { NitOFE: '9000001014' } }],
    ['CUFE con el IVA en cero', 'FAD06', { codigoCon: { ValImp1: '0.00' } }],
    ['CUFE con otro ambiente', 'FAD06', { codigoCon: { TipoAmbie: '1' } }],
    ['CUFE de otra clave técnica', 'FAD06', { codigoCon: { ClTec: '0'.repeat(40) } }],
    [
      'sin número de autorización',
      'FAB05a',
      { cambiar: cambio(/<sts:InvoiceAuthorization>\d+/, '<sts:InvoiceAuthorization>') },
    ],
    ['antes de que empiece el rango', 'FAB07', { cambiar: cambio('2019-01-19', '2098-01-19') }],
    ['rango vencido', 'FAB08', { cambiar: cambio('2099-01-19', '2020-01-19') }],
    ['prefijo de otro rango', 'FAB10b', { cambiar: cambio('<sts:Prefix>SETP', '<sts:Prefix>FE') }],
    [
      'consecutivo menor que el primero',
      'FAB11',
      { cambiar: cambio('<sts:From>990000000', '<sts:From>990000003') },
    ],
    [
      'consecutivo mayor que el último',
      'FAB12',
      { cambiar: cambio('<sts:To>995000000', '<sts:To>990000001') },
    ],
    [
      'código de seguridad de otro software',
      'FAB',
      { cambiar: cambio('<sts:SoftwareID>0', '<sts:SoftwareID>1') },
    ],
    ['otro autorizador', 'FAB', { cambiar: cambio('>800197268', '>800197269') }],
    ['QR de otro documento', 'FAB36', { cambiar: cambio('documentkey=@CODIGO@', 'documentkey=abc') }],
    ['versión de UBL', 'FAD', { cambiar: cambio('UBL 2.1', 'UBL 2.0') }],
    ['nombre del código', 'FAD', { cambiar: cambio('CUFE-SHA384', 'CUDE-SHA384') }],
    [
      'moneda',
      'FAD15a',
      { cambiar: cambio('<cbc:DocumentCurrencyCode>COP', '<cbc:DocumentCurrencyCode>pesos') },
    ],
    ['líneas que no son', 'FAD', { cambiar: cambio('LineCountNumeric>1', 'LineCountNumeric>3') }],
    [
      'dígito de verificación del emisor',
      'FAJ',
      { cambiar: cambio(/schemeID="\d" schemeName="31">900000101/, 'schemeID="" schemeName="31">900000101') },
    ],
    ['adquirente sin nombre', 'FAK', { cambiar: cambio('COMPRADOR FICTICIO', '') }],
    ['IVA que no es su tarifa', 'FAS07', { cambiar: cambio('<cbc:Percent>19.00', '<cbc:Percent>5.00') }],
    [
      'impuesto que no suma',
      'FAS',
      {
        cambiar: cambio(
          '19000.00</cbc:TaxAmount><cac:TaxCategory>',
          '18000.00</cbc:TaxAmount><cac:TaxCategory>',
        ),
      },
    ],
    [
      'valor bruto que no es la suma de las líneas',
      'FAU02',
      { cambiar: cambio(/(Quantity><cbc:LineExtensionAmount currencyID="COP">)100000/, '$190000') },
    ],
    [
      'total con impuestos',
      'FAU06',
      {
        cambiar: cambio(
          /TaxInclusiveAmount currencyID="COP">119000/,
          'TaxInclusiveAmount currencyID="COP">118000',
        ),
      },
    ],
    [
      'descuento sin su grupo',
      'FAU08',
      {
        cambiar: cambio(
          '<cbc:PayableAmount',
          '<cbc:AllowanceTotalAmount currencyID="COP">10.00</cbc:AllowanceTotalAmount><cbc:PayableAmount',
        ),
      },
    ],
    [
      'sin líneas',
      'FAV01',
      {
        cambiar: (x) =>
          x.replace(/<cac:InvoiceLine>.*<\/cac:InvoiceLine>/, '').replace('Numeric>1', 'Numeric>0'),
      },
    ],
    ['cantidad negativa', 'FAV04b', { cambiar: cambio('>2.00<', '>-2.00<') }],
    ['línea sin descripción', 'FAZ02', { cambiar: cambio('Cuaderno de prueba', '') }],
    [
      'CDATA en un campo del CUFE',
      'ZB01',
      { cambiar: cambio(/<cbc:ID>(SETP\d+)</, '<cbc:ID><![CDATA[$1]]><') },
    ],
    ['comentario dentro de un valor', 'ZB01', { cambiar: cambio('<cbc:ID>SETP', '<cbc:ID>SE<!-- x -->TP') }],
  ];

  it.each(FALTAS)('%s: %s', (_, regla, receta) => {
    const v = verificar(firmada(receta));
    expect([v.firma, reglas(v)[0]]).toEqual(['valida', regla]);
    expect(v.codigoCoincide).toBe(regla !== 'FAD06');
  });

  it('valor a pagar negativo: el código no sale y lo dice', () => {
    const v = verificar(
      firmada({
        cambiar: cambio('PayableAmount currencyID="COP">119000', 'PayableAmount currencyID="COP">-119000'),
      }),
    );
    expect(v).toMatchObject({ firma: 'valida', codigoCoincide: false });
    expect(reglas(v)).toEqual(expect.arrayContaining(['FAD06', 'FAU14']));
  });

  it('la nota usa la letra de las notas', () => {
    expect(reglas(verificar(firmada({ clase: 'nota', codigoCon: { TipoAmbie: '1' } })))).toEqual(['CAD06']);
  });

  it('el CUFE que salió de otra cadena, escrita en la nota: dice desde qué campo difiere', () => {
    const cadena = `SETP990000002${momento.replace('T', '')}100000.000119000.00040.00030.00119000.009000009991000000101${CLAVE_TECNICA}2`;
    const conNota = (x: string) =>
      x.replace('<cbc:DocumentCurrencyCode>', `<cbc:Note>${cadena}</cbc:Note><cbc:DocumentCurrencyCode>`);
    const v = verificar(firmada({ codigoCon: { NitOFE: '900000999' }, cambiar: conNota }));
    expect(v.hallazgos[0]?.mensaje).toContain('difieren desde NitOFE, que en el documento es «900000101»');
  });
});
