import { sumarAnios, type Fecha } from '@autogestion/normas/fechas';
import { dinero, fecha, juntas, opcion, texto } from '../../interfaz/preguntas/index.ts';
import { guion } from '../../interfaz/recorrido/index.ts';
import type { Formulario, Reloj } from '../../plataforma/index.ts';

/** How the number of a slip is typed: with spaces, points or hyphens, as paper has it. */
export const COMO_UN_NUMERO_DE_RECIBO = {
  que: 'El número del recibo',
  maximo: 40,
  teclado: 'numeric',
  autocompletar: 'off',
  ortografia: false,
  ancho: 20,
  leer: (escrito: string) => escrito.replace(/[\s.\u00a0\u202f-]/g, ''),
} as const;

/** What the office knows when it asks. */
export interface HechosDeLoPagado {
  /** What is owed, by its public identifier. */
  deudas: readonly { valor: string; texto: string }[];
}

/** Who does not know which debt it was for. */
export const NO_SE = 'no-se';

/** Further back a bank does not keep it, and it is a slip of the finger. */
const ATRAS_EN_ANIOS = 20;

const VALOR = dinero<unknown>({ ayuda: 'Lo que dice el recibo del banco. Por ejemplo, 412.000' });
const diaDelPago = (reloj: Reloj) =>
  fecha<unknown>({
    campo: 'dia',
    ayuda: 'El día en que pagó en el banco o por internet. Por ejemplo, 15 1 2026',
    limites: () => ({
      nombre: 'El día en que pagó',
      desde: sumarAnios(reloj.hoy(), -ATRAS_EN_ANIOS),
      hasta: reloj.hoy(),
    }),
  });

/** The pages as they begin when something is known already, by question; what is not known is asked. */
export const comoSeEscribe = (
  reloj: Reloj,
  { deuda, valor, dia, recibo }: { deuda?: string; valor: bigint; dia?: Fecha; recibo: string },
): Record<string, Formulario> => ({
  ...(deuda !== undefined && { deuda: { deuda } }),
  pago: { ...VALOR.escribir?.(valor), ...(dia && diaDelPago(reloj).escribir?.(dia)) },
  recibo: { recibo },
});

/** What one tells of a payment: what it was for, how much and when, and the number of its slip. */
export const preguntasDeLoPagado = (reloj: Reloj) =>
  guion<HechosDeLoPagado>()
    .parte('El pago')
    .paso(
      'deuda',
      { nombre: 'Qué pagaba', pregunta: '¿Qué deuda pagaba?' },
      opcion({
        campo: 'deuda',
        etiqueta: 'La deuda',
        ayuda: 'Si no está seguro, no importa: lo buscamos en todas.',
        de: (d: { hechos: Partial<HechosDeLoPagado> }) => [
          ...(d.hechos.deudas ?? []),
          { valor: NO_SE, texto: 'No estoy seguro' },
        ],
        falta: 'Elija una deuda, o «No estoy seguro».',
        noEsta: 'Esa deuda ya no aparece en su cuenta. Elija otra, o «No estoy seguro».',
      }),
    )
    .paso(
      'pago',
      {
        nombre: 'El pago',
        pregunta: '¿Cuánto pagó y qué día?',
        admite: (p) => (p.valor > 0n ? undefined : { valor: 'Escriba un valor mayor que cero.' }),
      },
      juntas({
        valor: {
          nombre: 'Cuánto pagó',
          pregunta: VALOR,
        },
        dia: {
          nombre: 'Qué día',
          pregunta: diaDelPago(reloj),
        },
      }),
    )
    .paso(
      'recibo',
      { nombre: 'Número del recibo', pregunta: '¿Qué número tiene el recibo?' },
      texto({
        campo: 'recibo',
        ...COMO_UN_NUMERO_DE_RECIBO,
        ayuda:
          'Está arriba en el recibo 490 (casilla 4), y en el comprobante del banco. Si no lo tiene, deje la casilla vacía.',
        ninguno: 'No lo tengo',
        forma: {
          patron: /^[0-9A-Za-z]*$/,
          mensaje: 'El número del recibo tiene solo letras y números. Cópielo como está.',
        },
        ejemplos: [{ recibo: '490 000 000 123 45' }],
      }),
    );
