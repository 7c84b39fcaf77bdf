import { createHash } from 'node:crypto';
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ErrorDePaso, npm, paso, RAIZ } from './procesos.mjs';

const CANDADO = join(RAIZ, 'package-lock.json');
/** npm writes this list last, so that its presence means a finished install. */
const INSTALADO = join(RAIZ, 'node_modules', '.package-lock.json');
const SELLO = join(RAIZ, 'node_modules', '.autogestion');

/** Installs exactly what package-lock.json says, unless that is what node_modules holds already. */
export async function asegurarDependencias() {
  const esperado = `${huellaDelCandado()} ${process.platform}-${process.arch}`;
  if (instaladas(esperado)) return;
  await paso('Instalando dependencias (npm ci)', async () => {
    if ((await npm('ci', '--no-audit', '--no-fund')) === 0) return;
    throw new ErrorDePaso(
      'npm ci no pudo instalar las dependencias.',
      'Revise la conexión con el registro de npm y el espacio en disco, y repita la orden.',
    );
  });
  writeFileSync(SELLO, esperado);
}

function instaladas(esperado) {
  if (!existsSync(INSTALADO)) return false;
  if (existsSync(SELLO)) return readFileSync(SELLO, 'utf8') === esperado;
  // Installed by hand: trust it when it is not older than the lock.
  if (statSync(INSTALADO).mtimeMs < statSync(CANDADO).mtimeMs) return false;
  writeFileSync(SELLO, esperado);
  return true;
}

function huellaDelCandado() {
  return createHash('sha256').update(readFileSync(CANDADO)).digest('hex');
}
