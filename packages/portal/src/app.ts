import type { Aparte } from '@autogestion/documentos';
import type { FastifyInstance } from 'fastify';
import {
  abrirCasa,
  crearServidor,
  espacioLibre,
  leerSesion,
  medirEspacio,
  medirEsperas,
  medirSalas,
  puede,
  salaPlataforma,
  type Casa,
  type EnTransaccion,
  type OpcionesServidor,
  type Ruta,
  type Sala,
  type Trabajo,
} from './plataforma/index.ts';
import {
  cargarRecursos,
  directorioDeRecursos,
  PaginaError,
  renderizarPagina,
  salaInterfaz,
} from './interfaz/index.ts';
import { salaSello } from './sello/index.ts';
import { salaRut } from './rut/index.ts';
import { salaContingencia, traerIntentos } from './contingencia/index.ts';
import { porQueYaNoActua, presentarAQuienEntro, salaCuentas, tieneRol, tituloPara } from './cuentas/index.ts';
import { salaVencimientos } from './vencimientos/index.ts';
import { salaFirma } from './firma/index.ts';
import { salaTramites } from './tramites/index.ts';
import { salaTramitesRut } from './tramites-rut/index.ts';
import { salaObligaciones } from './obligaciones/index.ts';
import { salaFacturas } from './facturas/index.ts';
import { salaTerceros } from './terceros/index.ts';
import { salaDeclaraciones } from './declaraciones/index.ts';
import { salaInicio } from './inicio/index.ts';
import { salaOperacion } from './operacion/index.ts';
import { cicloDeVida, type CicloDeVida } from './ciclo-de-vida.ts';
import { abrirEntorno, type EntornoDeLaOficina, type OpcionesEntorno } from './entorno.ts';

/** In the order of salas.json. */
export const SALAS: readonly Sala<EntornoDeLaOficina>[] = [
  salaPlataforma,
  salaInterfaz,
  salaSello,
  salaRut,
  salaContingencia,
  salaCuentas,
  salaVencimientos,
  salaFirma,
  salaTramites,
  salaTramitesRut,
  salaObligaciones,
  salaFacturas,
  salaTerceros,
  salaDeclaraciones,
  salaInicio,
  salaOperacion,
];

/** Routes to which pages lead already, of rooms that are still to come. */
export const RUTAS_PLANEADAS = ['citas.pedir'];

/** The office, put together: it serves and works until it is closed. */
export interface Oficina extends CicloDeVida {
  servidor: FastifyInstance;
  casa: Casa;
  rutas: readonly Ruta[];
  /** Transactions of the application's role. */
  enTransaccion: EnTransaccion;
  /** Transactions of the owner's role, which row-level security lets through. */
  comoPropietario: EnTransaccion;
  trabajos: readonly Trabajo[];
  /** Where strangers' files are read. */
  aparte: Aparte;
}

export interface OpcionesOficina extends OpcionesEntorno {
  /** Rooms besides the office's own: those of a test. */
  otrasSalas?: readonly Sala<EntornoDeLaOficina>[];
  /** The policy's doors, to be opened by a test that asks whether the database holds alone. */
  puertas?: Partial<Pick<OpcionesServidor, 'titular' | 'tieneRol' | 'politica'>>;
}

/** Puts the rooms together. @throws Error that says which room lacks what, or which two give one name. */
export async function crearOficina(o: OpcionesOficina): Promise<Oficina> {
  let casa = abrirCasa([]);
  const entorno = await abrirEntorno(o, () => casa);
  const salas = [...SALAS, ...(o.otrasSalas ?? [])];
  casa = abrirCasa(
    salas.map((sala) => sala(entorno)),
    RUTAS_PLANEADAS,
  );
  const { config, registro, comoPropietario, enTransaccion, pools } = entorno;
  medirEsperas(comoPropietario);
  medirSalas(casa.medidas, comoPropietario);
  medirEspacio(() => espacioLibre(config.directorioDatos));
  if (!cargarRecursos()) registro.warn('sin estilos ni scripts: falta construir el portal (npm run build)');
  if (config.urlPublica.startsWith('https:') && config.proxyDeConfianza === false)
    registro.warn(
      'PUBLIC_URL es https y falta TRUST_PROXY: con un proxy delante, todas las personas parecen venir de una sola direccion',
    );
  const servidor = await crearServidor({
    ...entorno,
    casa,
    rutas: casa.rutas,
    proxyDeConfianza: config.proxyDeConfianza,
    demoraMaximaMs: config.demoraMaximaMs,
    sesionDe: (token, prueba) => leerSesion(entorno.suelta(), token, prueba),
    yaNoActua: porQueYaNoActua,
    quienEntro: presentarAQuienEntro,
    titular: tituloPara,
    tieneRol,
    politica: puede,
    ...o.puertas,
    caminoEntrar: '/entrar',
    caminoMesa: '/mesa/entrar',
    caminoConfirmar: '/confirmar',
    recursos: directorioDeRecursos(),
    paginaError: (e) => renderizarPagina(PaginaError(e)),
  });
  servidor.addHook('onClose', () => entorno.contingencia.carpeta.cerrar());
  const { rutas, trabajos } = casa;
  const traido = new Map<string, number>();
  return {
    servidor,
    casa,
    rutas,
    trabajos,
    enTransaccion,
    comoPropietario,
    aparte: entorno.aparte,
    ...cicloDeVida({
      servidor,
      trabajos,
      comoPropietario,
      registro,
      pools: [pools.aplicacion, pools.propietario],
      poolTrabajos: pools.propietario,
      aparte: entorno.aparte,
      traerIntentos: () => traerIntentos(entorno, traido),
    }),
  };
}
