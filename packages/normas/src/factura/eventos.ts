import { diasDe, EFECTIVO } from '../calendario/index.ts';
import { fecha, sumarDias } from '../fechas/index.ts';

const DIAS = diasDe(EFECTIVO);

/** What each event is called (RADIAN technical annex 1.1, Resolución DIAN 000085 de 2022). */
export const NOMBRES_DE_EVENTOS: Readonly<Record<string, string>> = {
  '030': 'Acuse de recibo de la factura',
  '031': 'Reclamo de la factura',
  '032': 'Recibo del bien o de la prestación del servicio',
  '033': 'Aceptación expresa',
  '034': 'Aceptación tácita',
  '035': 'Aval',
  '036': 'Inscripción de la factura en RADIAN como título valor',
};

/** Who says each: the buyer receives and accepts, the issuer tells the rest. */
const DE_QUIEN: Readonly<Record<string, 'emisor' | 'adquirente'>> = {
  '030': 'adquirente',
  '031': 'adquirente',
  '032': 'adquirente',
  '033': 'adquirente',
  '034': 'emisor',
  '036': 'emisor',
};

interface LoAnterior {
  esParte: 'emisor' | 'adquirente' | 'ninguna';
  eventos: readonly { evento: string; fecha: string }[];
  /** Whether three business days went by since that day. */
  tresDias: (desde: string) => boolean;
}

/**
 * Why an event does not come now; undefined when it does. The order is 030, 032, and then a claim or the express
 * acceptance, or three business days after 032 the tacit one (Código de Comercio 773; RADIAN annex 1.1). Pure.
 */
export function ordenDeEvento(
  codigo: string,
  { esParte, eventos, tresDias }: LoAnterior,
): string | undefined {
  const de = DE_QUIEN[codigo];
  if (de && esParte !== de)
    return de === 'adquirente'
      ? `El evento ${codigo} lo dice quien compró, y lo firma otro.`
      : `El evento ${codigo} lo dice quien expidió la factura, y lo firma otro.`;
  const hay = (cual: string) => eventos.find((e) => e.evento === cual);
  if (codigo !== '035' && hay(codigo))
    return `La factura ya tiene el evento ${codigo}, del ${hay(codigo)?.fecha ?? ''}.`;
  const recibo = hay('032');
  const fin = hay('031') ?? hay('033') ?? hay('034');
  switch (codigo) {
    case '032':
      return hay('030') ? undefined : 'Antes del recibo del bien (032) va el acuse de recibo (030).';
    case '031':
    case '033':
      if (!recibo) return `Antes del evento ${codigo} va el recibo del bien o del servicio (032).`;
      if (fin) return `La factura ya tiene el evento ${fin.evento}, del ${fin.fecha}.`;
      return undefined;
    case '034':
      if (!recibo) return 'Antes de la aceptación tácita (034) va el recibo del bien o del servicio (032).';
      if (fin) return `La factura ya tiene el evento ${fin.evento}, del ${fin.fecha}.`;
      return tresDias(recibo.fecha)
        ? undefined
        : `No han pasado tres días hábiles desde el recibo (032), que es del ${recibo.fecha}.`;
    case '036':
      return (hay('033') ?? hay('034'))
        ? undefined
        : 'Una factura se inscribe como título valor después de aceptada (033 o 034).';
    default:
      return undefined;
  }
}

/** Whether three whole business days lie between two days. */
export function hayTresDiasHabiles(desde: string, hoy: string): boolean {
  let dia = fecha(desde);
  for (let habiles = 0; habiles < 3;) {
    dia = sumarDias(dia, 1);
    if (DIAS.esHabil(dia)) habiles++;
  }
  return hoy > dia;
}

interface EventoDeFactura {
  evento: string;
  fecha: string;
}

/** How an invoice stands by its events, and who may collect it. Computed each time, and kept nowhere. */
export interface EstadoDeLaFactura {
  frase: string;
  /** Registered as a negotiable instrument (036). */
  tituloValor: boolean;
  /** Who issued it: no event from 030 to 036 moves it to somebody else. */
  legitimoTenedor: { nombre: string };
}

export function estadoPorEventos(
  factura: { emisor: string },
  eventos: readonly EventoDeFactura[],
): EstadoDeLaFactura {
  const hay = (cual: string) => eventos.find((e) => e.evento === cual);
  const tituloValor = hay('036') !== undefined;
  const ultimo = ['036', '034', '033', '031', '032', '030'].find(hay);
  const frases: Readonly<Record<string, string>> = {
    '030': 'Quien compró acusó recibo de la factura.',
    '031': 'Quien compró reclamó: no la acepta.',
    '032': 'Quien compró recibió el bien o el servicio.',
    '033': 'Quien compró la aceptó.',
    '034': 'Se tiene por aceptada: pasaron tres días hábiles sin reclamo.',
    '036': 'Está inscrita en el registro como título valor.',
  };
  return {
    frase: frases[ultimo ?? ''] ?? 'No tiene eventos.',
    tituloValor,
    legitimoTenedor: { nombre: factura.emisor },
  };
}
