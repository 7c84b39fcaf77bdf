/** Invoices verified a second (tree, signature, rules, code, chain), against parsing the same file and one RSA verification. */
import { createPublicKey, sign, verify } from 'node:crypto';
import { XmlDocument } from 'libxml2-wasm';
import {
  concluir,
  crearCertificadora,
  emitirDocumento,
  firmarDocumento,
} from '@autogestion/documentos/factura-electronica';
import { examinarConConfianza } from '../packages/documentos/src/factura-electronica/examinar-con-confianza.ts';
import { enJson, nota, RAPIDA } from './apoyo/informe.ts';

const VECES = RAPIDA ? 20 : 200;
const TURNOS = RAPIDA ? 1 : 9;
const LINEAS = 5;
const CLAVES = { claveTecnica: 'fc8eac422eba16e22ffd8c6f94b3f40a6e38162c', pin: '12345' };
const MOMENTO = '2026-03-10T10:00:00-05:00';

const certificadora = await crearCertificadora('MEDICIÓN', new Date('2026-01-01T00:00:00Z'));
const { llave, certificado } = await certificadora.certificar({
  nombre: 'NIT 900000101',
  organizacion: 'MEDICIÓN SAS',
});
const { xml } = emitirDocumento({
  ...{ clase: 'factura', numero: 'SETP990000007', ambiente: '2', momento: MOMENTO, claves: CLAVES },
  emisor: { numero: '900000101', tipo: '31', nombre: 'MEDICIÓN SAS' },
  adquirente: { numero: '1000000101', tipo: '13', nombre: 'COMPRADORA' },
  lineas: Array.from({ length: LINEAS }, (_, i) => ({
    ...{ descripcion: `Producto ${i}`, cantidad: 2, valor: 10_000_000n, iva: 19 },
  })),
  numeracion: {
    ...{ autorizacion: '18760000001', desde: '2019-01-19', hasta: '2030-01-19', prefijo: 'SETP' },
    ...{ primero: '990000000', ultimo: '995000000' },
  },
  softwareId: '00000000-0000-4000-8000-000000000001',
});
const bytes = Buffer.from(firmarDocumento(xml, { llave, certificados: [certificado.raw], momento: MOMENTO }));
const publica = createPublicKey(llave);
const datos = Buffer.alloc(1_500, 'x');
const firma = sign('sha256', datos, llave);

async function verificar(): Promise<void> {
  const { hallazgos } = concluir(await examinarConConfianza(bytes, [certificadora.raiz]), CLAVES);
  if (hallazgos.length > 0) throw new Error(JSON.stringify(hallazgos));
}

function referencia(): void {
  XmlDocument.fromBuffer(bytes).dispose();
  if (!verify('sha256', datos, publica, firma)) throw new Error('The reference does not verify');
}

const microsegundos = { portal: [] as number[], referencia: [] as number[] };
const medir = async (lado: keyof typeof microsegundos, obra: () => unknown): Promise<void> => {
  const inicio = performance.now();
  for (let i = 0; i < VECES; i++) await obra();
  microsegundos[lado].push(((performance.now() - inicio) / VECES) * 1_000);
};
// The first turn of each warms up and does not count.
for (let turno = 0; turno <= TURNOS; turno++) {
  await medir('portal', verificar);
  await medir('referencia', referencia);
}
const mediana = (valores: readonly number[]): number =>
  valores.slice(1).toSorted((a, b) => a - b)[Math.floor((valores.length - 1) / 2)] ?? NaN;
const [aqui, alla] = [mediana(microsegundos.portal), mediana(microsegundos.referencia)];
nota(
  `factura de ${LINEAS} líneas y ${bytes.length} bytes: ${(1e6 / aqui).toFixed(0)} verificadas por segundo`,
);
nota(
  `leer el XML y verificar una firma RSA: ${(1e6 / alla).toFixed(0)} por segundo; razón ${(aqui / alla).toFixed(2)}`,
);
enJson('facturas', { bytes: bytes.length, microsegundos: { aqui, referencia: alla }, razon: aqui / alla });
