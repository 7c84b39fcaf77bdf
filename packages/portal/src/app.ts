import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import type pg from 'pg';
import {
  abrirPool,
  almacenS3,
  archivos as crearArchivos,
  buzonLocal,
  cerrarPool,
  clamd,
  clavesDe,
  codigosDeUnUso,
  crearServidor,
  documentoOpenapi,
  iniciarTrabajadores,
  leerSesion,
  medirEsperas,
  puede,
  porSmtp,
  relojDelSistema,
  ROL_APLICACION,
  rutasSalud,
  sellarAuditoria,
  sentenciaSuelta,
  sinAntivirus,
  smsPorHttp,
  soltarTrabajos,
  suscribir,
  trabajoEnviarMensaje,
  trabajoLimpieza,
  trabajoLimpiezaDeObjetos,
  transacciones,
  type Config,
  type EnTransaccion,
  type Logger,
  type OpcionesServidor,
  type Reloj,
  type Ruta,
  type Trabajo,
} from './plataforma/index.ts';
import { cargarRecursos, directorioDeRecursos, PaginaError, renderizarPagina } from './interfaz/index.ts';
import { trabajoBorradoresVencidos } from './interfaz/recorrido/index.ts';
import { abrirAutoridad, registrarTipo, rutasVerificar, trabajosSello } from './sello/index.ts';
import {
  ENTREGAR_COPIA,
  estadoPublico,
  rutasRut,
  rutasVersiones,
  tipoCopia,
  trabajosRut,
} from './rut/index.ts';
import {
  autenticador,
  llavesDeAcceso,
  presentarAQuienEntro,
  registroLocal,
  registroPorHttp,
  rutasCuentas,
  tieneRol,
  tituloPara,
  trabajoLimpiezaDeCuentas,
} from './cuentas/index.ts';
import {
  listaAlDia,
  registrarActosPropios,
  rutasDeActos,
  rutasPropias,
  tipoActoFirmado,
  trabajosFirma,
} from './firma/index.ts';
import { rutasVencimientos } from './vencimientos/index.ts';
import {
  ENTREGAR_DOCUMENTO,
  registrarTipoDeCaso,
  rutasCasos,
  rutasMesaTramites,
  rutasSolicitud,
  rutasAdjuntos,
  tipoAcuse,
  tipoDecision,
  trabajosTramites,
} from './tramites/index.ts';
import {
  ENTREGAR_CONSTANCIA,
  rutasAsistidos,
  tipoConstancia,
  trabajosAsistidos,
  nadieVerifica,
  registrarTramitesVerificados,
  rutasActualizacion,
  rutasDeOficio,
  rutasInscripcion,
  rutasVerificadas,
  tipoActualizacion,
} from './tramites-rut/index.ts';
import { rutasInicio } from './inicio/index.ts';
import { rutasOperacion } from './operacion/index.ts';

export const VERSION = '0.1.0';

/** The office, put together: it serves and works until it is closed. */
export interface Oficina {
  servidor: FastifyInstance;
  rutas: readonly Ruta[];
  /** Transactions of the application's role. */
  enTransaccion: EnTransaccion;
  /** Transactions of the owner's role, which row-level security lets through. */
  comoPropietario: EnTransaccion;
  trabajos: readonly Trabajo[];
  /** @param deMuertos frees first what killed workers held: only where this process alone works on the database. */
  iniciarTrabajos(concurrencia: number, o?: { deMuertos: boolean }): Promise<void>;
  cerrar(): Promise<void>;
}

export interface OpcionesOficina {
  config: Config;
  urls: { urlAplicacion: string; urlPropietario: string };
  claveMaestra: Buffer;
  registro: Logger;
  reloj?: Reloj;
  /** The policy's doors, to be opened by a test that asks whether the database holds alone. */
  puertas?: Partial<Pick<OpcionesServidor, 'titular' | 'tieneRol' | 'politica'>>;
}

/** Mounts every capability and fills the ports that each declares. */
export async function crearOficina(o: OpcionesOficina): Promise<Oficina> {
  const { config, registro } = o;
  const reloj = o.reloj ?? relojDelSistema;
  const claves = clavesDe(o.claveMaestra);
  const poolApp = abrirPool({
    url: o.urls.urlAplicacion,
    maximo: config.conexiones,
    rol: ROL_APLICACION,
    nombre: 'autogestion',
  });
  const poolPropietario = abrirPool({
    url: o.urls.urlPropietario,
    maximo: Math.max(4, config.trabajadores + 4),
    nombre: 'autogestion-trabajos',
  });
  for (const pool of [poolApp, poolPropietario]) {
    pool.on('error', (err) => registro.error({ err }, 'conexion perdida con la base de datos'));
  }
  const enTransaccion = transacciones(poolApp, reloj);
  const suelta = sentenciaSuelta(poolApp, reloj);
  const comoPropietario = transacciones(poolPropietario, reloj);

  const codigos = codigosDeUnUso(claves);
  const directorioPublico = join(config.directorioDatos, 'publico');
  const objetos = config.s3 && almacenS3(config.s3);
  const almacen = crearArchivos(objetos);
  const autoridad = await comoPropietario({ tipo: 'sistema', trabajo: 'arranque' }, (trx) =>
    abrirAutoridad(trx, {
      claves,
      reloj,
      registro,
      urlEstampado: config.urlEstampado,
      directorioPublico,
    }),
  );
  const identidad = config.identidad
    ? registroPorHttp(config.identidad.url, config.identidad.token)
    : registroLocal(enTransaccion);

  registrarTipo(tipoCopia(config.urlPublica));
  registrarTipo(tipoActoFirmado(config.urlPublica));
  registrarTipoDeCaso(tipoActualizacion);
  registrarTipo(tipoAcuse(config.urlPublica));
  registrarTipo(tipoDecision(config.urlPublica));
  registrarTipo(tipoConstancia(config.urlPublica));
  registrarActosPropios();
  registrarTramitesVerificados({ verificador: nadieVerifica });
  suscribir('sello.documento-sellado', ENTREGAR_COPIA);
  suscribir('sello.documento-sellado', ENTREGAR_CONSTANCIA);
  suscribir('sello.documento-sellado', ENTREGAR_DOCUMENTO);
  medirEsperas(comoPropietario);

  const llaves = llavesDeAcceso({ urlPublica: config.urlPublica });
  const comun = { codigos, enTransaccion };
  const conBuzon = config.demo && !config.smtp;
  const firma = {
    autoridad,
    claves,
    codigos,
    llaves,
    urlPublica: config.urlPublica,
    demostracion: config.demo,
  };
  const rutas: Ruta[] = [
    ...rutasSalud,
    ...rutasVerificar({
      autoridad,
      estadoHoy: estadoPublico,
      listaDeRevocados: (trx) => listaAlDia(trx, autoridad),
    }),
    ...rutasRut({ archivos: almacen, demostracion: config.demo }),
    ...rutasVersiones({ demostracion: config.demo }),
    ...rutasCuentas({
      ...comun,
      claves,
      llaves,
      autenticador: autenticador(claves),
      urlPublica: config.urlPublica,
      demostracion: conBuzon,
    }),
    ...rutasVencimientos,
    ...rutasPropias({ ...firma, registro: identidad }),
    ...rutasDeActos({ autoridad, archivos: almacen }),
    ...rutasSolicitud(firma),
    ...rutasCasos({ archivos: almacen }),
    ...rutasMesaTramites({ archivos: almacen, demostracion: config.demo, urlPublica: config.urlPublica }),
    ...rutasAdjuntos({
      archivos: almacen,
      antivirus: config.clamd ? clamd(config.clamd) : sinAntivirus,
    }),
    ...rutasInscripcion({
      ...comun,
      claves,
      reloj,
      registro: identidad,
      demostracion: config.demo,
      caminoEntrar: '/entrar',
    }),
    ...rutasAsistidos({
      codigos,
      claves,
      reloj,
      urlPublica: config.urlPublica,
      demostracion: config.demo,
    }),
    ...rutasVerificadas({ claves, reloj }),
    ...rutasDeOficio({ claves, reloj, demostracion: config.demo }),
    ...rutasActualizacion({ claves, reloj, demostracion: config.demo }),
    ...rutasInicio({
      reloj,
      demostracion: conBuzon,
      openapi: () => documentoOpenapi(rutas, { urlPublica: config.urlPublica, version: VERSION }),
    }),
    ...rutasOperacion({ conBuzon }),
  ];
  const trabajos: Trabajo[] = [
    trabajoLimpieza,
    ...(objetos ? [trabajoLimpiezaDeObjetos(objetos)] : []),
    trabajoLimpiezaDeCuentas,
    trabajoBorradoresVencidos,
    trabajoEnviarMensaje({
      correo: config.smtp ? porSmtp(config.smtp, config.remitente) : buzonLocal,
      sms: config.sms ? smsPorHttp(config.sms.url, config.sms.token) : buzonLocal,
      archivos: almacen,
    }),
    ...trabajosSello({ autoridad, archivos: almacen }),
    ...trabajosRut({ urlPublica: config.urlPublica }),
    ...trabajosAsistidos({ urlPublica: config.urlPublica }),
    ...trabajosFirma({ autoridad, directorioPublico, urlPublica: config.urlPublica }),
    ...trabajosTramites({ urlPublica: config.urlPublica }),
  ];

  if (!cargarRecursos()) registro.warn('sin estilos ni scripts: falta construir el portal (npm run build)');
  const servidor = await crearServidor({
    registro,
    rutas,
    claves,
    enTransaccion,
    urlPublica: config.urlPublica,
    proxyDeConfianza: config.proxyDeConfianza,
    demoraMaximaMs: config.demoraMaximaMs,
    caminoEntrar: '/entrar',
    reloj,
    sesionDe: (token, prueba) => leerSesion(suelta(), token, prueba),
    quienEntro: presentarAQuienEntro,
    titular: o.puertas?.titular ?? tituloPara,
    tieneRol: o.puertas?.tieneRol ?? tieneRol,
    politica: o.puertas?.politica ?? puede,
    caminoMesa: '/mesa/entrar',
    caminoConfirmar: '/confirmar',
    recursos: directorioDeRecursos(),
    paginaError: (e) => renderizarPagina(PaginaError(e)),
  });
  return {
    servidor,
    rutas,
    enTransaccion,
    comoPropietario,
    trabajos,
    ...cicloDeVida({
      servidor,
      trabajos,
      comoPropietario,
      registro,
      pools: [poolApp, poolPropietario],
      poolTrabajos: poolPropietario,
    }),
  };
}

interface Piezas {
  servidor: FastifyInstance;
  trabajos: readonly Trabajo[];
  comoPropietario: EnTransaccion;
  registro: Logger;
  pools: readonly pg.Pool[];
  poolTrabajos: pg.Pool;
}

/** Starting and stopping what runs besides the server: the workers and the sealer of the audit. */
function cicloDeVida(p: Piezas): Pick<Oficina, 'iniciarTrabajos' | 'cerrar'> {
  const detener: (() => Promise<void>)[] = [];
  return {
    async iniciarTrabajos(concurrencia, { deMuertos } = { deMuertos: false }) {
      if (deMuertos) await soltarTrabajos(p.comoPropietario);
      const corredor = await iniciarTrabajadores({
        pool: p.poolTrabajos,
        trabajos: p.trabajos,
        concurrencia,
        enTransaccion: p.comoPropietario,
        registro: p.registro,
      });
      detener.push(() => corredor.stop(), sellarCadaSegundo(p));
    },
    async cerrar() {
      // First no new requests, then no new jobs, and the connections when nobody uses them.
      await p.servidor.close();
      await Promise.all(detener.splice(0).map((parar) => parar()));
      await Promise.all(p.pools.map(cerrarPool));
    },
  };
}

function sellarCadaSegundo({ comoPropietario, registro }: Piezas): () => Promise<void> {
  let enCurso = Promise.resolve();
  const reloj = setInterval(() => {
    enCurso = enCurso.then(async () => {
      try {
        await comoPropietario({ tipo: 'sistema', trabajo: 'sellar-auditoria' }, sellarAuditoria);
      } catch (err) {
        registro.error({ err }, 'la auditoria no se pudo sellar');
      }
    });
  }, 1_000);
  return async () => {
    clearInterval(reloj);
    await enCurso;
  };
}
