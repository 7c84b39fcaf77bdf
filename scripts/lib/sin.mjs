import {
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { spawn } from 'node:child_process';

const PORTAL = 'packages/portal';

/** Where the line of each capability stands: what it is called there is imported from its folder. */
const LISTAS = [
  { carpeta: 'src', lista: 'src/app.ts' },
  { carpeta: 'src/tramites-rut', lista: 'src/tramites-rut/procedimientos.ts' },
];

/**
 * Capabilities that no other imports: each is a folder and a line, and the house stands without it.
 *
 * @param {string} raiz
 * @returns {string[]} folders under packages/portal/src: `inicio`, `tramites-rut/cese-iva`
 */
export function prescindibles(raiz) {
  return LISTAS.flatMap(({ carpeta, lista }) => {
    const texto = readFileSync(join(raiz, PORTAL, lista), 'utf8');
    const carpetas = [...texto.matchAll(/from '\.\/([a-z-]+)\/index\.ts'/g)].map((m) => m[1]);
    return carpetas
      .filter((c) => importadores(raiz, `${carpeta}/${c}`, lista).length === 0 && lineaDe(texto, c))
      .map((c) => `${carpeta}/${c}`.replace(/^src\//, ''));
  });
}

/** The import of a folder in its list, when all that it brings stands in the list and nowhere else. */
function lineaDe(texto, carpeta) {
  const importa = new RegExp(`^import \\{ (\\w+) \\} from '\\./${carpeta}/index\\.ts';\\n`, 'm').exec(texto);
  if (!importa) return undefined;
  const usos = texto.replace(/ from '[^']*'/g, '').match(new RegExp(`\\b${importa[1]}\\b`, 'g')) ?? [];
  return usos.length === 2 ? { importa: importa[0], nombre: importa[1] } : undefined;
}

function importadores(raiz, carpeta, lista) {
  const src = join(raiz, PORTAL, 'src');
  const propia = join(raiz, PORTAL, carpeta);
  return fuentes(src).filter((archivo) => {
    if (archivo.startsWith(`${propia}/`) || archivo === join(raiz, PORTAL, lista)) return false;
    return [...readFileSync(archivo, 'utf8').matchAll(/from '(\.{1,2}\/[^']+)'/g)].some((m) =>
      join(archivo, '..', m[1]).startsWith(`${propia}/`),
    );
  });
}

function fuentes(carpeta) {
  return readdirSync(carpeta, { recursive: true })
    .map((f) => join(carpeta, f))
    .filter((f) => /\.tsx?$/.test(f) && !/\.test\.tsx?$/.test(f));
}

/**
 * Takes a capability out of a copy of the house (its folder and its line) and asks whether the rest still stands: types,
 * the build of the server, and the definitions of the journeys that are left.
 *
 * @returns {Promise<string[]>} what does not stand, with what was said
 */
export async function sinCapacidad(raiz, capacidad) {
  const copia = mkdtempSync(join(tmpdir(), 'autogestion-sin-'));
  try {
    for (const f of ['package.json', 'tsconfig.base.json']) cpSync(join(raiz, f), join(copia, f));
    symlinkSync(join(raiz, 'node_modules'), join(copia, 'node_modules'));
    const esFuente = (f) => !/\.test\.tsx?$|\/(pruebas|dist)(\/|$)/.test(f);
    for (const p of ['normas', 'documentos', 'portal'])
      cpSync(join(raiz, 'packages', p), join(copia, 'packages', p), { recursive: true, filter: esFuente });
    quitar(join(copia, PORTAL), capacidad);
    const portal = join(copia, PORTAL);
    writeFileSync(
      join(portal, 'tsconfig.json'),
      JSON.stringify({
        extends: '../../tsconfig.base.json',
        compilerOptions: { types: ['node', 'vite/client'], noEmit: true },
        include: ['src', '*.config.ts'],
        exclude: ['src/**/islas/**/*'],
      }),
    );
    const pasos = [
      ['tipos', ['node_modules/typescript/bin/tsc', '-p', PORTAL, '--pretty', 'false'], copia],
      [
        'construcción',
        [
          join(raiz, 'node_modules/vite/bin/vite.js'),
          'build',
          '--config',
          'vite.servidor.config.ts',
          '--logLevel',
          'error',
        ],
        portal,
      ],
      ['recorridos', ['--import', 'tsx', '--input-type=module', '--eval', RECORRIDOS], portal],
    ];
    const faltas = [];
    for (const [que, argumentos, donde] of pasos) {
      const { codigo, salida } = await node(argumentos, donde);
      if (codigo !== 0) faltas.push(`${que}: ${salida.trim().split('\n').slice(0, 20).join('\n')}`);
    }
    return faltas;
  } finally {
    rmSync(copia, { recursive: true, force: true });
  }
}

/** Loads all that is mounted, and defines each journey that is left. */
const RECORRIDOS = `
  await import('./src/app.ts');
  const { existsSync } = await import('node:fs');
  if (existsSync('./src/tramites-rut')) {
    const { PROCEDIMIENTOS } = await import('./src/tramites-rut/procedimientos.ts');
    const { relojDelSistema } = await import('./src/plataforma/index.ts');
    for (const p of PROCEDIMIENTOS)
      p.conRecorrido(relojDelSistema, ({ recorrido }) => {
        if (recorrido.pasos.length < 2) throw new Error(p.id);
      });
  }
`;

function quitar(portal, capacidad) {
  const { lista } = LISTAS.find(
    ({ carpeta }) =>
      `src/${capacidad}`.startsWith(`${carpeta}/`) && capacidad.includes('/') === (carpeta !== 'src'),
  );
  const archivo = join(portal, lista);
  const texto = readFileSync(archivo, 'utf8');
  const linea = lineaDe(texto, capacidad.split('/').at(-1));
  if (!linea) throw new Error(`${capacidad} no es una carpeta y una línea de ${lista}`);
  const sinImporte = texto.replace(linea.importa, '');
  const sinLinea = sinImporte
    .replace(new RegExp(`^ *${linea.nombre},\\n`, 'm'), '')
    .replace(new RegExp(`(?<=[[,] ?)\\b${linea.nombre}\\b,? ?`), '');
  writeFileSync(archivo, sinLinea);
  rmSync(join(portal, 'src', capacidad), { recursive: true });
  if (!capacidad.includes('/')) {
    const salas = join(portal, 'salas.json');
    const quedan = JSON.parse(readFileSync(salas, 'utf8')).filter((s) => s !== capacidad);
    writeFileSync(salas, JSON.stringify(quedan));
  }
  if (existsSync(join(portal, 'src', capacidad))) throw new Error(`${capacidad} sigue ahí`);
}

function node(argumentos, cwd) {
  return new Promise((listo, falla) => {
    const hijo = spawn(process.execPath, argumentos, { cwd, env: { ...process.env, NODE_ENV: 'test' } });
    let salida = '';
    hijo.stdout.on('data', (t) => (salida += t));
    hijo.stderr.on('data', (t) => (salida += t));
    hijo.on('error', falla);
    hijo.on('close', (codigo) => listo({ codigo, salida }));
  });
}
