const { existsSync, readdirSync, readFileSync } = require('node:fs');
const { join } = require('node:path');

/**
 * Who may know whom. `node scripts/rooms.mjs` checks it and docs/architecture.md draws it.
 *
 * The rooms of the portal, in order (packages/portal/salas.json): a room may import only those ABOVE it in the
 * list, and only through their index.ts. The entry (main.ts, app.ts, cli.ts and the command line), which knows them all, is no room. A room that needs
 * something from below takes it as a port that app.ts fills, as a fact it publishes, or as a link by name.
 */
const SALAS = require('./packages/portal/salas.json');

/** Rooms made of smaller ones, each with a door of its own. */
const COMPUESTAS = ['plataforma', 'interfaz'];

/** A room with an order of its own inside: nobody outside it knows its folders. `*` are its procedures, which know none of each other. */
const PROCEDIMIENTOS_EN = 'tramites-rut';

/** Folder of the entry: the orders of `npx autogestion`. */
const ENTRADA = 'linea-de-ordenes';

const PORTAL = '^packages/portal/src/';
const PRUEBA = '\\.test\\.tsx?$';
const CUALQUIERA = SALAS.join('|');

const puerta = (sala) =>
  `${PORTAL}${sala}/${COMPUESTAS.includes(sala) ? '(index|[^/]+/index)' : 'index'}\\.tsx?$`;

/** The modules that a package's own package.json exports. */
const exportados = (paquete) => {
  const { exports } = JSON.parse(readFileSync(join(__dirname, 'packages', paquete, 'package.json'), 'utf8'));
  return Object.values(exports).map(
    (ruta) => `^packages/${paquete}/${ruta.replace('./', '').replaceAll('.', '\\.').replace('*', '[^/]+')}$`,
  );
};

const ordenDeSalas = SALAS.flatMap((sala, i) => {
  const debajo = SALAS.slice(i + 1);
  const encima = SALAS.slice(0, i);
  const reglas = [];
  if (debajo.length > 0)
    reglas.push({
      name: `sala-${sala}-mira-hacia-arriba`,
      comment: `${sala} may import only rooms above it: ${encima.join(', ') || 'none'}`,
      severity: 'error',
      from: { path: `${PORTAL}${sala}/` },
      to: { path: `${PORTAL}(${debajo.join('|')})/` },
    });
  if (encima.length > 0)
    reglas.push({
      name: `sala-${sala}-entra-por-la-puerta`,
      comment: 'another room is known through its index.ts alone',
      severity: 'error',
      from: { path: `${PORTAL}${sala}/` },
      to: { path: `${PORTAL}(${encima.join('|')})/`, pathNot: encima.map(puerta) },
    });
  return reglas;
});

const carpetasDe = (sala) => {
  const dentro = join(__dirname, 'packages', 'portal', 'src', sala);
  const orden = JSON.parse(readFileSync(join(dentro, 'salas.json'), 'utf8'));
  const hay = readdirSync(dentro, { withFileTypes: true })
    .filter((f) => f.isDirectory() && existsSync(join(dentro, f.name, 'index.ts')))
    .map((f) => f.name);
  const otras = hay.filter((f) => !orden.includes(f));
  return orden.map((f) => (f === '*' ? otras : [f]));
};

/** Inside a room with an order: a folder knows those of the steps before its own, and none beside it. */
const ordenDeCarpetas = (sala) => {
  const escalones = carpetasDe(sala);
  return escalones.flatMap((carpetas, i) =>
    carpetas.map((carpeta) => ({
      name: `carpeta-${sala}-${carpeta}-mira-hacia-arriba`,
      comment: `${carpeta} may import only ${escalones.slice(0, i).flat().join(', ') || 'none'}`,
      severity: 'error',
      from: { path: `${PORTAL}${sala}/${carpeta}/`, pathNot: PRUEBA },
      to: {
        path: `${PORTAL}${sala}/(${escalones
          .slice(i)
          .flat()
          .filter((f) => f !== carpeta)
          .concat('sala\\.ts', 'index\\.ts', 'procedimientos\\.ts')
          .join('|')})`,
      },
    })),
  );
};

module.exports = {
  forbidden: [
    { name: 'sin-circulos', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'resoluble',
      comment: 'an import that leads nowhere, or a package that package.json does not declare',
      severity: 'error',
      from: {},
      to: { dependencyTypes: ['unknown', 'undetermined', 'npm-no-pkg', 'npm-unknown'] },
    },
    {
      name: 'normas-no-conoce-a-nadie',
      comment: 'the law as pure functions: no packages, no Node, so that it also runs in the browser',
      severity: 'error',
      from: { path: '^packages/normas/src/', pathNot: PRUEBA },
      to: { pathNot: '^packages/normas/src/' },
    },
    {
      name: 'documentos-solo-conoce-normas',
      severity: 'error',
      from: { path: '^packages/documentos/' },
      to: { path: '^packages/portal/' },
    },
    {
      name: 'paquetes-por-la-puerta',
      comment: 'another package is known through the exports of its package.json',
      severity: 'error',
      from: { path: '^packages/([^/]+)/' },
      to: {
        path: '^packages/(normas|documentos)/',
        pathNot: ['^packages/$1/', ...exportados('normas'), ...exportados('documentos')],
      },
    },
    {
      name: 'carpetas-por-la-puerta',
      comment:
        'inside normas and the composed rooms, folders too are known through index.ts, or through the door that the package gives to all',
      severity: 'error',
      from: {
        path: `^(packages/normas/src|packages/portal/src/(?:${[...COMPUESTAS, PROCEDIMIENTOS_EN].join('|')}))/([^/]+)/`,
        pathNot: `${PORTAL}${PROCEDIMIENTOS_EN}/.*${PRUEBA}`,
      },
      to: {
        path: '^$1/[^/]+/',
        pathNot: ['^$1/$2/', '^$1/[^/]+/index\\.tsx?$', ...exportados('normas')],
      },
    },
    ...ordenDeSalas,
    ...ordenDeCarpetas(PROCEDIMIENTOS_EN),
    {
      name: 'sala-sin-orden',
      comment: 'a folder of the portal that the list of rooms does not place',
      severity: 'error',
      from: { path: `${PORTAL}[^/]+/`, pathNot: `${PORTAL}(${CUALQUIERA}|${ENTRADA})/` },
      to: {},
    },
    {
      name: 'nadie-conoce-la-entrada',
      comment: 'the entry knows the rooms; no room knows it',
      severity: 'error',
      from: { path: `${PORTAL}[^/]+/`, pathNot: [PRUEBA, `${PORTAL}${ENTRADA}/`] },
      to: { path: [`${PORTAL}[^/]+\\.tsx?$`, `${PORTAL}${ENTRADA}/`] },
    },
    {
      name: 'pruebas-solo-en-pruebas',
      comment: 'what is served never imports test support, nor a test',
      severity: 'error',
      from: { path: '^packages/[^/]+/src/', pathNot: PRUEBA },
      to: {
        path: ['^packages/[^/]+/pruebas/', '^(e2e|bench)/', PRUEBA, '/node_modules/(vitest|fast-check)/'],
      },
    },
    {
      name: 'islas-en-el-navegador',
      comment: 'a browser island reaches neither Node nor the database',
      severity: 'error',
      from: { path: `${PORTAL}.+/islas/`, pathNot: PRUEBA },
      to: { dependencyTypes: ['core'] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    // Assets that a bundler hands over, not modules.
    exclude: { path: ['(^|/)dist/', '\\.(scss|css|sql|woff2?|ttf|json)$'] },
    // Types are knowledge too.
    tsPreCompilationDeps: true,
    combinedDependencies: true,
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default'] },
  },
  salas: SALAS,
};
