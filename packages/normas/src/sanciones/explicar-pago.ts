import { redondear } from '../dinero/index.ts';
import type { Fraccion } from '../dinero/index.ts';
import { cifra, dato, igualA } from '../explicacion/index.ts';
import type { ExplicacionEnPesos } from '../explicacion/index.ts';
import type { ValorUvt } from '../uvt/index.ts';
import datos from './datos/sanciones.json' with { type: 'json' };
import type { Gradualidad } from './gradualidad.ts';

const { minima: regla } = datos;

interface Pago {
  final: bigint;
  calculada: ExplicacionEnPesos;
  /** The sanction before rounding: what a reduction multiplies. */
  exacta: Fraccion;
  ajuste: (Gradualidad & { exacto: Fraccion }) | undefined;
  /** Absent where the law sets none. */
  minima: ExplicacionEnPesos | undefined;
}

/** The root of the tree: from what the article gives to what is paid. */
export function explicarPago({ final, calculada, exacta, ajuste, minima }: Pago): ExplicacionEnPesos {
  const bajaDeLaMinima = final === minima?.valor;
  const sinMinima = ajuste ? `${ajuste.al} % × ${cifra(redondear(exacta, 'peso'))}` : cifra(calculada.valor);
  return {
    titulo: 'Sanción por pagar',
    valor: final,
    frase: bajaDeLaMinima
      ? 'Se paga la sanción mínima, porque ninguna sanción puede ser menor.'
      : minima
        ? `Se paga la sanción ${comoQueda(ajuste)}, porque no es menor que la mínima.`
        : `Se paga la sanción ${comoQueda(ajuste)}: aquí no hay una mínima.`,
    formula: `${minima ? `máx(${sinMinima}; ${cifra(minima.valor)})` : sinMinima} ${
      ajuste && !bajaDeLaMinima ? igualA(ajuste.exacto, final) : `= ${cifra(final)}`
    }`,
    norma: regla.norma,
    partes: [
      calculada,
      ...(ajuste ? [dato('Gradualidad', `${ajuste.al} %`, ajuste.frase, ajuste)] : []),
      ...(minima ? [minima] : []),
    ],
  };
}

function comoQueda(ajuste: Gradualidad | undefined): string {
  if (!ajuste || ajuste.al === 100) return 'calculada';
  return ajuste.al < 100 ? 'reducida' : 'aumentada';
}

export function explicarMinima(minima: bigint, { anio, pesos }: ValorUvt): ExplicacionEnPesos {
  const exacta = { numerador: BigInt(regla.uvt) * pesos, denominador: 1n };
  return {
    titulo: 'Sanción mínima',
    valor: minima,
    frase: `Son ${regla.uvt} UVT de ${anio}.`,
    formula: `${regla.uvt} × ${cifra(pesos)} ${igualA(exacta, minima)}`,
    norma: `${regla.norma} y 868`,
    partes: [dato(`UVT de ${anio}`, pesos, 'La fija la DIAN cada año.', { norma: 'ET 868' })],
  };
}
