import { createHash, createPrivateKey, sign } from 'node:crypto';
import { digitoDeVerificacion } from '@autogestion/normas/nit';
import { XmlC14NMode, XmlDocument } from 'libxml2-wasm';
import type { XmlElement } from 'libxml2-wasm';
import { beforeAll, describe, expect, it } from 'vitest';
import {
  CLAVE_TECNICA,
  crearFirmante,
  firmarDocumento,
  hacerDocumento,
  momentoDe,
  PIN,
} from '../../pruebas/facturas.ts';
import type { Firmante, Receta } from '../../pruebas/facturas.ts';
import { crearCertificadora } from './certificadora.ts';
import { comprobarConfianza } from './confianza.ts';
import { examinarFactura } from './examinar-factura.ts';
import { examinarConConfianza } from './examinar-con-confianza.ts';
import { concluir } from './verificar-factura.ts';

const CLAVES = { claveTecnica: CLAVE_TECNICA, pin: PIN };
const ESPACIOS = { ds: 'http://www.w3.org/2000/09/xmldsig#', xades: 'http://uri.etsi.org/01903/v1.3.2#' };
const MODO = { mode: XmlC14NMode.XML_C14N_1_0 };
let firmante: Firmante;
let ajeno: Firmante;
let momento: string;
let raiz: string;
beforeAll(async () => {
  const certificadora = await crearCertificadora('CERTIFICADORA FICTICIA', new Date(Date.now() - 60_000));
  const { llave, certificado } = await certificadora.certificar({
    nombre: 'NIT 900000101',
    organizacion: 'FACTURADOR FICTICIO SAS',
  });
  const llavePem = llave.export({ type: 'pkcs8', format: 'pem' }).toString();
  ajeno = crearFirmante();
  firmante = { llavePem, certificado, rutas: ajeno.rutas };
  momento = momentoDe(firmante);
  ({ raiz } = certificadora);
});

const firmada = (receta: Partial<Receta> = {}, cambiar?: (firma: string) => string) =>
  firmarDocumento(hacerDocumento({ momento, ...receta }), firmante, {
    momento: receta.momento ?? momento,
    ...(cambiar && { cambiar }),
  });
const cambio = (de: string | RegExp, a: string) => (xml: string) => xml.replace(de, a);

/** Digests one of the references as a careless issuer does, and signs the SignedInfo again. */
function conResumen(que: 0 | 1 | 2, como: (canonico: string, nodo: XmlElement | XmlDocument) => string) {
  const original = firmada();
  const leer = <T>(xml: string, usar: (d: XmlDocument) => T): T => {
    const d = XmlDocument.fromString(xml);
    try {
      return usar(d);
    } finally {
      d.dispose();
    }
  };
  const resumen = leer(original, (d) => {
    const nodo = [
      () => {
        (d.get('//ds:Signature', ESPACIOS) as XmlElement).remove();
        return d;
      },
      () => d.get('//ds:KeyInfo', ESPACIOS) as XmlElement,
      () => d.get('//xades:SignedProperties', ESPACIOS) as XmlElement,
    ][que]?.();
    if (!nodo) throw new Error('There is no such reference');
    return createHash('sha256')
      .update(como(nodo.canonicalizeToString(MODO), nodo))
      .digest('base64');
  });
  let n = 0;
  const cambiada = original.replace(/(<ds:DigestValue>)[^<]*/g, (texto, inicio: string) =>
    n++ === que ? inicio + resumen : texto,
  );
  const info = leer(cambiada, (d) =>
    (d.get('//ds:SignedInfo', ESPACIOS) as XmlElement).canonicalizeToString(MODO),
  );
  const valor = sign('sha256', Buffer.from(info), createPrivateKey(firmante.llavePem)).toString('base64');
  return cambiada.replace(/(<ds:SignatureValue>)[^<]*/, `$1${valor}`);
}

/** What issuers do wrong, and how the first finding names it. */
const FALTAS: [string, () => string | Buffer, RegExp][] = [
  [
    'la arreglaron con sangrías después de firmar',
    () => firmada().replaceAll('><cbc:', '>\n  <cbc:'),
    /«documento».*le pusieron renglones y espacios entre los elementos\. El primer byte.*es el \d+/,
  ],
  [
    'resumida con canonicalización exclusiva',
    () => conResumen(0, (_, nodo) => nodo.canonicalizeToString({ mode: XmlC14NMode.XML_C14N_EXCLUSIVE_1_0 })),
    /«documento».*canonicalización exclusiva/,
  ],
  [
    'resumida con CRLF',
    () => conResumen(0, (c) => c.replaceAll('\n', '&#xD;\n')),
    /«documento».*renglón de Windows/,
  ],
  [
    'resumida antes de poner la extensión de la firma',
    () =>
      conResumen(0, (c) =>
        c.replace('<ext:UBLExtension><ext:ExtensionContent></ext:ExtensionContent></ext:UBLExtension>', ''),
      ),
    /«documento».*antes de poner la extensión/,
  ],
  [
    'resumida con la declaración XML',
    () => conResumen(0, (c) => `<?xml version="1.0" encoding="UTF-8"?>\n${c}`),
    /«documento».*con la declaración/,
  ],
  [
    'KeyInfo resumido sin los espacios de nombres heredados',
    () => conResumen(1, (c) => c.replace(/^(<[^\s>]+)(?:\s+xmlns(?::\w+)?="[^"]*")+/, '$1')),
    /«KeyInfo».*sin los espacios de nombres que hereda/,
  ],
  [
    'SignedProperties resumido con canonicalización exclusiva',
    () => conResumen(2, (_, nodo) => nodo.canonicalizeToString({ mode: XmlC14NMode.XML_C14N_EXCLUSIVE_1_0 })),
    /«SignedProperties».*canonicalización exclusiva/,
  ],
  [
    'las tildes se dañaron después de firmar',
    () => Buffer.from(Buffer.from(firmada({ nombre: 'PEÑA Y NIÑO SAS' })).toString('latin1')),
    /«documento».*se dañaron las tildes/,
  ],
  [
    'le cambiaron un importe',
    () => firmada().replaceAll('119000.00', '119001.00'),
    /«documento».*Se cambió después de firmar/,
  ],
  [
    'le cambiaron el papel de quien firma',
    () => firmada().replace('supplier', 'third party'),
    /«SignedProperties».*Se cambió después de firmar/,
  ],
  [
    'resumen SHA-1',
    () =>
      firmada({}, (f) =>
        f.replace('http://www.w3.org/2001/04/xmlenc#sha256', 'http://www.w3.org/2000/09/xmldsig#sha1'),
      ),
    /El resumen de documento va con SHA-256/,
  ],
  [
    'SignedInfo con canonicalización exclusiva',
    () => firmada({}, (f) => f.replace('REC-xml-c14n-20010315"/><ds:Sig', 'REC-xml-exc-c14n"/><ds:Sig')),
    /se canonicaliza con C14N inclusiva/,
  ],
  [
    'sin política de firma',
    () =>
      firmada({}, (f) =>
        f.replace(/<xades:SignaturePolicyIdentifier>.*<\/xades:SignaturePolicyIdentifier>/, ''),
      ),
    /no dice su política/,
  ],
  [
    'con el resumen de otra política',
    () => firmada({}, (f) => f.replace('dMoMvtcG', 'eMoMvtcG')),
    /resumen de la política de firma no es el de la política 2/,
  ],
  [
    'firmada antes de que su certificado empezara a valer',
    () => firmada({ momento: '2020-03-01T10:00:00-05:00' }),
    /El certificado no estaba vigente al firmar/,
  ],
  [
    'firmada otro día que el de emisión',
    () => firmarDocumento(hacerDocumento({ momento: '2026-01-02T10:00:00-05:00' }), firmante, { momento }),
    /La fecha de emisión \(2026-01-02\) no es la de la firma/,
  ],
  [
    'firmada con un certificado hecho en casa',
    () => firmarDocumento(hacerDocumento({ momento }), ajeno, { momento: momentoDe(ajeno) }),
    /Cadena del certificado, paso 1: «.*» se certificó a sí mismo/,
  ],
  [
    'sin firma',
    () => hacerDocumento({ momento }).replace('<!--firma-->', ''),
    /El documento no está firmado/,
  ],
  [
    'CUFE con el DV',
    () => firmada({ codigoCon: { NitOFE: `900000101${digitoDeVerificacion('900000101')}` } }),
    /dígito de verificación pegado/,
  ],
  ['CUFE con el IVA en cero', () => firmada({ codigoCon: { ValImp1: '0.00' } }), /con el IVA en cero/],
  ['CUFE de producción', () => firmada({ codigoCon: { TipoAmbie: '1' } }), /con el ambiente 1/],
  [
    'CUFE con el total sin impuestos',
    () => firmada({ codigoCon: { ValTot: '100000.00' } }),
    /total sin impuestos en lugar del valor a pagar/,
  ],
  ['rango vencido', () => firmada({ cambiar: cambio('2099-01-19', '2020-01-19') }), /terminó el 2020-01-19/],
  [
    'antes del rango',
    () => firmada({ cambiar: cambio('2019-01-19', '2098-01-19') }),
    /empieza el 2098-01-19/,
  ],
  [
    'otro prefijo',
    () => firmada({ cambiar: cambio('<sts:Prefix>SETP', '<sts:Prefix>FE') }),
    /no es el prefijo autorizado «FE»/,
  ],
  [
    'pasa del último autorizado',
    () => firmada({ cambiar: cambio('<sts:To>995000000', '<sts:To>990000001') }),
    /pasa del último autorizado/,
  ],
  [
    'IVA que no es su tarifa',
    () => firmada({ cambiar: cambio('<cbc:Percent>19.00', '<cbc:Percent>5.00') }),
    /El 5\.00 % de 100000\.00 es 5000\.00/,
  ],
  [
    'total que no suma',
    () =>
      firmada({
        cambiar: cambio('InclusiveAmount currencyID="COP">119', 'InclusiveAmount currencyID="COP">118'),
      }),
    /valor bruto más impuestos debe ser 119000\.00/,
  ],
  [
    'sin líneas',
    () =>
      firmada({
        cambiar: (x) =>
          x.replace(/<cac:InvoiceLine>.*<\/cac:InvoiceLine>/, '').replace('Numeric>1', 'Numeric>0'),
      }),
    /ninguna línea/,
  ],
  [
    'CDATA en el número',
    () => firmada({ cambiar: cambio(/<cbc:ID>(SETP\d+)</, '<cbc:ID><![CDATA[$1]]><') }),
    /ID entra en el código único y no va en CDATA/,
  ],
];

describe('treinta faltas de quienes facturan', () => {
  it('son treinta, y el documento sin ninguna no tiene hallazgos', async () => {
    expect(FALTAS).toHaveLength(30);
    expect(concluir(await examinarConConfianza(Buffer.from(firmada()), [raiz]), CLAVES).hallazgos).toEqual(
      [],
    );
  });

  it.each(FALTAS)('%s: el primer hallazgo la nombra', async (_, hacer, como) => {
    const archivo = hacer();
    const examen = await examinarConConfianza(Buffer.from(archivo), [raiz]);
    expect(concluir(examen, CLAVES).hallazgos[0]?.mensaje).toMatch(como);
  });
});

describe('en quién se confía', () => {
  const deQuien = (f: Firmante) => {
    const suyo = momentoDe(f);
    const examen = examinarFactura(
      Buffer.from(firmarDocumento(hacerDocumento({ momento: suyo }), f, { momento: suyo })),
    );
    if (!examen.firmante) throw new Error('It is signed');
    return examen.firmante;
  };

  it('sin emisores de confianza no se sabe, y se avisa', async () => {
    expect(await comprobarConfianza(deQuien(firmante), [])).toMatchObject({
      cadena: 'sin-emisores',
      hallazgos: [{ regla: 'ZD', tipo: 'notificacion' }],
    });
  });

  it('lo que se supo con unas raíces no vale con otras', async () => {
    const suyo = deQuien(firmante);
    const { raiz: otra } = await crearCertificadora('OTRA', new Date());
    expect(await comprobarConfianza(suyo, [raiz])).toMatchObject({ cadena: 'confiable', hallazgos: [] });
    expect(await comprobarConfianza(suyo, [otra])).toMatchObject({ cadena: 'desconocida' });
    expect(await comprobarConfianza(suyo, [otra, raiz])).toMatchObject({ cadena: 'confiable' });
  });
});
