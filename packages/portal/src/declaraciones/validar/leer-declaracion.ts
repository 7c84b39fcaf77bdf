import type { DeclaracionCruda } from '@autogestion/normas/formularios/validar';
import { CsvError, parse } from 'csv-parse/sync';

/** What was pasted or brought in a file, or what is wrong with it: a whole sentence. */
type Leida =
  | { ok: true; cruda: DeclaracionCruda; anio?: unknown; formulario?: unknown }
  | { ok: false; mensaje: string };

const FILAS_MAXIMAS = 10_000;

const mal = (mensaje: string): Leida => ({ ok: false, mensaje });

/**
 * A return as text: JSON as the API takes it, or lines of CSV with a box and its value (`32;50000000`); facts and rows
 * by their path (`hechos.dependientes;2`, `municipios.1.ingresos;8000000`).
 */
export function leerDeclaracion(texto: string): Leida {
  const limpio = texto.replace(/^\uFEFF/, '').trim();
  if (limpio === '') return mal('Pegue su declaración o elija un archivo que la tenga.');
  return limpio.startsWith('{') ? deJson(limpio) : deCsv(limpio);
}

function deJson(texto: string): Leida {
  let dicho: unknown;
  try {
    dicho = JSON.parse(texto);
  } catch {
    return mal('El JSON no se puede leer: le sobra o le falta una coma, una comilla o una llave.');
  }
  const { casillas, hechos, anexos, municipios, anio, formulario, ...otros } = dicho as Record<
    string,
    unknown
  >;
  const [ajena] = Object.keys(otros);
  if (ajena !== undefined) {
    return mal('El JSON lleva «anio», «casillas», «hechos» y «anexos»; quite lo demás.');
  }
  const cruda = { casillas, hechos, anexos, ...(municipios !== undefined && { municipios }) };
  return { ok: true, cruda, anio, formulario };
}

function deCsv(texto: string): Leida {
  let renglones: string[][];
  try {
    renglones = parse(texto, {
      delimiter: [';', ',', '\t'],
      relax_column_count: true,
      skip_empty_lines: true,
      trim: true,
      to: FILAS_MAXIMAS,
    });
  } catch (error) {
    if (error instanceof CsvError) return mal('El CSV no se puede leer: revise que cada comilla se cierre.');
    throw error;
  }
  const casillas = new Map<string, unknown>();
  const hechos = new Map<string, unknown>();
  const anexos = new Map<string, Map<string, unknown>[]>();
  for (const [i, [clave = '', valor = '', ...resto]] of renglones.entries()) {
    if (i === 0 && /^casilla$/i.test(clave)) continue;
    const donde = `En el renglón ${i + 1}`;
    if (clave === '') return mal(`${donde} falta la casilla.`);
    if (resto.some((x) => x !== '')) {
      return mal(
        `${donde} hay más de dos columnas: van la casilla y su valor, sin puntos ni comas en el valor.`,
      );
    }
    if (valor === '') continue;
    const [primera = '', segunda, tercera] = clave.split('.');
    if (primera === 'hechos' && segunda !== undefined) {
      hechos.set(clave.slice('hechos.'.length), comoDeProgramas(valor));
    } else if (segunda !== undefined && tercera !== undefined && /^[1-9][0-9]{0,3}$/.test(segunda)) {
      const filas = anexos.get(primera) ?? [];
      anexos.set(primera, filas);
      const n = Number(segunda) - 1;
      if (n > filas.length) return mal(`${donde} se salta una fila de «${primera}»: van de una en una.`);
      const fila = filas[n] ?? new Map<string, unknown>();
      filas[n] = fila;
      fila.set(tercera, comoDeProgramas(valor));
    } else {
      if (casillas.has(clave)) return mal(`${donde} se repite la casilla ${clave.slice(0, 40)}.`);
      casillas.set(clave, valor);
    }
  }
  return {
    ok: true,
    cruda: {
      casillas: Object.fromEntries(casillas),
      hechos: Object.fromEntries(hechos),
      anexos: Object.fromEntries(
        [...anexos].map(([k, filas]) => [k, filas.map((f) => Object.fromEntries(f))]),
      ),
    },
  };
}

/** Facts and rows are read as JSON has them: a number, yes or no. Codes of municipality keep their zero. */
function comoDeProgramas(valor: string): unknown {
  if (/^(?:0|[1-9][0-9]{0,14})$/.test(valor)) return Number(valor);
  if (/^(?:si|sí|true)$/i.test(valor)) return true;
  return /^(?:no|false)$/i.test(valor) ? false : valor;
}
