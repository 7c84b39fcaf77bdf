import type { Presentacion } from '@autogestion/documentos';
import { formatearPesos, fraccion } from '@autogestion/normas/dinero';
import { CONCEPTOS, esConcepto, type CodigoDeConcepto } from '@autogestion/normas/estado-de-cuenta';
import { esFecha, formatearFecha, type Fecha } from '@autogestion/normas/fechas';
import { casillasDe, escribirValor, type Anexo, type Casilla } from '@autogestion/normas/formularios/motor';
import { conMayuscula } from '@autogestion/normas/texto';
import { z } from 'zod';
import { celdaEnPalabras, claseDe, type FilaEscrita } from '../clases/index.ts';
import { enPrimeraPersona, loDeLaSancion, type BorradorCalculado } from '../cuenta/index.ts';
import { diferenciasDe } from '../prellenado/index.ts';

export const PRESENTAR = 'declaraciones.presentar';

const DIA = z.custom<Fecha>((v) => typeof v === 'string' && esFecha(v));
const PESOS = z.int().min(0);
const VALOR = z.union([z.string(), z.int()]);

/** What is signed of a return: every box as it is filed, and what it was computed from. Whole pesos. */
export const ActoDePresentar = z.object({
  formulario: z.string(),
  anio: z.int(),
  periodo: z.string(),
  numero: z.string(),
  /** Number of the return that it replaces. */
  corrige: z.string().nullable(),
  vence: DIA,
  presentada: DIA,
  /** By key; those that are empty are not there. */
  casillas: z.record(z.string(), VALOR),
  /** Facts of the form that no box prints. */
  hechos: z.record(z.string(), z.int()),
  /** Rows as they were written. */
  anexos: z.record(z.string(), z.array(z.record(z.string(), VALOR))),
  posiciones: z.array(
    z.object({
      concepto: z.custom<CodigoDeConcepto>((v) => typeof v === 'string' && esConcepto(v)),
      rubro: z.enum(['impuesto', 'anticipo', 'retencion']),
      impuesto: PESOS,
      sancion: PESOS,
      aFavor: PESOS,
      /** Of the balance in favour of the year before, what is in the ledger; it was not always there. */
      tomado: PESOS.optional(),
    }),
  ),
  /** What was suggested and how it was declared, and what was said not to be so; see the annex of differences. */
  diferencias: z.array(
    z.object({ que: z.string(), reportado: z.string(), declarado: z.string(), razon: z.string() }),
  ),
  /** What the person states so that the law reduces its penalty; it was not always there. */
  sobreLaSancion: z.string().optional(),
  /** Which version of what others reported the person saw; empty where nobody reports anything for this form. */
  prellenado: z.string(),
});
export type ActoDePresentar = z.output<typeof ActoDePresentar>;

/** Every box as it would be filed now, by key; those that are empty are not there. */
export function casillasQueDicen({ clase, cuenta }: BorradorCalculado): Record<string, string | number> {
  const casillas: Record<string, string | number> = {};
  for (const c of casillasDe(clase.formulario)) {
    const valor =
      c.clase === 'texto'
        ? (cuenta.textos.get(c.clave) ?? cuenta.conocidas[c.clave] ?? '')
        : Number(cuenta.evaluacion.valor(c.clave));
    if (valor !== '' && valor !== 0) casillas[c.clave] = valor;
  }
  return casillas;
}

/** A return as it would be signed now. Only what squares is signed: it is asked before. */
export function actoDe(
  b: BorradorCalculado,
  {
    hoy,
    tomado,
    reclamadas,
  }: { hoy: Fecha; tomado: bigint | undefined; reclamadas: ActoDePresentar['diferencias'] },
): ActoDePresentar {
  const { borrador, clase, cuenta, vencimiento, anterior, prellenado } = b;
  const { evaluacion: e } = cuenta;
  const { formulario } = clase;
  const dicho = loDeLaSancion(borrador.contenido);
  return {
    formulario: formulario.codigo,
    anio: borrador.anio,
    periodo: borrador.periodo,
    numero: borrador.numero,
    corrige: anterior?.numero ?? null,
    vence: vencimiento.fecha,
    presentada: hoy,
    casillas: casillasQueDicen(b),
    hechos: Object.fromEntries(
      formulario.hechos.flatMap(({ clave }) => {
        // What nobody gave is not told, though the form takes something for it.
        const valor = e.estado(clave) === 'falta' ? 0n : e.valor(clave);
        return valor === 0n ? [] : [[clave, Number(valor)]];
      }),
    ),
    anexos: Object.fromEntries(
      formulario.anexos.flatMap(({ clave }) => {
        const filas = cuenta.anexos[clave] ?? [];
        return filas.length === 0 ? [] : [[clave, filas.map((fila) => ({ ...fila }))]];
      }),
    ),
    posiciones: cuenta.posiciones.map((p) => ({
      ...p,
      impuesto: Number(p.impuesto),
      sancion: Number(p.sancion),
      aFavor: Number(p.aFavor),
      ...(tomado !== undefined && p.concepto === clase.saldoAnterior?.concepto && { tomado: Number(tomado) }),
    })),
    diferencias: [...diferenciasDe(borrador.contenido), ...reclamadas],
    ...(cuenta.sancion && dicho && { sobreLaSancion: enPrimeraPersona(dicho) }),
    prellenado: prellenado.version,
  };
}

/** What the person reads before signing, and the document prints: each box that says something. */
export function presentar(acto: ActoDePresentar): Presentacion {
  const { formulario, nombre } = claseDe(acto.formulario);
  return {
    titulo: nombre(acto.anio, acto.periodo),
    secciones: [
      {
        titulo: acto.corrige === null ? 'Lo que presento' : 'Lo que corrijo',
        parrafos: [
          `Formulario ${acto.formulario}, número ${acto.numero}.`,
          ...(acto.corrige === null
            ? []
            : [`Reemplaza la declaración número ${acto.corrige}, que queda en la historia.`]),
          ...acto.posiciones.map(enPalabras),
          ...acto.posiciones.flatMap((p) => loTomado(acto, p)),
          plazoEnPalabras(acto),
          ...(acto.sobreLaSancion === undefined ? [] : [acto.sobreLaSancion]),
        ],
      },
      ...formulario.secciones.flatMap((s) => {
        const filas = filasDe(s.casillas, acto);
        return filas.length === 0 ? [] : [{ titulo: s.nombre, filas }];
      }),
      ...formulario.anexos.flatMap((a) => {
        const filas = acto.anexos[a.clave] ?? [];
        return filas.length === 0
          ? []
          : [{ titulo: a.nombre, filas: filas.map((f, i) => filaDelAnexo(a, f, i + 1)) }];
      }),
      ...(acto.diferencias.length === 0
        ? []
        : [
            {
              titulo: 'Diferencias con lo que otros reportaron',
              filas: acto.diferencias.map((d) => ({
                clave: d.que,
                valor: `Reportado: ${d.reportado}. Declarado: ${d.declarado}. ${d.razon}`,
              })),
            },
          ]),
    ],
  };
}

function enPalabras({ concepto, impuesto, sancion, aFavor }: ActoDePresentar['posiciones'][number]): string {
  const que = conMayuscula(CONCEPTOS[concepto].enLlano);
  const total = impuesto + sancion;
  if (aFavor > 0) return `${que}: saldo a favor de ${pesos(aFavor)}.`;
  if (total === 0) return `${que}: no queda nada por pagar.`;
  return `${que}: ${pesos(total)} por pagar${sancion > 0 ? `, de los que ${pesos(sancion)} son sanción` : ''}.`;
}

/** What becomes of the balance in favour of the year before. */
function loTomado(
  acto: ActoDePresentar,
  { concepto, tomado }: ActoDePresentar['posiciones'][number],
): string[] {
  if (tomado === undefined) return [];
  const pedido = Number(acto.casillas[claseDe(acto.formulario).saldoAnterior?.casilla ?? ''] ?? 0);
  const de = `${CONCEPTOS[concepto].enLlano} de ${acto.anio - 1}`;
  return [
    ...(tomado > 0 ? [`Toma ${pesos(tomado)} a favor de ${de}: deja de estar a favor en esa cuenta.`] : []),
    ...(pedido > tomado
      ? [`De lo que toma del año anterior, ${pesos(pedido - tomado)} no está a favor en esta oficina.`]
      : []),
  ];
}

const plazoEnPalabras = ({ vence, presentada }: ActoDePresentar): string =>
  presentada > vence
    ? `El plazo venció el ${formatearFecha(vence)}: se presenta tarde.`
    : `El plazo vence el ${formatearFecha(vence)}.`;

const pesos = (n: number): string => formatearPesos(BigInt(n));

function filasDe(casillas: readonly Casilla[], acto: ActoDePresentar) {
  return casillas.flatMap((c) => {
    const valor = acto.casillas[c.clave];
    return valor === undefined ? [] : [{ clave: nombreDeCasilla(c), valor: comoSeLee(c, valor) }];
  });
}

const filaDelAnexo = (a: Anexo, fila: FilaEscrita, numero: number) => ({
  clave: `Fila ${numero}`,
  valor: a.columnas
    .flatMap((c) =>
      fila[c.clave] === undefined ? [] : [`${c.nombre}: ${celdaEnPalabras(c, fila[c.clave])}`],
    )
    .join('; '),
});

/** «32. Ingresos brutos»; what has no number, its name. */
export const nombreDeCasilla = ({ clave, nombre }: Pick<Casilla, 'clave' | 'nombre'>): string =>
  /^\d+$/.test(clave) ? `${clave}. ${nombre}` : nombre;

/** A value of a box in words. */
export const comoSeLee = ({ clase }: Pick<Casilla, 'clase'>, valor: string | number): string =>
  typeof valor === 'string' || clase === 'texto'
    ? String(valor)
    : escribirValor(fraccion(BigInt(valor), 1n), clase);
