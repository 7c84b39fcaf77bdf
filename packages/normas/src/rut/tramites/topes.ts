import { formatearPesos } from '../../dinero/index.ts';
import { conMayuscula } from '../../texto/index.ts';
import { enPesos, uvt, uvtParaOrientar } from '../../uvt/index.ts';
import { condicion, HechoImposible } from './condicion.ts';
import type { Condicion } from './condicion.ts';

/** A limit in UVT, of the UVT of each year. */
export interface Tope {
  uvt: bigint;
  norma: string;
}

/** ET 437 par. 3 num. 1, 5 and 6, and ET 512-13 lit. a, since Ley 2010 de 2019. */
export const TOPE_NO_RESPONSABLE: Tope = { uvt: 3_500n, norma: 'ET 437 par. 3; ET 512-13' };

/** Who renders services and lives from contracts with the State, and only from them (Oficio DIAN 901218 de 2020). */
export const TOPE_CONTRATOS_CON_EL_ESTADO: Tope = { uvt: 4_000n, norma: 'ET 437 par. 5' };

/** Pesos of the limit as ET 868 rounds them; undefined while the UVT of the year is not loaded. */
export function topeEnPesos(tope: Tope, anio: number): bigint | undefined {
  return uvtParaOrientar(anio).provisional ? undefined : enPesos(uvt(tope.uvt), anio).aproximado;
}

interface Comparacion {
  id: string;
  articulo: string;
  anio: number;
  /** What is compared, to follow a verb: `lo que recibió por su actividad en 2025`. */
  que: string;
  valor: bigint | undefined;
  /** Several while it is not known which applies: only what holds with all of them is known. */
  topes: readonly Tope[];
  /** `inferior`: the amount of the limit itself is too much. `no-supera`: it is still allowed. */
  regla: 'inferior' | 'no-supera';
}

/** An amount of a year against its limit. @throws HechoImposible when it is negative. */
export function dentroDelTope({ valor, topes, regla, anio, que, id, articulo }: Comparacion): Condicion {
  if (valor !== undefined && valor < 0n) throw new HechoImposible(`${id}: ${valor}`);
  const limites = topes.map((t) => topeEnPesos(t, anio));
  const juicios = limites.map((limite) =>
    valor === undefined || limite === undefined
      ? undefined
      : regla === 'inferior'
        ? valor < limite
        : valor <= limite,
  );
  const [juicio] = juicios;
  const limite = `${topes.map(enUvt).join(' o ')}${limites[0] === undefined ? '' : ` de ${anio}`}`;
  const dicho = `${que}, ${valor === undefined ? '' : formatearPesos(valor)},`;
  return condicion({
    id,
    articulo,
    hecho: juicios.every((j) => j === juicio) ? juicio : undefined,
    cumple: `${conMayuscula(dicho)} ${regla === 'inferior' ? 'no llega a' : 'no pasa de'} ${limite}.`,
    noCumple: `${conMayuscula(dicho)} ${regla === 'inferior' ? 'llega a' : 'pasa de'} ${limite}.`,
    noSeSabe: noSeSabe(),
    // The person said how much; the value of the UVT is the office's to load.
    ...(valor !== undefined && limites.includes(undefined) && { verifica: 'oficina' as const }),
  });

  function noSeSabe(): string {
    if (valor === undefined) return `Falta saber ${que}.`;
    if (limites.includes(undefined)) {
      return `No se puede comparar ${que}: la UVT de ${anio} no está cargada.`;
    }
    return `${conMayuscula(dicho)} está entre 3.500 y 4.000 UVT: cumple solo si todo lo que recibe es por contratos con el Estado.`;
  }

  function enUvt(tope: Tope): string {
    const pesos = topeEnPesos(tope, anio);
    const cantidad = `${tope.uvt / 1_000n}.${String(tope.uvt % 1_000n).padStart(3, '0')} UVT`;
    return pesos === undefined ? cantidad : `${cantidad} (${formatearPesos(pesos)})`;
  }
}
