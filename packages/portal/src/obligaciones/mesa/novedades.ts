import type { Fecha } from '@autogestion/normas/fechas';
import { llamar, type Transaccion } from '../../plataforma/index.ts';
import { NOVEDADES, type Novedad } from '../pagos/index.ts';

export type ClaseDeNovedad = Novedad | 'desacuerdo' | 'dicho-dos-veces';

/** Of each kind: how it is called, what the office did by itself, and what is left to do, where something is. */
interface ComoSeMira {
  nombre: string;
  hizo: string;
  porHacer?: string;
}

const ABONO = 'Abonó lo que entró, en el día en que entró.';

export const CLASES: Readonly<Record<ClaseDeNovedad, ComoSeMira>> = {
  'posible-doble': conLoDeSuCodigo(
    'posible-doble',
    'Puede ser el mismo pago dos veces',
    `${ABONO} Las dos veces.`,
  ),
  'recibo-pagado': conLoDeSuCodigo('recibo-pagado', 'Recibo pagado más de una vez', ABONO),
  desacuerdo: {
    nombre: 'El banco dijo otra cosa después',
    hizo: 'Dejó lo que el banco dijo primero. No registró nada más.',
    porHacer: 'Pregúntele al banco cuál de las dos es.',
  },
  'otro-valor': conLoDeSuCodigo('otro-valor', 'Entró un valor distinto', ABONO),
  'recibo-desconocido': conLoDeSuCodigo(
    'recibo-desconocido',
    'Recibo que no existe',
    'Guardó el dinero sin dueño.',
  ),
  'rut-cancelado': conLoDeSuCodigo('rut-cancelado', 'Pago de un RUT cancelado', ABONO),
  'dicho-dos-veces': {
    nombre: 'El banco lo dijo dos veces',
    hizo: 'Lo abonó una sola vez: el número de la operación está en las dos partes.',
  },
  'fuera-de-plazo': conLoDeSuCodigo('fuera-de-plazo', 'Pago después del día del recibo', ABONO),
  'recibo-anulado': conLoDeSuCodigo('recibo-anulado', 'Pago de un recibo anulado', ABONO),
  'pago-de-otro': conLoDeSuCodigo('pago-de-otro', 'Pagó otra persona', ABONO),
};

function conLoDeSuCodigo(clase: Novedad, nombre: string, hizo: string): ComoSeMira {
  const { oficina } = NOVEDADES[clase];
  return { nombre, hizo, ...(oficina !== undefined && { porHacer: oficina }) };
}

const esClase = (c: string | null): c is ClaseDeNovedad => c !== null && c in CLASES;

/** A payment that did not agree, without whose it is. */
export interface PagoConNovedad {
  clase: ClaseDeNovedad;
  /** Public identifier. */
  pago: string;
  banco: string;
  referencia: string;
  recibo: string;
  valor: bigint;
  dia: Fecha;
  /** What the bank told besides. */
  dicho: { banco: string; referencia: string; recibo: string; valor: bigint; dia: Fecha } | undefined;
  deAlguien: boolean;
  /** It came without an owner and has one now. */
  identificado: boolean;
  vistoEn: Date;
}

/** Of a kind, or of one payment, or all; the newest first, so many at most. Empty for whoever may not see them. */
export async function leerNovedades(
  trx: Transaccion,
  { clase, pago }: { clase?: ClaseDeNovedad | undefined; pago?: string } = {},
): Promise<PagoConNovedad[]> {
  const filas = await llamar(trx, 'obligaciones.novedades_de_pagos', {
    clase: clase ?? null,
    pago: pago ?? null,
  });
  return filas.flatMap((f) =>
    !esClase(f.clase)
      ? []
      : [
          {
            clase: f.clase,
            pago: f.pago ?? '',
            banco: f.banco ?? '',
            referencia: f.referencia ?? '',
            recibo: f.recibo ?? '',
            valor: f.valor ?? 0n,
            dia: f.dia as Fecha,
            dicho:
              f.dicho_valor === null
                ? undefined
                : {
                    banco: f.dicho_banco ?? f.banco ?? '',
                    referencia: f.dicho_referencia ?? f.referencia ?? '',
                    recibo: f.dicho_recibo ?? '',
                    valor: f.dicho_valor,
                    dia: f.dicho_dia as Fecha,
                  },
            deAlguien: f.de_alguien === true,
            identificado: f.identificado === true,
            vistoEn: f.visto_en ?? trx.ahora,
          },
        ],
  );
}
