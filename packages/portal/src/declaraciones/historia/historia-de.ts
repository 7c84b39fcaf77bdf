import type { Transaccion } from '../../plataforma/index.ts';
import { declaracionDe, declaracionesDelTitular, type Declaracion } from '../presentar/index.ts';
import { anexosCambiados, diferenciasEntre, type CasillaCambiada } from './diferencias.ts';

/** A return as it was filed once, and what it changed. */
export interface Version {
  /** From 1, the first that was filed. */
  numero: number;
  d: Declaracion;
  /** Of the one that it corrects; undefined in the first. */
  cambios: { casillas: readonly CasillaCambiada[]; anexos: readonly string[] } | undefined;
}

/** Each version of the return of a period, the one that stands first. @throws 404 when it is not theirs */
export async function historiaDe(trx: Transaccion, idPublico: string): Promise<Version[]> {
  const una = await declaracionDe(trx, { idPublico });
  const suyas = (await declaracionesDelTitular(trx)).filter(
    (d) => d.formulario === una.formulario && d.anio === una.anio && d.periodo === una.periodo,
  );
  const versiones: Version[] = [];
  for (let d = suyas.find((x) => !x.corrige); d; d = siguienteDe(suyas, d)) {
    const anterior = versiones.at(-1)?.d;
    const cambios = anterior && {
      casillas: diferenciasEntre(anterior.acto, d.acto),
      anexos: anexosCambiados(anterior.acto, d.acto),
    };
    versiones.push({ numero: versiones.length + 1, d, cambios });
  }
  return versiones.toReversed();
}

const siguienteDe = (todas: readonly Declaracion[], { id }: Declaracion) =>
  todas.find((x) => x.corrige === id);
