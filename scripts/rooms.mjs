import './lib/exigir-node.mjs';
import { RAIZ } from './lib/procesos.mjs';
import { revisarSalas } from './lib/rooms.mjs';
import { prescindibles, sinCapacidad } from './lib/sin.mjs';

// npm run rooms: who imports whom.
// npm run rooms -- --sin [CAPABILITY…]: whether the house stands without each capability that no other imports.
const [orden, ...cuales] = process.argv.slice(2);
if (orden === '--sin') await revisarSin(cuales);
else await revisarImports();

async function revisarImports() {
  /** A parser that stops understanding TypeScript finds no imports, hence no faults: it must find modules. */
  const CON_MODULOS = ['packages/normas', 'packages/documentos', 'packages/portal'];
  const { modulos, faltas } = await revisarSalas(RAIZ);
  const vacios = CON_MODULOS.filter((paquete) => modulos[paquete] === 0);
  for (const falta of faltas) console.error(`✗ ${falta}`);
  for (const paquete of vacios) console.error(`✗ ${paquete}: no se leyó ningún módulo`);
  const total = Object.values(modulos).reduce((suma, n) => suma + n, 0);
  console.log(`${total} módulos leídos, ${faltas.length} imports prohibidos`);
  process.exitCode = faltas.length + vacios.length === 0 ? 0 : 1;
}

async function revisarSin(pedidas) {
  const hay = prescindibles(RAIZ);
  const ajena = pedidas.find((c) => !hay.includes(c));
  if (ajena) {
    console.error(
      `✗ ${ajena} no es una carpeta y una línea que nadie más importa. Las que hay: ${hay.join(', ')}`,
    );
    process.exitCode = 1;
    return;
  }
  for (const capacidad of pedidas.length > 0 ? pedidas : hay) {
    const faltas = await sinCapacidad(RAIZ, capacidad);
    console.log(`${faltas.length === 0 ? '✓' : '✗'} sin ${capacidad}`);
    for (const falta of faltas) console.error(falta);
    if (faltas.length > 0) process.exitCode = 1;
  }
}
