import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import ts from 'typescript';

const CARPETAS = ['packages', 'e2e', 'bench', 'scripts'];
const FUERA = new Set(['node_modules', 'dist', '.data', '.tmp']);
const MODULO = /\.(tsx?|m?js)$/;
/** Their default export is read by a program that is not ours: eslint, vite, vitest. */
const POR_OTROS = /\.config\.[jt]s$|^packages\/portal\/pruebas\/base\/arranque\.ts$/;

/**
 * The exported names that no other file imports, as `{ archivo, linea, nombre }`. A test counts as a use; handing a name
 * on from an index does not, unless somebody takes it there. What a package that is published exports by its
 * package.json is for its readers, who are not here.
 *
 * Files are only parsed: some two seconds for 1.100 of them.
 */
export function exportesSinUso(raiz) {
  const modulos = new Map(archivosDe(raiz).map((archivo) => [archivo, leer(archivo)]));
  const paquetes = paquetesDe(raiz);
  const usados = new Set();

  for (const [archivo, { importados }] of modulos)
    for (const { desde, nombre } of importados) usar(destino(desde, archivo), nombre, new Set());
  for (const { publicado, puertas } of paquetes.values())
    if (publicado)
      for (const puerta of puertas())
        for (const nombre of nombresDe(puerta, new Set())) usar(puerta, nombre, new Set());

  return [...modulos].flatMap(([archivo, { exportados, todos }]) => [
    ...exportados
      .filter(({ nombre }) => !usados.has(`${archivo}#${nombre}`))
      .filter(({ nombre }) => !(nombre === 'default' && POR_OTROS.test(relative(raiz, archivo))))
      .map(({ nombre, linea }) => ({ archivo: relative(raiz, archivo), linea, nombre })),
    ...todos
      .filter(({ desde }) => !usados.has(`${archivo}#*${desde}`))
      .map(({ desde, linea }) => ({ archivo: relative(raiz, archivo), linea, nombre: `* from '${desde}'` })),
  ]);

  /** Marks the name where it is imported, where it is declared and wherever it is handed on between. */
  function usar(archivo, nombre, vistos) {
    const modulo = modulos.get(archivo);
    if (modulo === undefined || vistos.has(`${archivo}#${nombre}`)) return false;
    vistos.add(`${archivo}#${nombre}`);
    if (nombre === '*') {
      for (const cada of nombresDe(archivo, new Set())) usar(archivo, cada, vistos);
      return true;
    }
    const propios = modulo.exportados.filter((e) => e.nombre === nombre);
    if (propios.length > 0) {
      usados.add(`${archivo}#${nombre}`);
      for (const { desde, original } of propios)
        if (desde !== undefined) usar(destino(desde, archivo), original, vistos);
      return true;
    }
    for (const { desde } of modulo.todos)
      if (usar(destino(desde, archivo), nombre, vistos)) {
        usados.add(`${archivo}#*${desde}`);
        return true;
      }
    return false;
  }

  function nombresDe(archivo, vistos) {
    const modulo = modulos.get(archivo);
    if (modulo === undefined || vistos.has(archivo)) return [];
    vistos.add(archivo);
    return [
      ...modulo.exportados.map(({ nombre }) => nombre),
      ...modulo.todos.flatMap(({ desde }) => nombresDe(destino(desde, archivo), vistos)),
    ];
  }

  function destino(desde, archivo) {
    if (desde.startsWith('.')) return resolve(dirname(archivo), desde);
    const [nombre] = desde.match(/^@autogestion\/[^/]+/) ?? [];
    return paquetes.get(nombre)?.modulo(`.${desde.slice(nombre.length)}`);
  }
}

function archivosDe(raiz) {
  const recorrer = (carpeta) =>
    readdirSync(carpeta, { withFileTypes: true }).flatMap((entrada) => {
      const ruta = join(carpeta, entrada.name);
      if (entrada.isDirectory()) return FUERA.has(entrada.name) ? [] : recorrer(ruta);
      return MODULO.test(entrada.name) ? [ruta] : [];
    });
  const sueltos = readdirSync(raiz).filter((nombre) => MODULO.test(nombre));
  return [
    ...sueltos.map((nombre) => join(raiz, nombre)),
    ...CARPETAS.map((carpeta) => join(raiz, carpeta))
      .filter(existsSync)
      .flatMap(recorrer),
  ];
}

/** Each package by its name: which module an address of its `exports` leads to, and all of them. */
function paquetesDe(raiz) {
  const carpeta = join(raiz, 'packages');
  if (!existsSync(carpeta)) return new Map();
  return new Map(
    readdirSync(carpeta)
      .filter((nombre) => existsSync(join(carpeta, nombre, 'package.json')))
      .map((nombre) => {
        const base = join(carpeta, nombre);
        const manifiesto = JSON.parse(readFileSync(join(base, 'package.json'), 'utf8'));
        const exports = Object.entries(manifiesto.exports ?? {});
        const modulo = (direccion) => {
          for (const [patron, ruta] of exports) {
            const [antes, despues] = patron.split('*');
            if (despues === undefined ? patron === direccion : direccion.startsWith(antes)) {
              const archivo = join(base, ruta.replace('*', direccion.slice(antes.length)));
              if (existsSync(archivo)) return archivo;
            }
          }
        };
        const puertas = () =>
          exports.flatMap(([patron, ruta]) => {
            if (!patron.includes('*')) return [join(base, ruta)];
            const [antes, despues] = ruta.split('*');
            return readdirSync(join(base, antes))
              .map((cual) => join(base, antes + cual + despues))
              .filter((archivo) => existsSync(archivo) && statSync(archivo).isFile());
          });
        return [manifiesto.name, { publicado: manifiesto.private !== true, modulo, puertas }];
      }),
  );
}

/** What a module gives, hands on whole (`export *`) and takes. */
function leer(archivo) {
  const texto = readFileSync(archivo, 'utf8');
  const fuente = ts.createSourceFile(archivo, texto, ts.ScriptTarget.Latest, true);
  const exportados = [];
  const todos = [];
  const importados = [];
  const lineaDe = (nodo) => fuente.getLineAndCharacterOfPosition(nodo.getStart(fuente)).line + 1;
  const dar = (nodo, nombre, resto) => exportados.push({ nombre, linea: lineaDe(nodo), ...resto });
  const nombres = (patron) =>
    ts.isIdentifier(patron)
      ? [patron.text]
      : patron.elements.flatMap((e) => (ts.isOmittedExpression(e) ? [] : nombres(e.name)));

  for (const s of fuente.statements) {
    if (ts.isImportDeclaration(s)) {
      const desde = s.moduleSpecifier.text;
      const { name, namedBindings } = s.importClause ?? {};
      if (name) importados.push({ desde, nombre: 'default' });
      if (namedBindings && ts.isNamespaceImport(namedBindings)) importados.push({ desde, nombre: '*' });
      else
        for (const e of namedBindings?.elements ?? [])
          importados.push({ desde, nombre: (e.propertyName ?? e.name).text });
    } else if (ts.isExportDeclaration(s)) {
      const desde = s.moduleSpecifier?.text;
      if (!s.exportClause) todos.push({ desde, linea: lineaDe(s) });
      else if (ts.isNamespaceExport(s.exportClause))
        dar(s, s.exportClause.name.text, { desde, original: '*' });
      else
        for (const e of s.exportClause.elements)
          dar(e, e.name.text, { desde, original: (e.propertyName ?? e.name).text });
    } else if (ts.isExportAssignment(s)) dar(s, 'default');
    else if (s.modifiers?.some((m) => m.kind === ts.SyntaxKind.ExportKeyword)) {
      if (s.modifiers.some((m) => m.kind === ts.SyntaxKind.DefaultKeyword)) dar(s, 'default');
      else if (ts.isVariableStatement(s))
        for (const d of s.declarationList.declarations) for (const nombre of nombres(d.name)) dar(d, nombre);
      else dar(s, s.name.text);
    }
  }
  // `import('./x.ts')` takes the whole module; `import('./x.ts').Name`, as a type, that name.
  if (texto.includes('import('))
    (function buscar(nodo) {
      if (ts.isCallExpression(nodo) && nodo.expression.kind === ts.SyntaxKind.ImportKeyword) {
        const [desde] = nodo.arguments;
        if (desde && ts.isStringLiteralLike(desde)) importados.push({ desde: desde.text, nombre: '*' });
      } else if (ts.isImportTypeNode(nodo)) {
        const nombre = nodo.qualifier ? nodo.qualifier.getText(fuente).split('.')[0] : '*';
        importados.push({ desde: nodo.argument.literal.text, nombre });
      }
      ts.forEachChild(nodo, buscar);
    })(fuente);
  return { exportados, todos, importados };
}
