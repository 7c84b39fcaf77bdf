import {
  clasificarError,
  ERRORES,
  type CampoErrado,
  type ClasificacionDelError,
  type Documento,
} from '@autogestion/normas/correcciones';
import { definidos } from '@autogestion/normas/definidos';
import type { Fecha } from '@autogestion/normas/fechas';
import { z } from 'zod';

const DOCUMENTOS = { recibo: 'En un recibo de pago', declaracion: 'En una declaración' } as const;

/** `recibo.nit`: each thing that may be wrong, of each document. */
type Errado = `${Documento}.${CampoErrado}`;

const CAMPOS = Object.keys(ERRORES) as CampoErrado[];
const documentosDe = (campo: CampoErrado): readonly Documento[] => ERRORES[campo].en;

/** What may be said to be wrong, by document. */
export const ERRADOS = (Object.keys(DOCUMENTOS) as Documento[]).map((documento) => ({
  documento,
  nombre: DOCUMENTOS[documento],
  campos: CAMPOS.filter((c) => documentosDe(c).includes(documento)).map((campo) => ({
    valor: `${documento}.${campo}` satisfies Errado,
    texto: ERRORES[campo].nombre,
  })),
}));

const SI_O_NO = z.enum(['si', 'no', 'no-se']).optional().catch(undefined);

/** What the address tells: nothing of it says whose the error is. What is not one of them is not told yet. */
export const Contado = z.object({
  que: z
    .string()
    .optional()
    .transform((v) => ERRADOS.flatMap((e) => e.campos).find((c) => c.valor === v)?.valor),
  impuesto: SI_O_NO,
  saldo: SI_O_NO,
  cambio: z.enum(['mas', 'menos', 'igual', 'no-se']).optional().catch(undefined),
  criterio: SI_O_NO,
  /** The question that the page asked: without its answer, the page says so. */
  pregunta: z.enum(['que', 'impuesto', 'saldo', 'cambio']).optional().catch(undefined),
});
export type Contado = z.output<typeof Contado>;
export type Pregunta = NonNullable<Contado['pregunta']>;

const SIGNO = { mas: 1n, menos: -1n, igual: 0n, 'no-se': undefined } as const;
const CIERTO = { si: true, no: false, 'no-se': undefined } as const;
const cierto = (v: keyof typeof CIERTO | undefined) => (v === undefined ? undefined : CIERTO[v]);

const QUE_PREGUNTA = { cambiaElImpuesto: 'impuesto', saldoPedido: 'saldo', diferencia: 'cambio' } as const;

export interface Clasificado {
  /** Undefined until it is told what is wrong. */
  clasificacion?: ClasificacionDelError;
  /** What has to be asked to say it; absent when it is said, or when who asks does not know. */
  falta?: Pregunta;
}

/** What kind of error it is, by what was told of it. */
export function clasificar(c: Contado, hoy: Fecha): Clasificado {
  if (c.que === undefined) return { falta: 'que' };
  const [documento, campo] = c.que.split('.') as [Documento, CampoErrado];
  const r = clasificarError({
    documento,
    campo,
    dia: hoy,
    ...definidos({
      cambiaElImpuesto: cierto(c.impuesto),
      saldoPedido: cierto(c.saldo),
      diferencia: c.cambio === undefined ? undefined : SIGNO[c.cambio],
      diferenciaDeCriterio: cierto(c.criterio),
    }),
  });
  if (!r.ok) return { falta: 'que' };
  const pregunta = r.valor.falta && QUE_PREGUNTA[r.valor.falta];
  const yaSeDijo = pregunta === undefined || c[pregunta] === 'no-se';
  return { clasificacion: r.valor, ...definidos({ falta: yaSeDijo ? undefined : pregunta }) };
}
