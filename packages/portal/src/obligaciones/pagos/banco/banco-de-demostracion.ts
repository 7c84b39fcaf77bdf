import { fechaEnBogota } from '@autogestion/normas/fechas';
import { sql } from 'kysely';
import {
  encolar,
  trabajo,
  type Claves,
  type EnTransaccion,
  type Trabajo,
} from '../../../plataforma/index.ts';
import type { DichoPorElBanco } from './dicho.ts';
import { firmarAviso } from './firma-de-aviso.ts';
import type { PuertoBanco } from './puerto.ts';

/** What one chooses that the bank does, as its page says it. */
export const ELECCIONES = {
  aprobar: 'Aprobar el pago',
  rechazar: 'Rechazarlo',
  pendiente: 'Dejarlo pendiente',
  tarde: 'Aprobarlo, pero confirmar dos minutos después',
  'dos-veces': 'Aprobarlo y confirmar dos veces',
  'otro-valor': 'Aprobarlo por otro valor',
  callar: 'Aprobarlo y no confirmar nunca',
} as const;

export type Eleccion = keyof typeof ELECCIONES;
export const esEleccion = (texto: string): texto is Eleccion => Object.hasOwn(ELECCIONES, texto);

const MINUTO = 60_000;
const TARDE = 2 * MINUTO;
/** A payment that nobody finishes ends so. */
const PACIENCIA = 30 * MINUTO;

export interface CobroDeDemostracion {
  operacion: string;
  recibo: string;
  valor: bigint;
  volver: string;
  pedidaEn: Date;
  /** Of the operation at that bank, which its collection file carries too; the first ones had none. */
  numero?: number;
  eleccion?: { cual: Eleccion; en: Date };
}

/** How a payment stands at that bank at an instant: of what was chosen, and of the time that went by. */
export function dichoDelBanco(c: CobroDeDemostracion, ahora: Date): DichoPorElBanco {
  const { cual, en } = c.eleccion ?? { cual: 'pendiente' as const, en: c.pedidaEn };
  const pasado = ahora.getTime() - en.getTime();
  const estado = ((): DichoPorElBanco['estado'] => {
    if (cual === 'rechazar') return 'rechazada';
    if (cual === 'pendiente') return pasado < PACIENCIA ? 'pendiente' : 'rechazada';
    if (cual === 'tarde') return pasado < TARDE ? 'pendiente' : 'aprobada';
    return 'aprobada';
  })();
  const otro = c.valor > 1_000n ? c.valor - 1_000n : c.valor + 1_000n;
  return {
    operacion: c.operacion,
    estado,
    referencia: referenciaDe(c),
    recibo: c.recibo,
    valor: Number(cual === 'otro-valor' ? otro : c.valor),
    dia: fechaEnBogota(en),
  };
}

/** As Asobancaria has it: six digits. */
const referenciaDe = ({ operacion, numero }: CobroDeDemostracion): string =>
  numero === undefined ? `DEMO-${operacion.slice(0, 12).toUpperCase()}` : String(numero).padStart(6, '0');

interface EntornoDelBanco {
  comoPropietario: EnTransaccion;
  claves: Claves;
  urlPublica: string;
}

const AVISAR = 'obligaciones.avisar-el-banco-de-demostracion';
const BANCO = { tipo: 'sistema', trabajo: 'obligaciones.banco-de-demostracion' } as const;

const secretoDe = (claves: Claves): string => claves.derivar('banco-de-demostracion').toString('hex');

/** Local side of the port: a bank of nobody's money, with a page where one chooses how it behaves. */
export function bancoDeDemostracion(e: EntornoDelBanco): PuertoBanco {
  return {
    nombre: 'banco-demostracion',
    secreto: secretoDe(e.claves),
    cobrar: (c) =>
      e.comoPropietario(BANCO, async (trx) => {
        await sql`insert into obligaciones.banco_de_demostracion (operacion, recibo, valor, volver, pedida_en, numero)
          values (${c.operacion}, ${c.recibo}, ${c.valor}, ${c.volver}, ${trx.ahora},
            nextval('obligaciones.banco_de_demostracion_numero')::int) on conflict do nothing`.execute(
          trx.bd,
        );
        return { ir: `${e.urlPublica}/banco-de-demostracion/${c.operacion}` };
      }),
    preguntar: async (operacion) => {
      const cobro = await cobroDeDemostracion(e, operacion);
      return cobro && e.comoPropietario(BANCO, async (trx) => dichoDelBanco(cobro, trx.ahora));
    },
  };
}

export const cobroDeDemostracion = (
  { comoPropietario }: Pick<EntornoDelBanco, 'comoPropietario'>,
  operacion: string,
): Promise<CobroDeDemostracion | undefined> =>
  comoPropietario(BANCO, async (trx) => {
    const { rows } = await sql<{
      recibo: string;
      valor: bigint;
      volver: string;
      pedida_en: Date;
      numero: number | null;
      eleccion: string | null;
      elegida_en: Date | null;
    }>`select recibo, valor, volver, pedida_en, numero, eleccion, elegida_en from obligaciones.banco_de_demostracion
      where operacion = ${operacion}`.execute(trx.bd);
    const f = rows[0];
    if (!f) return undefined;
    const { recibo, valor, volver, pedida_en, numero, eleccion, elegida_en } = f;
    return {
      ...{ operacion, recibo, valor, volver, pedidaEn: pedida_en },
      ...(numero !== null && { numero }),
      ...(eleccion !== null && elegida_en && { eleccion: { cual: eleccion as Eleccion, en: elegida_en } }),
    };
  });

/** Chooses, once, and leaves to be sent what that bank would send. */
export const elegir = (
  { comoPropietario }: Pick<EntornoDelBanco, 'comoPropietario'>,
  operacion: string,
  cual: Eleccion,
): Promise<void> =>
  comoPropietario(BANCO, async (trx) => {
    const { rows } =
      await sql`update obligaciones.banco_de_demostracion set eleccion = ${cual}, elegida_en = ${trx.ahora}
      where operacion = ${operacion} and eleccion is null returning operacion`.execute(trx.bd);
    if (rows.length === 0 || cual === 'callar') return;
    const avisar = (vez: number, en = 0) =>
      encolar(
        trx,
        AVISAR,
        { operacion },
        { clave: `${AVISAR}:${operacion}:${vez}`, desde: new Date(trx.ahora.getTime() + en) },
      );
    await avisar(1);
    if (cual === 'dos-veces') await avisar(2);
    if (cual === 'tarde') await avisar(2, TARDE);
  });

/** Sends a notice to the office as a bank does: signed, over HTTP, again and again until it is taken. */
export const trabajoAvisarDelBanco = (e: EntornoDelBanco): Trabajo =>
  trabajo({
    nombre: AVISAR,
    async ejecutar({ operacion }: { operacion: string }) {
      const cobro = await cobroDeDemostracion(e, operacion);
      if (!cobro) return;
      const { dicho, ahora } = await e.comoPropietario(BANCO, async (trx) => ({
        dicho: dichoDelBanco(cobro, trx.ahora),
        ahora: trx.ahora,
      }));
      const r = await fetch(`${e.urlPublica}/api/v1/banco/avisos`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...firmarAviso(secretoDe(e.claves), dicho, ahora) },
        body: JSON.stringify(dicho),
        signal: AbortSignal.timeout(8_000),
      });
      // 409: it was read before.
      if (!r.ok && r.status !== 409)
        throw new Error(`The office answered ${r.status} to the demonstration's bank`);
    },
  });
