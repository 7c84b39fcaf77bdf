import { bien } from '../resultado/index.ts';
import type { Resultado } from '../resultado/index.ts';
import { CLASES } from './clases.ts';
import type { ClaseDeCodigo, CodigoDeImpuesto } from './clases.ts';
import { analizarImporte, CERO } from './importe.ts';
import type { CodigoErrorImporte, Importe } from './importe.ts';
import { POSICIONES } from './nombres.ts';
import type { DatosNombrados } from './nombres.ts';

export type CodigoErrorImpuesto = 'impuesto' | 'impuesto-repetido' | CodigoErrorImporte;

/** The two pieces that a tax puts into the string: its code and its amount. */
type PiezasDeImpuesto = (impuesto: CodigoDeImpuesto) => { campo: string; texto: string }[];

/** The tax that each position holds when its code is not written. */
const DE_LA_POSICION: Record<(typeof POSICIONES)[number], CodigoDeImpuesto> = {
  '': '01',
  '1': '01',
  '2': '04',
  '3': '03',
};

/**
 * The taxes of a document by their code, wherever the file puts them: the order of the string is the
 * annex's. Those that are not there are 0.00.
 */
export function impuestosDe(
  clase: ClaseDeCodigo,
  datos: DatosNombrados,
): Resultado<PiezasDeImpuesto, CodigoErrorImpuesto, { campo: string }> {
  const admitidos = CLASES[clase].tramos.flatMap((t) => ('impuesto' in t ? [t.impuesto] : []));
  const valores = new Map<CodigoDeImpuesto, Importe>();
  for (const posicion of admitidos.length > 0 ? POSICIONES : []) {
    const escrito = datos.get(`CodImp${posicion}`);
    const campo = `ValImp${posicion}`;
    const dato = datos.get(campo);
    if (escrito === undefined && dato === undefined) continue;
    const codigo = escrito === undefined ? DE_LA_POSICION[posicion] : String(escrito).trim().padStart(2, '0');
    const impuesto = admitidos.find((c) => c === codigo);
    if (impuesto === undefined) return noEntra(codigo, admitidos, `CodImp${posicion}`);
    if (valores.has(impuesto)) {
      const mensaje = `El impuesto ${impuesto} está dos veces: deje uno solo.`;
      return { ok: false, codigo: 'impuesto-repetido', mensaje, campo };
    }
    const valor = analizarImporte(dato === undefined || dato === '' ? CERO : dato);
    if (!valor.ok) return { ...valor, campo };
    valores.set(impuesto, valor.valor);
  }
  return bien((impuesto) => {
    const posicion = admitidos.length === 1 ? '' : admitidos.indexOf(impuesto) + 1;
    return [
      { campo: `CodImp${posicion}`, texto: impuesto },
      { campo: `ValImp${posicion}`, texto: valores.get(impuesto) ?? CERO },
    ];
  });
}

function noEntra(codigo: string, admitidos: readonly string[], campo: string) {
  const consumo = codigo === '02' ? ' El impuesto nacional al consumo es el 04.' : '';
  const mensaje = `El impuesto ${codigo} no entra en este código: solo ${admitidos.join(', ')}.${consumo}`;
  return { ok: false, codigo: 'impuesto', mensaje, campo } as const;
}
