import { cambiarContrasena } from '@autogestion/documentos';
import type { RegistroRut } from '@autogestion/normas/rut';
import { sql } from 'kysely';
import { auditar, type Transaccion } from '../plataforma/index.ts';
import { abrirClave, claveParaUsar } from './abrir-clave.ts';
import { revisarContrasenaNueva } from './contrasena-nueva.ts';
import { contextoDeClave, pimienta, type EntornoFirma } from './entorno.ts';
import type { Rechazo } from './errores.ts';

/** The same key under another password. The old envelope is overwritten: the old password opens nothing any more. */
export async function cambiarContrasenaDeFirma(
  trx: Transaccion,
  e: Pick<EntornoFirma, 'claves'>,
  o: { persona: string; registro: RegistroRut; actual: string; nueva: string },
): Promise<{ ok: true } | Rechazo> {
  const revisada = await revisarContrasenaNueva(o.nueva, o.registro);
  if (!revisada.ok) return revisada;
  const abierta = await abrirClave(trx, e, { persona: o.persona, contrasena: o.actual, campo: 'actual' });
  if (!abierta.ok) return abierta;
  const fila = await claveParaUsar(trx, o.persona);
  const apertura = {
    contrasena: o.actual,
    pimienta: pimienta(e.claves),
    contexto: contextoDeClave(o.persona),
  };
  const sobre = fila && (await cambiarContrasena(fila.sobre, apertura, o.nueva));
  if (!sobre) throw new Error('The password that opened the key a moment ago does not open it');
  await sql`update firma.clave set sobre = ${JSON.stringify(sobre)}::jsonb, cambiada_en = ${trx.ahora}
    where persona_id = ${o.persona}`.execute(trx.bd);
  await auditar(trx, {
    accion: 'firma.cambiar-contrasena',
    persona: o.persona,
    objeto: `certificado:${abierta.certificado.id}`,
  });
  return { ok: true };
}
