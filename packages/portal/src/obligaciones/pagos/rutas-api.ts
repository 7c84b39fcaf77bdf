import { esFecha, fecha } from '@autogestion/normas/fechas';
import { z } from 'zod';
import {
  errores,
  esRechazo,
  json,
  ruta,
  unaSolaVez,
  type EnTransaccion,
  type Peticion,
  type Ruta,
  type Transaccion,
} from '../../plataforma/index.ts';
import { documentoDeClave } from '../../sello/index.ts';
import { DE_PAGOS } from '../politicas.ts';
import { operacionDe } from './banco/operacion.ts';
import { pagarEnLinea } from './banco/pagar-en-linea.ts';
import type { PuertoBanco } from './banco/puerto.ts';
import { reciboDe } from './consultas.ts';
import { claveDelDocumento } from './documento-del-recibo.ts';
import { emitirReciboDeVarias } from './emitir-recibo.ts';
import { OperacionApi, operacionEnJson, ReciboApi, reciboEnJson } from './recibo-en-json.ts';

const TITULAR = z.object({ titular: z.string() });
const BASE = '/api/v1/de/:titular/obligaciones';
const ETIQUETA = 'Pagos';

/** What a program asks for: of each debt everything, or how much; and the day, today unless told. */
const PEDIDO = z.strictObject({
  deudas: z
    .array(
      z.strictObject({
        obligacion: z.string().describe('El `id` de la obligación en el estado de cuenta'),
        valor: z.int().positive().optional().describe('Todo lo que deba ese día, si no se dice'),
      }),
    )
    .min(1, { error: 'Diga al menos una deuda.' }),
  paraEl: z
    .string()
    .refine(esFecha, { error: 'Escriba la fecha como 2026-06-30.' })
    .optional()
    .describe('El día en que se va a pagar; hoy, si no se dice'),
});

interface Entorno {
  banco: PuertoBanco | undefined;
  comoPropietario: EnTransaccion;
  urlPublica: string;
}

/** What the pages of payments do, for programs. */
export function rutasApiDePagos(e: Entorno): Ruta[] {
  const unRecibo = { acceso: 'titular', parametros: TITULAR.extend({ recibo: z.string() }) } as const;
  const { banco } = e;
  const leer = async (trx: Transaccion, p: Peticion<{ titular: string }>, numero: string) => {
    const recibo = await reciboDe(trx, numero);
    if (recibo?.titular !== p.titular) throw errores.noEncontrado();
    const documento = await documentoDeClave(trx, p.titular, claveDelDocumento(numero));
    return reciboEnJson(recibo, {
      hoy: trx.hoy,
      pagina: `${e.urlPublica}/de/${p.parametros.titular}/obligaciones/recibos/${numero}`,
      sellado: documento?.sellado !== undefined,
    });
  };
  return [
    ruta({
      acceso: 'titular',
      parametros: TITULAR,
      nombre: 'obligaciones.api-hacer-recibo',
      metodo: 'POST',
      camino: `${BASE}/recibos`,
      intento: 'pagar',
      ambito: DE_PAGOS.pagar,
      porMinuto: 60,
      cuerpo: PEDIDO,
      api: {
        resumen: 'Hace un recibo para pagar una deuda o varias',
        etiqueta: ETIQUETA,
        idempotente: true,
        descripcion: 'Un solo número y un solo pago. Hacerlo no mueve nada: se abona cuando entra el dinero.',
        respuestas: { 201: ReciboApi },
      },
      manejar: (p) =>
        p.enTransaccion(async (trx) => {
          const hecho = await unaSolaVez(trx, p, () =>
            emitirReciboDeVarias(trx, {
              ...elegidas(p.cuerpo),
              paraEl: p.cuerpo.paraEl === undefined ? trx.hoy : fecha(p.cuerpo.paraEl),
            }),
          );
          return esRechazo(hecho) ? hecho : json(await leer(trx, p, hecho.numero), 201);
        }),
    }),
    ruta({
      ...unRecibo,
      nombre: 'obligaciones.api-recibo',
      metodo: 'GET',
      camino: `${BASE}/recibos/:recibo`,
      api: {
        resumen: 'Un recibo: qué paga, si ya se pagó y qué entró',
        etiqueta: ETIQUETA,
        respuestas: { 200: ReciboApi },
      },
      manejar: async (p) => json(await p.enTransaccion((trx) => leer(trx, p, p.parametros.recibo))),
    }),
    ...(banco
      ? [
          ruta({
            ...unRecibo,
            nombre: 'obligaciones.api-pagar-en-linea',
            metodo: 'POST',
            camino: `${BASE}/recibos/:recibo/en-linea`,
            intento: 'pagar',
            ambito: DE_PAGOS.pagar,
            porMinuto: 60,
            api: {
              resumen: 'Empieza a pagar un recibo en línea',
              etiqueta: ETIQUETA,
              descripcion:
                'Pedido dos veces es un solo pago: da el que está en camino de cualquiera de sus deudas. `ir` es la página del banco.',
              respuestas: { 200: OperacionApi },
            },
            manejar: async (p) => json(operacionEnJson(await pagarEnLinea(p, { ...e, banco }))),
          }),
          ruta({
            acceso: 'titular',
            parametros: TITULAR.extend({ operacion: z.string() }),
            nombre: 'obligaciones.api-pago-en-linea',
            metodo: 'GET',
            camino: `${BASE}/pagos/:operacion`,
            api: {
              resumen: 'Cómo va un pago en línea',
              etiqueta: ETIQUETA,
              respuestas: { 200: OperacionApi },
            },
            async manejar(p) {
              const operacion = await p.enTransaccion((trx) => operacionDe(trx, p.parametros.operacion));
              if (operacion?.titular !== p.titular) throw errores.noEncontrado();
              return json(operacionEnJson(operacion));
            },
          }),
        ]
      : []),
  ];
}

const elegidas = ({ deudas }: z.output<typeof PEDIDO>) => ({
  deudas: deudas.map((d) => d.obligacion),
  valores: new Map(
    deudas.flatMap((d) => (d.valor === undefined ? [] : [[d.obligacion, BigInt(d.valor)] as const])),
  ),
});
