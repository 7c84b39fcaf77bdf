import { constants, deflateRawSync } from 'node:zlib';

/** Bytes of each file: as large as the office takes. */
export const TAMANO = 20 * 1024 * 1024;

const CABECERA = '%PDF-1.7\n';
const FINAL = '\ntrailer\n<</Root 1 0 R>>\nstartxref\n9\n%%EOF\n';
const RAIZ = '1 0 obj\n<</Type /Catalog /Pages 2 0 R>>\nendobj\n2 0 obj\n<</Type /Page>>\nendobj\n';

/** A file of the right size that begins and ends as a PDF, with one thing again and again. */
function lleno(pieza: string | Buffer, { antes = '', despues = '' } = {}): Buffer {
  const [cabeza, cola] = [Buffer.from(CABECERA + RAIZ + antes, 'latin1'), Buffer.from(despues + FINAL)];
  const archivo = Buffer.alloc(TAMANO, pieza);
  cabeza.copy(archivo);
  cola.copy(archivo, TAMANO - cola.length);
  return archivo;
}

const flujo = (diccionario: string, contenido: Buffer): Buffer =>
  Buffer.concat([
    Buffer.from(`9 0 obj\n<<${diccionario}>>\nstream\n`),
    contenido,
    Buffer.from('\nendstream\nendobj\n'),
  ]);

/** Ranges that all make sense, as many as asked, each with its own signature and reaching the end of the file. */
function conRangos(cuantos: number): Buffer {
  const archivo = lleno(' ');
  const paso = Math.floor((TAMANO - 2_000) / cuantos);
  const ancho = (n: number) => String(n).padStart(10, '0');
  for (let k = 0; k < cuantos; k++) {
    const inicio = 500 + k * paso;
    const a = inicio + 90;
    const rango = `/ByteRange[0 ${ancho(a)} ${ancho(a + 4)} ${ancho(TAMANO - a - 4)}]`;
    archivo.write(`${k + 9} 0 obj\n<<${rango}`.padEnd(78), inicio, 'latin1');
    archivo.write('/Contents   <00>>>\nendobj', inicio + 78, 'latin1');
  }
  return archivo;
}

/** So many megabytes of the same text, compressed a megabyte at a time: making it takes no memory either. */
function comprimidos(megabytes: number, texto: string): Buffer {
  const uno = deflateRawSync(Buffer.alloc(2 ** 20, texto), { finishFlush: constants.Z_FULL_FLUSH });
  return Buffer.concat([Buffer.from([0x78, 0x9c]), ...Array.from({ length: megabytes }, () => uno)]);
}
const objetosComprimidos = (megabytes: number): Buffer =>
  flujo('/Type /ObjStm /N 1 /First 4 /Filter /FlateDecode', comprimidos(megabytes, '1 0 (x) '));

/** One as honest programs write them, with as many objects as the office takes. */
export const CORRIENTE = (): Buffer =>
  lleno(`7 0 obj\n<</Type /Cosa /Lista [1 2 (tres)] /Nombre (${'a'.repeat(40)})>>\nendobj\n`);

/** What whoever wants to knock the office down would send, each file of the size that is taken. */
export const HOSTILES: readonly [nombre: string, archivo: () => Buffer][] = [
  ['blancos', () => lleno(' ')],
  ['130 rangos con sentido', () => conRangos(130)],
  ['veinte mil rangos', () => conRangos(20_000)],
  ['rangos sin sentido por todas partes', () => lleno('/ByteRange[0 1 2 3]')],
  ['una firma que ocupa todo', () => conFirmaEnorme()],
  ['solo comienzos de objeto', () => lleno('1 0 obj ')],
  ['la palabra «obj» y nada más', () => lleno('obj')],
  ['listas dentro de listas', () => lleno('1 0 obj [[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]] endobj ')],
  ['una lista de diccionarios', () => lleno('<<>>', { antes: '9 0 obj [' })],
  ['un nombre sin fin', () => lleno('#41', { antes: '9 0 obj /' })],
  ['objetos de una entrada', () => lleno('1 0 obj<</A 1>>endobj ')],
  ['un texto que no acaba', () => lleno('(')],
  ['un texto hexadecimal que no acaba', () => lleno('a', { antes: '9 0 obj <' })],
  [
    'un flujo en base 85',
    () => lleno('z', { antes: '9 0 obj\n<</Filter [/A85 /Fl] /N 9 /First 4>>\nstream\n' }),
  ],
  [
    'un flujo hexadecimal',
    () => lleno('4 1', { antes: '9 0 obj\n<</Filter [/AHx /Fl] /N 9 /First 4>>\nstream\n' }),
  ],
  ['flujos de objetos que se despliegan a 64 MB', () => lleno(objetosComprimidos(64))],
  ['flujos de objetos que se despliegan a 4 MB', () => lleno(objetosComprimidos(4))],
  ['imágenes que se despliegan a 100 MB', () => lleno(flujo('/Filter /FlateDecode', comprimidos(100, '\0')))],
  ['comentarios', () => lleno('%')],
  ['ruido', () => lleno(Buffer.from(Array.from({ length: 4_099 }, (_, k) => (k * k * 31 + k) % 256)))],
];

function conFirmaEnorme(): Buffer {
  const archivo = lleno('3');
  const a = 400;
  const fin = TAMANO - 200;
  const rango = `9 0 obj\n<</ByteRange[0 ${a} ${fin} ${TAMANO - fin}]/Contents`;
  archivo.write(rango.padEnd(200), a - 200, 'latin1');
  archivo.write('<', a, 'latin1');
  archivo.write('>', fin - 1, 'latin1');
  archivo.write('>>\nendobj\n'.padEnd(100), fin, 'latin1');
  return archivo;
}
