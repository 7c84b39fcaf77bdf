import type { Flujo } from './flujo.ts';

/** What a case is called wherever it is told: it answers somebody's request, or the office opened it by itself. */
export interface Palabras {
  /** The e-mail that goes with the first document. */
  abierto: { asunto: (radicado: string) => string; texto: (nombre: string, radicado: string) => string };
  adjunto: string;
  /** The e-mail that goes with the decision. */
  terminado: { asunto: (estado: string, radicado: string) => string; texto: (nombre: string) => string };
  /** The first document. */
  acuse: {
    nombre: string;
    titulo: (que: string) => string;
    cierre: string;
    explicacion: string;
    cuando: string;
    hash: string;
  };
  decision: { seccion: string; explicacion: string };
  radicada: string;
  /** What was sent first, after «Se envió». */
  enviado: string;
  /** Heading of what the case is about, for the person and for the desk. */
  contenido: { persona: string; mesa: string };
}

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
  enviado: 'el acuse',
  contenido: { persona: 'Lo que pidió, completo', mesa: 'Lo que pide' },
};

/** Ley 1437 de 2011, art. 35: whoever is concerned is told that it began, to defend themselves. */
const DE_OFICIO: Palabras = {
  abierto: {
    asunto: (radicado) => `La oficina abrió una actuación sobre su RUT: ${radicado}`,
    texto: (nombre, radicado) =>
      `La oficina abrió la actuación «${nombre}» sobre su RUT, con el radicado ${radicado}. Usted no tiene que haber pedido nada. Todavía no hay una decisión.`,
  },
  adjunto:
    'Adjuntamos la comunicación de inicio. Dice por qué se abrió. Si no está de acuerdo, escríbanos por la página del trámite antes de que se decida (Ley 1437 de 2011, art. 35).',
  terminado: {
    asunto: (estado, radicado) => `${estado}: actuación ${radicado} sobre su RUT`,
    texto: (nombre) => `La oficina terminó la actuación «${nombre}» sobre su RUT`,
  },
  acuse: {
    nombre: 'Comunicación de inicio',
    titulo: (que) => `Comunicación de inicio: ${que}`,
    cierre: 'Apertura',
    explicacion:
      'Este documento comunica que la oficina abrió una actuación sobre este RUT, por qué y cuándo. No es la decisión. El sello ' +
      'de la oficina lo cubre todo. Quien lo reciba puede comprobarlo con el código QR, con el archivo o sin conexión.',
    cuando: 'Abierta',
    hash: 'Huella de lo radicado (SHA-256)',
  },
  decision: {
    seccion: 'Actuación',
    explicacion: 'Este documento es el acto con el que la oficina termina la actuación.',
  },
  radicada: 'La oficina abrió la actuación',
  enviado: 'la comunicación de inicio',
  contenido: { persona: 'Por qué se abrió, completo', mesa: 'De qué se trata' },
};

export const palabrasDe = (flujo: Flujo): Palabras => (flujo.deOficio ? DE_OFICIO : DE_PARTE);

/** By which rule the office decides in that time; where it is its own choice, that is said. */
export const normaDelPlazo = ({ plazos }: Flujo, norma: string): string =>
  plazos.sinFuente ? `plazo que se fijó esta oficina, por analogía con ${norma}` : norma;
