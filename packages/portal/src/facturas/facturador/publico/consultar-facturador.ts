import type { ModalidadDeNumeracion } from '@autogestion/normas/factura';
import { fechaEnBogota, type Fecha } from '@autogestion/normas/fechas';
import { RESPONSABILIDAD_FACTURADOR } from '@autogestion/normas/rut';
import { nombreLegible } from '@autogestion/normas/texto';
import { definidos } from '@autogestion/normas/definidos';
import {
  abrirDeDireccion,
  llamar,
  sellarEnDireccion,
  type Claves,
  type Transaccion,
} from '../../../plataforma/index.ts';

/** What anybody may know of a NIT: whether it must be asked for electronic invoices. */
export interface FacturadorPublico {
  nit: string;
  dv: number;
  nombre: string;
  /** Of the RUT. */
  estado: 'activo' | 'suspendido' | 'cancelado';
  /** Its RUT says that it is, in force. */
  es: boolean;
  /** Since when its RUT says so. */
  desde?: Fecha;
  /** Day on which it was enabled by the test set of this office; absent where its RUT said so by another way. */
  habilitadoEl?: Fecha;
  /** For which documents it has numbers in force. */
  documentos: ModalidadDeNumeracion[];
}

/** "¿Es facturador electrónico?": the least that serves whoever asks by NIT. */
export async function consultarFacturador(
  trx: Transaccion,
  nit: string,
): Promise<FacturadorPublico | undefined> {
  const [f]: Fila[] = await llamar(trx, 'facturas.consultar_facturador', {
    nit,
    codigo: RESPONSABILIDAD_FACTURADOR,
    hoy: trx.hoy,
  });
  if (!f) return undefined;
  const es = f.es && f.estado === 'activo';
  return {
    nit: f.nit,
    dv: f.dv,
    nombre: nombreLegible(f.nombre),
    estado: f.estado as FacturadorPublico['estado'],
    es,
    documentos: es ? (f.modalidades as ModalidadDeNumeracion[]) : [],
    ...definidos({
      desde: f.es && f.desde ? fechaEnBogota(f.desde) : undefined,
      habilitadoEl: f.es && f.habilitado_en ? fechaEnBogota(f.habilitado_en) : undefined,
    }),
  };
}

interface Fila {
  nit: string;
  dv: number;
  nombre: string;
  estado: string;
  es: boolean;
  desde: Date | null;
  habilitado_en: Date | null;
  modalidades: string[];
}

const SELLO = { proposito: 'facturas-consulta-de-facturador' };

/** The NIT that was asked about, for the address of its answer. */
export const sellarNit = (claves: Claves, nit: string): string => sellarEnDireccion(claves, SELLO, nit);
/** The NIT of a sealed question; undefined for what this office did not seal for that. */
export const abrirNit = (claves: Claves, escrita: string): string | undefined =>
  abrirDeDireccion(claves, SELLO, escrita);
