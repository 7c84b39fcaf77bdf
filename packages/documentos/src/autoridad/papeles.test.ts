import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { autoridadDeAntes } from '../../pruebas/autoridad-de-antes.ts';
import { AHORA, autoridadDePrueba, DECLARACION, pedidoDePrueba } from '../../pruebas/muestras.ts';
import { actoDePrueba, listaDePrueba, personaFirmante } from '../../pruebas/personas.ts';
import { firmanteCon, firmarCms, sha256 } from '../cms/firmar.ts';
import { OID } from '../cms/oids.ts';
import { verificarCms } from '../cms/verificar.ts';
import { firmarConstancia, verificarConstancia } from '../constancia/index.ts';
import { firmarDeclaracion, verificarDeclaracion } from '../declaracion/index.ts';
import { estampadorPropio } from '../estampado/index.ts';
import { emitirEstampa } from '../estampado/propio.ts';
import { horaEstampada } from '../estampado/verificar.ts';
import { esRespuestaDeLaOficina, responder } from '../factura-electronica/respuesta-de-la-oficina.ts';
import { renderizarFormulario001 } from '../formulario-001/index.ts';
import { canonico } from '../personas/acto.ts';
import {
  emitirCertificadoPersona,
  emitirLista,
  firmarActoConClave,
  verificarActo,
} from '../personas/index.ts';
import { leerLista } from '../personas/lista.ts';
import { sellarPdf } from '../sello/index.ts';
import { verificarPdf } from '../verificacion/index.ts';
import { leerCertificado } from './certificado.ts';
import { exportarClave, generarClaves, importarClave } from './claves.ts';
import { crearAutoridad, publicar, type MaterialAutoridad } from './index.ts';
import type { ParDeClaves } from './material.ts';

/** Who may hold a key and a certificate of the office, and what each of them alone may sign. */
const SUYO = {
  sello: ['una copia sellada', 'una constancia'],
  persona: ['un acto'],
  estampado: ['una hora'],
  respuesta: ['una respuesta de un documento electrónico'],
  personas: ['una lista de revocados'],
  declaracion: ['lo que dice un QR'],
  intermedia: [],
} as const;
type Quien = keyof typeof SUYO;
const COSAS = Object.values(SUYO).flat();
type Cosa = (typeof COSAS)[number];
const OFICINAS = ['de hoy', 'de antes', 'ajena'] as const;
type Oficina = (typeof OFICINAS)[number];

interface Firmante {
  par: ParDeClaves;
  emisor: ParDeClaves;
  nit: string;
}
const materiales = {} as Record<Oficina, MaterialAutoridad>;
const firmantes = {} as Record<Oficina, Record<Quien, Firmante>>;
let sinSello: Uint8Array;
let lista: Uint8Array;

beforeAll(async () => {
  materiales['de hoy'] = await autoridadDePrueba();
  materiales['de antes'] = await autoridadDeAntes(materiales['de hoy']);
  materiales.ajena = await crearAutoridad({ nombre: materiales['de hoy'].nombre, ahora: AHORA });
  for (const oficina of OFICINAS) {
    const m = materiales[oficina];
    firmantes[oficina] = {
      sello: { par: m.sello, emisor: m.intermedia, nit: '' },
      estampado: { par: m.estampado, emisor: m.intermedia, nit: '' },
      respuesta: { par: m.respuesta, emisor: m.intermedia, nit: '' },
      persona: await personaDe(m),
      personas: { par: m.personas, emisor: m.personas, nit: '' },
      intermedia: { par: m.intermedia, emisor: m.intermedia, nit: '' },
      declaracion: {
        par: { certificado: m.sello.certificado, clave: m.declaracion.clave },
        emisor: m.intermedia,
        nit: '',
      },
    };
  }
  sinSello = await renderizarFormulario001(await pedidoDePrueba());
  lista = await listaDePrueba();
});

/** With the key at hand, as whoever stole it would have it. */
async function personaDe(material: MaterialAutoridad): Promise<Firmante> {
  const { publicKey, privateKey } = await generarClaves();
  const nit = '1990100001';
  const { pem } = await emitirCertificadoPersona(material, {
    persona: { nit, apellidos: 'Rojas Peña', nombres: 'Marcela Andrea' },
    publica: publicKey,
    desde: AHORA,
    hasta: new Date(AHORA.getTime() + 86_400_000),
    urlLista: 'https://autogestion.ejemplo.co/firma/revocados.crl',
    urlPolitica: 'https://autogestion.ejemplo.co/firma/politica',
    demostracion: true,
  });
  return {
    par: { certificado: pem, clave: await exportarClave(privateKey) },
    emisor: material.personas,
    nit,
  };
}

const MOMENTO = `${new Date(AHORA.getTime() - 5 * 3_600_000).toISOString().slice(0, 19)}-05:00`;
const PARTE = { numero: '900000101', tipo: '31', nombre: 'FICTICIA SAS' };

/** Makes each thing as well as whoever holds that key could, and asks who verifies it. */
const LO_ADMITE: Record<Cosa, (f: Firmante, m: MaterialAutoridad) => Promise<boolean>> = {
  async 'una copia sellada'({ par, emisor }, m) {
    const material = { ...m, sello: { ...par }, intermedia: emisor };
    const estampador = estampadorPropio(m, () => AHORA);
    const sellado = await sellarPdf(sinSello, {
      ...{ material, estampador, instante: AHORA, razon: 'Copia', lugar: 'Colombia' },
    });
    const raices = [materiales['de hoy'].raiz.certificado];
    return (await verificarPdf(sellado, { raices, instante: AHORA, lista })).estado === 'integro';
  },
  async 'una constancia'({ par, emisor }, m) {
    const material = { ...m, sello: { ...par }, intermedia: emisor };
    const suya = await firmarConstancia('Lo que sea', material, AHORA);
    return (
      (await verificarConstancia(suya, { raices: [materiales['de hoy'].raiz.certificado] })) !== undefined
    );
  },
  async 'un acto'({ par, emisor, nit }, m) {
    const acto = actoDePrueba({ firmante: { nit, nombre: 'QUIEN SEA' } });
    const clave = await importarClave(par.clave);
    const firmado = await firmarActoConClave(acto, {
      clave,
      certificado: par.certificado,
      material: { ...m, personas: emisor },
    });
    const raices = [materiales['de hoy'].raiz.certificado];
    const { estado } = await verificarActo(firmado, { raices, instante: AHORA, lista });
    return estado === 'valida' || estado === 'sin-lista';
  },
  async 'una hora'({ par, emisor }, m) {
    const resumen = await sha256(Uint8Array.of(1));
    const token = await emitirEstampa(
      { ...m, estampado: { ...par }, intermedia: emisor },
      { resumen, hora: AHORA },
    );
    const raices = [leerCertificado(materiales['de hoy'].raiz.certificado)];
    return (await horaEstampada(token, Uint8Array.of(1), raices)) !== undefined;
  },
  async 'una respuesta de un documento electrónico'({ par, emisor }) {
    const { xml } = responder(
      {
        ...{ numero: 'R1', ambiente: '2', momento: MOMENTO, codigo: '02', pin: '12345' },
        ...{ de: PARTE, para: PARTE, descripcion: 'Validado', documento: { numero: 'SETP1', tipo: '01' } },
        softwareId: '00000000-0000-4000-8000-000000000001',
      },
      { respuesta: { ...par }, intermedia: emisor },
    );
    const raices = [materiales['de hoy'].raiz.certificado];
    return esRespuestaDeLaOficina(Buffer.from(xml), { raices });
  },
  async 'una lista de revocados'({ par }, m) {
    // With the name of who should sign it.
    const { certificado } = (m === materiales.ajena ? materiales['de hoy'] : m).personas;
    const suya = await emitirLista(
      { ...m, personas: { clave: par.clave, certificado } },
      { numero: 1, emitidaEn: AHORA, vigenteHasta: AHORA, revocados: [], vencidosDesde: AHORA },
    );
    return (await leerLista(suya, leerCertificado(certificado))) !== undefined;
  },
  async 'lo que dice un QR'({ par }, m) {
    const { publica } = materiales['de hoy'].declaracion;
    const dicho = await firmarDeclaracion(DECLARACION, { ...m, declaracion: { clave: par.clave, publica } });
    return (await verificarDeclaracion(dicho, publicar(materiales['de hoy']).jwks)).valida;
  },
};

describe('cada quien firma lo suyo, y nadie lo toma por otra cosa', () => {
  const quienes = Object.keys(SUYO) as Quien[];
  const pares = OFICINAS.flatMap((oficina) =>
    quienes.flatMap((quien) => COSAS.map((cosa) => ({ oficina, quien, cosa }))),
  );
  it.each(pares)('$quien de la oficina $oficina y $cosa', async ({ oficina, quien, cosa }) => {
    const suya = (SUYO[quien] as readonly Cosa[]).includes(cosa) && oficina !== 'ajena';
    expect(await LO_ADMITE[cosa](firmantes[oficina][quien], materiales[oficina])).toBe(suya);
  });
});

/** A file whose covered bytes are exactly what somebody signed, with the signature where the text says. */
function disfrazado(firmado: string, cms: Uint8Array, corte: number, lugar: number): Buffer {
  const bytes = Buffer.from(firmado, 'utf8');
  const hex = Buffer.from(cms).toString('hex').padEnd(lugar, '0');
  return Buffer.concat([bytes.subarray(0, corte), Buffer.from(`<${hex}>`), bytes.subarray(corte)]);
}

describe('lo que firma una persona no pasa por un documento sellado', () => {
  const LUGAR = 12_000;
  const ancho = (n: number) => String(n).padStart(10, '0');
  /** What an act says with a range written by its author, and where the signature would go. */
  function actoQueDice(antes: string, despues: string) {
    const con = (rango: string) => actoDePrueba({ acto: { texto: `${antes}${rango}${despues}` } });
    const largo = Buffer.byteLength(canonico(con(`/ByteRange[0 ${ancho(0)} ${ancho(0)} ${ancho(0)}]`)));
    const comienzo = '"texto":"';
    const texto = canonico(con('/ByteRange'));
    const corte = Buffer.byteLength(texto.slice(0, texto.indexOf(comienzo))) + comienzo.length;
    const partes = [corte, corte + LUGAR + 2, largo - corte].map(ancho).join(' ');
    return { acto: con(`/ByteRange[0 ${partes}]`), corte };
  }
  const raices = () => [materiales['de hoy'].raiz.certificado];

  it('sea lo que sea lo que escribió, y aunque lo firmara como antes, como datos sin más', async () => {
    const { certificado, material, clave } = await personaFirmante();
    const textos = fc.oneof(
      fc.string(),
      fc.constantFrom(
        '%PDF-1.7\n1 0 obj\n<</Type/Sig',
        '<</Contents <00>',
        '>>\nendobj\n%%EOF',
        '/Contents ',
      ),
    );
    await fc.assert(
      fc.asyncProperty(textos, textos, fc.boolean(), async (antes, despues, comoAntes) => {
        const { acto, corte } = actoQueDice(antes, despues);
        const texto = canonico(acto);
        const deHoy = await firmarActoConClave(acto, { clave, certificado, material });
        const cms = comoAntes
          ? await firmarCms({
              firmante: firmanteCon(clave, certificado, material.personas.certificado),
              contenido: { resumen: await sha256(Buffer.from(texto)) },
              estampar: async (f) => estampadorPropio(material, () => AHORA).estampar(await sha256(f)),
            })
          : deHoy.cms;
        const archivo = disfrazado(texto, cms, corte, LUGAR);
        const visto = await verificarPdf(archivo, { raices: raices(), instante: AHORA, lista });
        expect(visto.estado).toBe('alterado');
      }),
      { numRuns: 60 },
    );
  });

  it('la firma de un acto no es de datos sin más, que es lo que un sello cubre', async () => {
    const firmado = await firmarActoConClave(actoDePrueba(), await personaFirmante());
    const bytes = Buffer.from(firmado.canonico);
    expect((await verificarCms(firmado.cms, [OID.acto], [bytes])).tipo).toBe(OID.acto);
    await expect(verificarCms(firmado.cms, [OID.datos], [bytes])).rejects.toThrow('tipo de contenido');
  });

  it('un PDF de verdad, firmado con la clave de una persona, no es de la oficina', async () => {
    const { par, emisor } = firmantes['de hoy'].persona;
    const material = { ...materiales['de hoy'], sello: par, intermedia: emisor };
    const estampador = estampadorPropio(materiales['de hoy'], () => AHORA);
    const pdf = await sellarPdf(sinSello, {
      ...{ material, estampador, instante: AHORA, razon: 'Copia', lugar: 'Colombia' },
    });
    expect(await verificarPdf(pdf, { raices: raices(), instante: AHORA, lista })).toMatchObject({
      estado: 'sello-invalido',
      razones: ['El certificado con que se selló no sirve para sellar documentos.'],
      datos: undefined,
    });
  });
});

describe('lo que se selló y firmó antes de que cada cosa tuviera su política', () => {
  const de = (nombre: string) => readFileSync(new URL(`../../pruebas/anteriores/${nombre}`, import.meta.url));
  const instante = new Date('2026-03-10T18:00:00Z');
  const juzgar = (nombre: string) =>
    verificarPdf(de(nombre), {
      ...{ raices: [de('raiz.pem').toString()], instante, lista: de('revocados.crl') },
    });

  it('una copia sigue siendo verdadera', async () => {
    expect(await juzgar('copia-rut.pdf')).toMatchObject({
      estado: 'integro',
      firmante: 'Oficina de antes · Sello',
      firma: undefined,
    });
  });

  it('un acto firmado sigue siendo de quien lo firmó', async () => {
    expect(await juzgar('acto-firmado.pdf')).toMatchObject({
      estado: 'integro',
      firma: { estado: 'valida', firmante: { nit: '1990100001' } },
    });
  });
});
