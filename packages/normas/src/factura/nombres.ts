import { bien } from '../resultado/index.ts';
import type { Resultado } from '../resultado/index.ts';
import { CLASES } from './clases.ts';
import type { ClaseDeCodigo } from './clases.ts';

export type CodigoErrorNombre = 'campo-desconocido' | 'campo-repetido' | 'tipo-de-dato';

/** By the name of the annex; what has no value is not there. */
export type DatosNombrados = ReadonlyMap<string, string | number>;

/** Taxes by position: `CodImp1` with `ValImp1`…; in the CUDS without number. */
export const POSICIONES = ['', '1', '2', '3'] as const;

const plano = (nombre: string) => nombre.toLowerCase().replace(/[^a-z0-9]/g, '');

/** For each class, every way of writing a field → its name. */
const NOMBRES: Readonly<Record<ClaseDeCodigo, ReadonlyMap<string, string>>> = {
  CUFE: nombresDe('CUFE'),
  CUDE: nombresDe('CUDE'),
  CUDS: nombresDe('CUDS'),
  'CUDE-evento': nombresDe('CUDE-evento'),
  CUNE: nombresDe('CUNE'),
  SoftwareSecurityCode: nombresDe('SoftwareSecurityCode'),
};

/** A field of another class is not a mistake: it does not enter the string, and it is left out. */
const DE_ALGUNA = new Set(Object.values(NOMBRES).flatMap((nombres) => [...nombres.keys()]));

/**
 * The fields under the names of the annex. A name that no annex has is refused: an amount left out for a
 * slip of the finger would give another code, and nobody would know why.
 */
export function nombrar(
  clase: ClaseDeCodigo,
  campos: Readonly<Record<string, unknown>>,
): Resultado<DatosNombrados, CodigoErrorNombre, { campo: string }> {
  const datos = new Map<string, string | number>();
  for (const [escrito, dato] of Object.entries(campos)) {
    const nombre = NOMBRES[clase].get(plano(escrito));
    if (nombre === undefined) {
      if (DE_ALGUNA.has(plano(escrito))) continue;
      return objecion('campo-desconocido', `«${escrito}» no es un dato de ${clase}.`, escrito);
    }
    if (dato === null || dato === undefined) continue;
    if (typeof dato !== 'string' && !esNumeroFiel(dato)) {
      return objecion('tipo-de-dato', `${escrito} va como texto entre comillas.`, nombre);
    }
    const anterior = datos.get(nombre);
    if (anterior !== undefined && String(anterior) !== String(dato)) {
      return objecion('campo-repetido', `${nombre} está dos veces, con valores distintos.`, nombre);
    }
    datos.set(nombre, dato);
  }
  return bien(datos);
}

/** That says what was written: a reader of JSON changes the last digits of a longer number. */
function esNumeroFiel(dato: unknown): dato is number {
  return typeof dato === 'number' && Math.abs(dato) <= Number.MAX_SAFE_INTEGER;
}

function nombresDe(clase: ClaseDeCodigo): ReadonlyMap<string, string> {
  const nombres = new Map<string, string>();
  for (const tramo of CLASES[clase].tramos) {
    if ('impuesto' in tramo) {
      for (const p of POSICIONES) for (const n of [`CodImp${p}`, `ValImp${p}`]) nombres.set(plano(n), n);
    } else {
      for (const n of [tramo.campo, ...(tramo.otrosNombres ?? [])]) nombres.set(plano(n), tramo.campo);
    }
  }
  return nombres;
}

function objecion(codigo: CodigoErrorNombre, mensaje: string, campo: string) {
  return { ok: false, codigo, mensaje, campo } as const;
}
