import { createPrivateKey, X509Certificate } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { aceptaXmlsec, CLAVE_TECNICA, crearFirmante, momentoDe, PIN } from '../../pruebas/facturas.ts';
import type { Firmante } from '../../pruebas/facturas.ts';
import { Carpeta, ejecutar } from '../../pruebas/herramientas.ts';
import { AHORA, autoridadDePrueba } from '../../pruebas/muestras.ts';
import { emitirDocumento } from './emitir.ts';
import type { ClaseDeDocumento } from './emitir.ts';
import { emitirRespuesta } from './emitir-respuesta.ts';
import { examinarFactura } from './examinar-factura.ts';
import { firmarDocumento } from './firmar.ts';
import { esRespuestaDeLaOficina, responder } from './respuesta-de-la-oficina.ts';
import { leerFactura } from './verificar-factura.ts';

const carpeta = new Carpeta();
const SOFTWARE = '00000000-0000-4000-8000-000000000001';
const VENDE = { numero: '900000101', tipo: '31', nombre: 'PAPELERÍA «EL LÁPIZ» & CÍA' };
const COMPRA = { numero: '1000000101', tipo: '13', nombre: 'COMPRADORA FICTICIA' };
const CLAVES = { claveTecnica: CLAVE_TECNICA, pin: PIN };
let firmante: Firmante;
let momento: string;
let conQue: Parameters<typeof firmarDocumento>[1];
beforeAll(() => {
  firmante = crearFirmante();
  momento = momentoDe(firmante);
  const llave = createPrivateKey(firmante.llavePem);
  conQue = { llave, certificados: [firmante.certificado.raw], momento };
});

const NUMERACION = {
  ...{ autorizacion: '18760000001', desde: '2019-01-19', hasta: '2099-01-19', prefijo: 'SETP' },
  ...{ primero: '990000000', ultimo: '995000000' },
};
const CORRIGE = { numero: 'SETP990000002', codigo: 'a'.repeat(96), fecha: '2026-03-01', concepto: '2' };

function hacer(clase: ClaseDeDocumento): string {
  const nota = clase.startsWith('nota');
  const soporte = clase === 'soporte';
  const { xml } = emitirDocumento({
    ...{ clase, momento, claves: CLAVES, softwareId: SOFTWARE, ambiente: '2' },
    numero: nota ? 'NC1' : 'SETP990000007',
    ...(soporte ? { emisor: COMPRA, adquirente: VENDE } : { emisor: VENDE, adquirente: COMPRA }),
    lineas: [
      { descripcion: 'Lápices <HB>', cantidad: 3, valor: 1_234_567n, iva: 19 },
      { descripcion: 'Libros', cantidad: 1, valor: 5_000_001n, iva: 0 },
      { descripcion: 'Café', cantidad: 2, valor: 999_990n, iva: 5 },
    ],
    ...(nota ? { corrige: CORRIGE } : { numeracion: NUMERACION, pago: { forma: '1', medio: '48' } }),
  });
  return firmarDocumento(xml, conQue);
}

describe('lo que emite el generador', () => {
  it.each([
    ['factura', '01'],
    ['pos', '20'],
    ['soporte', '05'],
    ['nota-credito', '91'],
    ['nota-debito', '92'],
  ] as const)('%s: con tres tarifas, no tiene hallazgos, y xmlsec1 la acepta', (clase, tipo) => {
    const xml = hacer(clase);
    const { veredicto, documento } = leerFactura(Buffer.from(xml), CLAVES);
    expect(veredicto).toMatchObject({ tipo, codigoCoincide: true, firma: 'valida', hallazgos: [] });
    expect(documento).toMatchObject({
      totales: { bruto: '72345.58', aPagar: '75191.26' },
      corrige: clase.startsWith('nota') ? { codigo: CORRIGE.codigo, concepto: '2' } : undefined,
      pagos: clase.startsWith('nota') ? [] : [{ forma: '1', medio: '48' }],
    });
    expect(aceptaXmlsec(carpeta.guardar(`${clase}.xml`, xml), firmante)).toBe(true);
  });

  it('un evento dice cuál, de qué factura y por qué, y su código coincide', () => {
    const { xml } = emitirRespuesta({
      ...{ numero: 'EV1', ambiente: '2', momento, de: VENDE, para: VENDE, codigo: '031', motivo: '02' },
      ...{ descripcion: 'Reclamo', softwareId: SOFTWARE, pin: PIN },
      documento: { numero: 'SETP990000002', codigo: 'b'.repeat(96), tipo: '01' },
    });
    const { veredicto, documento } = leerFactura(Buffer.from(firmarDocumento(xml, conQue)), CLAVES);
    expect(veredicto).toMatchObject({ tipo: '96', codigoCoincide: true, firma: 'valida', hallazgos: [] });
    expect(documento?.evento).toEqual({
      ...{ codigo: '031', motivo: '02', documento: 'SETP990000002', tipoDeDocumento: '01' },
      codigoDelDocumento: 'b'.repeat(96),
    });
  });
});

describe('la respuesta de la oficina', () => {
  const dado = {
    ...({ numero: 'R1', ambiente: '1', codigo: '04', descripcion: 'Documento rechazado', pin: PIN } as const),
    ...{ de: VENDE, para: VENDE, documento: { numero: 'SETP1', tipo: '01' }, softwareId: SOFTWARE },
    momento: `${new Date(AHORA.getTime() - 5 * 3_600_000).toISOString().slice(0, 19)}-05:00`,
    hallazgos: [
      { regla: 'FAD06', tipo: 'rechazo', mensaje: 'El CUFE no es <este>.' },
      { regla: 'FAJ', tipo: 'notificacion', mensaje: 'El DV es 4.' },
    ],
  } as const;

  it('la firma el certificado de respuestas: xmlsec1 la acepta con la raíz, y no si cambia una letra', async () => {
    const material = await autoridadDePrueba();
    const { xml } = responder(dado, material);
    const raiz = carpeta.guardar('raiz.pem', material.raiz.certificado);
    const acepta = (nombre: string, texto: string) =>
      ejecutar('xmlsec1', [
        ...['--verify', '--trusted-pem', raiz, '--enabled-key-data', 'x509'],
        ...['--id-attr:Id', 'http://www.w3.org/2000/09/xmldsig#:KeyInfo'],
        ...['--id-attr:Id', 'http://uri.etsi.org/01903/v1.3.2#:SignedProperties'],
        carpeta.guardar(nombre, texto),
      ]).codigo === 0;
    expect(acepta('respuesta.xml', xml)).toBe(true);
    expect(acepta('otra.xml', xml.replace('FAD06', 'FAD07'))).toBe(false);
    expect(await esRespuestaDeLaOficina(Buffer.from(xml), { raices: [material.raiz.certificado] })).toBe(
      true,
    );
    expect(xml).toContain('Regla: FAD06, Rechazo: El CUFE no es &lt;este&gt;.');
    expect(xml).toContain('Regla: FAJ, Notificación: El DV es 4.');
    expect(new X509Certificate(material.respuesta.certificado).subject).toContain('Respuestas');
  });

  it('no pasa por la firma de quien factura: esa va con RSA', async () => {
    const { xml } = responder(dado, await autoridadDePrueba());
    expect(examinarFactura(Buffer.from(xml))).toMatchObject({ firma: 'invalida', firmante: undefined });
  });
});
