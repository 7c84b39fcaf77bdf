import { periodoEnLlano, vencimiento } from '@autogestion/normas/calendario';
import { formatearPesos } from '@autogestion/normas/dinero';
import { dato, type Explicacion } from '@autogestion/normas/explicacion';
import { anioDe, fecha, sumarDias } from '@autogestion/normas/fechas';
import { desdeHechos2593, FORMULARIO_2593 } from '@autogestion/normas/formularios/2593';
import { casillasDe } from '@autogestion/normas/formularios/motor';
import { FORMALIZACION_CON_PAGO, SOLO_DECLARACION_ANUAL, topeSoloAnual } from '@autogestion/normas/simple';
import type { ClaseDeDeclaracion, Traido, YaPresentada } from './clase.ts';
import { BIMESTRES, reunirDelSimple } from './simple.ts';

const numeroDe = (periodo: string): number => BIMESTRES.findIndex((b) => b === periodo) + 1;

const cuando = (anio: number, periodo: string): string => `${periodoEnLlano(periodo, anio)} de ${anio}`;

/** What each box of a receipt takes from the one before it of the same year: what was left over (DUR 1.5.8.3.7). */
const DEL_ANTERIOR: Readonly<Record<string, string>> = {
  '46': '48',
  '51': '57',
  incExcedenteAnterior: 'incExcedente',
  ivaExcedenteAnterior: 'ivaExcedente',
};

/** The receipt with which the SIMPLE tax is paid ahead every two months. Interest is of the ledger, which counts it by day. */
export const ANTICIPO_2593: ClaseDeDeclaracion = {
  formulario: FORMULARIO_2593,
  nombre: (anio, periodo) => `Anticipo del SIMPLE de ${cuando(anio, periodo)}`,
  enLlano: (anio, periodo) => `anticipo del SIMPLE de ${cuando(anio, periodo)}`,
  periodos: BIMESTRES,
  aplica: ({ enSimple }) => enSimple,
  termina(anio, periodo) {
    const mes = numeroDe(periodo) * 2;
    return mes === 12
      ? fecha(`${anio}-12-31`)
      : sumarDias(fecha(`${anio}-${String(mes + 1).padStart(2, '0')}-01`), -1);
  },
  anios(hoy) {
    const { desde, hasta } = FORMULARIO_2593.anios;
    return [anioDe(hoy), anioDe(hoy) - 1].filter((a) => a >= desde && a <= hasta);
  },
  vence(nit, anio, periodo) {
    const venceEn = periodo === 'nov-dic' ? anio + 1 : anio;
    const r = vencimiento('simple-anticipo', nit, { nombre: periodo, venceEn });
    return r.ok ? r.valor : undefined;
  },
  antesDeEmpezar: (anio) =>
    `Si es persona natural y no pasó de ${formatearPesos(topeSoloAnual(anio - 1))} (3.500 UVT) el año anterior, o entró este año al SIMPLE, no debe recibos mientras este año no pase de ${formatearPesos(topeSoloAnual(anio))}: presenta y paga solo la declaración anual (${SOLO_DECLARACION_ANUAL.norma}).`,
  formalizaElPago: { ...FORMALIZACION_CON_PAGO['2593'], estado: 'Pendiente de pago' },
  trae: { formulario: '2593', desde: delAnterior },
  enCero: true,
  anexosPrimero: true,
  reunir: ({ cruda, anio }) => reunirDelSimple(desdeHechos2593, cruda, anio),
  posiciones(e) {
    // What was paid before for the same receipt is in the ledger already, and so it does not lower what is assessed.
    const ica = e.valor('icaAPagar') - e.valor('interesesIca');
    const sinMora = (total: string, ...restan: string[]) =>
      restan.reduce((queda, r) => queda - e.valor(r), e.valor(total));
    return [
      {
        concepto: 'anticipo-simple' as const,
        rubro: 'anticipo' as const,
        impuesto: e.valor('53') + ica,
      },
      {
        concepto: 'consumo' as const,
        rubro: 'impuesto' as const,
        impuesto: sinMora('inc', 'incExcedenteAnterior'),
      },
      {
        concepto: 'iva' as const,
        rubro: 'impuesto' as const,
        impuesto: sinMora(
          'ivaGenerado',
          'ivaDescontable',
          'ivaSaldoAnterior',
          'ivaExcedenteAnterior',
          'ivaRetenciones',
        ),
      },
    ]
      .map((p) => ({ ...p, impuesto: p.impuesto > 0n ? p.impuesto : 0n, sancion: 0n, aFavor: 0n }))
      .filter((p) => p.concepto === 'anticipo-simple' || p.impuesto > 0n);
  },
  // It is a receipt: a late one owes interest, and no penalty of returns.
  baseTardia: () => ({ impuesto: 0n, ingresos: 0n, patrimonio: 0n, saldoAFavor: 0n }),
  resumen: [
    { casilla: '39', rotulo: 'Ingresos del bimestre' },
    { casilla: '42', rotulo: 'Anticipo' },
    { casilla: '43', rotulo: 'De él, ICA de los municipios' },
    { casilla: '47', rotulo: 'Menos aportes a pensiones' },
    { casilla: '51', rotulo: 'Sobró del recibo anterior' },
    { casilla: 'incTotal', rotulo: 'Impuesto al consumo' },
    { casilla: 'ivaTotal', rotulo: 'IVA' },
    { casilla: '57', rotulo: 'Queda para el siguiente' },
  ],
  casillaDeSancion: undefined,
  saldo: (e) => e.valor('53'),
};

/** Excesses go from one receipt to the next of the same year, and die with it. */
function delAnterior(hechas: readonly YaPresentada[], periodo: string): Traido {
  const anterior = hechas
    .filter((h) => numeroDe(h.periodo) < numeroDe(periodo))
    .toSorted((a, b) => numeroDe(a.periodo) - numeroDe(b.periodo))
    .at(-1);
  const casillas: Record<string, number> = {};
  const ayudas = new Map<string, Explicacion>();
  if (!anterior) return { casillas, anexos: {}, ayudas, frases: [] };
  const cual = `el recibo de ${cuando(anterior.anio, anterior.periodo)}, número ${anterior.numero}`;
  const frases: string[] = [];
  if (!anterior.formalizada) {
    const frase = `De ${cual}, no se trajo nada: está pendiente de pago.`;
    return { casillas, anexos: {}, ayudas, frases: [frase] };
  }
  for (const [mia, suya] of Object.entries(DEL_ANTERIOR)) {
    const valor = Number(anterior.casillas[suya] ?? 0);
    if (valor <= 0) continue;
    const nombre = casillasDe(FORMULARIO_2593).find((c) => c.clave === mia)?.nombre ?? mia;
    casillas[mia] = valor;
    ayudas.set(mia, dato(nombre, BigInt(valor), `Lo que sobró en ${cual}.`));
    frases.push(`${nombre}: ${formatearPesos(BigInt(valor))}, que sobraron en ${cual}.`);
  }
  return { casillas, anexos: {}, ayudas, frases };
}
