// Imported first by every script. Written for old versions of Node, which must be able to read it.
const MINIMA = [20, 19];

const [mayor, menor] = process.versions.node.split('.').map(Number);
if (mayor < MINIMA[0] || (mayor === MINIMA[0] && menor < MINIMA[1])) {
  console.error(
    'Se necesita Node ' +
      MINIMA.join('.') +
      ' o posterior y este es ' +
      process.versions.node +
      '. Instale una versión vigente desde https://nodejs.org y repita la orden.',
  );
  process.exit(1);
}
