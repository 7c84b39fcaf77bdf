import { formatearPesos } from '../../../dinero/index.ts';
import type { Explicacion } from '../../../explicacion/index.ts';
import { conMayuscula } from '../../../texto/index.ts';
import type { Ajustes, Plan } from '../../motor/index.ts';
import { planDelAnio } from './comun.ts';
import type { Ayuda } from './comun.ts';

/** Somebody who may depend on the taxpayer (ET 387 par. 2). */
export interface PosibleDependiente {
  parentesco: 'hijo' | 'conyuge' | 'padre' | 'hermano';
  /** Age on 31 December of the year. */
  edad?: number;
  /** A child whose education the taxpayer pays in a recognised institution. */
  estudia?: boolean;
  /** Dependence for physical or psychological causes, certified by Medicina Legal or the EPS. */
  dependenciaCertificada?: boolean;
  /** Income of the year in pesos, certified by an accountant. */
  ingresos?: bigint;
}

/**
 * How many dependants count, for box 138 (ET 336 num. 3, 387 par. 2): at most four. What is not known of somebody
 * does not make them count, and `faltan` says so.
 *
 * @throws AnioSinParametros
 */
export function contarDependientes(
  personas: readonly PosibleDependiente[],
  anio: number,
  ajustes?: Ajustes,
): Ayuda & { faltan: string[] } {
  const plan = planDelAnio(anio, ajustes);
  const revisadas = personas.map((p) => revisar(p, plan));
  const cumplen = BigInt(revisadas.filter((r) => r.cumple).length);
  const maximo = plan.parametros.numero('dependientesMaximos');
  const valor = cumplen < maximo ? cumplen : maximo;
  const quien = (i: number) => `Persona ${i + 1} (${NOMBRES[personas[i]?.parentesco ?? 'hijo']})`;
  const partes: Explicacion[] = revisadas.map(({ cumple, frase }, i) => ({
    titulo: quien(i),
    valor: cumple ? 'cuenta' : 'no cuenta',
    frase,
    partes: [],
  }));
  const faltan = revisadas.flatMap(({ falta }, i) =>
    falta === undefined ? [] : [`${quien(i)}, de sus dependientes: ${falta} Mientras tanto no cuenta.`],
  );
  return {
    valor,
    faltan,
    explicacion: {
      titulo: 'Número de dependientes económicos',
      casilla: '138',
      valor: String(valor),
      frase:
        cumplen > maximo
          ? `Cumplen ${cumplen} personas, pero cuentan hasta ${maximo}.`
          : cumplen === 1n
            ? 'Cumple una persona.'
            : `Cumplen ${cumplen} personas.`,
      norma: 'ET 336 num. 3, 387 par. 2',
      partes,
    },
  };
}

const NOMBRES = {
  hijo: 'hijo o hija',
  conyuge: 'cónyuge',
  padre: 'padre o madre',
  hermano: 'hermano o hermana',
};

interface Revisada {
  cumple: boolean;
  frase: string;
  /** What would have to be known to decide. */
  falta?: string;
}

function sinDato(falta: string): Revisada {
  return { cumple: false, frase: conMayuscula(falta), falta };
}

function revisar(p: PosibleDependiente, plan: Plan): Revisada {
  if (p.dependenciaCertificada) {
    return { cumple: true, frase: 'Depende de usted por causas físicas o psicológicas certificadas.' };
  }
  return p.parentesco === 'hijo' ? revisarHijo(p, plan) : revisarFamiliar(p, plan);
}

function revisarHijo({ edad, estudia }: PosibleDependiente, plan: Plan): Revisada {
  if (edad === undefined) return sinDato('falta la edad.');
  if (edad < 18) return { cumple: true, frase: 'Es hijo menor de 18 años.' };
  const maxima = Number(plan.parametros.numero('edadMaximaEstudios'));
  if (estudia === true && edad <= maxima) {
    // Ley 2411 de 2024 came into force in August: for that year it can be argued.
    const duda =
      plan.anio === 2024 && edad > 23
        ? ' La edad subió de 23 a 25 años en agosto de 2024: puede discutirse.'
        : '';
    return { cumple: true, frase: `Estudia y tiene hasta ${maxima} años.${duda}` };
  }
  if (estudia === undefined && edad <= maxima) return sinDato('falta saber si estudia.');
  return { cumple: false, frase: `Es mayor de edad y no estudia, o pasa de ${maxima} años.` };
}

function revisarFamiliar({ ingresos }: PosibleDependiente, plan: Plan): Revisada {
  const tope = plan.parametros.uvt('ingresoMaximoDependiente');
  if (ingresos === undefined) return sinDato('falta saber cuánto recibió en el año.');
  return ingresos < tope
    ? { cumple: true, frase: `Recibió menos de 260 UVT en el año (${formatearPesos(tope)}).` }
    : { cumple: false, frase: `Recibió 260 UVT o más en el año (${formatearPesos(tope)}).` };
}
