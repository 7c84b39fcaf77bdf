import { anioDe } from '@autogestion/normas/fechas';
import type { Solicitante } from '@autogestion/normas/rut';
import { errores, puede, type Transaccion } from '../../plataforma/index.ts';
import { estadoDeTitular, versionVigente, type EstadoRut } from '../../rut/index.ts';

/** What the registry says of whoever asks, as the conditions of the procedures take it. */
export interface HechosDelRut {
  tipoContribuyente: '1' | '2';
  /** Box 53. */
  responsabilidades: string[];
  /** Box 54. */
  usuariosAduaneros: string[];
  /** Box 52. */
  establecimientos: number;
  estado: EstadoRut;
}

/** What the office knows in a draft. */
export interface HechosDelBorrador {
  rut: HechosDelRut;
  /** Year of the request: of when it was opened, because its questions are of that year and the ones before. */
  anio: number;
  quien: Solicitante | null;
}

/** The registry now. @throws 404 when whoever is acting may not see it. */
export async function hechosDelRut(trx: Transaccion, titular: string): Promise<HechosDelRut> {
  const version = await versionVigente(trx, titular);
  if (!version) throw errores.noEncontrado();
  const { tipoContribuyente, clasificacion } = version.registro;
  return {
    tipoContribuyente,
    responsabilidades: clasificacion.responsabilidades,
    usuariosAduaneros: clasificacion.usuariosAduaneros,
    establecimientos: clasificacion.establecimientos,
    estado: await estadoDeTitular(trx, titular),
  };
}

/**
 * Who asks (DUR 1.6.1.2.28 num. 1). Whoever prepares for another without being able to bind them is nobody yet: it is
 * known when the holder or the representative signs. What an official attends was filed, hence signed by one of them.
 */
export function quienPide({ actor }: Transaccion, titular: string): Solicitante | undefined {
  if (actor.tipo !== 'persona') return { calidad: 'representante', acreditado: true };
  if (actor.persona === titular) return { calidad: 'titular' };
  return puede(actor, titular, 'firmar') ? { calidad: 'representante', acreditado: true } : undefined;
}

/** What stays in a draft as it was when it was opened. */
export const hechosAlAbrir = ({ hoy }: Transaccion): Pick<HechosDelBorrador, 'anio'> => ({
  anio: anioDe(hoy),
});

/** What is read anew whenever a draft is loaded: a no is of the RUT of today, and so is a yes. */
export async function hechosDeHoy(
  trx: Transaccion,
  titular: string,
): Promise<Omit<HechosDelBorrador, 'anio'>> {
  return { rut: await hechosDelRut(trx, titular), quien: quienPide(trx, titular) ?? null };
}

/** The whole, of somebody who begins now. */
export async function hechosDelBorrador(trx: Transaccion, titular: string): Promise<HechosDelBorrador> {
  return { ...hechosAlAbrir(trx), ...(await hechosDeHoy(trx, titular)) };
}

/** Those of a draft of these procedures, which always has them. */
export function hechosAbiertos({ hechos }: { hechos: Partial<HechosDelBorrador> }): HechosDelBorrador {
  const { rut, anio, quien } = hechos;
  if (!rut || anio === undefined || quien === undefined)
    throw new Error('The draft has not what the RUT says');
  return { rut, anio, quien };
}
