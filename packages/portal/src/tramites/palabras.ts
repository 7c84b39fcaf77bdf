import type { Caso } from './consultas.ts';
import type { Flujo } from './flujo.ts';
import type { DatosDeHecho, Entrega, Final } from './marcha.ts';

/** What a case is called wherever it is told: it answers somebody's request, or the office opened it by itself. */
interface Palabras {
  /** The e-mail that goes with the first document. */
  abierto: { asunto: (radicado: string) => string; texto: (nombre: string, radicado: string) => string };
  adjunto: string;
  /** The e-mail that goes with the decision. */
  terminado: { asunto: (estado: string, radicado: string) => string; texto: (nombre: string) => string };
  /** The first document. */
  acuse: {
    nombre: string;
    titulo: (que: string) => string;
    /** Whose it is. */
    de: string;
    cierre: string;
    explicacion: string;
    cuando: string;
    hash: string;
  };
  decision: { seccion: string; explicacion: string };
  radicada: string;
  /** What was sent, after «Se envió». */
  enviado: Record<Entrega['asunto'], string>;
  /** Heading of what the case is about, for the person and for the desk. */
  contenido: { persona: string; mesa: string };
}

const DEMAS = { decision: 'la decisión', requerimiento: 'lo que la oficina le pide' };

const DE_PARTE: Palabras = {
  abierto: {
    asunto: (radicado) => `Recibimos su solicitud ${radicado}`,
    texto: (nombre, radicado) => `Recibimos su solicitud «${nombre}» con el radicado ${radicado}.`,
  },
  adjunto: 'Adjuntamos el acuse de recibo. Guárdelo: prueba qué pidió y cuándo.',
  terminado: {
    asunto: (estado, radicado) => `${estado}: su solicitud ${radicado}`,
    texto: (nombre) => `La oficina terminó su solicitud «${nombre}»`,
  },
  acuse: {
    nombre: 'Acuse de recibo',
    titulo: (que) => `Acuse: ${que}`,
    de: 'De',
    cierre: 'Recibo',
    explicacion:
      'Este documento prueba que la oficina recibió la solicitud, qué decía y cuándo. El sello de la oficina lo cubre todo. ' +
      'Quien lo reciba puede comprobarlo con el código QR, con el archivo o sin conexión.',
    cuando: 'Recibido',
    hash: 'Huella de lo presentado (SHA-256)',
  },
  decision: {
    seccion: 'Solicitud',
    explicacion: 'Este documento es la decisión de la oficina sobre la solicitud.',
  },
  radicada: 'Se radicó la solicitud',
  enviado: { acuse: 'el acuse', ...DEMAS },
  contenido: { persona: 'Lo que pidió, completo', mesa: 'Lo que pide' },
};

const SU_RUT = 'su RUT';

/** Ley 1437 de 2011, art. 35: whoever is concerned is told that it began, to defend themselves. */
const deOficio = (sobre: string): Palabras => ({
  abierto: {
    asunto: (radicado) => `La oficina abrió una actuación sobre ${sobre}: ${radicado}`,
    texto: (nombre, radicado) =>
      `La oficina abrió la actuación «${nombre}» sobre ${sobre}, con el radicado ${radicado}. Usted no tiene que haber pedido nada. Todavía no hay una decisión.`,
  },
  adjunto:
    'Adjuntamos la comunicación de inicio. Dice por qué se abrió. Si no está de acuerdo, escríbanos por la página del trámite antes de que se decida (Ley 1437 de 2011, art. 35).',
  terminado: {
    asunto: (estado, radicado) => `${estado}: actuación ${radicado} sobre ${sobre}`,
    texto: (nombre) => `La oficina terminó la actuación «${nombre}» sobre ${sobre}`,
  },
  acuse: {
    nombre: 'Comunicación de inicio',
    titulo: (que) => `Comunicación de inicio: ${que}`,
    de: sobre === SU_RUT ? 'RUT de' : 'De',
    cierre: 'Apertura',
    explicacion:
      'Este documento comunica que la oficina abrió una actuación, por qué y cuándo. No es la decisión. El sello ' +
      'de la oficina lo cubre todo. Quien lo reciba puede comprobarlo con el código QR, con el archivo o sin conexión.',
    cuando: 'Abierta',
    hash: 'Huella de lo radicado (SHA-256)',
  },
  decision: {
    seccion: 'Actuación',
    explicacion: 'Este documento es el acto con el que la oficina termina la actuación.',
  },
  radicada: 'La oficina abrió la actuación',
  enviado: { acuse: 'la comunicación de inicio', ...DEMAS },
  contenido: { persona: 'Por qué se abrió, completo', mesa: 'De qué se trata' },
});

export const palabrasDe = (flujo: Flujo): Palabras =>
  flujo.deOficio ? deOficio(flujo.sobre ?? SU_RUT) : DE_PARTE;

/** By which rule the office decides in that time; where it is its own choice, that is said. */
export const normaDelPlazo = ({ plazos }: Flujo, norma: string): string =>
  plazos.sinFuente ? `plazo que se fijó esta oficina, por analogía con ${norma}` : norma;

/** A state as people read it; its key where no flow names it any more. */
export const nombreDeEstado = (flujo: Flujo, estado: string): string =>
  flujo.estados[estado]?.nombre ?? estado;

export const nombreDelEstado = ({ tipo, marcha }: Pick<Caso, 'tipo' | 'marcha'>): string =>
  nombreDeEstado(tipo.flujo, marcha.estado);

/** What the office decided, in a sentence: the act and the page of the case say the same. */
export function loResuelto({ tipo }: Pick<Caso, 'tipo'>, final: Final): string {
  const sentido = final.hecho === 'decidida' ? tipo.flujo.sentidos[final.datos.sentido] : undefined;
  return sentido?.resuelve ?? 'Se devuelve la solicitud porque le faltan requisitos.';
}

/** Why what was sent did not arrive. */
export const FALLAS: Record<DatosDeHecho['no-notificada']['falla'], string> = {
  rechazado: 'El servidor de ese correo lo rechazó.',
  'sin-respuesta': 'El servidor de ese correo no respondió en tres días.',
  vencido: 'Venció antes de que pudiera enviarse.',
  'sin-correo': 'El RUT no tiene un correo.',
};

/** What the office does when it did not, for the person (ET, art. 565: what the e-mail returns is notified otherwise). */
export const SI_NO_LLEGA: Record<Entrega['asunto'], string> = {
  acuse: 'No tiene que hacer nada: la oficina recibió lo suyo, y aquí puede descargar este documento.',
  decision:
    'Puede descargarla en esta página. La oficina se la envía otra vez o se la notifica personalmente o por correo a la dirección de su RUT (Estatuto Tributario, art. 565). Si su correo cambió, actualícelo en el RUT.',
  requerimiento:
    'Lo que le piden está en esta página. La oficina se lo envía otra vez o se lo notifica de otro modo, y mientras tanto su solicitud no se archiva. Si su correo cambió, actualícelo en el RUT.',
};

/** What comes next, for the person. */
export const queSigue = ({ tipo, marcha }: Pick<Caso, 'tipo' | 'marcha'>): string =>
  tipo.flujo.estados[marcha.estado]?.queSigue ?? '';
