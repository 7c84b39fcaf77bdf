import { definidos } from '@autogestion/normas/definidos';
import { calculateJwkThumbprint } from 'jose';
import {
  certificadoAPem,
  emitirCertificado,
  leerCertificado,
  PROPOSITO,
  USO,
  type Solicitud,
} from './certificado.ts';
import { exportarClave, generarClaves, importarClave, publicaDe } from './claves.ts';
import type { ClaveDeDeclaracion, MaterialAutoridad, ParDeClaves } from './material.ts';
import { NOMBRE_DE_PERSONAS, POLITICA } from './papeles.ts';

/** Validity in years. The seal's is short so that renewal is a habit, not an emergency. */
const VIGENCIA = { raiz: 20, intermedia: 10, personas: 13, sello: 3, estampado: 6, respuesta: 3 } as const;

interface OpcionesAutoridad {
  /** Name of the office; the certificates carry it as organization. */
  nombre: string;
  ahora: Date;
  /** Address where the intermediate publishes its revocation list, if there is one. */
  urlLista?: string;
}

/**
 * Creates the office's own certificate authority: root, intermediate, seal, timestamping and the key of
 * the compact statements, all on P-256. Some 40 ms.
 */
export async function crearAutoridad(opciones: OpcionesAutoridad): Promise<MaterialAutoridad> {
  const { nombre, ahora } = opciones;
  const raiz = await generarClaves();
  const certificadoRaiz = await emitirCertificado({
    titular: { nombre: `${nombre} · Raíz`, organizacion: nombre },
    publica: raiz.publicKey,
    clave: raiz.privateKey,
    desde: ahora,
    hasta: masAnos(ahora, VIGENCIA.raiz),
    autoridad: { niveles: 1 },
    usos: [USO.firmaDeCertificados, USO.firmaDeListas],
  });
  const intermedia = await emitirPar({
    titular: { nombre: `${nombre} · Intermedia`, organizacion: nombre },
    emisor: { certificado: certificadoRaiz, clave: raiz.privateKey },
    desde: ahora,
    hasta: masAnos(ahora, VIGENCIA.intermedia),
    autoridad: { niveles: 0 },
    usos: [USO.firmaDeCertificados, USO.firmaDeListas],
    politicas: [{ oid: POLITICA.sello }, { oid: POLITICA.estampado }, { oid: POLITICA.respuesta }],
  });
  return {
    version: 4,
    nombre,
    raiz: { certificado: certificadoAPem(certificadoRaiz), clave: await exportarClave(raiz.privateKey) },
    intermedia,
    personas: await emitirPersonas(nombre, { certificado: certificadoRaiz, clave: raiz.privateKey }, ahora),
    ...(await emitirFinales(intermedia, opciones)),
    declaracion: await generarClaveDeDeclaracion(),
    declaracionesAnteriores: [],
  };
}

/**
 * Material as it was kept before there were certificates of persons (1), before seals had a policy (2), and before the
 * office answered of electronic documents (3).
 */
type MaterialGuardado =
  | MaterialAutoridad
  | (Omit<MaterialAutoridad, 'version' | 'respuesta'> & { version: 2 | 3 })
  | (Omit<MaterialAutoridad, 'version' | 'respuesta' | 'personas'> & { version: 1 });

/**
 * The kept material as this version of the software needs it: what is of before gets the intermediate that issues the
 * certificates of persons, and a seal with its policy. What was sealed until then still verifies.
 * @throws FaltaLaRaiz when that takes the root's key and it is kept elsewhere
 */
export async function completarAutoridad(
  material: MaterialGuardado,
  ahora: Date,
): Promise<MaterialAutoridad> {
  if (material.version === 4) return material;
  const { intermedia, nombre } = material;
  if (material.version === 3) {
    const respuesta = await emitirDeRespuestas(intermedia, { nombre, ahora });
    return { ...material, version: 4, respuesta };
  }
  const personas = material.version === 2 ? material.personas : await personasBajo(material, ahora);
  const finales = await emitirFinales(intermedia, { nombre, ahora });
  return { ...material, version: 4, personas, ...finales };
}

/** What is said at the start, as every fault of the authority: with what to do. */
class FaltaLaRaiz extends Error {
  readonly remedio =
    'Restaure una copia de seguridad que tenga la clave de la raíz, solo para abrir la oficina una vez.';

  constructor() {
    super(
      'Falta la autoridad que certifica a las personas, y la clave de la raíz no está aquí para emitirla.',
    );
  }
}

async function personasBajo(
  { nombre, raiz }: Pick<MaterialAutoridad, 'nombre' | 'raiz'>,
  ahora: Date,
): Promise<ParDeClaves> {
  if (raiz.clave === undefined) {
    throw new FaltaLaRaiz();
  }
  const emisor = {
    certificado: leerCertificado(raiz.certificado),
    clave: await importarClave(raiz.clave),
  };
  return emitirPersonas(nombre, emisor, ahora);
}

/** Some 13 years, so that the last certificate of three years that it issues in its tenth is whole. */
function emitirPersonas(
  nombre: string,
  emisor: NonNullable<Solicitud['emisor']>,
  ahora: Date,
): Promise<ParDeClaves> {
  const tope = emisor.certificado.notAfter.value;
  return emitirPar({
    titular: { nombre: `${nombre} · ${NOMBRE_DE_PERSONAS}`, organizacion: nombre },
    emisor,
    desde: ahora,
    hasta: new Date(Math.min(masAnos(ahora, VIGENCIA.personas).getTime(), tope.getTime())),
    autoridad: { niveles: 0 },
    usos: [USO.firmaDeCertificados, USO.firmaDeListas],
    politicas: [{ oid: POLITICA.persona }],
  });
}

/**
 * New seal, timestamping, answering and statement keys under the same intermediate, before the present ones expire.
 * What was sealed or stated before still verifies.
 */
export async function renovarAutoridad(
  material: MaterialAutoridad,
  { ahora, urlLista }: Omit<OpcionesAutoridad, 'nombre'>,
): Promise<MaterialAutoridad> {
  const opciones = { nombre: material.nombre, ahora, ...definidos({ urlLista: urlLista || undefined }) };
  return {
    ...material,
    ...(await emitirFinales(material.intermedia, opciones)),
    declaracion: await generarClaveDeDeclaracion(),
    declaracionesAnteriores: [material.declaracion.publica, ...material.declaracionesAnteriores],
  };
}

/** What is common to all that the intermediate issues. */
async function bajoIntermedia(intermedia: ParDeClaves, { ahora, urlLista }: OpcionesAutoridad) {
  const certificado = leerCertificado(intermedia.certificado);
  // Nothing may outlive the certificate that vouches for it.
  const tope = certificado.notAfter.value;
  return {
    hasta: (anos: number) => new Date(Math.min(masAnos(ahora, anos).getTime(), tope.getTime())),
    comun: {
      emisor: { certificado, clave: await importarClave(intermedia.clave) },
      desde: ahora,
      ...definidos({ urlLista: urlLista || undefined }),
    },
  };
}

async function emitirDeRespuestas(
  intermedia: ParDeClaves,
  opciones: OpcionesAutoridad,
): Promise<ParDeClaves> {
  const { comun, hasta } = await bajoIntermedia(intermedia, opciones);
  const { nombre } = opciones;
  return emitirPar({
    ...comun,
    titular: { nombre: `${nombre} · Respuestas`, organizacion: nombre },
    hasta: hasta(VIGENCIA.respuesta),
    usos: [USO.firma, USO.noRepudio],
    propositos: { oids: [PROPOSITO.documentos], critico: false },
    politicas: [{ oid: POLITICA.respuesta }],
  });
}

async function emitirFinales(intermedia: ParDeClaves, opciones: OpcionesAutoridad) {
  const { comun, hasta } = await bajoIntermedia(intermedia, opciones);
  const { nombre } = opciones;
  const sello = await emitirPar({
    ...comun,
    titular: { nombre: `${nombre} · Sello`, organizacion: nombre },
    hasta: hasta(VIGENCIA.sello),
    usos: [USO.firma, USO.noRepudio],
    propositos: { oids: [PROPOSITO.documentos, PROPOSITO.correo], critico: false },
    politicas: [{ oid: POLITICA.sello }],
  });
  const estampado = await emitirPar({
    ...comun,
    titular: { nombre: `${nombre} · Estampado cronológico`, organizacion: nombre },
    hasta: hasta(VIGENCIA.estampado),
    usos: [USO.firma, USO.noRepudio],
    // RFC 3161 § 2.3: the only purpose, and critical.
    propositos: { oids: [PROPOSITO.estampado], critico: true },
  });
  return { sello, estampado, respuesta: await emitirDeRespuestas(intermedia, opciones) };
}

async function emitirPar(solicitud: Omit<Solicitud, 'publica'>): Promise<ParDeClaves> {
  const claves = await generarClaves();
  const certificado = await emitirCertificado({ ...solicitud, publica: claves.publicKey });
  return { certificado: certificadoAPem(certificado), clave: await exportarClave(claves.privateKey) };
}

async function generarClaveDeDeclaracion(): Promise<MaterialAutoridad['declaracion']> {
  const clave = await exportarClave((await generarClaves()).privateKey);
  const base = { kty: 'EC', crv: 'P-256', ...(await publicaDe(clave)) } as const;
  const kid = (await calculateJwkThumbprint(base)).slice(0, 8);
  const publica: ClaveDeDeclaracion = { ...base, kid, alg: 'ES256', use: 'sig' };
  return { clave, publica };
}

function masAnos(fecha: Date, anos: number): Date {
  const otra = new Date(fecha);
  otra.setUTCFullYear(otra.getUTCFullYear() + anos);
  return otra;
}
