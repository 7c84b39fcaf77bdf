import { bien } from '../resultado/index.ts';
import type { Resultado } from '../resultado/index.ts';
import type { CodigoErrorCampo } from './campos.ts';
import { CLASES } from './clases.ts';
import type { ClaseDeCodigo } from './clases.ts';
import { nombrar } from './nombres.ts';
import type { CodigoErrorNombre, DatosNombrados } from './nombres.ts';
import { impuestosDe } from './impuestos.ts';
import type { CodigoErrorImpuesto } from './impuestos.ts';
import { sha384 } from './sha384.ts';

/** What a file says of a document: the names of the annex, with values as text or as JSON numbers. */
export type CamposDelDocumento = Readonly<Record<string, unknown>>;

export type CodigoErrorDeCodigo = CodigoErrorCampo | CodigoErrorNombre | CodigoErrorImpuesto | 'falta';

/** A piece of the string and where it came from: once joined, the borders can no longer be told. */
export interface TramoDeCadena {
  /** The field of the annex: `NumFac`, `ValImp1`… */
  campo: string;
  texto: string;
}

export interface CodigoCalculado {
  clase: ClaseDeCodigo;
  /** SHA-384 of `cadena`: 96 lower-case hexadecimal characters. */
  codigo: string;
  cadena: string;
  tramos: TramoDeCadena[];
  /** False for the CUNE, whose published example does not verify: say so to who reads it. */
  comprobada: boolean;
}

/**
 * The unique code of a document, pure and synchronous (technical annexes: see `CLASES`).
 *
 * Amounts are cut to two decimals; a tax that is not there is 0.00; the names of fields are taken without
 * regard to case or hyphens. A failure names the field at fault.
 */
export function calcularCodigo(
  clase: ClaseDeCodigo,
  campos: CamposDelDocumento,
): Resultado<CodigoCalculado, CodigoErrorDeCodigo, { campo: string }> {
  const tramos = tramosDe(clase, campos);
  if (!tramos.ok) return tramos;
  const cadena = tramos.valor.map((t) => t.texto).join('');
  return bien({
    clase,
    codigo: sha384(cadena),
    cadena,
    tramos: tramos.valor,
    comprobada: CLASES[clase].comprobada,
  });
}

function tramosDe(
  clase: ClaseDeCodigo,
  campos: CamposDelDocumento,
): Resultado<TramoDeCadena[], CodigoErrorDeCodigo, { campo: string }> {
  const nombrados = nombrar(clase, campos);
  if (!nombrados.ok) return nombrados;
  const impuestos = impuestosDe(clase, nombrados.valor);
  if (!impuestos.ok) return impuestos;
  const cadena: TramoDeCadena[] = [];
  for (const tramo of CLASES[clase].tramos) {
    if ('impuesto' in tramo) {
      cadena.push(...impuestos.valor(tramo.impuesto));
      continue;
    }
    const { campo, leer } = tramo;
    const dato = presente(nombrados.valor, campo);
    if (dato === undefined) {
      return { ok: false, codigo: 'falta', mensaje: `Falta ${campo}, que entra en el código.`, campo };
    }
    const leido = leer(dato);
    if (!leido.ok) return { ...leido, campo };
    cadena.push({ campo, texto: leido.valor });
  }
  return bien(cadena);
}

/** Empty text is a missing datum: a code computed without the PIN would pass for a good one. */
function presente(datos: DatosNombrados, campo: string): string | number | undefined {
  const dato = datos.get(campo);
  return typeof dato === 'string' && dato.trim() === '' ? undefined : dato;
}
