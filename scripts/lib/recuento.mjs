import { readFileSync } from 'node:fs';

/**
 * Passed and failed tests of a vitest run, from its JSON report. A file that could not even be read, and a
 * run that ends badly although every test passed (an error between tests), count as one failure each; so
 * does a run without tests. Skipped tests are neither.
 *
 * @param {string} archivo path of the report; a missing one means that vitest did not get that far
 * @param {number} codigo exit code of vitest
 */
export function recontar(archivo, codigo) {
  let informe;
  try {
    informe = JSON.parse(readFileSync(archivo, 'utf8'));
  } catch {
    return { pasaron: 0, fallaron: 1 };
  }
  const archivosRotos = informe.testResults.filter(
    ({ status, assertionResults }) =>
      status === 'failed' && !assertionResults.some((prueba) => prueba.status === 'failed'),
  ).length;
  const pasaron = informe.numPassedTests;
  const fallaron = informe.numFailedTests + archivosRotos;
  const otraFalta = fallaron === 0 && (codigo !== 0 || pasaron === 0);
  return { pasaron, fallaron: fallaron + (otraFalta ? 1 : 0) };
}
