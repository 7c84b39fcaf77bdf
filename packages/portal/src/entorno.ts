import { join } from 'node:path';
import { abrirAparte, firmarConstancia } from '@autogestion/documentos';
import type pg from 'pg';
import {
  abrirPool,
  almacenS3,
  archivos,
  CarpetaDeIntentos,
  clamd,
  clavesDe,
  codigosDeUnUso,
  Contingencia,
  documentoOpenapi,
  relojDelSistema,
  ROL_APLICACION,
  sentenciaSuelta,
  sinAntivirus,
  transacciones,
  type Casa,
  type Config,
  type DocumentoOpenapi,
  type Entorno,
  type Logger,
  type Reloj,
  type Transaccion,
} from './plataforma/index.ts';
import { recorridosDe, type RecorridoMontado } from './interfaz/recorrido/index.ts';
import { abrirAutoridad, type EntornoSello } from './sello/index.ts';
import { estadoPublico } from './rut/index.ts';
import {
  llavesDeAcceso,
  registroLocal,
  registroPorHttp,
  type Llaves,
  type RegistroIdentidad,
} from './cuentas/index.ts';
import { listaAlDia, publicarLista } from './firma/index.ts';
import type { Verificador } from './tramites-rut/index.ts';
import { bancoDe, deudasExigibles, type EntornoDeObligaciones } from './obligaciones/index.ts';

const VERSION = '0.1.0';

/** What the office around the rooms is made of. */
export interface OpcionesEntorno {
  config: Config;
  urls: { urlAplicacion: string; urlPropietario: string };
  claveMaestra: Buffer;
  registro: Logger;
  reloj?: Reloj;
}

/** What every room finds, and what rooms ask of others that stand below them. */
export interface EntornoDeLaOficina extends Entorno, EntornoSello, EntornoDeObligaciones {
  identidad: RegistroIdentidad;
  llaves: Llaves;
  /** What the office knows of debts and duties before a procedure of the RUT is decided. */
  verificador: Verificador;
  openapi: () => DocumentoOpenapi;
  /** The journeys of this office, each with its first address. */
  recorridos: () => readonly RecorridoMontado[];
  /** A statement on its own, of the application's role. */
  suelta: () => Transaccion;
  pools: { aplicacion: pg.Pool; propietario: pg.Pool };
}

/** @param casa the rooms, which are put together with this very value: empty until then. */
export async function abrirEntorno(o: OpcionesEntorno, casa: () => Casa): Promise<EntornoDeLaOficina> {
  const { config, registro } = o;
  const { urlPublica } = config;
  const reloj = o.reloj ?? relojDelSistema;
  const claves = clavesDe(o.claveMaestra);
  const pools = abrirPools(o);
  const enTransaccion = transacciones(pools.aplicacion, reloj, casa);
  const comoPropietario = transacciones(pools.propietario, reloj, casa);
  const objetos = config.s3 && almacenS3(config.s3);
  const directorioPublico = join(config.directorioDatos, 'publico');
  const autoridad = await comoPropietario({ tipo: 'sistema', trabajo: 'arranque' }, async (trx) => {
    const { urlEstampado } = config;
    const suya = await abrirAutoridad(trx, { claves, reloj, registro, urlEstampado, directorioPublico });
    // What an offline verifier needs is there from the first second, and not when its first job comes.
    await publicarLista(trx, suya, directorioPublico);
    return suya;
  });
  return {
    config,
    urlPublica,
    demostracion: config.demo,
    conBuzon: config.demo && !config.smtp,
    claves,
    codigos: codigosDeUnUso(claves),
    reloj,
    registro,
    enTransaccion,
    comoPropietario,
    suelta: sentenciaSuelta(pools.aplicacion, reloj),
    pools,
    archivos: archivos(objetos),
    objetos,
    antivirus: config.clamd ? clamd(config.clamd) : sinAntivirus,
    aparte: abrirAparte(),
    contingencia: new Contingencia({
      carpeta: new CarpetaDeIntentos({ directorio: join(config.directorioDatos, 'intentos'), reloj }),
      claves,
      reloj,
      registro,
      firmar: (texto, instante) => firmarConstancia(texto, autoridad.material, instante),
    }),
    directorioPublico,
    autoridad,
    llaves: llavesDeAcceso({ urlPublica }),
    // Each room below fills the port that one above declares.
    estadoHoy: estadoPublico,
    identidad: config.identidad
      ? registroPorHttp(config.identidad.url, config.identidad.token)
      : registroLocal(enTransaccion),
    banco: bancoDe({ config, claves, comoPropietario, urlPublica }),
    verificador: async (trx, titular, que) =>
      que === 'deudas' ? deudasExigibles(trx, titular) : 'no-verificado',
    listaDeRevocados: (trx) => listaAlDia(trx, autoridad),
    openapi: () => documentoOpenapi(casa().rutas, { urlPublica, version: VERSION }),
    recorridos: () => recorridosDe(casa().rutas),
  };
}

function abrirPools({ config, urls, registro }: OpcionesEntorno): EntornoDeLaOficina['pools'] {
  const aplicacion = abrirPool({
    url: urls.urlAplicacion,
    maximo: config.conexiones,
    rol: ROL_APLICACION,
    nombre: 'autogestion',
  });
  const propietario = abrirPool({
    url: urls.urlPropietario,
    maximo: Math.max(4, config.trabajadores + 4),
    nombre: 'autogestion-trabajos',
  });
  for (const pool of [aplicacion, propietario]) {
    pool.on('error', (err) => registro.error({ err }, 'conexion perdida con la base de datos'));
  }
  return { aplicacion, propietario };
}
