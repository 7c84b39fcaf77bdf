import { periodoEnLlano, vencimiento } from '@autogestion/normas/calendario';
import { formatearPesos } from '@autogestion/normas/dinero';
import { dato, type Explicacion } from '@autogestion/normas/explicacion';
import { anioDe, fecha } from '@autogestion/normas/fechas';
import { desdeHechos260, FORMULARIO_260 } from '@autogestion/normas/formularios/260';
import { MUNICIPIOS } from '@autogestion/normas/formularios/simple';
import { mesesDeRetardo, SANCION_MINIMA } from '@autogestion/normas/sanciones';
import { FORMALIZACION_CON_PAGO, icaDeFila, leerAnexo } from '@autogestion/normas/simple';
import { enPesos, uvt } from '@autogestion/normas/uvt';
import type { ClaseDeDeclaracion, FilaEscrita, Posicion, Traido, YaPresentada } from './clase.ts';
import { BIMESTRES, reunirDelSimple } from './simple.ts';

/** The annual return of the SIMPLE: it takes the six receipts of its year, and counts as filed when it is paid whole. */
export const ANUAL_260: ClaseDeDeclaracion = {
  formulario: FORMULARIO_260,
  nombre: (anio) => `Declaración anual del SIMPLE de ${anio}`,
  enLlano: (anio) => `SIMPLE de ${anio}`,
  periodos: ['anual'],
  aplica: ({ enSimple }) => enSimple,
  termina: (anio) => fecha(`${anio}-12-31`),
  anios(hoy) {
    const { desde, hasta } = FORMULARIO_260.anios;
    const ultimo = Math.min(anioDe(hoy) - 1, hasta);
    return Array.from({ length: Math.max(0, ultimo - desde + 1) }, (_, i) => ultimo - i);
  },
  vence(nit, anio) {
    const r = vencimiento('simple-anual', nit, { nombre: 'anual', venceEn: anio + 1 });
    return r.ok ? r.valor : undefined;
  },
  formalizaElPago: { ...FORMALIZACION_CON_PAGO['260'], estado: 'Pendiente de pago total' },
  trae: { formulario: '2593', desde: deLosRecibos },
  anexosPrimero: true,
  hechosDeLaOficina: {
    claves: ['mesesMora', 'sancionMinima'],
    valores({ vence, presentada }): Record<string, number> {
      const meses = mesesDeRetardo(vence, presentada);
      return meses === 0
        ? {}
        : {
            mesesMora: meses,
            sancionMinima: Number(enPesos(uvt(BigInt(SANCION_MINIMA.uvt)), anioDe(presentada)).aproximado),
          };
    },
  },
  reunir: ({ cruda, anio }) => reunirDelSimple(desdeHechos260, cruda, anio),
  posiciones(e) {
    // Each tax has its own balance: what is over in one pays no other.
    const de = (
      concepto: Posicion['concepto'],
      { total, sanciones, aFavor }: { total: bigint; sanciones: bigint; aFavor: bigint },
    ): Posicion => {
      const sancion = sanciones < total ? sanciones : total;
      return { concepto, rubro: 'impuesto', impuesto: total - sancion, sancion, aFavor };
    };
    const simple = de('simple', {
      total: e.valor('63'),
      sanciones: e.valor('62'),
      aFavor: e.valor('64'),
    });
    const otras = [
      de('ica-simple', {
        total: e.valor('icaAPagar'),
        sanciones: e.valor('68'),
        aFavor: 0n,
      }),
      de('consumo', {
        total: e.valor('78'),
        sanciones: e.valor('77'),
        aFavor: e.valor('79'),
      }),
      de('ganancias-simple', {
        total: e.valor('94'),
        sanciones: e.valor('93'),
        aFavor: e.valor('95'),
      }),
    ];
    return [simple, ...otras.filter((p) => p.impuesto + p.sancion + p.aFavor > 0n)];
  },
  // The form computes its own penalties, one for each tax (Concepto DIAN 13272 de 2025).
  baseTardia: () => ({ impuesto: 0n, ingresos: 0n, patrimonio: 0n, saldoAFavor: 0n }),
  resumen: [
    { casilla: '43', rotulo: 'Ingresos del año' },
    { casilla: '46', rotulo: 'Impuesto SIMPLE' },
    { casilla: '47', rotulo: 'De él, ICA de los municipios' },
    { casilla: '52', rotulo: 'Descuentos' },
    { casilla: '56', rotulo: 'Ya pagó en los recibos' },
    { casilla: '62', rotulo: 'Sanciones' },
    { casilla: 'icaAPagar', rotulo: 'ICA por pagar' },
    { casilla: '78', rotulo: 'Impuesto al consumo' },
    { casilla: '94', rotulo: 'Ganancias ocasionales' },
  ],
  casillaDeSancion: undefined,
  saldo: (e) => e.valor('980') - e.valor('62') - e.valor('68') - e.valor('77') - e.valor('93'),
};

const numero = (h: YaPresentada, casilla: string): number => Number(h.casillas[casilla] ?? 0);

/**
 * Boxes 96 to 101, what was paid of the share of the nation in each receipt, with money or with the balance in favour of
 * the year before; 102 to 107, of the consumption tax; and the income and ICA of each municipality, added up. A receipt that
 * is not paid whole was not filed, and gives nothing (Resolución DIAN 81 de 2024, art. 2).
 */
function deLosRecibos(hechas: readonly YaPresentada[]): Traido {
  const casillas: Record<string, number> = {};
  const ayudas = new Map<string, Explicacion>();
  const frases: string[] = [];
  const valen = hechas.filter((h) => h.formalizada);
  BIMESTRES.forEach((bimestre, i) => {
    const recibo = hechas.find((h) => h.periodo === bimestre);
    if (!recibo) return;
    const cual = `el recibo de ${periodoEnLlano(bimestre, recibo.anio)}, número ${recibo.numero}`;
    if (!recibo.formalizada) {
      frases.push(`De ${cual}, no se trajo nada: está pendiente de pago. Páguelo completo y vuelva.`);
      return;
    }
    const consumo = numero(recibo, 'inc') - numero(recibo, 'incExcedenteAnterior');
    const poner = (casilla: number, nombre: string, valor: number) => {
      if (valor <= 0) return;
      casillas[String(casilla)] = valor;
      ayudas.set(String(casilla), dato(nombre, BigInt(valor), `Lo que pagó en ${cual}.`));
      frases.push(`${nombre}: ${formatearPesos(BigInt(valor))}, en ${cual}.`);
    };
    poner(96 + i, 'Anticipo SIMPLE', numero(recibo, '53') + numero(recibo, '52'));
    poner(102 + i, 'Impuesto al consumo', consumo);
  });
  const retenido = valen.reduce((s, h) => s + numero(h, '50'), 0);
  if (retenido > 0) {
    casillas['54'] = retenido;
    frases.push(
      `Retenciones de antes de entrar al SIMPLE: ${formatearPesos(BigInt(retenido))}, de sus recibos.`,
    );
  }
  const filas = filasDeLosRecibos(valen);
  if (filas.length > 0)
    frases.push('Los ingresos y el ICA de cada municipio: la suma de sus recibos. Revíselos en el anexo.');
  return { casillas, anexos: filas.length > 0 ? { [MUNICIPIOS]: filas } : {}, ayudas, frases };
}

const SE_SUMAN = ['ingresos', 'noGravados', 'exenciones', 'retencionesPrevias'] as const;

/** One row for each municipality, activity and rate; what was paid of its ICA is what each receipt left to be paid. */
function filasDeLosRecibos(hechas: readonly YaPresentada[]): FilaEscrita[] {
  const filas = new Map<string, Record<string, string | number>>();
  for (const h of hechas)
    for (const f of h.anexos[MUNICIPIOS] ?? []) {
      const clave = JSON.stringify([f.codigo, f.ciiu, f.grupo, String(f.tarifaPorMil)]);
      const suya = filas.get(clave) ?? {
        ...f,
        ...Object.fromEntries(SE_SUMAN.map((c) => [c, 0])),
        pagado: 0,
      };
      for (const c of SE_SUMAN) suya[c] = Number(suya[c]) + Number(f[c] ?? 0);
      suya.pagado = Number(suya.pagado) + icaPagado(f);
      filas.set(clave, suya);
    }
  return [...filas.values()].map((f) =>
    Object.fromEntries(Object.entries(f).filter(([c, v]) => c === 'ingresos' || v !== 0)),
  );
}

/** What a row of a receipt left to be paid, rounded as the form does. */
function icaPagado(fila: FilaEscrita): number {
  const leida = leerAnexo([fila], { anio: FORMULARIO_260.anios.hasta, sinMunicipio: true });
  const [suya] = leida.ok ? leida.valor : [];
  return suya ? Number(icaDeFila(suya, 'mil').aPagar) : 0;
}
