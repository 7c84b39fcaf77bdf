import type { Json, PedidoActa, Presentacion } from '@autogestion/documentos';
import type { z } from 'zod';
import { clase, type Transaccion } from '../plataforma/index.ts';
import type { Carta, DocumentoSellado, LoDeHoyDelDocumento } from '../sello/index.ts';

/** With what the document of a signed act is drawn. */
export interface ParaDibujar extends Pick<
  PedidoActa,
  'firma' | 'adjuntos' | 'generadoEn' | 'codigo' | 'qr' | 'demostracion'
> {
  radicado: string;
  firmadoEn: Date;
  /** Whom it binds. */
  titular: { nit: string; dv: number; nombre: string };
}

/** A sealed document of a signed act, to be sent to whom it binds. */
interface PorEnviar {
  documento: DocumentoSellado;
  radicado: string;
  urlPublica: string;
}

/** What a kind of act says of each of its acts. */
interface DeCadaActo<A> {
  /**
   * What the person sees and the document prints, out of the act alone: the same act always gives the same. It must
   * say everything that binds the person.
   */
  presentar: (acto: A) => Presentacion;
  /** Its document, where it has a form of its own: it must carry every attachment. Absent, the common acta. */
  dibujar?: (acto: A, para: ParaDibujar) => Promise<Uint8Array>;
  /** Name of the file of its document, without extension; its radicado unless told. */
  archivo?: (acto: A) => string;
  /** What goes out by mail with its sealed document; absent, or undefined for this one, nothing does. */
  carta?: (trx: Transaccion, acto: A, de: PorEnviar) => Promise<Omit<Carta, 'nombre'> | undefined>;
}

/** A kind of act that a person signs. The room whose act it is brings it; this one knows no other by name. */
export interface TipoActo extends DeCadaActo<Json> {
  /** `declaraciones.presentar` */
  tipo: string;
  /** What a person calls it: «Declaración de renta 2025». Goes to messages and to the public verification. */
  nombre: string;
  /** Number of the official form, where there is one. */
  formulario?: string;
  /**
   * What became of what was signed, asked by whoever holds the document, who is nobody to its holder.
   * @param documento public identifier
   */
  hoy?: (trx: Transaccion, documento: string) => Promise<LoDeHoyDelDocumento | undefined>;
}

/** A kind of act whose shape is a schema: what does not have it is not presented nor signed. */
export function tipoActo<S extends z.ZodType>(
  t: Omit<TipoActo, keyof DeCadaActo<Json>> & DeCadaActo<z.output<S>> & { esquema: S },
): TipoActo {
  const { esquema, presentar, dibujar, archivo, carta, ...resto } = t;
  const leido = (acto: Json) => esquema.parse(acto);
  return {
    ...resto,
    presentar: (acto) => presentar(leido(acto)),
    ...(dibujar && { dibujar: (acto, para) => dibujar(leido(acto), para) }),
    ...(archivo && { archivo: (acto) => archivo(leido(acto)) }),
    ...(carta && { carta: (trx, acto, de) => carta(trx, leido(acto), de) }),
  };
}

export const TIPOS_DE_ACTO = clase<TipoActo>('kind of act', (t) => t.tipo);
