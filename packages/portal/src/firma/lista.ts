import { randomUUID } from 'node:crypto';
import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { emitirLista, MOTIVO_X509, type Revocado } from '@autogestion/documentos';
import { definidos } from '@autogestion/normas/definidos';
import type { Causal } from '@autogestion/normas/firma';
import { llamar, type Transaccion } from '../plataforma/index.ts';
import type { Autoridad } from '../sello/index.ts';

export const PUBLICAR_LISTA = 'firma.publicar-lista';
const ARCHIVO_DE_LISTA = 'revocados.crl';

/** Days after which whoever keeps a list should have a newer one. A new one is made every hour and at each end. */
const VIGENCIA_DIAS = 7;
/** The list keeps the expired ones, and no certificate is older than this software. */
const PRIMEROS = new Date('2026-01-01T00:00:00Z');

const MOTIVOS: Partial<Record<Causal, Revocado['motivo']>> = {
  compromiso: MOTIVO_X509.claveComprometida,
  reemplazo: MOTIVO_X509.reemplazado,
  identidad: MOTIVO_X509.derechoRetirado,
  fallecimiento: MOTIVO_X509.derechoRetirado,
  'cancelacion-rut': MOTIVO_X509.derechoRetirado,
};

/** The revocation list as of now, signed by the authority of persons, in DER. */
export async function listaAlDia(trx: Transaccion, autoridad: Autoridad): Promise<Uint8Array> {
  const rows: { serie: string; causal: Causal; revocado_en: Date }[] = await llamar(
    trx,
    'firma.revocados',
    {},
  );
  const numero = await llamar(trx, 'firma.siguiente_lista', {});
  return emitirLista(autoridad.material, {
    numero: Number(numero ?? 1),
    emitidaEn: trx.ahora,
    vigenteHasta: new Date(trx.ahora.getTime() + VIGENCIA_DIAS * 86_400_000),
    revocados: rows.map((f) => {
      const motivo = MOTIVOS[f.causal];
      return { serie: f.serie, en: f.revocado_en, ...definidos({ motivo }) };
    }),
    vencidosDesde: PRIMEROS,
  });
}

/** Leaves the list of now beside the authority's certificates, for verifying offline; whole at every moment. */
export async function publicarLista(
  trx: Transaccion,
  autoridad: Autoridad,
  directorio: string,
): Promise<void> {
  const lista = await listaAlDia(trx, autoridad);
  await mkdir(directorio, { recursive: true });
  const nueva = join(directorio, `${ARCHIVO_DE_LISTA}.${randomUUID()}`);
  await writeFile(nueva, lista);
  await rename(nueva, join(directorio, ARCHIVO_DE_LISTA));
}
