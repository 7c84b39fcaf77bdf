import { beforeAll, describe, expect, it } from 'vitest';
import {
  CLAVE_TECNICA,
  crearFirmante,
  envolver,
  firmarDocumento,
  hacerDocumento,
  momentoDe,
  PIN,
} from '../../pruebas/facturas.ts';
import type { Firmante } from '../../pruebas/facturas.ts';
import { verificarFactura } from './index.ts';

const CLAVES = { claveTecnica: CLAVE_TECNICA, pin: PIN };
let firmante: Firmante;
let momento: string;
let buena: string;
beforeAll(() => {
  firmante = crearFirmante();
  momento = momentoDe(firmante);
  buena = firmarDocumento(hacerDocumento({ momento }), firmante, { momento });
});

const verificar = (contenido: string | Uint8Array) =>
  verificarFactura(typeof contenido === 'string' ? Buffer.from(contenido) : contenido, CLAVES);
const trasDeclaracion = (xml: string, algo: string) => xml.replace('?>', `?>${algo}`);
const firmaDe = (xml: string) => /<ds:Signature .*<\/ds:Signature>/s.exec(xml)?.[0] ?? '';
const propiedadesDe = (xml: string) =>
  /<xades:QualifyingProperties.*<\/xades:QualifyingProperties>/s.exec(xml)?.[0] ?? '';
const refirmar = (cambiar: (firma: string) => string) =>
  firmarDocumento(hacerDocumento({ momento }), firmante, { momento, cambiar });
const sinRaiz = (xml: string) => xml.replace(/^<\?xml.*?\?>\s*/, '').trim();
const BOMBA = `<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">${Array.from({ length: 12 }, (_, i) => `<!ENTITY a${i} "${`&a${i ? i - 1 : ''};`.repeat(10)}">`).join('')}]>`;

/** What is done to a good invoice; whoever signs it again has the issuer's key. */
const ATAQUES: Record<string, () => string | Uint8Array> = {
  'bomba de entidades': () => trasDeclaracion(buena, BOMBA).replace('Cuaderno de prueba', '&a11;'),
  'bomba de entidades en un atributo': () =>
    trasDeclaracion(buena, BOMBA).replace('unitCode="94"', 'unitCode="&a11;"'),
  'entidad externa': () =>
    trasDeclaracion(buena, '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/hostname">]>').replace(
      'Cuaderno de prueba',
      '&e;',
    ),
  'DTD externa': () => trasDeclaracion(buena, '<!DOCTYPE Invoice SYSTEM "http://192.0.2.1/x.dtd">'),
  'DTD tras un comentario': () => trasDeclaracion(buena, '<!-- <a> --><!DOCTYPE Invoice>'),
  'DTD que declara un atributo Id': () =>
    trasDeclaracion(buena, '<!DOCTYPE Invoice [<!ATTLIST Invoice Id ID "otro">]>'),
  'entidad sin declarar': () => buena.replace('Cuaderno de prueba', '&nada;'),
  'instrucción de procesamiento en un importe': () =>
    buena.replace('>119000.00</cbc:Payable', '>119<?p 0?>000.00</cbc:Payable'),
  'instrucción de procesamiento antes de la raíz': () =>
    trasDeclaracion(buena, '<?xml-stylesheet href="x.xsl"?>'),
  'instrucción de procesamiento tras la raíz': () => `${buena}<?p 1?>`,
  'dos Id iguales': () => buena.replace('<cac:Item>', '<cac:Item Id="propiedades">'),
  'Id con otras mayúsculas': () => buena.replace('<cac:Item>', '<cac:Item ID="llaves">'),
  'envoltura: el original dentro de otro documento': () =>
    buena.replace('<cac:Item>', `<cac:Item>${sinRaiz(buena)}`),
  'envoltura: el original como extensión de otro sin firma': () =>
    hacerDocumento({ momento, nombre: 'IMPOSTOR SAS' }).replace('<!--firma-->', sinRaiz(buena)),
  'envoltura: la firma del bueno en un documento cambiado': () =>
    hacerDocumento({ momento, nombre: 'IMPOSTOR SAS' }).replace('<!--firma-->', firmaDe(buena)),
  'envoltura: la firma fuera de las extensiones': () => {
    const firma = firmaDe(buena);
    return buena.replace(firma, '').replace('</Invoice>', `${firma}</Invoice>`);
  },
  'envoltura: el documento firmado por Id y no entero': () =>
    refirmar((f) => f.replace('URI=""', 'URI="#algo"')),
  'envoltura: KeyInfo firmado dos veces y el documento ninguna': () =>
    refirmar((f) =>
      f.replace(
        /<ds:Reference URI="">.*?<\/ds:Reference>/,
        '<ds:Reference URI="#llaves"><ds:DigestMethod Algorithm="http://www.w3.org/2001/04/xmlenc#sha256"/><ds:DigestValue></ds:DigestValue></ds:Reference>',
      ),
    ),
  'dos firmas': () =>
    buena.replace(
      firmaDe(buena),
      firmaDe(buena) +
        firmaDe(buena)
          .replaceAll('"firma"', '"firma2"')
          .replaceAll('#firma', '#firma2')
          .replaceAll('llaves', 'llaves2')
          .replaceAll('propiedades', 'propiedades2'),
    ),
  'propiedades ajenas en otro Object': () =>
    buena.replace(
      '</ds:Signature>',
      `<ds:Object>${propiedadesDe(buena).replace('Id="propiedades"', 'Id="otras"')}</ds:Object></ds:Signature>`,
    ),
  'propiedades ajenas antes de las firmadas': () =>
    buena.replace(
      '<ds:Object>',
      `<ds:Object>${propiedadesDe(buena).replace('Id="propiedades"', 'Id="otras"').replace('supplier', 'third party')}</ds:Object><ds:Object>`,
    ),
  'propiedades que apuntan a otra firma': () =>
    refirmar((f) => f.replace('Target="#firma"', 'Target="#otra"')),
  'propiedades fuera de la firma': () => {
    const propias = propiedadesDe(buena);
    return buena.replace(propias, '').replace('<cac:Item>', `<cac:Item>${propias}`);
  },
  'sin propiedades firmadas': () => buena.replace(propiedadesDe(buena), ''),
  'sin la referencia a las propiedades': () =>
    refirmar((f) => f.replace(/<ds:Reference Type=.*?<\/ds:Reference>/, '')),
  'referencia de más': () =>
    refirmar((f) =>
      f.replace(
        '</ds:SignedInfo>',
        '<ds:Reference URI="http://192.0.2.1/x"><ds:DigestMethod Algorithm="http://www.w3.org/2001/04/xmlenc#sha256"/><ds:DigestValue></ds:DigestValue></ds:Reference></ds:SignedInfo>',
      ),
    ),
  'transformación XPath que deja fuera los totales': () =>
    refirmar((f) =>
      f.replace(
        '</ds:Transforms>',
        '<ds:Transform Algorithm="http://www.w3.org/TR/1999/REC-xpath-19991116"><ds:XPath>not(ancestor-or-self::cac:LegalMonetaryTotal)</ds:XPath></ds:Transform></ds:Transforms>',
      ),
    ),
  'canonicalización exclusiva': () =>
    refirmar((f) =>
      f.replace('http://www.w3.org/TR/2001/REC-xml-c14n-20010315', 'http://www.w3.org/2001/10/xml-exc-c14n#'),
    ),
  'canonicalización con comentarios': () =>
    refirmar((f) => f.replace('REC-xml-c14n-20010315', 'REC-xml-c14n-20010315#WithComments')),
  'dos SignedInfo': () =>
    buena.replace(
      '<ds:SignatureValue>',
      `${/<ds:SignedInfo>.*<\/ds:SignedInfo>/.exec(buena)?.[0] ?? ''}<ds:SignatureValue>`,
    ),
  'firma HMAC con lo que todos saben': () =>
    refirmar((f) =>
      f.replace(
        'http://www.w3.org/2001/04/xmldsig-more#rsa-sha256',
        'http://www.w3.org/2000/09/xmldsig#hmac-sha1',
      ),
    ),
  'resumen SHA-1': () =>
    refirmar((f) =>
      f.replace('http://www.w3.org/2001/04/xmlenc#sha256', 'http://www.w3.org/2000/09/xmldsig#sha1'),
    ),
  'resumen partido por un comentario': () =>
    buena.replace(/<ds:DigestValue>(.{20})/, '<ds:DigestValue>$1<!-- x -->!'),
  'certificado con la llave dañada': () => {
    const { raw, publicKey } = firmante.certificado;
    const llave = publicKey.export({ type: 'spki', format: 'der' });
    // Behind the header of the key: where its modulus says how long it is.
    const donde = raw.indexOf(llave) + 26;
    const roto = Buffer.concat([raw.subarray(0, donde), Buffer.from([0x7f]), raw.subarray(donde + 1)]);
    return buena.replace(raw.toString('base64'), roto.toString('base64'));
  },
  'certificado de otro puesto después de firmar': () => {
    const otro = crearFirmante('900000999').certificado.raw.toString('base64');
    return buena.replace(/(<ds:X509Certificate>)[^<]*/, `$1${otro}`);
  },
  'llave por RetrievalMethod': () =>
    buena.replace(/<ds:X509Data>.*<\/ds:X509Data>/, '<ds:RetrievalMethod URI="http://192.0.2.1/llave"/>'),
  'importe cambiado': () => buena.replaceAll('119000.00', '999000.00'),
  'hora de la firma cambiada': () => buena.replace(/SigningTime>\d/, 'SigningTime>3'),
  'espacios y renglones nuevos (pretty print)': () => buena.replaceAll('><cbc:', '>\n  <cbc:'),
  'retorno de carro escrito como carácter': () =>
    buena.replace('Cuaderno de prueba', 'Cuaderno&#13;\nde prueba'),
  'truncado a la mitad': () => buena.slice(0, buena.length / 2),
  'truncado en la última etiqueta': () => buena.slice(0, buena.lastIndexOf('<')),
  'dos raíces': () => buena + sinRaiz(buena),
  'UTF-16': () => Buffer.from(`\ufeff${buena}`, 'utf16le'),
  'bytes nulos': () => buena.replace('Cuaderno', 'Cua\u0000derno'),
  'UTF-8 mal formado': () => Buffer.from(buena.replace('Cuaderno', 'Cuadérno'), 'latin1'),
  'XML 1.1': () => buena.replace('version="1.0"', 'version="1.1"'),
  'mil niveles': () =>
    buena.replace('<cac:Item>', `<cac:Item>${'<cac:a>'.repeat(1000)}${'</cac:a>'.repeat(1000)}`),
  'doscientos niveles': () =>
    buena.replace('<cac:Item>', `<cac:Item>${'<cac:a>'.repeat(200)}${'</cac:a>'.repeat(200)}`),
  'seis megabytes': () => buena.replace('Cuaderno', 'C'.repeat(6 * 1024 * 1024)),
  'trescientos mil elementos': () => buena.replace('<cac:Item>', `<cac:Item>${'<a/>'.repeat(300_000)}`),
  'contenedor dentro de contenedor': () =>
    envolver(envolver('x', 'A').replaceAll(']]>', ''), 'SETP990000002'),
  'contenedor con una bomba dentro': () => envolver(trasDeclaracion(buena, BOMBA), 'SETP990000002'),
  'espacio de nombres relativo': () => buena.replace('<cac:Item>', '<cac:Item xmlns:q="relativo">'),
  'espacio de nombres relativo en la raíz': () =>
    buena.replace('xmlns:sts=', 'xmlns:q="relativo" xmlns:sts='),
  'otro espacio de nombres en la raíz': () => buena.replace('xsd:Invoice-2', 'xsd:Factura-2'),
  vacío: () => '',
  'no es XML': () => Buffer.from([0x25, 0x50, 0x44, 0x46, 0x2d, 0x31]),
};

describe('ataques: ninguno pasa por firmado, y todos dicen por qué', () => {
  it('son más de cuarenta', () => {
    expect(Object.keys(ATAQUES).length).toBeGreaterThan(40);
    expect(verificar(buena)).toMatchObject({ firma: 'valida', hallazgos: [] });
  });

  it.each(Object.entries(ATAQUES))('%s', (_, ataque) => {
    const atacado = ataque();
    expect(Buffer.from(atacado).equals(Buffer.from(buena))).toBe(false);
    const v = verificar(atacado);
    expect(v.firma).not.toBe('valida');
    expect(v.hallazgos[0]).toMatchObject({
      regla: expect.stringMatching(/^Z[BE]0|AC01$/) as string,
      tipo: 'rechazo',
    });
    expect(v.hallazgos[0]?.mensaje).toMatch(/\.$/);
  });

  it('una firma buena hecha con el certificado de otro se dice', () => {
    const otro = crearFirmante('900000999');
    const v = verificar(firmarDocumento(hacerDocumento({ momento }), otro, { momento: momentoDe(otro) }));
    expect(v.firma).toBe('valida');
    expect(v.hallazgos.map((h) => h.regla)).toContain('ZE03');
  });

  it('los renglones CRLF se leen como LF: la firma sigue valiendo', () => {
    expect(verificar(buena.replaceAll('\n', '\r\n'))).toEqual(verificar(buena));
  });

  it('la referencia que no cuadra se dice por su nombre, con lo esperado y lo hallado', () => {
    const resumenes = [...buena.matchAll(/<ds:DigestValue>([^<]+)/g)].map((m) => m[1] ?? '');
    const [v] = [verificar(buena.replaceAll('119000.00', '999000.00'))];
    expect(v.hallazgos[0]?.mensaje).toContain(
      `Referencia «documento»: la firma dice ${resumenes[0] ?? ''} y`,
    );
    const w = verificar(buena.replace('supplier', 'third party'));
    expect(w.hallazgos[0]?.mensaje).toContain(
      `Referencia «SignedProperties»: la firma dice ${resumenes[2] ?? ''} y`,
    );
  });
});

describe('mutantes', () => {
  /** Deterministic: xorshift over the seed. */
  function azar(semilla: number): (limite: number) => number {
    let x = semilla;
    return (limite) => {
      x ^= x << 13;
      x ^= x >>> 17;
      x ^= x << 5;
      return (x >>> 0) % limite;
    };
  }

  it('de trescientos con un byte cambiado, quitado o repetido, el que vale dice lo mismo que el original', () => {
    const original = Buffer.from(buena);
    const esperado = verificar(buena);
    const siguiente = azar(20261130);
    let validos = 0;
    for (let i = 0; i < 300; i++) {
      const donde = siguiente(original.length);
      const clase = siguiente(3);
      const medio =
        clase === 0 ? [32 + siguiente(95)] : clase === 1 ? [] : [original[donde] ?? 0, original[donde] ?? 0];
      const mutante = Buffer.concat([
        original.subarray(0, donde),
        Buffer.from(medio),
        original.subarray(donde + 1),
      ]);
      const v = verificar(mutante);
      if (v.firma !== 'valida') continue;
      validos++;
      expect({ donde, ...v }).toEqual({ donde, ...esperado });
    }
    expect(validos).toBeLessThan(60);
  });
});
