import { desdeSuComienzo, mediaDe } from '@autogestion/documentos';
import { esFecha, type Fecha } from '@autogestion/normas/fechas';
import { bien, falla, type Resultado } from '@autogestion/normas/resultado';
import { z } from 'zod';
import { leerSellado } from '../../sello/index.ts';

/** What the office's own slip 490 carries inside, as it sealed it (`documento-del-recibo.ts`). */
const DatosDelRecibo = z.object({
  recibo: z.string().min(1),
  paraEl: z.custom<Fecha>((v) => typeof v === 'string' && esFecha(v)),
  total: z.string().regex(/^[1-9]\d{0,14}$/),
});

/** A slip that somebody handed in. */
export interface ReciboLeido {
  numero: string;
  /** Pesos. */
  total: bigint;
  /** The day to which its interest was counted. */
  paraEl: Fecha;
}

type CodigoLectura = 'foto' | 'otro-tipo' | 'desmedido' | 'cambiado' | 'ajeno' | 'otro-documento';

/** What to do instead. */
const A_MANO = 'Oprima «Buscar mi pago» y escriba usted los datos.';

const NO: Readonly<Record<CodigoLectura, string>> = {
  foto: `Esto es una foto, y de una foto no leemos el número. Elija el PDF del recibo. Si solo tiene la foto, no importa. ${A_MANO}`,
  'otro-tipo': `Este archivo no es un PDF. Elija el PDF del recibo. Si no lo tiene, no importa. ${A_MANO}`,
  desmedido: `No pudimos leer este archivo: pide más tiempo o memoria que cualquier recibo nuestro. ${A_MANO}`,
  cambiado: `Este PDF cambió después de que se hizo, y por eso no lo leemos. Descárguelo otra vez y elija ese. Si no puede, no importa. ${A_MANO}`,
  ajeno: `Este PDF no es un recibo hecho en esta oficina. Si es el comprobante del banco, guárdelo: puede servirle. ${A_MANO}`,
  'otro-documento': `Este PDF es de esta oficina, pero no es un recibo 490. ${A_MANO}`,
};

/**
 * Reads the number, the amount and the day of a slip 490 from its PDF: only of one that this office sealed, because what
 * another says of itself anybody can write. Nothing of the file is kept.
 */
export async function leerRecibo(
  e: Parameters<typeof leerSellado>[0],
  enTransaccion: Parameters<typeof leerSellado>[1],
  archivo: Buffer,
): Promise<Resultado<ReciboLeido, CodigoLectura>> {
  const no = (codigo: CodigoLectura) => falla(codigo, NO[codigo]);
  const bytes = desdeSuComienzo(archivo);
  const media = mediaDe(bytes);
  if (media !== 'application/pdf') return no(media || esFotoDeCelular(bytes) ? 'foto' : 'otro-tipo');
  const leido = await leerSellado(e, enTransaccion, bytes);
  if (!leido) return no('desmedido');
  if (leido.estado === 'alterado') return no('cambiado');
  if (leido.estado !== 'integro') return no('ajeno');
  const datos = DatosDelRecibo.safeParse(leido.datos);
  if (!datos.success) return no('otro-documento');
  const { recibo, paraEl, total } = datos.data;
  return bien({ numero: recibo, paraEl, total: BigInt(total) });
}

/** The kinds in which telephones keep pictures that this office does not take: HEIC and AVIF (`ftyp`), WebP. */
function esFotoDeCelular(bytes: Buffer): boolean {
  const letras = (desde: number, cuantas: number) => bytes.toString('latin1', desde, desde + cuantas);
  return letras(4, 4) === 'ftyp' || (letras(0, 4) === 'RIFF' && letras(8, 4) === 'WEBP');
}
