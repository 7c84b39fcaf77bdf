import { sql } from 'kysely';
import {
  llamar,
  normalizarCodigo,
  textoAleatorio,
  uuidv7,
  type Claves,
  type Transaccion,
} from '../../plataforma/index.ts';

/** House rule: how many, and of how many characters (50 bits each). */
const CUANTOS = 10;
const LARGO = 10;

const hashDe = (claves: Claves, cuenta: string, codigo: string): Buffer =>
  claves.hmac('cuentas.recuperacion', `${cuenta}:${normalizarCodigo(codigo)}`);

/** New ones for whoever acts; the older ones are worth nothing. They are shown once. */
export async function nuevosCodigosDeRecuperacion(
  trx: Transaccion,
  claves: Claves,
  cuenta: string,
): Promise<string[]> {
  const codigos = Array.from({ length: CUANTOS }, () => textoAleatorio(LARGO));
  await sql`delete from cuentas.codigo_recuperacion where cuenta_id = ${cuenta}`.execute(trx.bd);
  for (const codigo of codigos)
    await sql`insert into cuentas.codigo_recuperacion (id, cuenta_id, hash, creado_en)
      values (${uuidv7(trx.ahora)}, ${cuenta}, ${hashDe(claves, cuenta, codigo)}, ${trx.ahora})`.execute(
      trx.bd,
    );
  return codigos.map((c) => `${c.slice(0, 5)}-${c.slice(5)}`);
}

/** Spends it: each serves once, and of two at the same time one wins. */
export async function usarCodigoDeRecuperacion(
  trx: Transaccion,
  claves: Claves,
  cuenta: string,
  codigo: string,
): Promise<boolean> {
  return (
    (await llamar(trx, 'cuentas.usar_codigo_recuperacion', {
      cuenta,
      hash: hashDe(claves, cuenta, codigo),
      ahora: trx.ahora,
    })) === true
  );
}
