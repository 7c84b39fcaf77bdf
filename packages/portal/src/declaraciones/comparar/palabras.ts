import { enPorcentaje, formatearPesos } from '@autogestion/normas/dinero';
import {
  PARTES_DEL_REGIMEN,
  SUPUESTOS_DE_LA_COMPARACION,
  type Comparacion,
  type ParteDelRegimen,
} from '@autogestion/normas/formularios/comparar';
import { conSuNorma } from '../elegibilidad/index.ts';

export const PARTES: Readonly<Record<ParteDelRegimen, { nombre: string; enFrase: string }>> = {
  nacional: { nombre: 'Impuesto de la Nación', enFrase: 'el impuesto de la Nación' },
  ica: { nombre: 'ICA de los municipios', enFrase: 'el ICA' },
  consumo: { nombre: 'Impuesto al consumo', enFrase: 'el impuesto al consumo' },
};

/** Which one is cheaper and by how much, in one sentence. */
export function loQueCuesta(c: Comparacion): string {
  if (c.masBarato === 'igual') return 'Los dos regímenes le cuestan lo mismo';
  const cual = c.masBarato === 'simple' ? 'El SIMPLE' : 'El régimen ordinario';
  return `${cual} le cuesta ${formatearPesos(c.diferencia)} menos al año`;
}

/** Where the difference comes from, part by part. */
export function deDondeSale({ deDonde, simple }: Comparacion): string[] {
  const distintas = PARTES_DEL_REGIMEN.filter((p) => deDonde[p] !== 0n);
  const frases = distintas.map((p) => {
    const [mas, valor] = deDonde[p] > 0n ? ['menos', deDonde[p]] : ['más', -deDonde[p]];
    return `En el SIMPLE, ${PARTES[p].enFrase} es ${formatearPesos(valor)} ${mas}.`;
  });
  return [
    ...frases,
    `El SIMPLE cobra ${enPorcentaje(simple.tarifa)} de todo lo que recibe, gane o no. La renta cobra sobre lo que queda después de los costos, y solo desde cierta suma.`,
  ];
}

const FORMAS = {
  'con-costos':
    'En sus honorarios se restaron los costos, que es lo que menos le cuesta en el régimen ordinario (Estatuto Tributario, art. 336 num. 4).',
  'con-exenta-25':
    'En sus honorarios se tomó el 25 % que no paga impuesto en lugar de los costos, que es lo que menos le cuesta en el régimen ordinario (Estatuto Tributario, art. 206 num. 10 y par. 5).',
};

/** What the comparison takes for granted, and what it leaves out. */
export function loQueQuedaPorFuera({ ordinario: { forma } }: Comparacion, anio: number): string[] {
  return [
    `Las tarifas y la UVT son las de ${anio}.`,
    ...(forma ? [FORMAS[forma]] : []),
    ...SUPUESTOS_DE_LA_COMPARACION.map((s) => (s.norma ? conSuNorma(s.frase, s.norma) : s.frase)),
    'No cuenta el IVA, que lo paga quien le compra, ni las retenciones y anticipos: esos solo adelantan el pago.',
    'No cuenta sueldos, arriendos, dividendos, ganancias ocasionales ni otros ingresos que no sean de su negocio, ni el 1 % de las compras con factura electrónica.',
    'No cuenta lo que ahorra o gasta en trámites, contador y facturación electrónica.',
  ];
}
