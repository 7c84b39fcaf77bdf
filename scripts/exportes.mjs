import './lib/exigir-node.mjs';
import { exportesSinUso } from './lib/exportes.mjs';
import { RAIZ } from './lib/procesos.mjs';

// What nobody imports is not exported: an export says "others rely on this".
const sobran = exportesSinUso(RAIZ);
for (const { archivo, linea, nombre } of sobran) console.error(`✗ ${archivo}:${linea} ${nombre}`);
console.log(`${sobran.length} exports que nadie importa`);
process.exitCode = sobran.length === 0 ? 0 : 1;
