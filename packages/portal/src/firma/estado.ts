import { limiteDeRenovacion, type Causal, type HechosDeFirma } from '@autogestion/normas/firma';
import type { Fecha } from '@autogestion/normas/fechas';
import { sql } from 'kysely';
import type { Transaccion } from '../plataforma/index.ts';
import { certificadosDe, type CertificadoGuardado } from './consultas.ts';

/** Where a person's signature stands, computed out of its facts. */
export type EstadoDeFirma =
  | { tipo: 'sin-firma' }
  | {
      tipo: 'vigente';
      certificado: CertificadoGuardado;
      /** Last day to renew it with the margin. */
      limite: Fecha;
      /** That day has come. */
      porVencer: boolean;
    }
  | { tipo: 'vencida'; certificado: CertificadoGuardado }
  | { tipo: 'terminada'; certificado: CertificadoGuardado; causal: Causal; en: Date };

export async function estadoDeFirma(trx: Transaccion, persona: string): Promise<EstadoDeFirma> {
  const [ultimo] = await certificadosDe(trx, persona);
  return decidirEstado(ultimo, trx);
}

function decidirEstado(
  certificado: CertificadoGuardado | undefined,
  { ahora, hoy }: Pick<Transaccion, 'ahora' | 'hoy'>,
): EstadoDeFirma {
  if (!certificado) return { tipo: 'sin-firma' };
  const { revocacion, hasta } = certificado;
  if (revocacion) return { tipo: 'terminada', certificado, causal: revocacion.causal, en: revocacion.en };
  if (hasta < ahora) return { tipo: 'vencida', certificado };
  const limite = limiteDeRenovacion(hasta);
  return { tipo: 'vigente', certificado, limite, porVencer: hoy >= limite };
}

/** What is known of whether a person could sign: `aptitudPara` of normas decides. */
export async function hechosDeFirma(trx: Transaccion, persona: string): Promise<HechosDeFirma> {
  const estado = await estadoDeFirma(trx, persona);
  const { rows } = await sql<{ usada_en: Date | null; confirmado_en: Date | null }>`
    select (select usada_en from firma.clave where persona_id = ${persona}) as usada_en,
      (select confirmado_en from firma.confirmacion where persona_id = ${persona} and canal = 'correo') as confirmado_en`.execute(
    trx.bd,
  );
  return {
    certificadoHasta: estado.tipo === 'vigente' ? estado.certificado.hasta : undefined,
    contrasenaUsadaEn: rows[0]?.usada_en ?? undefined,
    correoConfirmadoEn: rows[0]?.confirmado_en ?? undefined,
  };
}
