import { abrirClavePersona, type SobreDeClave } from '@autogestion/documentos';
import { sql } from 'kysely';
import { auditar, type Transaccion } from '../plataforma/index.ts';
import { contextoDeClave, pimienta, type EntornoFirma } from './entorno.ts';
import { rechazo, type Rechazo } from './errores.ts';

/** House rule, no legal source: wrong passwords in a row that cost nothing, and how the wait grows after them. */
const REGLAS_FALLOS = { libres: 5, primeraEsperaMs: 60_000, esperaMaximaMs: 3_600_000 } as const;

export interface CertificadoEnUso {
  id: string;
  pem: string;
  serie: string;
  nit: string;
  nombre: string;
  desde: Date;
  hasta: Date;
}

type ClaveAbierta = { ok: true; clave: CryptoKey; certificado: CertificadoEnUso } | Rechazo;

interface Fila extends CertificadoEnUso {
  sobre: SobreDeClave;
  fallos: number;
  espera_hasta: Date | null;
}

/**
 * Opens the key of whoever acts with their signature password. The row stays locked until the transaction ends, so
 * that attempts at once count one by one. Wrong ones are written down: the caller must commit.
 */
export async function abrirClave(
  trx: Transaccion,
  e: Pick<EntornoFirma, 'claves'>,
  o: { persona: string; contrasena: string; campo?: string },
): Promise<ClaveAbierta> {
  const f = await claveParaUsar(trx, o.persona);
  if (!f) return rechazo('sin-firma', 'No tiene una firma electrónica vigente. Obténgala y vuelva.');
  const campo = o.campo ?? 'contrasena';
  if (f.espera_hasta && f.espera_hasta > trx.ahora) return enEspera(f.espera_hasta, trx.ahora, campo);
  const clave = await abrirClavePersona(f.sobre, {
    contrasena: o.contrasena,
    pimienta: pimienta(e.claves),
    contexto: contextoDeClave(o.persona),
  });
  if (!clave) return fallo(trx, o.persona, f.fallos + 1, campo);
  await sql`update firma.clave set fallos = 0, espera_hasta = null, usada_en = ${trx.ahora}
    where persona_id = ${o.persona}`.execute(trx.bd);
  return { ok: true, clave, certificado: f };
}

/** The key's row, locked, with the certificate that it signs for; undefined when there is none in force. */
export async function claveParaUsar(trx: Transaccion, persona: string): Promise<Fila | undefined> {
  const { rows } = await sql<Fila>`
    select c.id, c.pem, c.serie, c.nit, c.nombre, c.desde, c.hasta, k.sobre, k.fallos, k.espera_hasta
    from firma.clave k join firma.certificado c on c.id = k.certificado_id
    where k.persona_id = ${persona} for update of k`.execute(trx.bd);
  const f = rows[0];
  return f && f.desde <= trx.ahora && trx.ahora <= f.hasta ? f : undefined;
}

async function fallo(trx: Transaccion, persona: string, fallos: number, campo: string): Promise<Rechazo> {
  const { libres, primeraEsperaMs, esperaMaximaMs } = REGLAS_FALLOS;
  const sobran = fallos - libres;
  const espera = sobran < 0 ? 0 : Math.min(primeraEsperaMs * 2 ** sobran, esperaMaximaMs);
  const hasta = espera > 0 ? new Date(trx.ahora.getTime() + espera) : null;
  await sql`update firma.clave set fallos = ${fallos}, espera_hasta = ${hasta} where persona_id = ${persona}`.execute(
    trx.bd,
  );
  await auditar(trx, { accion: 'firma.contrasena-errada', persona, datos: { seguidas: fallos } });
  if (hasta) return enEspera(hasta, trx.ahora, campo);
  return rechazo('contrasena', 'Esa no es la contraseña de su firma. Escríbala otra vez.', { campo });
}

function enEspera(hasta: Date, ahora: Date, campo: string): Rechazo {
  const minutos = Math.ceil((hasta.getTime() - ahora.getTime()) / 60_000);
  const cuanto = minutos === 1 ? 'un minuto' : `${minutos} minutos`;
  return rechazo(
    'espere',
    `Escribió varias veces una contraseña que no es. Espere ${cuanto} y escríbala otra vez; si no la recuerda, emita una firma nueva.`,
    { campo },
  );
}
