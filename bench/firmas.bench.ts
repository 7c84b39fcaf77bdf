/** Signatures a second, and seals of their documents a second. */
import { PDF } from '@libpdf/core';
import {
  adjuntosDelActo,
  firmarDeclaracion,
  renderizarActa,
  resumenDe,
  sellarPdf,
  urlDeQr,
} from '@autogestion/documentos';
import { derDe, leerCertificado } from '../packages/documentos/src/autoridad/certificado.ts';
import { importarClave } from '../packages/documentos/src/autoridad/claves.ts';
import { firmaEcdsa } from '../packages/documentos/src/cms/der.ts';
import { comparar, type Lado } from './apoyo/comparar.ts';
import { enEscena } from './apoyo/escena.ts';
import { aLaVez } from './apoyo/estadistica.ts';
import {
  firmanteNuevo,
  firmaPreparada,
  firmaSuelta,
  mesaDeFirma,
  URL,
  type FirmanteDePrueba,
  type Mesa,
} from './apoyo/firmantes.ts';
import { enJson, mostrar, nota, RAPIDA, titulo } from './apoyo/informe.ts';

const FIRMANTES = RAPIDA ? 2 : 24;
const A_LA_VEZ = 4;
const TURNOS = { turnos: RAPIDA ? 2 : 8, limiteMs: 30_000 };
const PRESENTACION = {
  titulo: 'Prueba de su firma electrónica',
  secciones: [{ titulo: 'Qué firma', parrafos: ['Firma que probó su firma electrónica y que funciona.'] }],
};

const SELLOS = RAPIDA ? 2 : 60;
/** Both sides work in this process: what each spends is seen, turn by turn. */
const AQUI = { pid: process.pid };

await enEscena(async (base) => {
  const mesa = await mesaDeFirma(base);
  const gente: FirmanteDePrueba[] = [];
  for (let n = 0; n < FIRMANTES; n++) gente.push(await firmanteNuevo(mesa, n));

  titulo(
    `Firmas por segundo, ${A_LA_VEZ} a la vez: dos factores, firma, número, evidencia, documento por sellar y aviso, confirmados`,
    'abrir la clave con la contraseña y firmar el mismo acto (JWS y CMS con hora), sin base de datos',
  );
  const suelta = await deReferencia(mesa);
  const firmas = await comparar(
    {
      portal: {
        servidor: AQUI,
        async turno() {
          mesa.reloj.avanzar(61_000);
          const listas = [];
          for (const f of gente) listas.push(await firmaPreparada(mesa, f));
          return aLaVez(listas, A_LA_VEZ, (firmar) => firmar());
        },
      },
      referencia: { servidor: AQUI, turno: () => aLaVez(gente, A_LA_VEZ, suelta.abrirYFirmar) },
    },
    TURNOS,
  );
  mostrar('firmarActo', firmas);

  titulo(
    'Sellos por segundo de un acto firmado: PAdES B-T con la hora de la oficina',
    '`sign` de @libpdf/core con la misma clave, sin hora (PAdES B-B)',
  );
  const pdf = await suelta.acta();
  const repetir = (hacer: () => Promise<unknown>): Lado => ({
    servidor: AQUI,
    turno: () => aLaVez(Array.from({ length: SELLOS }), 1, hacer),
  });
  const sellos = await comparar(
    { portal: repetir(() => sellar(pdf, mesa)), referencia: repetir(await soloLibpdf(pdf, mesa)) },
    TURNOS,
  );
  mostrar('sellarPdf', sellos);
  nota(`el documento pesa ${(pdf.length / 1024).toFixed(0)} KiB antes del sello`);
  enJson('firmas', { firmas, sellos });
  await mesa.cerrar();
});

function sellar(pdf: Uint8Array, { firma }: Mesa): Promise<Uint8Array> {
  return sellarPdf(pdf, {
    material: firma.autoridad.material,
    instante: new Date(),
    razon: 'Medición',
    lugar: 'Colombia',
  });
}

/** The act of a test of the signature, and the document of one. */
async function deReferencia(mesa: Mesa) {
  const { material } = mesa.firma.autoridad;
  const nit = '1990600000';
  const nombre = 'MEDIDA FICTICIA PERSONA';
  const abrirYFirmar = await firmaSuelta(mesa, {
    tipo: 'firma.prueba',
    radicado: '2026FE000000001',
    acto: { nit, dv: 1, nombre },
    mostrado: await resumenDe(PRESENTACION),
  });
  const id = 'zk3vq9xt1mb8rw5yn2c0hazk3v';
  const datos = { id, nit, nombre, dv: 1, estado: 'firmado', fecha: '2026-01-15' };
  return {
    abrirYFirmar,
    acta: async () =>
      renderizarActa({
        presentacion: PRESENTACION,
        firma: [{ clave: 'Firmado por', valor: nombre }],
        adjuntos: adjuntosDelActo(await abrirYFirmar(), PRESENTACION, {}),
        generadoEn: new Date(),
        codigo: id,
        qr: urlDeQr(URL, id, await firmarDeclaracion(datos, material)),
        demostracion: true,
      }),
  };
}

/** The library alone, which the seal wraps: it draws no timestamp and asks for none. */
async function soloLibpdf(pdf: Uint8Array, { firma }: Mesa): Promise<() => Promise<unknown>> {
  const { sello } = firma.autoridad.material;
  const clave = await importarClave(sello.clave);
  const certificate = derDe(leerCertificado(sello.certificado));
  return async () => {
    const documento = await PDF.load(pdf);
    return documento.sign({
      signer: {
        certificate,
        keyType: 'EC',
        signatureAlgorithm: 'ECDSA',
        sign: async (datos) =>
          firmaEcdsa(
            new Uint8Array(
              await crypto.subtle.sign({ name: 'ECDSA', hash: 'SHA-256' }, clave, new Uint8Array(datos)),
            ),
          ),
      },
      subFilter: 'ETSI.CAdES.detached',
      reason: 'Medición',
      location: 'Colombia',
      signingTime: new Date(),
    });
  };
}
