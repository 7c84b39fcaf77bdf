/** Signatures a second, and seals of their documents a second. */
import { join } from 'node:path';
import { PDF } from '@libpdf/core';
import {
  abrirClavePersona,
  adjuntosDelActo,
  crearClavePersona,
  emitirCertificadoPersona,
  firmarActoConClave,
  firmarDeclaracion,
  renderizarActa,
  resumenDe,
  sellarPdf,
  urlDeQr,
} from '@autogestion/documentos';
import { derDe, leerCertificado } from '../packages/documentos/src/autoridad/certificado.ts';
import { importarClave } from '../packages/documentos/src/autoridad/claves.ts';
import { firmaEcdsa } from '../packages/documentos/src/cms/der.ts';
import { ACTOS_PROPIOS } from '../packages/portal/src/firma/actos-propios.ts';
import { TIPOS_DE_ACTO } from '../packages/portal/src/firma/index.ts';
import { llavesDeAcceso } from '../packages/portal/src/cuentas/index.ts';
import {
  abrirCasa,
  abrirPool,
  cerrarPool,
  clavesDe,
  codigosDeUnUso,
  crearRegistro,
  relojFijo,
  ROL_APLICACION,
  transacciones,
} from '../packages/portal/src/plataforma/index.ts';
import { abrirAutoridad } from '../packages/portal/src/sello/index.ts';
import { comparar, type Lado } from './apoyo/comparar.ts';
import { enEscena } from './apoyo/escena.ts';
import { aLaVez } from './apoyo/estadistica.ts';
import {
  CONTRASENA,
  firmanteNuevo,
  firmaPreparada,
  type FirmanteDePrueba,
  type Mesa,
} from './apoyo/firmantes.ts';
import { enJson, mostrar, nota, RAPIDA, titulo } from './apoyo/informe.ts';

const FIRMANTES = RAPIDA ? 2 : 24;
const A_LA_VEZ = 4;
const TURNOS = { turnos: RAPIDA ? 2 : 8, limiteMs: 30_000 };
const SELLOS = RAPIDA ? 2 : 60;
/** Both sides work in this process: what each spends is seen, turn by turn. */
const AQUI = { pid: process.pid };
const URL = 'https://medicion.example';

await enEscena(async (base) => {
  const reloj = relojFijo(new Date());
  const claves = clavesDe(Buffer.alloc(32, 7));
  const pool = abrirPool({ url: base.urlAplicacion, maximo: 12, rol: ROL_APLICACION, nombre: 'medicion' });
  const dueno = abrirPool({ url: base.urlPropietario, maximo: 4, nombre: 'medicion' });
  const comoPropietario = transacciones(dueno, reloj);
  const autoridad = await comoPropietario({ tipo: 'sistema', trabajo: 'medicion' }, (trx) =>
    abrirAutoridad(trx, {
      claves,
      reloj,
      registro: crearRegistro('silent'),
      directorioPublico: join(base.directorio, 'publico'),
    }),
  );
  const casa = abrirCasa([
    { nombre: 'firma', recibe: [TIPOS_DE_ACTO], tipos: TIPOS_DE_ACTO.de(...ACTOS_PROPIOS) },
  ]);
  const mesa: Mesa = {
    base,
    enTransaccion: transacciones(pool, reloj, () => casa),
    comoPropietario,
    reloj,
    firma: {
      autoridad,
      claves,
      codigos: codigosDeUnUso(claves),
      llaves: llavesDeAcceso({ urlPublica: URL }),
      urlPublica: URL,
      demostracion: true,
    },
  };
  const gente: FirmanteDePrueba[] = [];
  for (let n = 0; n < FIRMANTES; n++) gente.push(await firmanteNuevo(mesa, n));

  titulo(
    `Firmas por segundo, ${A_LA_VEZ} a la vez: dos factores, firma, número, evidencia, documento por sellar y aviso, confirmados`,
    'abrir la clave con la contraseña y firmar el mismo acto (JWS y CMS con hora), sin base de datos',
  );
  const suelta = await claveSuelta(mesa);
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
  await Promise.all([pool, dueno].map(cerrarPool));
});

function sellar(pdf: Uint8Array, { firma }: Mesa): Promise<Uint8Array> {
  return sellarPdf(pdf, {
    material: firma.autoridad.material,
    instante: new Date(),
    razon: 'Medición',
    lugar: 'Colombia',
  });
}

/** What any signature costs without the office: the key of one person, and the same act. */
async function claveSuelta({ firma }: Mesa) {
  const { material } = firma.autoridad;
  const apertura = { contrasena: CONTRASENA, pimienta: new Uint8Array(32), contexto: 'medicion' };
  const { publica, sobre } = await crearClavePersona(apertura);
  const desde = new Date();
  const { pem } = await emitirCertificadoPersona(material, {
    persona: { nit: '1990600000', apellidos: 'Medida Ficticia', nombres: 'Persona' },
    publica,
    desde,
    hasta: new Date(desde.getTime() + 86_400_000),
    urlLista: `${URL}/firma/revocados.crl`,
    urlPolitica: `${URL}/firma/politica`,
    demostracion: true,
  });
  const presentacion = {
    titulo: 'Prueba de su firma electrónica',
    secciones: [{ titulo: 'Qué firma', parrafos: ['Firma que probó su firma electrónica y que funciona.'] }],
  };
  const persona = { nit: '1990600000', nombre: 'MEDIDA FICTICIA PERSONA' };
  const abrirYFirmar = async () => {
    const clave = await abrirClavePersona(sobre, apertura);
    if (!clave) throw new Error('The password does not open the key');
    return firmarActoConClave(
      {
        version: 1,
        tipo: 'firma.prueba',
        radicado: '2026FE000000001',
        firmante: persona,
        titular: persona,
        firmadoEn: new Date().toISOString(),
        acto: { nit: persona.nit, dv: 1, nombre: persona.nombre },
        mostrado: await resumenDe(presentacion),
      },
      { clave, certificado: pem, material },
    );
  };
  const id = 'zk3vq9xt1mb8rw5yn2c0hazk3v';
  const datos = { id, ...persona, dv: 1, estado: 'firmado', fecha: '2026-01-15' };
  return {
    abrirYFirmar,
    acta: async () =>
      renderizarActa({
        presentacion,
        firma: [{ clave: 'Firmado por', valor: persona.nombre }],
        adjuntos: adjuntosDelActo(await abrirYFirmar(), presentacion, {}),
        generadoEn: desde,
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
