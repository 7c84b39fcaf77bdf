import type { Claves } from '@autogestion/normas/factura';
import { abrirEntrada, leerDirectorio, ZipRechazado } from '../comprimidos/index.ts';
import type { EntradaDeZip } from '../comprimidos/index.ts';
import { verificarConstancia } from '../constancia/index.ts';
import type { ExamenConConfianza } from '../factura-electronica/examinar-con-confianza.ts';
import type { FacturaLeida } from '../factura-electronica/index.ts';
import type { QrLeido } from '../leer-qr/leer-qr.ts';
import { inspeccionarArchivo } from '../inspeccion/inspeccionar-archivo.ts';
import { verificarPdf } from '../verificacion/verificar-pdf.ts';

/** What is done to strangers' bytes, always in a thread apart: what each task takes besides them, and what it gives. */
interface Formas {
  inspeccionarArchivo: { opciones: undefined; valor: Awaited<ReturnType<typeof inspeccionarArchivo>> };
  verificarPdf: {
    opciones: Parameters<typeof verificarPdf>[1];
    valor: Awaited<ReturnType<typeof verificarPdf>>;
  };
  verificarConstancia: {
    opciones: Parameters<typeof verificarConstancia>[1];
    valor: Awaited<ReturnType<typeof verificarConstancia>>;
  };
  leerFactura: { opciones: Claves; valor: FacturaLeida };
  leerQr: { opciones: undefined; valor: QrLeido };
  /** Before anybody knows with which keys its code closes: whoever asked brings them afterwards (`concluir`). */
  leerZip: {
    opciones: Parameters<typeof leerDirectorio>[1];
    valor: { entradas: EntradaDeZip[] } | { falta: string };
  };
  sacarDeZip: { opciones: EntradaDeZip; valor: { contenido: Uint8Array } | { falta: string } };
  examinarFactura: { opciones: { raices: readonly string[] }; valor: ExamenConConfianza };
}
export type Tarea = keyof Formas;
export type Opciones<T extends Tarea> = Formas[T]['opciones'];
export type Valor<T extends Tarea> = Formas[T]['valor'];

/** What is sent to a worker. */
export type Encargo<T extends Tarea = Tarea> = {
  [K in T]: { tarea: K; bytes: Uint8Array<ArrayBuffer>; opciones: Opciones<K> };
}[T];

/** What it answers. */
export type Respuesta = { valor: Valor<Tarea> } | { error: Error };

const TAREAS: { [T in Tarea]: (bytes: Uint8Array, opciones: Opciones<T>) => Promise<Valor<T>> } = {
  inspeccionarArchivo,
  verificarPdf,
  verificarConstancia,
  // What reads XML is a megabyte of WebAssembly: only who is handed an invoice has it.
  leerFactura: async (bytes, claves) =>
    (await import('../factura-electronica/index.ts')).leerFactura(bytes, claves),
  leerZip: async (bytes, topes) =>
    sinRomperse(() => ({ entradas: leerDirectorio(comoBuffer(bytes), topes) })),
  sacarDeZip: async (bytes, entrada) =>
    sinRomperse(() => ({ contenido: new Uint8Array(abrirEntrada(comoBuffer(bytes), entrada)) })),
  leerQr: async (bytes) => (await import('../leer-qr/leer-qr.ts')).leerQrDeImagen(bytes),
  examinarFactura: async (bytes, { raices }) =>
    (await import('../factura-electronica/examinar-con-confianza.ts')).examinarConConfianza(bytes, raices),
};

const comoBuffer = (b: Uint8Array): Buffer => Buffer.from(b.buffer, b.byteOffset, b.byteLength);

/** What is wrong with a file is an answer: an error that crosses threads loses what it is. */
function sinRomperse<T>(abrir: () => T): T | { falta: string } {
  try {
    return abrir();
  } catch (error) {
    if (error instanceof ZipRechazado) return { falta: error.message };
    throw error;
  }
}

export const hacerTarea = <T extends Tarea>({ tarea, bytes, opciones }: Encargo<T>): Promise<Valor<T>> =>
  TAREAS[tarea](bytes, opciones);
