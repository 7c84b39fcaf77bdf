import { PDF } from '@libpdf/core';
import { resumenDe, type ActoFirmado } from '../personas/acto.ts';
import { RAZON_FIRMA, type VeredictoDeFirma } from '../personas/veredicto.ts';
import { verificarActo, type OpcionesDeFirma } from '../personas/verificar-acto.ts';
import { ADJUNTO } from './adjuntos.ts';
import type { FilaPresentada, Presentacion } from './tipos.ts';

/** The verdict on a person's signature, and what they had before their eyes. */
export interface FirmaAdjunta extends VeredictoDeFirma {
  /** Absent when the signature is not whole. */
  mostrado: Presentacion | undefined;
}

const MAXIMO_BYTES = 2_000_000;

/**
 * Judges the signed act that a document carries; undefined when it carries none. To be asked only of a document
 * already known to be whole: until then its author is unknown.
 */
export async function firmaAdjunta(
  pdf: Uint8Array,
  opciones: OpcionesDeFirma,
): Promise<FirmaAdjunta | undefined> {
  const adjuntos = await leerAdjuntos(pdf).catch(() => undefined);
  if (!adjuntos) return undefined;
  const veredicto = await verificarActo(adjuntos.firmado, opciones);
  if (!veredicto.acto) return { ...veredicto, mostrado: undefined };
  const { mostrado } = adjuntos;
  // What is seen is what is signed: what travels as shown must be what the signature says.
  if (!esPresentacion(mostrado) || (await resumenDe(mostrado)) !== veredicto.acto.mostrado) {
    return {
      ...veredicto,
      estado: 'alterada',
      razones: [RAZON_FIRMA.alterada],
      acto: undefined,
      mostrado: undefined,
    };
  }
  return { ...veredicto, mostrado };
}

async function leerAdjuntos(
  pdf: Uint8Array,
): Promise<{ firmado: ActoFirmado; mostrado: unknown } | undefined> {
  const documento = await PDF.load(pdf);
  const leer = (nombre: string) => {
    const bytes = documento.getAttachment(nombre);
    return bytes && bytes.length <= MAXIMO_BYTES ? new Uint8Array(bytes) : undefined;
  };
  const [acto, jws, cms, mostrado] = [ADJUNTO.acto, ADJUNTO.jws, ADJUNTO.cms, ADJUNTO.mostrado].map(leer);
  if (!acto || !jws || !cms || !mostrado) return undefined;
  const texto = (bytes: Uint8Array) => new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  return {
    firmado: { canonico: texto(acto), jws: texto(jws), cms },
    mostrado: JSON.parse(texto(mostrado)) as unknown,
  };
}

function esPresentacion(valor: unknown): valor is Presentacion {
  const { titulo, secciones } = (valor ?? {}) as Record<string, unknown>;
  return typeof titulo === 'string' && Array.isArray(secciones) && secciones.every(esSeccion);
}

function esSeccion(valor: unknown): boolean {
  const { titulo, parrafos = [], filas = [] } = (valor ?? {}) as Record<string, unknown>;
  return (
    typeof titulo === 'string' &&
    Array.isArray(parrafos) &&
    parrafos.every((uno) => typeof uno === 'string') &&
    Array.isArray(filas) &&
    filas.every(esFila)
  );
}

function esFila(valor: unknown): valor is FilaPresentada {
  const { clave, valor: dicho } = (valor ?? {}) as Record<string, unknown>;
  return typeof clave === 'string' && typeof dicho === 'string';
}
