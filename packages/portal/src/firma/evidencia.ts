import type { ActoFirmado, ActoPorFirmar } from '@autogestion/documentos';
import { sha256 } from '../plataforma/index.ts';
import type { CertificadoEnUso } from './abrir-clave.ts';
import type { AcuerdoAceptado } from './acuerdo.ts';
import type { Canal } from './canales.ts';

export type FactorUsado =
  | { factor: 'contrasena'; usadoEn: string }
  /** The person gave the date of issue of their document, and the identity registry knew it. */
  | { factor: 'registro-de-identidad'; usadoEn: string }
  /** A passkey answered a challenge made for this act; `llave` is its identifier in the account. */
  | { factor: 'llave-de-acceso'; llave: string; usadoEn: string }
  | {
      factor: 'clave-dinamica';
      canal: Canal;
      /** Masked. */
      destino: string;
      pedidaEn: string;
      usadoEn: string;
    };

/** How an act was signed: what Decreto 2364 de 2012 art. 7 asks whoever offers the signature to prove. */
export interface Evidencia {
  version: 1;
  acto: { radicado: string; tipo: string; /** Of what was signed, hexadecimal. */ sha256: string };
  /** Hash of what the person had before their eyes. */
  mostrado: string;
  firmadoEn: string;
  /** Who acted, and for whom. */
  actuo: ActoPorFirmar['firmante'];
  por: ActoPorFirmar['titular'];
  factores: FactorUsado[];
  sesion: string;
  certificado: { serie: string; desde: string; hasta: string };
  acuerdo: { version: string; sha256: string; aceptadoEn: string };
  firmas: { jws: string; cms: string };
}

export function evidenciaDe(o: {
  porFirmar: ActoPorFirmar;
  firmado: ActoFirmado;
  factores: FactorUsado[];
  sesion: string;
  certificado: CertificadoEnUso;
  acuerdo: AcuerdoAceptado;
}): Evidencia {
  const { porFirmar, firmado, certificado, acuerdo } = o;
  const huella = (dato: string | Uint8Array) => sha256(dato).toString('hex');
  return {
    version: 1,
    acto: { radicado: porFirmar.radicado, tipo: porFirmar.tipo, sha256: huella(firmado.canonico) },
    mostrado: porFirmar.mostrado,
    firmadoEn: porFirmar.firmadoEn,
    actuo: porFirmar.firmante,
    por: porFirmar.titular,
    factores: o.factores,
    sesion: o.sesion,
    certificado: {
      serie: certificado.serie,
      desde: certificado.desde.toISOString(),
      hasta: certificado.hasta.toISOString(),
    },
    acuerdo: {
      version: acuerdo.version,
      sha256: acuerdo.hash,
      aceptadoEn: acuerdo.aceptadoEn.toISOString(),
    },
    firmas: { jws: huella(firmado.jws), cms: huella(firmado.cms) },
  };
}
