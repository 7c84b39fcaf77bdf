import type { Presentacion } from '@autogestion/documentos';
import { formatearPesos } from '@autogestion/normas/dinero';
import { formatoDeExogena } from '@autogestion/normas/exogena';
import { esFecha, formatearFecha, type Fecha } from '@autogestion/normas/fechas';
import { z } from 'zod';
import { tipoActo } from '../../firma/index.ts';
import { llamar, type Transaccion } from '../../plataforma/index.ts';
import { contactoDeTitular } from '../../rut/index.ts';
import type { LoDeHoyDelDocumento } from '../../sello/index.ts';
import { PRESENTAR_EXOGENA } from './nombres.ts';

const FECHA = z.custom<Fecha>((v) => typeof v === 'string' && esFecha(v));

/** What is signed of a delivery: which bytes, what they are, and what whoever signs was told. */
export const ActoDeExogena = z.object({
  /** Public identifier of the delivery. */
  entrega: z.string(),
  archivo: z.string(),
  /** SHA-256 of the file, in hexadecimal. */
  huella: z.string(),
  formato: z.string(),
  version: z.int(),
  anio: z.int(),
  /** Radicado of the delivery whose place it takes (concept 02). */
  reemplaza: z.string().nullable(),
  registros: z.int(),
  /** Pesos. They may be more than a number holds. */
  total: z.string(),
  /** Doubts that whoever delivers said to be right. */
  confirmadas: z.int(),
  vence: FECHA.nullable(),
  presentada: FECHA,
  /** Pesos, as it is settled before the office charges it. */
  sancion: z.int().nullable(),
});
export type ActoDeExogena = z.output<typeof ActoDeExogena>;

const cuantos = (n: number, uno: string, varios: string) =>
  `${n.toLocaleString('es-CO')} ${n === 1 ? uno : varios}`;

/** «Formato 1001, versión 11: Pagos o abonos…» */
export const nombreDelFormato = (formato: string, version: number | null): string =>
  `Formato ${formato}${version === null ? '' : `, versión ${version}`}: ${formatoDeExogena(formato)?.nombre ?? ''}`;

const presentar = (a: ActoDeExogena): Presentacion => ({
  titulo: `Información de terceros de ${a.anio}, formato ${a.formato}`,
  secciones: [
    {
      titulo: a.reemplaza === null ? 'Lo que presento' : 'Lo que reemplazo',
      parrafos: [
        `${nombreDelFormato(a.formato, a.version)}, del año gravable ${a.anio} (Estatuto Tributario, art. 631).`,
        ...(a.reemplaza === null
          ? []
          : [`Toma el lugar de la entrega con radicado ${a.reemplaza}, que queda en la historia.`]),
        ...(a.confirmadas === 0
          ? []
          : [
              `Revisé ${cuantos(a.confirmadas, 'aviso', 'avisos')} sobre el contenido y confirmo que los datos están bien.`,
            ]),
      ],
      filas: [
        { clave: 'Archivo', valor: a.archivo },
        { clave: 'Registros', valor: a.registros.toLocaleString('es-CO') },
        { clave: 'Valor total', valor: formatearPesos(BigInt(a.total)) },
        { clave: 'Huella del archivo (SHA-256)', valor: a.huella },
      ],
    },
    {
      titulo: 'El plazo',
      parrafos: [
        plazoEnPalabras(a),
        ...(a.sancion === null
          ? []
          : [
              `Por presentarla tarde, la sanción del artículo 651 del Estatuto Tributario que yo mismo liquido es de ${formatearPesos(BigInt(a.sancion))}, antes de la reducción del artículo 640.`,
            ]),
      ],
    },
  ],
});

function plazoEnPalabras({ vence, presentada }: ActoDeExogena): string {
  if (vence === null)
    return `Se presenta el ${formatearFecha(presentada)}. No conocemos el plazo de ese año.`;
  return presentada > vence
    ? `El plazo venció el ${formatearFecha(vence)}: se presenta tarde, el ${formatearFecha(presentada)}.`
    : `Se presenta el ${formatearFecha(presentada)}. El plazo vence el ${formatearFecha(vence)}.`;
}

export const TIPO_EXOGENA = tipoActo({
  tipo: PRESENTAR_EXOGENA,
  nombre: 'Entrega de información de terceros',
  esquema: ActoDeExogena,
  presentar,
  archivo: ({ formato, anio }) => `exogena-${formato}-${anio}`,
  hoy: hoyDeLaEntrega,
  async carta(trx, a, { documento, radicado, urlPublica }) {
    const contacto = await contactoDeTitular(trx, documento.titular);
    if (!contacto) return undefined;
    return {
      destino: contacto.correo,
      asunto: `Información de terceros de ${a.anio}, formato ${a.formato}: presentada`,
      texto: [
        `${nombreDelFormato(a.formato, a.version)}. Año gravable ${a.anio}. Radicado ${radicado}.`,
        `${cuantos(a.registros, 'registro', 'registros')}.${a.reemplaza === null ? '' : ` Toma el lugar de la entrega ${a.reemplaza}.`}`,
        '',
        'Adjuntamos el recibo con su firma y el sello de la oficina. Quien lo reciba puede comprobarlo en',
        `${urlPublica}/verificar/${documento.idPublico}`,
        '',
        'Si usted no la presentó, entre a la oficina, termine su firma y reemplácela.',
      ].join('\n'),
    };
  },
});

/** Whether it stands, for whoever holds its receipt. */
async function hoyDeLaEntrega(trx: Transaccion, documento: string): Promise<LoDeHoyDelDocumento | undefined> {
  const reemplazada = await llamar(trx, 'terceros.hoy_de_documento', { documento });
  if (reemplazada === null) return undefined;
  return reemplazada
    ? { sigue: false, frase: 'Reemplazada: lo que vale es lo que dice la entrega que tomó su lugar.' }
    : { sigue: true, frase: 'En firme: ninguna otra entrega tomó su lugar.' };
}
