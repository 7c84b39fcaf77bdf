import { definidos } from '../definidos/index.ts';
import { cifra, dato } from '../explicacion/index.ts';
import type { Explicacion } from '../explicacion/index.ts';
import { compararFechas, formatearFecha } from '../fechas/index.ts';
import { totalDe } from './cuenta.ts';
import type { PlanDeFacilidad } from './plan.ts';

const NORMA = 'ET 814';

type Partes = Pick<PlanDeFacilidad, 'deuda' | 'intereses' | 'deudas' | 'cuotas'>;

export function explicarPlan({ deuda, intereses, deudas, cuotas }: Partes): Explicacion {
  const total = deuda + intereses;
  return {
    titulo: 'Total que paga con la facilidad',
    valor: total,
    frase: 'Se suman lo que debe hoy y los intereses que corren mientras paga.',
    formula: `${cifra(deuda)} + ${cifra(intereses)} = ${cifra(total)}`,
    norma: NORMA,
    partes: [explicarDeuda(deuda, deudas), ...cuotas.map(explicarCuota)],
  };
}

function explicarDeuda(deuda: bigint, deudas: Partes['deudas']): Explicacion {
  return {
    titulo: 'Lo que debe hoy',
    valor: deuda,
    frase: 'Se suman el impuesto, la sanción y los intereses de cada deuda.',
    formula: `${deudas.map((d) => cifra(totalDe(d))).join(' + ')} = ${cifra(deuda)}`,
    norma: NORMA,
    partes: deudas.map((d) => ({
      titulo: d.nombre,
      valor: totalDe(d),
      frase: `${compararFechas(d.vence, d.liquidadaHasta) < 0 ? 'Vencía' : 'Vence'} el ${formatearFecha(d.vence)}. Se suman impuesto, sanción e intereses.`,
      formula: `${cifra(d.impuesto)} + ${cifra(d.sancion)} + ${cifra(d.interes)} = ${cifra(totalDe(d))}`,
      partes: [
        dato('Impuesto', d.impuesto, 'Es lo que falta por pagar del impuesto.'),
        dato('Sanción', d.sancion, 'Es lo que falta por pagar de sanciones.'),
        dato('Intereses hasta hoy', d.interes, 'Son los intereses de mora hasta el día en que empieza.', {
          norma: 'ET 634 y 635',
        }),
      ],
    })),
  };
}

function explicarCuota(c: Partes['cuotas'][number]): Explicacion {
  const cuando = formatearFecha(c.fecha);
  if (c.numero === 0) {
    return {
      ...dato(`Cuota inicial, el ${cuando}`, c.total, 'La paga el día en que empieza la facilidad.'),
      norma: NORMA,
    };
  }
  return {
    titulo: `Cuota ${c.numero}, hasta el ${cuando}`,
    valor: c.total,
    frase: 'Se suman una parte de lo que debe hoy y los intereses desde la cuota anterior.',
    formula: `${cifra(c.capital)} + ${cifra(c.interes)} = ${cifra(c.total)}`,
    norma: NORMA,
    partes: [
      dato('Parte de lo que debe hoy', c.capital, 'Es igual en todas las cuotas, salvo un peso.'),
      ...c.intereses.map(explicarInteres),
    ],
  };
}

/** The interest engine tells a due date; here the days run from the instalment before. */
function explicarInteres({
  nombre,
  sobre,
  valor,
  interes,
}: Partes['cuotas'][number]['intereses'][number]): Explicacion {
  const { titulo, formula, norma, partes } = interes.explicacion;
  const dias = interes.dias === 1 ? 'Es un día' : `Son ${interes.dias} días`;
  const igual = valor === interes.interes;
  return {
    titulo: `Intereses de ${nombre}`,
    valor,
    frase: `${dias} sobre el impuesto que falta${igual ? '' : ', con los centavos que venían de antes'}.`,
    ...definidos({ formula: igual ? formula : undefined, norma }),
    partes: [
      dato('Impuesto que falta', sobre, `Sobre él corre el ${titulo.toLowerCase()}.`),
      ...partes.slice(1),
    ],
  };
}
