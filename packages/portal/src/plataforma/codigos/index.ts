import { codigoEscrito } from '@autogestion/normas/texto';
import { sql } from 'kysely';
import { llamar } from '../base-de-datos/index.ts';
import type { Claves } from '../cifrado/index.ts';
import { iguales } from '../cifrado/index.ts';
import { textoAleatorio, uuidv7 } from '../ids/index.ts';
import type { Transaccion } from '../transaccion/index.ts';
import type { SinEmitir } from './espera.ts';

/** House rules for one-time codes; the law fixes none (domain notes on the IFE, R. DIAN 139/2023 art. 5). */
export const REGLAS_CODIGO = {
  largo: 6,
  vigenciaMinutos: 10,
  intentos: 5,
  esperaSegundos: 60,
  porDia: 20,
} as const;

/** `vence` is for the message that carries the code, which is not sent after it. */
export type Emision = { tipo: 'emitido'; codigo: string; vence: Date } | SinEmitir;

export { avisoDeEspera, cabecerasDeEspera, ESPERE, espereEnApi, type SinEmitir } from './espera.ts';

export type Comprobacion = 'correcto' | 'incorrecto' | 'agotado' | 'vencido' | 'sin-codigo';

/** A code is good only in the session that asked for it, for one purpose and one destination. */
export interface Codigos {
  /**
   * @param conocido whom the destination knows already, where anybody may ask: what strangers ask for is counted apart,
   * so that nobody spends its owner's
   */
  emitir(
    trx: Transaccion,
    sesion: string,
    proposito: string,
    destino: string,
    conocido?: string,
  ): Promise<Emision>;
  comprobar(
    trx: Transaccion,
    sesion: string,
    proposito: string,
    destino: string,
    escrito: string,
  ): Promise<Comprobacion>;
}

export function codigosDeUnUso(claves: Claves): Codigos {
  const hashDestino = (destino: string) => claves.hmac('codigo-destino', destino.toLowerCase());
  // The wait is of one purpose: shared, it would tell whoever asks for a code to somebody's document and then to an
  // address that both are the same person's.
  const hashEnvio = (proposito: string, destino: string, conocido = '') =>
    claves.hmac('codigo-envio', `${proposito}:${destino.toLowerCase()}${conocido && `:${conocido}`}`);
  const hashCodigo = (id: string, codigo: string) => claves.hmac('codigo', `${id}:${codigo}`);

  return {
    async emitir(trx, sesion, proposito, destino, conocido) {
      const falta = await llamar(trx, 'plataforma.pedir_envio', {
        destino: hashEnvio(proposito, destino, conocido),
        ahora: trx.ahora,
        dia: trx.hoy,
        espera: `${REGLAS_CODIGO.esperaSegundos} seconds`,
        porDia: REGLAS_CODIGO.porDia,
      });
      if (falta === -1) return { tipo: 'agotado' };
      if (falta !== 0) return { tipo: 'espere', segundos: falta ?? REGLAS_CODIGO.esperaSegundos };
      const id = uuidv7(trx.ahora);
      const codigo = textoAleatorio(REGLAS_CODIGO.largo);
      const vence = new Date(trx.ahora.getTime() + REGLAS_CODIGO.vigenciaMinutos * 60_000);
      await sql`insert into plataforma.codigo (id, sesion_id, proposito, destino_hash, codigo_hash, creado_en, vence_en)
        values (${id}, ${sesion}, ${proposito}, ${hashDestino(destino)}, ${hashCodigo(id, codigo)}, ${trx.ahora}, ${vence})`.execute(
        trx.bd,
      );
      return { tipo: 'emitido', codigo, vence };
    },

    async comprobar(trx, sesion, proposito, destino, escrito) {
      interface Fila {
        id: string;
        codigo_hash: Buffer;
        vence_en: Date;
        intentos: number;
        usado_en: Date | null;
      }
      // The row lock makes parallel tries count one by one, so exactly one of them can win.
      const { rows } =
        await sql<Fila>`select id, codigo_hash, vence_en, intentos, usado_en from plataforma.codigo
        where sesion_id = ${sesion} and proposito = ${proposito} and destino_hash = ${hashDestino(destino)}
        order by creado_en desc, id desc limit 1 for update`.execute(trx.bd);
      const fila = rows[0];
      if (!fila) return 'sin-codigo';
      if (fila.usado_en || fila.vence_en <= trx.ahora) return 'vencido';
      if (fila.intentos >= REGLAS_CODIGO.intentos) return 'agotado';
      if (!iguales(fila.codigo_hash, hashCodigo(fila.id, normalizarCodigo(escrito)))) {
        await sql`update plataforma.codigo set intentos = intentos + 1 where id = ${fila.id}`.execute(trx.bd);
        return fila.intentos + 1 >= REGLAS_CODIGO.intentos ? 'agotado' : 'incorrecto';
      }
      await sql`update plataforma.codigo set usado_en = ${trx.ahora} where id = ${fila.id}`.execute(trx.bd);
      return 'correcto';
    },
  };
}

/** The code in what was typed or pasted: `codigoEscrito` of normas, or the only one in the whole of our message. */
export function normalizarCodigo(escrito: string): string {
  const codigo = codigoEscrito(escrito);
  if (codigo.length <= 2 * REGLAS_CODIGO.largo) return codigo;
  const [unico, ...otros] = new Set(escrito.match(CODIGO_EN_UN_TEXTO));
  return unico !== undefined && otros.length === 0 ? unico : codigo;
}

const CODIGO_EN_UN_TEXTO = new RegExp(
  `(?<![\\p{L}\\p{N}])[0-9A-HJKMNP-TV-Z]{${REGLAS_CODIGO.largo}}(?![\\p{L}\\p{N}])`,
  'gu',
);

/** What the person reads beside the field when the code does not serve. */
export const MENSAJE_COMPROBACION: Readonly<Record<Exclude<Comprobacion, 'correcto'>, string>> = {
  incorrecto: 'El código no coincide. Revise el mensaje más reciente y escríbalo otra vez.',
  agotado: 'Ese código ya no sirve porque se intentó cinco veces. Pida uno nuevo.',
  vencido: 'Ese código venció o ya se usó. Pida uno nuevo.',
  'sin-codigo': 'Todavía no hemos enviado un código. Pida uno nuevo.',
};
