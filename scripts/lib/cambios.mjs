import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';

/** Puts every room together: what it imports is the whole house, and whoever opens an office would depend on all. */
const COMPOSICION = 'packages/portal/src/app.ts';
const CODIGO = /\.(?:[cm]?[jt]s|tsx)$/;
const PRUEBA = /\.test\.(?:tsx?|mjs)$/;

/** Files that differ from where this branch left `main`, committed or not; those that were removed are left out. */
export function archivosCambiados(raiz) {
  const git = (...argumentos) =>
    execFileSync('git', argumentos, { cwd: raiz, encoding: 'utf8' }).split('\n').filter(Boolean);
  const [base] = git('merge-base', 'main', 'HEAD');
  return [
    ...new Set([...git('diff', '--name-only', base), ...git('ls-files', '--others', '--exclude-standard')]),
  ].filter((a) => existsSync(join(raiz, a)));
}

/**
 * Tests that a change can break: those that import something of what differs, by whatever way but the one that puts the
 * house together, and the nearest ones to it. Through a door (`index.ts`) only the names that are asked for come.
 *
 * @param {string} raiz of the repository
 * @param {readonly string[]} cambiados paths from it
 * @returns {string[]} paths of test files
 */
export function pruebasDe(raiz, cambiados) {
  const modulos = leerModulos(raiz);
  const importadores = new Map();
  for (const [archivo, { importa }] of modulos)
    for (const { de, nombres } of importa)
      for (const origen of origenes(modulos, de, nombres)) {
        if (!importadores.has(origen)) importadores.set(origen, new Set());
        importadores.get(origen).add(archivo);
      }
  const alcanzados = new Set(cambiados);
  const pendientes = [...alcanzados];
  for (let archivo = pendientes.pop(); archivo !== undefined; archivo = pendientes.pop()) {
    if (archivo === COMPOSICION) continue;
    for (const otro of importadores.get(archivo) ?? [])
      if (!alcanzados.has(otro)) {
        alcanzados.add(otro);
        pendientes.push(otro);
      }
  }
  const pruebas = [...modulos.keys()].filter((a) => PRUEBA.test(a));
  const carpetas = new Set(pruebas.map((a) => dirname(a)));
  const alLado = new Set(cambiados.flatMap((a) => cercana(a, carpetas) ?? []));
  return pruebas.filter((a) => alcanzados.has(a) || alLado.has(dirname(a))).toSorted();
}

/** The nearest folder that holds tests, from that file up. */
function cercana(archivo, carpetas) {
  if (!CODIGO.test(archivo) || PRUEBA.test(archivo)) return undefined;
  for (let carpeta = dirname(archivo); carpeta !== '.'; carpeta = dirname(carpeta))
    if (carpetas.has(carpeta)) return carpeta;
  return undefined;
}

/** Where those names of a module are declared: behind a door, the file that it takes each from. */
function origenes(modulos, modulo, nombres, vistos = new Set()) {
  const puerta = modulos.get(modulo)?.reexporta ?? [];
  if (vistos.has(modulo) || puerta.length === 0 || nombres === undefined) return [modulo];
  vistos.add(modulo);
  return nombres.flatMap((nombre) => {
    const propio = puerta.find((r) => r.nombres?.includes(nombre));
    if (propio) return origenes(modulos, propio.de, [nombre], vistos);
    const todas = puerta.filter((r) => r.nombres === undefined);
    const dueno = todas.find((r) => ofrece(modulos, r.de, nombre));
    return dueno ? origenes(modulos, dueno.de, [nombre], new Set(vistos)) : [modulo];
  });
}

function ofrece(modulos, modulo, nombre, vistos = new Set()) {
  const m = modulos.get(modulo);
  if (!m || vistos.has(modulo)) return false;
  vistos.add(modulo);
  return (
    m.declara.has(nombre) ||
    m.reexporta.some((r) => (r.nombres ? r.nombres.includes(nombre) : ofrece(modulos, r.de, nombre, vistos)))
  );
}

const SENTENCIA = /(import|export)\s+(type\s+)?(?:([^'";]*?)\s+from\s+)?['"]([^'"]+)['"]/g;
const DINAMICA = /import\(\s*['"]([^'"]+)['"]\s*\)/g;
const DECLARA = /export\s+(?:declare\s+)?(?:async\s+)?(?:const|let|function\*?|class|enum)\s+([\w$]+)/g;

function leerModulos(raiz) {
  const modulos = new Map();
  for (const archivo of codigoDe(raiz)) {
    const texto = readFileSync(join(raiz, archivo), 'utf8');
    const m = { importa: [], reexporta: [], declara: new Set() };
    for (const [, que, soloTipo, lista = '', modulo] of texto.matchAll(SENTENCIA)) {
      const de = resolver(raiz, archivo, modulo);
      // The compiler looks at types.
      if (!de || soloTipo) continue;
      const nombres = nombresDe(lista);
      (que === 'import' ? m.importa : m.reexporta).push({ de, nombres });
      if (que === 'export' && nombres === undefined) continue;
      if (que === 'export') m.importa.push({ de, nombres });
    }
    for (const [, modulo] of texto.matchAll(DINAMICA)) {
      const de = resolver(raiz, archivo, modulo);
      if (de) m.importa.push({ de });
    }
    for (const [, nombre] of texto.matchAll(DECLARA)) m.declara.add(nombre);
    modulos.set(archivo, m);
  }
  return modulos;
}

/** The names in braces, as the other side calls them; undefined for all of them. */
function nombresDe(lista) {
  const llaves = /\{([\s\S]*)\}/.exec(lista)?.[1];
  if (llaves === undefined) return undefined;
  return llaves
    .split(',')
    .map((n) => n.trim())
    .filter((n) => n !== '' && !n.startsWith('type '))
    .map((n) => n.split(/\s+as\s+/)[0]);
}

function resolver(raiz, archivo, modulo) {
  if (modulo.startsWith('.')) return relative(raiz, resolve(raiz, dirname(archivo), modulo));
  const [, paquete, resto] = /^@autogestion\/(\w+)(?:\/(.*))?$/.exec(modulo) ?? [];
  if (!paquete) return undefined;
  const base = `packages/${paquete}/src`;
  return [`${base}/${resto}/index.ts`, `${base}/${resto}.ts`, `${base}/index.ts`].find((c) =>
    existsSync(join(raiz, c)),
  );
}

const codigoDe = (raiz) =>
  ['packages', 'e2e', 'scripts', 'bench'].flatMap((carpeta) =>
    existsSync(join(raiz, carpeta))
      ? readdirSync(join(raiz, carpeta), { recursive: true, withFileTypes: true })
          .filter((e) => e.isFile() && CODIGO.test(e.name))
          .map((e) => relative(raiz, join(e.parentPath, e.name)))
          .filter((a) => !/(?:^|\/)(?:node_modules|dist)\//.test(a))
      : [],
  );
