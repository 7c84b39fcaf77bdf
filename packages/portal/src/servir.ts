import { crearOficina, type Oficina } from './app.ts';
import { abrirBase } from './base-de-la-instalacion.ts';
import {
  claveMaestra,
  crearRegistro,
  ErrorConfiguracion,
  leerConfig,
  type Config,
} from './plataforma/index.ts';
import { resumenDemostracion, sembrarDemostracion } from './operacion/index.ts';

/** Configuration → database → office → listen. Resolves once it serves; signals close it in order. */
export async function servir(entorno: Record<string, string | undefined>): Promise<void> {
  const config = leerConfig(entorno);
  const registro = crearRegistro(config.nivelRegistro);
  const informar = (linea: string) => console.log(linea);
  const base = await abrirBase(config, informar, sinBase);
  let oficina: Oficina | undefined;
  const cerrar = async () => {
    await oficina?.cerrar();
    await base.cerrar();
  };
  try {
    const maestra = await claveMaestra(config.claveMaestra, config.directorioDatos);
    oficina = await crearOficina({ config, urls: base, claveMaestra: maestra, registro });
    const sembrada = config.demo && (await sembrarDemostracion(oficina.comoPropietario, config.urlPublica));
    if (sembrada) informar(`Demostración sembrada: ${sembrada} contribuyentes ficticios`);
    await escuchar(oficina, config);
    oficina.aparte.preparar();
    oficina.iniciarContingencia();
    // The embedded database belongs to one portal: what is still held there was held by one that was killed.
    const deMuertos = config.baseDeDatos === undefined;
    if (config.trabajadores > 0) await oficina.iniciarTrabajos(config.trabajadores, { deMuertos });
  } catch (error) {
    await cerrar().catch(() => undefined);
    throw error;
  }
  alTerminar(cerrar);
  informar(`\nAutogestión está lista en ${config.urlPublica}\n`);
  if (config.demo) informar(resumenDemostracion(config.urlPublica));
}

/** Whoever supervises the process starts it again: without a database there is nothing that it can do. */
function sinBase(error: unknown): void {
  explicar(error);
  process.exit(1);
}

async function escuchar(oficina: Oficina, config: Config): Promise<void> {
  try {
    await oficina.servidor.listen({ port: config.puerto, host: config.host });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code !== 'EADDRINUSE') throw error;
    throw new ErrorConfiguracion([
      `PORT: el puerto ${config.puerto} está ocupado por otro programa. Ciérrelo, o use otro: PORT=3001 npm start`,
    ]);
  }
}

/** SIGINT and SIGTERM finish what is being done; a second signal, or 20 seconds, stops waiting. */
function alTerminar(cerrar: () => Promise<void>): void {
  let cerrando = false;
  const terminar = () => {
    if (cerrando) process.exit(1);
    cerrando = true;
    setTimeout(() => process.exit(1), 20_000).unref();
    cerrar().then(
      () => process.exit(0),
      (error: unknown) => {
        explicar(error);
        process.exit(1);
      },
    );
  };
  process.on('SIGINT', terminar);
  process.on('SIGTERM', terminar);
}

/** An expected fault says what to do; anything else shows where it happened. */
export function explicar(error: unknown): void {
  const { message, remedio } = error as { message?: string; remedio?: string };
  if (error instanceof ErrorConfiguracion) console.error(message);
  else if (typeof remedio === 'string') console.error(`${message}\n${remedio}`);
  else console.error(error);
}
