import { setTimeout as esperar } from 'node:timers/promises';
import { buscarPrograma, ejecutar, ErrorDePaso, paso } from './procesos.mjs';

/** Programs that only the tests use, each an independent judge of what the office makes, and their Debian package. */
const HERRAMIENTAS = [
  { programas: ['chromium', 'chromium-browser', 'google-chrome'], paquete: 'chromium' },
  { programas: ['pdfsig'], paquete: 'poppler-utils' },
  { programas: ['pdftotext'], paquete: 'poppler-utils' },
  { programas: ['certutil'], paquete: 'libnss3-tools' },
  { programas: ['zbarimg'], paquete: 'zbar-tools' },
  { programas: ['qpdf'], paquete: 'qpdf' },
  { programas: ['openssl'], paquete: 'openssl' },
  { programas: ['xmlsec1'], paquete: 'xmlsec1' },
];

/** Installs what is missing, as root on a system with apt; elsewhere fails with the command to run. */
export async function asegurarHerramientas() {
  const paquetes = faltantes();
  if (paquetes.length === 0) return;
  const orden = `apt-get install -y ${paquetes.join(' ')}`;
  if (process.getuid?.() !== 0 || buscarPrograma('apt-get') === undefined)
    throw new ErrorDePaso(
      `Faltan programas que usan las pruebas; en Debian están en: ${paquetes.join(', ')}.`,
      `Instálelos con "sudo apt-get update && sudo ${orden}" (o el equivalente de su sistema) y repita la orden.`,
    );
  await paso(`Instalando ${paquetes.join(', ')} con apt-get`, async () => {
    for (let intento = 1; intento <= 5; intento++) {
      if (
        (await apt('update')) === 0 &&
        (await apt('install', '-y', '--no-install-recommends', ...paquetes)) === 0
      )
        return;
      // Another apt-get may hold the lists; dpkg's own lock is waited for by the option below.
      await esperar(intento * 5_000);
    }
    throw new ErrorDePaso(
      `apt-get no pudo instalar ${paquetes.join(', ')}.`,
      `Ejecute "apt-get update && ${orden}" y lea su error.`,
    );
  });
  const siguen = faltantes();
  if (siguen.length > 0)
    throw new ErrorDePaso(`Después de instalar siguen faltando: ${siguen.join(', ')}.`, `Revise "${orden}".`);
}

/** Debian packages of the programs that PATH does not find. */
function faltantes() {
  const ausentes = HERRAMIENTAS.filter(
    ({ programas }) => !programas.some((programa) => buscarPrograma(programa)),
  );
  return [...new Set(ausentes.map(({ paquete }) => paquete))];
}

function apt(...argumentos) {
  return ejecutar('apt-get', ['-q', '-o', 'DPkg::Lock::Timeout=300', ...argumentos], {
    env: { DEBIAN_FRONTEND: 'noninteractive' },
  });
}
