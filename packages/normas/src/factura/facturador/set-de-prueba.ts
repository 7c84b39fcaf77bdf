import type { DocumentoElectronico, Hallazgo } from '../revision/index.ts';
import { codigoDeRegla } from '../revision/index.ts';
import { consecutivoDe } from './numeracion.ts';

export type ClaseDePrueba = 'factura' | 'nota-credito' | 'nota-debito';

/**
 * The test set with which one is enabled. Range and key are the DIAN's public ones for tests (technical annex 1.9); how many
 * documents, a parameter of this office: the annex leaves it to each set, and two invoices and one note of each kind is what
 * integrators tell of the DIAN's.
 */
export const SET_DE_PRUEBA = {
  pide: { factura: 2, 'nota-credito': 1, 'nota-debito': 1 } as Readonly<Record<ClaseDePrueba, number>>,
  resolucion: '18760000001',
  prefijo: 'SETP',
  desde: 990_000_000n,
  hasta: 995_000_000n,
  vigenteDesde: '2019-01-19',
  vigenteHasta: '2030-01-19',
  claveTecnica: 'fc8eac422eba16e22ffd8c6f94b3f40a6e38162c',
  ambiente: '2',
  fuente: 'Anexo técnico de la factura electrónica de venta 1.9 (Resolución DIAN 000165 de 2023)',
} as const;

export const CLASES_DE_PRUEBA: Readonly<Record<ClaseDePrueba, { nombre: string; plural: string }>> = {
  factura: { nombre: 'Factura electrónica de venta', plural: 'Facturas' },
  'nota-credito': { nombre: 'Nota crédito', plural: 'Notas crédito' },
  'nota-debito': { nombre: 'Nota débito', plural: 'Notas débito' },
};

const POR_TIPO: Readonly<Record<string, ClaseDePrueba>> = {
  '01': 'factura',
  '91': 'nota-credito',
  '92': 'nota-debito',
};

/** Which document of the set it is; undefined when it is none of them. */
export const claseDePrueba = (tipo: string | null | undefined): ClaseDePrueba | undefined =>
  tipo ? POR_TIPO[tipo] : undefined;

export interface AvanceDelSet {
  clases: { clase: ClaseDePrueba; pide: number; van: number }[];
  completo: boolean;
}

/** How far a set has come, by the documents that were accepted. */
export function avanceDelSet(aceptados: readonly ClaseDePrueba[]): AvanceDelSet {
  const clases = (Object.keys(SET_DE_PRUEBA.pide) as ClaseDePrueba[]).map((clase) => ({
    clase,
    pide: SET_DE_PRUEBA.pide[clase],
    van: aceptados.filter((a) => a === clase).length,
  }));
  return { clases, completo: clases.every((c) => c.van >= c.pide) };
}

/** What a document of the set must be besides right in itself: of that person, that software and that range, and of tests. */
export function revisarDocumentoDePrueba(
  d: DocumentoElectronico,
  de: { nit: string; softwareId: string },
): Hallazgo[] {
  const hallazgos: Hallazgo[] = [];
  const no = (regla: string, mensaje: string) =>
    hallazgos.push({ regla: codigoDeRegla(d, regla), tipo: 'rechazo', mensaje });
  if (claseDePrueba(d.tipo) === undefined)
    no('AD', 'El set de pruebas se hace con facturas de venta, notas crédito y notas débito.');
  if (d.ambiente !== SET_DE_PRUEBA.ambiente)
    no('AD', 'Los documentos del set de pruebas llevan el ambiente 2 (pruebas).');
  if (d.emisor?.numero !== de.nit)
    no('AJ', `El emisor es el NIT ${d.emisor?.numero ?? '(ninguno)'} y el set es del NIT ${de.nit}.`);
  if (d.extension?.softwareId?.toLowerCase() !== de.softwareId)
    no('AB', 'El identificador del software no es el que la oficina le dio para este set.');
  if (d.tipo === '01') delRango(d, no);
  return hallazgos;
}

function delRango(d: DocumentoElectronico, no: (regla: string, mensaje: string) => void): void {
  const { resolucion, prefijo, desde, hasta } = SET_DE_PRUEBA;
  const n = d.extension?.numeracion;
  if (n?.autorizacion !== resolucion)
    no(
      'AB05',
      `La autorización de numeración del set es la ${resolucion}, no ${n?.autorizacion ?? 'ninguna'}.`,
    );
  const consecutivo = consecutivoDe(d.numero ?? '', prefijo);
  if (consecutivo === undefined || consecutivo < desde || consecutivo > hasta)
    no(
      'AB10',
      `El número ${d.numero ?? ''} no está en el rango del set: ${prefijo}${desde} a ${prefijo}${hasta}.`,
    );
}
