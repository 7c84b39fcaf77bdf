import {
  codigoDeRegla,
  hayTresDiasHabiles,
  NOMBRES_DE_EVENTOS,
  ordenDeEvento,
} from '@autogestion/normas/factura';
import type { DocumentoElectronico, Hallazgo } from '@autogestion/normas/factura';

/** What the register knows of a document's surroundings. */
export interface LoQueYaHay {
  /** In the register, with the same code. */
  mismo: { igual: boolean; difieren: readonly string[] } | undefined;
  /** The invoice of which a note or an event speaks. */
  deQueHabla:
    | { numero: string; esParte: 'emisor' | 'adquirente' | 'ninguna'; eventos: readonly EventoAnotado[] }
    | undefined;
  /** For whom it was delivered; undefined where the office or an official did. */
  loEntrega: 'quien-lo-expide' | 'otro' | undefined;
  ahora: Date;
  hoy: string;
}

export interface EventoAnotado {
  evento: string;
  fecha: string;
}

/** Minutes that the clock of who signs may be ahead. */
const ADELANTO = 10;

/** What only the register can tell of a document. Pure. */
export function revisarEnElRegistro(
  d: DocumentoElectronico,
  firmadoEn: string | undefined,
  h: LoQueYaHay,
): Hallazgo[] {
  const hallazgos: Hallazgo[] = [];
  const anotar = (regla: string, mensaje: string, tipo: Hallazgo['tipo'] = 'rechazo'): void => {
    hallazgos.push({ regla, tipo, mensaje });
  };
  if (h.loEntrega === 'otro')
    anotar(
      'ZE03',
      'Lo entrega quien no lo expidió. Un documento lo entrega quien lo expide, o quien este delegue.',
    );
  // What is in the register already came in its time: brought again, nothing new is asked of it.
  if (h.mismo?.igual) return hallazgos;
  if (h.mismo)
    anotar(
      codigoDeRegla(d, 'AD06'),
      `Documento procesado anteriormente (90): en el registro ya hay otro con este mismo código. ${
        h.mismo.difieren.length > 0
          ? `Difieren en: ${h.mismo.difieren.join(', ')}.`
          : 'Dicen lo mismo, pero lo firmado no es igual.'
      }`,
    );
  const firmado = Date.parse(firmadoEn ?? '');
  if (firmado > h.ahora.getTime() + ADELANTO * 60_000)
    anotar('ZE01', `La firma dice una hora que no ha llegado: ${firmadoEn ?? ''}.`);
  if (d.raiz === 'ApplicationResponse') deEvento(d, h, anotar);
  else if (d.raiz === 'CreditNote' || d.raiz === 'DebitNote') deNota(d, h, anotar);
  return hallazgos;
}

type Anotar = (regla: string, mensaje: string, tipo?: Hallazgo['tipo']) => void;

function deNota(d: DocumentoElectronico, { deQueHabla }: LoQueYaHay, anotar: Anotar): void {
  if (!d.corrige?.codigo) return;
  if (!deQueHabla) {
    anotar(
      codigoDeRegla(d, 'BI'),
      `El documento que corrige (${d.corrige.numero ?? 'sin número'}) no está en este registro.`,
      'notificacion',
    );
    return;
  }
  const aceptada = deQueHabla.eventos.find((e) => e.evento === '033' || e.evento === '034');
  if (aceptada)
    anotar(
      codigoDeRegla(d, 'BI'),
      `La factura ${deQueHabla.numero} se aceptó el ${aceptada.fecha} (${aceptada.evento}): ya no admite notas.`,
    );
}

function deEvento(d: DocumentoElectronico, h: LoQueYaHay, anotar: Anotar): void {
  const { codigo = '' } = d.evento ?? {};
  const regla = codigoDeRegla(d, '');
  if (!Object.hasOwn(NOMBRES_DE_EVENTOS, codigo)) {
    anotar(regla, `El evento ${codigo || 'sin código'} no se recibe aquí: son del 030 al 036.`);
    return;
  }
  if (!h.deQueHabla) {
    anotar(
      regla,
      `La factura de la que habla el evento (${d.evento?.documento ?? 'sin número'}) no está en este registro.`,
    );
    return;
  }
  const falta = ordenDeEvento(codigo, {
    ...h.deQueHabla,
    tresDias: (desde) => hayTresDiasHabiles(desde, h.hoy),
  });
  if (falta) anotar(regla, falta);
}
