import type { ActoPorFirmar } from './acto.ts';

/** What a person's signature turns out to be. */
export type EstadoDeFirma =
  /** Whole, by that person, with a certificate in force and not revoked when they signed. */
  | 'valida'
  /** What was signed, or the signature, is not what it was. */
  | 'alterada'
  | 'de-otra-autoridad'
  /** The certificate had expired, or did not serve yet. */
  | 'fuera-de-vigencia'
  /** The certificate was revoked before the signature. */
  | 'revocado'
  /** Nothing proves when it was signed. */
  | 'sin-hora'
  /** All else is right, but without a revocation list newer than the signature nobody can say that it is valid. */
  | 'sin-lista';

export interface VeredictoDeFirma {
  estado: EstadoDeFirma;
  /** Sentences for the person, in plain Spanish; at least one. */
  razones: string[];
  /** What was signed; absent when it is not whole. */
  acto: ActoPorFirmar | undefined;
  firmante: { nombre: string; nit: string; serie: string } | undefined;
  /** Instant that the timestamp proves. */
  firmadaEn: Date | undefined;
  certificado: { desde: Date; hasta: Date } | undefined;
  /** Whether the certificate was in force at that instant; undefined when it could not be known. */
  certificadoVigente: boolean | undefined;
  /** Before or after the signature. */
  revocadoEn: Date | undefined;
}

export const RAZON_FIRMA = {
  valida: 'La firma es de esa persona, y lo firmado no ha cambiado. Su certificado estaba vigente.',
  revocadoDespues:
    'La firma es válida: cuando se firmó el certificado estaba vigente. Después fue revocado, y eso no afecta lo ya firmado.',
  revocado: 'La firma no es válida: el certificado ya estaba revocado cuando se firmó.',
  alterada: 'Lo firmado, o la firma, no es lo que la persona firmó. No confíe en este documento.',
  deOtraAutoridad: 'El certificado de quien firma no lo emitió esta oficina.',
  sinHora: 'La firma no trae una hora comprobada, así que no se puede saber si el certificado servía.',
  fueraDeVigencia: 'El certificado de quien firma no estaba vigente cuando se firmó.',
  sinLista:
    'Falta la lista de certificados revocados de la oficina, así que no se puede saber si el certificado servía cuando se firmó.',
  listaAnterior:
    'La lista de certificados revocados es anterior a la firma: descargue una más reciente y verifique otra vez.',
} as const;
