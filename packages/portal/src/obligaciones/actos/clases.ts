import { periodoEnLlano } from '@autogestion/normas/calendario';
import { formatearPesos } from '@autogestion/normas/dinero';
import {
  conceptoDe,
  CONCEPTOS,
  PERIODOS,
  tienePeriodo,
  type CodigoDeConcepto,
  type RubroDeCargo,
} from '@autogestion/normas/estado-de-cuenta';
import { fecha as dia, formatearFecha, type Fecha } from '@autogestion/normas/fechas';
import { conMayuscula } from '@autogestion/normas/texto';
import {
  dinero,
  fecha,
  juntas,
  opcion,
  parrafo,
  texto,
  type Linea,
  type Pregunta,
} from '../../interfaz/preguntas/index.ts';
import { rechazo, type Rechazo } from '../../plataforma/index.ts';
import { NOMBRE_DE_RUBRO } from '../estado/index.ts';
import { nombreDeObligacion } from '../ya-pague/index.ts';
import type { Acto } from './acto.ts';
import { conCargo, conPago, type ConCargo, type ConPago, type Contexto } from './contexto.ts';
import { cualObligacion } from './lo-que-hay.ts';
import { NOMBRE_DE_ACTO } from './palabras.ts';

/** An act as a value: upon what, what is asked, and what it would do. */
export interface ClaseDeActo<C extends Contexto, V> {
  /** In its address and in the name of its routes. */
  slug: 'mover' | 'anular' | 'reducir' | 'cobrar';
  titulo: string;
  /** Another official does it. */
  deDos: boolean;
  /** @param clave of the entry in the address. @throws 404 when it is not there to be acted upon */
  situar(c: Contexto, clave: string | undefined): C;
  /** What it is about, above the questions. */
  sobre(c: C): Linea[];
  pregunta: Pregunta<V, C>;
  /** The act, or what is wrong with what reads well. */
  armar(v: V, c: C): Acto | Rechazo;
}

const MOTIVO = (ayuda: string) => ({
  nombre: 'Por qué',
  pregunta: parrafo<unknown>({
    campo: 'motivo',
    ayuda: `${ayuda} La persona lo lee en sus movimientos.`,
    minimo: 10,
    maximo: 500,
    falta: 'Diga por qué, en 10 caracteres o más.',
    filas: 3,
  }),
});

const cuanto = <C extends Contexto>(queda: (c: C) => bigint) => ({
  nombre: 'Cuánto',
  pregunta: dinero<C>({ ayuda: (c: C) => `Hasta ${formatearPesos(queda(c))}.`, hoy: queda }),
});

const faltaEnElValor = (valor: bigint, queda: bigint): string | undefined =>
  valor === 0n
    ? 'Escriba un valor mayor que cero.'
    : valor > queda
      ? `Quedan ${formatearPesos(queda)}: escriba ese valor o uno menor.`
      : undefined;

const elPago = ({ libro, pago }: ConPago): Linea[] => [
  { rotulo: 'Pago', valor: `${formatearPesos(pago.valor)}, del ${formatearFecha(pago.dia)}` },
  { rotulo: 'Está en', valor: conMayuscula(cualObligacion(libro, pago.obligacion)) },
  { rotulo: 'Comprobante', valor: String(pago.comprobante) },
];

export const MOVER: ClaseDeActo<ConPago, { destino: string; valor: bigint; motivo: string }> = {
  slug: 'mover',
  titulo: NOMBRE_DE_ACTO.reimputacion,
  deDos: false,
  situar: conPago,
  sobre: elPago,
  pregunta: juntas({
    destino: {
      nombre: 'A cuál obligación va',
      pregunta: opcion<string, ConPago>({
        campo: 'destino',
        falta: 'Elija a cuál obligación va.',
        de: ({ libro, pago }) =>
          libro.obligaciones
            .filter((o) => o.id !== pago.obligacion)
            .map((o) => ({ valor: o.idPublico, texto: nombreDeObligacion(o) })),
      }),
    },
    valor: cuanto(({ pago }: ConPago) => pago.valor),
    motivo: MOTIVO('Qué soporte vio, y por qué el dinero es de la otra.'),
  }),
  armar({ destino, valor, motivo }, { libro, sobre, pago }) {
    const mal = faltaEnElValor(valor, pago.valor);
    if (mal) return rechazo({ valor: mal });
    const a = libro.obligaciones.find((o) => o.idPublico === destino);
    return { clase: 'reimputacion', sobre, destino: a?.id ?? '', valor, motivo };
  },
};

export const ANULAR: ClaseDeActo<ConPago, { valor: bigint; motivo: string }> = {
  slug: 'anular',
  titulo: NOMBRE_DE_ACTO.anulacion,
  deDos: true,
  situar: conPago,
  sobre: elPago,
  pregunta: juntas({
    valor: cuanto(({ pago }: ConPago) => pago.valor),
    motivo: MOTIVO('Por ejemplo: el banco confirmó dos veces el mismo pago, según su carta.'),
  }),
  armar({ valor, motivo }, { sobre, pago }) {
    const mal = faltaEnElValor(valor, pago.valor);
    return mal ? rechazo({ valor: mal }) : { clase: 'anulacion', sobre, valor, motivo };
  },
};

interface Papel {
  documento: string;
  expedido: Fecha;
  firmeza: Fecha;
  articulo: string;
}
/** The paper of an act of the office: its number, its days and what it rests on. */
const PAPEL = {
  documento: {
    nombre: 'Número del acto',
    pregunta: texto<unknown>({
      campo: 'documento',
      que: 'El número del acto',
      ayuda: 'Con su clase. Por ejemplo, Resolución 900001.',
      falta: 'Escriba el número del acto, con su clase.',
      maximo: 40,
      ortografia: false,
      ancho: 20,
    }),
  },
  expedido: {
    nombre: 'Fecha del acto',
    pregunta: fecha<unknown>({
      campo: 'expedido',
      ayuda: 'Por ejemplo, 15 1 2026',
      limites: { nombre: 'La fecha del acto', desde: dia('1990-01-01') },
    }),
  },
  firmeza: {
    nombre: 'En firme desde',
    pregunta: fecha<unknown>({
      campo: 'firmeza',
      ayuda: 'El día en que ya no tuvo recursos. Lo que no está en firme no se registra.',
      limites: { nombre: 'La fecha de firmeza', desde: dia('1990-01-01') },
    }),
  },
  articulo: {
    nombre: 'Artículo',
    pregunta: texto<unknown>({
      campo: 'articulo',
      que: 'El artículo',
      ayuda: 'La norma en que se apoya el acto. Por ejemplo, ET 641.',
      falta: 'Escriba la norma en que se apoya el acto.',
      maximo: 100,
      ancho: 20,
    }),
  },
};

function faltaEnElPapel({ expedido, firmeza }: Papel, hoy: Fecha): Rechazo | undefined {
  if (firmeza > hoy) return rechazo({ firmeza: 'Escriba un día que ya pasó, o el de hoy.' });
  if (expedido > firmeza) return rechazo({ expedido: 'El acto no puede ser posterior a su firmeza.' });
  return undefined;
}

export const REDUCIR: ClaseDeActo<ConCargo, Papel & { valor: bigint; motivo: string }> = {
  slug: 'reducir',
  titulo: NOMBRE_DE_ACTO.baja,
  deDos: true,
  situar: conCargo,
  sobre: ({ libro, cargo }) => [
    { rotulo: 'Obligación', valor: conMayuscula(cualObligacion(libro, cargo.obligacion)) },
    { rotulo: NOMBRE_DE_RUBRO[cargo.rubro], valor: formatearPesos(cargo.queda) },
    { rotulo: 'Vencía el', valor: formatearFecha(cargo.vence) },
  ],
  pregunta: juntas({
    valor: cuanto(({ cargo }: ConCargo) => cargo.queda),
    ...PAPEL,
    motivo: MOTIVO('Qué decidió el acto.'),
  }),
  armar(v, { libro, hoy, cargo }) {
    const mal = faltaEnElValor(v.valor, cargo.queda);
    if (mal) return rechazo({ valor: mal });
    const { concepto, anio, periodo } = libro.obligaciones.find((o) => o.id === cargo.obligacion) ?? {};
    if (concepto === undefined || anio === undefined || periodo === undefined)
      throw new Error('The charge is of no obligation');
    const { rubro, vence, impuesta } = cargo;
    return (
      faltaEnElPapel(v, hoy) ?? {
        ...{ clase: 'cargo', concepto, anio, periodo, rubro, vence, impuesta, baja: true },
        ...{ desde: v.firmeza, documento: v.documento, expedido: v.expedido, articulo: v.articulo },
        ...{ valor: v.valor, motivo: v.motivo },
      }
    );
  },
};

/** Every period of any tax, each once, as an official chooses it. */
const TODO_PERIODO = Object.values(PERIODOS).flat();

type Cobro = Papel & {
  que: 'impuesto' | 'sancion';
  concepto: CodigoDeConcepto;
  anio: string;
  periodo: string;
  valor: bigint;
  vence: Fecha;
  motivo: string;
};

export const COBRAR: ClaseDeActo<Contexto, Cobro> = {
  slug: 'cobrar',
  titulo: NOMBRE_DE_ACTO.cargo,
  deDos: true,
  situar: (c) => c,
  sobre: () => [],
  pregunta: juntas<Cobro, Contexto>({
    que: {
      nombre: 'Qué se cobra',
      pregunta: opcion({
        campo: 'que',
        falta: 'Elija qué se cobra.',
        de: {
          impuesto: 'Un impuesto, por liquidación oficial',
          sancion: 'Una sanción que impuso la oficina',
        },
      }),
    },
    concepto: {
      nombre: 'De qué',
      pregunta: opcion({
        campo: 'concepto',
        falta: 'Elija de qué impuesto es, o si es una sanción aparte.',
        desplegable: true,
        de: (Object.keys(CONCEPTOS) as CodigoDeConcepto[]).map((c) => ({
          valor: c,
          texto: conceptoDe(c).nombre,
        })),
      }),
    },
    anio: {
      nombre: 'Año',
      pregunta: texto({
        campo: 'anio',
        que: 'El año',
        falta: 'Escriba el año, con cuatro cifras.',
        maximo: 4,
        teclado: 'numeric',
        ancho: 4,
        forma: { patron: /^(?:19[9]\d|20\d{2})$/, mensaje: 'Escriba el año, con cuatro cifras.' },
      }),
    },
    periodo: {
      nombre: 'Período',
      pregunta: opcion({
        campo: 'periodo',
        falta: 'Elija el período.',
        desplegable: true,
        de: TODO_PERIODO.map((p) => ({
          valor: p,
          texto: p === 'anual' ? 'Todo el año' : conMayuscula(periodoEnLlano(p, 2026)),
        })),
      }),
    },
    valor: { nombre: 'Cuánto', pregunta: dinero({ ayuda: 'En pesos, sin los intereses de mora.' }) },
    vence: {
      nombre: 'Último día para pagar',
      pregunta: fecha({
        campo: 'vence',
        ayuda:
          'De un impuesto, el día en que vencía su declaración. De una sanción, el que dice el acto o el de su firmeza.',
        limites: { nombre: 'La fecha límite para pagar', desde: dia('1990-01-01'), hasta: dia('2100-12-31') },
      }),
    },
    ...PAPEL,
    motivo: MOTIVO('Qué decidió el acto.'),
  }),
  armar(v, { hoy }) {
    if (v.valor === 0n) return rechazo({ valor: 'Escriba un valor mayor que cero.' });
    if (!tienePeriodo(v.concepto, v.periodo))
      return rechazo({ periodo: `${conceptoDe(v.concepto).nombre} no tiene ese período. Elija otro.` });
    const rubro: RubroDeCargo = v.que === 'sancion' ? 'sancion' : conceptoDe(v.concepto).rubro;
    return (
      faltaEnElPapel(v, hoy) ?? {
        ...{ clase: 'cargo', concepto: v.concepto, anio: Number(v.anio), periodo: v.periodo, rubro },
        ...{ impuesta: rubro === 'sancion', baja: false, desde: v.firmeza, vence: v.vence },
        ...{ documento: v.documento, expedido: v.expedido, articulo: v.articulo },
        ...{ valor: v.valor, motivo: v.motivo },
      }
    );
  },
};
