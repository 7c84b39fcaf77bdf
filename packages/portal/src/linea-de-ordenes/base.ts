import { buscarEmbebida } from '../plataforma/base-de-datos/embebida/index.ts';
import {
  abrirPool,
  cerrarPool,
  claveMaestra,
  crearRegistro,
  leerConfig,
  migrar,
  relojDelSistema,
  transacciones,
  type EnTransaccion,
} from '../plataforma/index.ts';
import { crearOficina } from '../app.ts';
import { abrirBase } from '../base-de-la-instalacion.ts';

type Entorno = Record<string, string | undefined>;

/** Attaches to the database that is running, or opens it for as long as the work takes; migrated in either case. */
export async function conLaBase(
  entorno: Entorno,
  obra: (enTransaccion: EnTransaccion) => Promise<number>,
): Promise<number> {
  const config = leerConfig(entorno);
  const corriendo = config.baseDeDatos
    ? undefined
    : await buscarEmbebida({ directorio: config.directorioDatos });
  if (corriendo) await migrar(corriendo.urlPropietario, corriendo.urlAplicacion);
  const base = corriendo ? { ...corriendo, cerrar: async () => undefined } : await abrirBase(config, decir);
  const pool = abrirPool({ url: base.urlPropietario, maximo: 2, nombre: 'autogestion-orden' });
  try {
    return await obra(transacciones(pool, relojDelSistema));
  } finally {
    await cerrarPool(pool);
    await base.cerrar();
  }
}

/** Jobs without pages, until a signal. Attaches to the database of the portal that is running, if there is one. */
export async function trabajar(entorno: Entorno): Promise<void> {
  const config = leerConfig(entorno);
  const corriendo = config.baseDeDatos
    ? undefined
    : await buscarEmbebida({ directorio: config.directorioDatos });
  const base = corriendo ? { ...corriendo, cerrar: async () => undefined } : await abrirBase(config, decir);
  const oficina = await crearOficina({
    config,
    urls: base,
    claveMaestra: await claveMaestra(config.claveMaestra, config.directorioDatos),
    registro: crearRegistro(config.nivelRegistro),
  });
  await oficina.iniciarTrabajos(Math.max(1, config.trabajadores));
  decir('Trabajando. Ctrl-C termina lo que está en curso y cierra.');
  await new Promise<void>((listo) => {
    process.once('SIGINT', listo);
    process.once('SIGTERM', listo);
  });
  await oficina.cerrar();
  await base.cerrar();
}

const decir = (linea: string): void => {
  process.stderr.write(`${linea}\n`);
};
